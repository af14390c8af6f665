import { expect, it } from 'vitest'
import { slipBook } from '../../../../electron/engine/exchange/fill-in/slip-book.ts'
import type { ReadBook } from '../../../../electron/engine/exchange/returned/read-book.ts'
import { boardInput, marks, storyRows } from '../../../helpers/board-input.ts'
import { bookOf, columnOf, typed, withTable } from '../../../helpers/book-of.ts'
import { compare, sendOut, written } from '../../../helpers/compare.ts'
import { ALDERBROOK } from '../../../helpers/rows.ts'

const journey = sendOut()
const sent = marks({ kind: 'slip', areaId: ALDERBROOK, sentFileId: 'S1P00001' })

function slip(
  levels: readonly (string | number)[],
  labels: Record<string, string> = {},
  hash = 'h1',
): ReadBook {
  const input = {
    ...boardInput({ sent }),
    sent,
    replyBy: '',
    replyTo: '',
    kind: 'slip' as const,
    name: '',
    organisationType: null,
  }
  const book = withTable(bookOf(slipBook(input)), 'slip', grid => {
    levels.forEach((level, index) => {
      const row = grid.rows[index]!
      if (level !== '') row[columnOf(grid, 'Level (0 to 4)')] = typed(level)
      row[columnOf(grid, 'Reason')] = level === '' ? undefined : typed('Because')
    })
  })
  const all = {
    Name: 'Sunita Rao',
    Organisation: 'Council',
    Place: 'Alderbrook',
    Round: 'Autumn 2026',
    ...labels,
  }
  return { ...book, hash, labels: new Map(Object.entries(all)) }
}

const take = (...books: readonly ReadBook[]) =>
  compare(journey, { books: books.map((book, index) => ({ name: `slip ${index + 1}.xlsx`, book })) })

it('RV70: a slip is offered whole, with its levels hidden', () => {
  const result = take(slip([2, '3 Established', '', 'level 1']))
  expect(result.changes).toEqual([])
  expect(result.files[0]).toMatchObject({
    state: 'read',
    kind: 'slip',
    sentFileId: 'S1P00001',
    forWhom: 'Sunita Rao',
    answered: 3,
    added: 1,
    remarks: [],
  })
  const [only] = result.additions
  expect(only!.addition).toMatchObject({
    collection: 'slips',
    kind: 'Rating slip',
    title: 'Rating slip of Sunita Rao for Alderbrook',
  })
  expect(JSON.stringify(only!.addition)).not.toMatch(/Established|Because/)
  const after = written(storyRows(), only!.writes(null))
  expect(after.slips).toMatchObject([
    {
      areaId: 'alderbrook',
      roundId: 'autumn',
      name: 'Sunita Rao',
      organisationType: 'council',
      fileHash: 'h1',
      sentFileId: 'S1P00001',
    },
  ])
  expect(
    after.slipAnswers.map(({ principleId, level, reason }) => `${principleId} ${level} ${reason}`),
  ).toEqual(['parity-of-esteem 2 Because', 'outcomes-that-matter 3 Because', 'from-the-start 1 Because'])
})

it('RV71: the same file twice, or the same person twice, is refused by name', () => {
  expect(take(slip([2]), slip([2])).files.map(file => file.problem)).toEqual([
    '',
    'The same file is in already, as “slip 1.xlsx”.',
  ])
  expect(take(slip([2]), slip([3], { Name: ' sunita RAO' }, 'h2')).files.map(file => file.problem)).toEqual([
    '',
    'A slip of Sunita Rao, council, for Alderbrook is in already, from “slip 1.xlsx”.',
  ])
  expect(take(slip([2]), slip([3], { Organisation: 'Acute trust' }, 'h2')).additions).toHaveLength(2)
  const first = take(slip([2])).additions[0]!
  const now = written(storyRows(), first.writes(null))
  const again = compare(journey, { book: slip([2]), now }).files[0]!
  expect(again).toMatchObject({
    state: 'refused',
    kind: 'slip',
    problem: 'The same file is in already, as “slip 1.xlsx”.',
  })
})

it('RV72: for a round that is over, a place or workbook that is not this, it is refused by name', () => {
  const rows = storyRows()
  const over = {
    ...rows,
    rounds: rows.rounds.map(one => (one.id === 'autumn' ? { ...one, state: 'signed-off' as const } : one)),
  }
  expect(compare(journey, { book: slip([2]), now: over }).files[0]!.problem).toBe(
    'It is a slip for Autumn 2026, which is signed off.',
  )
  const gone = { ...rows, areas: rows.areas.filter(one => one.id !== ALDERBROOK) }
  expect(compare(journey, { book: slip([2]), now: gone }).files[0]!.problem).toBe(
    'It is a slip for “Alderbrook”, which is not in this workbook.',
  )
  const foreign = {
    ...slip([2]),
    marks: { ...slip([2]).marks!, workbookUid: 'other', systemName: 'Harbourside' },
  }
  expect(take(foreign).files[0]!.problem).toContain('another workbook, Harbourside')
})

it('RV72: without marks and code it goes by the place and round on it', () => {
  const bare = { ...slip([2]), marks: null, returnCode: null }
  expect(take(bare).additions).toHaveLength(1)
  const spring = { ...bare, labels: new Map([...bare.labels, ['Round', 'Spring 2026']]) }
  expect(take(spring).files[0]!.problem).toBe(
    'It is a slip for Spring 2026, which is signed off; Autumn 2026 is being rated now.',
  )
  const nowhere = { ...bare, labels: new Map([['Name', 'Sunita Rao']]) }
  expect(take(nowhere).files[0]!.problem).toMatch(/^It does not say which place/)
})

it('RV73: what cannot be read on it is said; an empty one is refused', () => {
  const file = take(slip([2, 'maybe'], { Organisation: 'The Guild' })).files[0]!
  expect(file.answered).toBe(1)
  expect(file.remarks).toEqual([
    '“The Guild” is no kind of organisation we know, so it counts as other.',
    'The level of 2 Outcomes that matter to people, “maybe”, is not one from 0 to 4 and was left out.',
  ])
  expect(take(slip([])).files[0]!.problem).toMatch(/^It has no answer in it/)
})

it('RV71: the same file twice is known without a name on it, and two nameless slips are two', () => {
  const nameless = (hash: string) => slip([2], { Name: '' }, hash)
  expect(take(nameless('h1'), nameless('h1')).additions).toHaveLength(1)
  expect(take(nameless('h1'), nameless('h2')).additions).toHaveLength(2)
})
