import { describe, expect, it } from 'vitest'
import { listOf, sizeOf } from '../../../shared/text/sizes.ts'

describe('sizes and lists in words', () => {
  it('AS1: a size is said in the largest unit that keeps it at one or more', () => {
    const sizes = [
      0,
      1,
      1023,
      1024,
      49_152,
      1_258_291,
      1024 ** 2,
      99 * 1024 ** 2,
      2 * 1024 ** 3,
      1023.9 * 1024,
    ]
    expect(sizes.map(sizeOf)).toEqual([
      '0 bytes',
      '1 byte',
      '1023 bytes',
      '1 KB',
      '48 KB',
      '1.2 MB',
      '1 MB',
      '99 MB',
      '2 GB',
      '1 MB',
    ])
  })

  it('AS2: a list ends in "and"', () => {
    expect([[], [7], [7, 8], [1, 2, 3]].map(listOf)).toEqual(['', '7', '7 and 8', '1, 2 and 3'])
  })
})
