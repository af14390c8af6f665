import { expect, it } from 'vitest'
import { timelineOf } from '../../../../renderer/screens/history/timeline.ts'
import type { HistoryEntry } from '../../../../shared/contract/history.ts'

function entry(seq: number, at: string, more: Partial<HistoryEntry> = {}): HistoryEntry {
  const words = `Edit ${seq}`
  return {
    seq,
    at,
    who: 'Anna Whitcombe',
    words,
    kind: 'do',
    target: null,
    about: {},
    undoneBy: null,
    ...more,
  }
}

/** Noon, so that every time zone of Britain has the same day. */
const day = (date: string, minute = 0) => `${date}T12:${String(minute).padStart(2, '0')}:00.000Z`

const entries = [
  entry(6, day('2026-11-24', 50), { kind: 'note' }),
  entry(5, day('2026-11-24', 40), { kind: 'undo', target: 4 }),
  entry(4, day('2026-11-24', 30), { undoneBy: 5 }),
  entry(3, day('2026-11-24', 20)),
  entry(2, day('2026-11-12')),
  entry(1, day('2025-12-31')),
]

it('HY1: changes stand by day, newest first, and a day of another year says its year', () => {
  const days = timelineOf(entries, 3, '2026-11-24')
  expect(days.map(one => one.heading)).toEqual([
    'Today, Tuesday 24 November',
    'Thursday 12 November',
    'Wednesday 31 December 2025',
  ])
  expect(days[0]!.lines.map(line => line.entry.seq)).toEqual([6, 4, 3])
})

it('HY2: what was taken back says when, and taking back is no line of its own', () => {
  const [today] = timelineOf(entries, 3, '2026-11-24')
  const undone = today!.lines.find(line => line.entry.seq === 4)!
  expect(undone.standing).toBe('undone')
  expect(undone.undoneWords).toMatch(/^Undone \d\d:40$/)
})

it('HY3: the newest change that stands is now; a note changed nothing', () => {
  const [today, earlier] = timelineOf(entries, 3, '2026-11-24')
  expect(today!.lines.map(line => line.standing)).toEqual(['note', 'undone', 'now'])
  expect(earlier!.lines[0]!.standing).toBe('past')
})
