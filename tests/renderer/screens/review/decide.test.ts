import { describe, expect, it } from 'vitest'
import { acceptances, canAdd, refusals, tallyOf } from '../../../../renderer/screens/review/decide.ts'
import { itemsOf } from '../../../../renderer/screens/review/items.ts'
import {
  appliedWords,
  applyParts,
  fileCounts,
  fileTallies,
  headingOf,
  noteWords,
  nothingWords,
} from '../../../../renderer/screens/review/words.ts'
import type { ReviewDecisions } from '../../../../shared/model/review.ts'
import {
  addition,
  proposal,
  returnedFile,
  reviewStory,
  subject,
  words,
} from '../../../helpers/review-story.ts'

const NOTHING: ReviewDecisions = { changes: {}, additions: {} }
const review = reviewStory()
const sentence = (decisions: ReviewDecisions) =>
  applyParts(review, tallyOf(review, decisions))
    .map(part => part.text)
    .join('')

describe('headings', () => {
  it('RS1: the heading says how many cells and how many choices', () => {
    expect(headingOf(review)).toBe('10 cells came back changed, 2 need you to choose')
    expect(headingOf({ ...review, changes: review.changes.slice(2, 3) })).toBe(
      '1 cell came back changed, 1 new row',
    )
    expect(headingOf({ ...review, changes: [], additions: [] })).toBe('Nothing came back changed')
    expect(headingOf({ ...review, changes: [] })).toBe('1 new row came back')
    expect(headingOf({ ...review, files: review.files.slice(3), changes: [], additions: [] })).toBe(
      '1 file could not be read',
    )
  })

  it('RS9: a slip says how much it answers', () => {
    const slip = returnedFile('5', 'Slip.xlsx', { kind: 'slip', answered: 9 })
    const tallies = fileTallies({ ...review, files: [slip] })
    expect(fileCounts(slip, tallies.get('5')!)).toBe('9 of 9 answered, hidden until you reveal them')
    const slips = [addition('slip', { collection: 'slips', kind: 'Rating slip', needsPrinciple: false })]
    expect(headingOf({ ...review, changes: [], additions: slips })).toBe('1 rating slip came back')
  })

  it('RS1: a file says what came of it', () => {
    const tallies = fileTallies(review)
    expect(review.files.map(file => fileCounts(file, tallies.get(file.id)!))).toEqual([
      '4 cells changed, 1 conflict',
      '3 cells changed',
      '4 cells changed, 2 conflicts, 1 not readable, 1 new row',
      'Came back unchanged',
    ])
  })
})

describe('the list', () => {
  it('RS2: conflicts, then the rest by action, then new rows', () => {
    const told = itemsOf(review, null).map(item =>
      item.kind === 'band'
        ? item.title
        : item.kind === 'subject'
          ? `${item.subject.ref} (${item.changes.length})`
          : item.kind === 'change'
            ? `${item.change.subject.ref} ${item.change.header} ${item.place}`
            : item.addition.kind,
    )
    expect(told).toEqual([
      'Conflicts first',
      'A-02 Status alone',
      'A-06 Latest progress alone',
      'Changed only in the returned files',
      'A-07 (3)',
      'A-07 Due date within',
      'A-07 Latest progress within',
      'A-07 Current level last',
      'A-04 Owner alone',
      'A-02 (2)',
      'A-02 Due date within',
      'A-02 Start date last',
      'A-01 (2)',
      'A-01 Status within',
      'A-01 Due date last',
      'New rows',
      'Action',
    ])
  })

  it('RS22: narrowed to a file, only what came back in it', () => {
    const ids = itemsOf(review, '2').flatMap(item => (item.kind === 'change' ? [item.id] : []))
    expect(ids).toEqual(['action-4:Owner', 'action-1:Status', 'action-1:Due date'])
    expect(itemsOf(review, '2').some(item => item.kind === 'addition')).toBe(false)
  })
})

describe('decisions', () => {
  it('RS4: accepting everything takes no conflict and nothing unreadable', () => {
    const taken = acceptances(review.changes, NOTHING)
    expect(taken).toHaveLength(7)
    expect(taken.every(([, option]) => option.startsWith('file:'))).toBe(true)
    const ids = taken.map(([id]) => id)
    expect(ids).not.toContain('action-2:Status')
    expect(ids).not.toContain('action-2:Start date')
    expect(refusals(review.changes).map(([id]) => id)).not.toContain('action-2:Status')
  })

  it('RS6: what was refused stays refused when the rest is accepted', () => {
    const decisions = { ...NOTHING, changes: { 'action-4:Owner': 'now' } }
    expect(acceptances(review.changes, decisions)).toHaveLength(6)
  })

  it('RS5: a row without a principle waits for one', () => {
    expect(canAdd(addition('x'), null)).toBe(false)
    expect(canAdd(addition('x'), 'parity-of-esteem')).toBe(true)
    expect(canAdd(addition('x', { problem: 'It has no words.' }), 'parity-of-esteem')).toBe(false)
    const choice = { accept: true, principleId: null }
    const tally = tallyOf(review, { ...NOTHING, additions: { 'new-1': choice } })
    expect(tally).toMatchObject({ added: 0, unnamed: 1 })
    expect(nothingWords(tally)).toBe('Nothing yet: name the principle of the new row first, or refuse it.')
  })

  it('RS3 RS7: the counts and the sentence say what will happen', () => {
    const decisions: ReviewDecisions = {
      changes: {
        'action-2:Status': 'file:3',
        'action-6:Latest progress': 'now',
        'action-7:Due date': 'file:1',
        'action-7:Latest progress': 'file:1',
        'action-4:Owner': 'now',
      },
      additions: { 'new-1': { accept: true, principleId: 'parity-of-esteem' as never } },
    }
    const { rows, files, ...counts } = tallyOf(review, decisions)
    expect(counts).toEqual({
      accepted: 3,
      refused: 2,
      open: 5,
      conflicts: 0,
      added: 1,
      unnamed: 0,
      refusedRows: 0,
      decided: 6,
      total: 11,
    })
    expect([...rows]).toEqual(['actions/action-2', 'actions/action-7'])
    expect(files.size).toBe(2)
    expect(appliedWords(review, tallyOf(review, decisions))).toBe(
      'Changed 3 cells in 2 actions and added 1 new action, from 2 files.',
    )
    expect(sentence(decisions)).toBe('Change 3 cells in 2 actions and add 1 new action, from 2 files.')
  })

  it('RS8: what is missing is said, and what came back unchanged is noted', () => {
    expect(sentence(NOTHING)).toBe('')
    const tally = tallyOf(review, NOTHING)
    expect(nothingWords(tally)).toBe('Nothing yet: accept or refuse a change, or choose in a conflict first.')
    const unchanged = { ...review, changes: [], additions: [] }
    expect(noteWords(unchanged, NOTHING, tallyOf(unchanged, NOTHING))).toEqual([
      'Note that 3 files came back unchanged.',
    ])
    const refused = { ...NOTHING, changes: { 'action-4:Owner': 'now' } }
    expect(noteWords(review, refused, tallyOf(review, refused))).toEqual(['Leave 1 refused change out.'])
  })

  it('RS7: rows of several kinds are called rows', () => {
    const rating = { ...subject(1, 'Parity', 'parity-of-esteem'), collection: 'ratings' as const }
    const mixed = {
      ...review,
      changes: [
        proposal(rating, 'Level', [words('1'), words('2')]),
        proposal(subject(9, 'Other', 'parity-of-esteem'), 'Owner', [words('a'), words('b')]),
      ],
    }
    const changes = Object.fromEntries(acceptances(mixed.changes, NOTHING))
    const parts = applyParts(mixed, tallyOf(mixed, { ...NOTHING, changes }))
    expect(parts.map(part => part.text).join('')).toBe('Change 2 cells in 2 rows, from 1 file.')
  })
})
