import { expect, it } from 'vitest'
import { dated, withCell } from '../../../helpers/book-of.ts'
import { compare, lines, sendOut } from '../../../helpers/compare.ts'

const journey = sendOut()

it('RV1: an untouched file proposes nothing', () => {
  const { files, changes, additions } = compare(journey)
  expect({ changes, additions, remarks: files[0]!.remarks, state: files[0]!.state }).toEqual({
    changes: [],
    additions: [],
    remarks: [],
    state: 'read',
  })
})

it('RV2: a cell that only the file changed is proposed', () => {
  const book = withCell(
    withCell(withCell(journey.book, 'A-07', 'Due date', dated('2026-12-18')), 'A-01', 'Status (BRAG)', 'RED'),
    'A-03',
    'Owner',
    'Priya Nair',
  )
  expect(lines(compare(journey, { book }))).toEqual([
    'A-01 status proposed: Red: off track',
    'A-03 owner proposed: Priya Nair',
    'A-07 due proposed: 18 December 2026',
  ])
})
