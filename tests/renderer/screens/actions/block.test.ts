import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readBlock, writeBlock } from '../../../../renderer/screens/actions/block.ts'

it('PL1: cells come by tabs and rows by line breaks, and the last line break ends the block', () => {
  expect(readBlock('a\tb\r\nc\td\r\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
})

it('PL2: a quoted cell may hold tabs, line breaks and doubled quotes', () => {
  expect(readBlock('"two\nlines"\t"she said ""yes"""\nlast')).toEqual([
    ['two\nlines', 'she said "yes"'],
    ['last'],
  ])
})

it('PL2: a quote that is only a quote stays one', () => {
  expect(readBlock('"hello" he said\tb')).toEqual([['"hello" he said', 'b']])
  expect(readBlock('5" pipe\t"open')).toEqual([['5" pipe', '"open']])
})

it('PL1: empty cells count, nothing at all is no block', () => {
  expect(readBlock('\t\tx')).toEqual([['', '', 'x']])
  expect(readBlock('')).toEqual([])
})

it('PL3: what is copied pastes as it was', () => {
  const cell = fc.string().map(text => text.replace(/\r\n?/g, '\n'))
  const row = fc.array(cell, { minLength: 2, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), block => {
      expect(readBlock(writeBlock(block))).toEqual(block)
    }),
  )
})
