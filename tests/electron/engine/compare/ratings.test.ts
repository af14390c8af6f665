import { describe, expect, it } from 'vitest'
import type { ReadBook, ReadCell } from '../../../../electron/engine/exchange/returned/read-book.ts'
import { storyRows } from '../../../helpers/board-input.ts'
import { columnOf, dated, typed, withTable } from '../../../helpers/book-of.ts'
import { accepted, compare, sendOut, written } from '../../../helpers/compare.ts'
import { ROUND } from '../../../helpers/rows.ts'

const journey = sendOut(storyRows(), { hasRatings: true })
const PARITY = '1 Parity of esteem'
const SKILLS = '9 Mental health skills for all'

type Typed = Readonly<Record<string, string | number | ReadCell>>

function withRating(principle: string, cells: Typed, book = journey.book): ReadBook {
  return withTable(book, 'ratings', grid => {
    const row = grid.rows.find(
      one =>
        one[columnOf(grid, 'Principle')]?.text === principle &&
        one[columnOf(grid, 'Place')]?.text === 'Northmoor and Vale',
    )!
    for (const [header, value] of Object.entries(cells))
      row[columnOf(grid, header)] =
        value === '' ? undefined : typeof value === 'object' ? value : typed(value)
  })
}

function changed(principle: string, cells: Typed) {
  const result = compare(journey, { book: withRating(principle, cells) })
  const id = `${ROUND}:system:${principle === PARITY ? 'parity-of-esteem' : 'mental-health-skills'}`
  const after = written(journey.rows, accepted(result)).ratings
  return {
    changes: result.changes.map(
      ({ change }) => `${change.columnId} ${change.state}: ${change.returned[0]!.value.text}`,
    ),
    rating: after.find(one => one.id === (principle === PARITY ? id : `${ROUND}:system:workforce-skills`)),
    remarks: result.changes.flatMap(({ change }) => change.remarks),
  }
}

describe('ratings', () => {
  it('RV1: untouched they propose nothing', () => {
    const { changes, files } = compare(journey)
    expect([changes, files[0]!.remarks]).toEqual([[], []])
  })

  it('RV60: a level and what stands beside it are proposed', () => {
    const found = changed(PARITY, {
      'Level now': 3,
      'Target level': '4 Leading',
      'Target date': dated('2027-12-31'),
      Reason: 'All three places have a lead.',
      Confidence: 'high',
      'Minority view': 'Not yet at night.',
      'Minority view from': 'Acute trust',
      'Reason for change': 'real change',
      'Note on change': 'Since the summer.',
    })
    expect(found.changes).toEqual([
      'level proposed: 3 Established',
      'target proposed: 4 Leading',
      'targetDate proposed: 31 December 2027',
      'reason proposed: All three places have a lead.',
      'confidence proposed: High',
      'minority proposed: Not yet at night.',
      'minorityFrom proposed: Acute trust',
      'changeReason proposed: Real change',
      'changeNote proposed: Since the summer.',
    ])
    expect(found.rating).toMatchObject({
      state: 'rated',
      level: 3,
      targetLevel: 4,
      targetDate: '2027-12-31',
      reason: 'All three places have a lead.',
      confidence: 'high',
      minorityType: 'acute-trust',
      changeReason: 'real-change',
    })
  })

  it('RV61: a level makes it rated, also where nothing was discussed yet', () => {
    const { changes, rating } = changed(SKILLS, { 'Level now': 'Level 2' })
    expect(changes).toEqual(['level proposed: 2 Developing'])
    expect(rating).toMatchObject({ state: 'rated', level: 2, areaId: 'system', roundId: ROUND })
  })

  it('RV61: an emptied level is not discussed; the word for another state takes the level away', () => {
    expect(changed(PARITY, { 'Level now': '' }).rating).toMatchObject({ state: 'not-discussed', level: null })
    expect(changed(PARITY, { State: 'not discussed' }).rating).toMatchObject({
      state: 'not-discussed',
      level: null,
    })
    const cells = { State: 'Not applicable', 'Level now': '', Reason: 'The region runs it.' }
    const found = changed(PARITY, cells)
    expect(found.changes).toEqual(['level proposed: Not applicable'])
    expect(found.rating).toMatchObject({
      state: 'not-applicable',
      level: null,
      notApplicableReason: 'The region runs it.',
      reason: expect.stringMatching(/^A joint plan/),
    })
  })

  it.each([
    [{ State: 'Rated' }, SKILLS, 'It says rated but has no level. Choose a level from 0 to 4.'],
    [
      { State: 'Not discussed', 'Level now': 3 },
      PARITY,
      'It has a level and says not discussed. Only one can be true.',
    ],
    [{ State: 'Not applicable' }, PARITY, 'Say in a line why this principle does not apply here.'],
    [{ 'Level now': 6 }, PARITY, '“6” is not a level from 0 to 4.'],
    [{ Confidence: 'quite' }, PARITY, '“quite” is not one of its choices.'],
    [{ 'Target date': 'soon' }, PARITY, '“soon” is not a date; try 30 Nov 2026.'],
  ])('RV61 RV42: %j of %s cannot be read', (cells, principle, why) => {
    expect(changed(principle, cells as Typed).remarks).toEqual([why])
  })

  it('RV62: ratings of a signed-off round are left alone, and said', () => {
    const rows = journey.rows.rounds.map(one => ({ ...one, state: 'signed-off' as const }))
    const book = withRating(PARITY, { 'Level now': 3 })
    const result = compare(journey, { book, now: { ...journey.rows, rounds: rows } })
    expect(result.changes).toEqual([])
    expect(result.files[0]!.remarks).toEqual([
      'Autumn 2026 is signed off, so 1 changed cell was left alone there.',
    ])
  })

  it('RV62: ratings that were only sent to be read are left alone, and said', () => {
    const board = sendOut(storyRows(), { kind: 'board', view: 'full' })
    const book = withRating(PARITY, { 'Level now': 3, Reason: 'No' }, board.book)
    const result = compare(board, { book })
    expect(result.changes).toEqual([])
    expect(result.files[0]!.remarks).toEqual([
      'The ratings in this file were only sent to be read, so 2 changed cells were left alone there.',
    ])
  })

  it('RV3: changed on both sides they are a conflict', () => {
    const ratings = journey.rows.ratings.map(one =>
      one.id === `${ROUND}:system:parity-of-esteem` ? { ...one, level: 1 as const } : one,
    )
    const book = withRating(PARITY, { 'Level now': 3 })
    const [only] = compare(journey, { book, now: { ...journey.rows, ratings } }).changes
    expect(only!.change).toMatchObject({
      state: 'conflict',
      subject: { collection: 'ratings', ref: '1', title: 'Parity of esteem' },
      options: [
        { id: 'sent', value: { text: '2 Developing', level: 2 } },
        { id: 'file:f1', value: { text: '3 Established', level: 3 } },
        { id: 'now', value: { text: '1 Emerging', level: 1 } },
      ],
    })
  })
})
