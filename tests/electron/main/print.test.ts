import { expect, it } from 'vitest'
import { printOptions } from '../../../electron/main/print.ts'

it('FK14: the paper of a piece is asked for, and A3 and A5 lie on their side', () => {
  expect([null, 'A3', 'A4', 'A5'].map(paper => printOptions(paper as null))).toEqual([
    { printBackground: true },
    { printBackground: true, pageSize: 'A3', landscape: true },
    { printBackground: true, pageSize: 'A4', landscape: false },
    { printBackground: true, pageSize: 'A5', landscape: true },
  ])
})
