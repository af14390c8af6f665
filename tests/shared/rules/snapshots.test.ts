import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths } from '../../../shared/rules/months.ts'
import { hasRoomFor, isDue, type KeptSnapshot, snapshotsToDrop } from '../../../shared/rules/snapshots.ts'

const TODAY = '2026-11-23'
const NO_LIMIT = Number.MAX_SAFE_INTEGER

/** Snapshots of one history: later ones hold more edits, whatever the clock said. */
const history = fc
  .array(
    fc.record({
      daysAgo: fc.integer({ min: -3, max: 800 }),
      minute: fc.nat({ max: 1439 }),
      version: fc.constantFrom(10, 20, 40),
      size: fc.nat({ max: 100 }),
    }),
    { maxLength: 60 },
  )
  .map(list => {
    const versions = list.map(({ version }) => version).sort((a, b) => a - b)
    return list
      .sort((a, b) => b.daysAgo - a.daysAgo || a.minute - b.minute)
      .map(({ daysAgo, minute, size }, index): KeptSnapshot => {
        const day = daysBefore(daysAgo)
        return {
          id: String(index),
          day,
          order: `${day} ${minute}`,
          seq: index + 1,
          version: versions[index]!,
          size,
        }
      })
  })

function daysBefore(days: number): string {
  return new Date(Date.parse(TODAY) - days * 86_400_000).toISOString().slice(0, 10)
}

function kept(snapshots: readonly KeptSnapshot[], limit = NO_LIMIT): KeptSnapshot[] {
  const drop = new Set(snapshotsToDrop(snapshots, TODAY, limit))
  return snapshots.filter(({ id }) => !drop.has(id))
}

function at(day: string, seq: number, more: Partial<KeptSnapshot> = {}): KeptSnapshot {
  return { id: String(seq), day, order: `${day} 12:00`, seq, version: 40, size: 1, ...more }
}

describe('SN12: thinning', () => {
  it('SN12: keeps all of today, the last of each day for a month, the last of each month before', () => {
    const all = [
      at('2025-01-03', 1),
      at('2025-01-28', 2),
      at('2026-10-01', 3),
      at('2026-10-22', 4),
      at('2026-10-23', 5),
      at('2026-10-24', 6),
      at('2026-10-24', 7),
      at('2026-11-22', 8),
      at('2026-11-22', 9),
      at('2026-11-23', 10),
      at('2026-11-23', 11),
      at('2026-11-23', 12),
      at('2026-11-23', 13),
    ]
    expect(kept(all).map(({ seq }) => seq)).toEqual([2, 5, 7, 9, 10, 11, 12, 13])
  })

  it('SN12: every day of the last month and every month keeps its newest, and nothing else but what is safe', () => {
    fc.assert(
      fc.property(history, all => {
        const stay = kept(all)
        const monthAgo = addMonths(TODAY, -1)
        for (const one of all) {
          const isHeld = stay.some(({ id }) => id === one.id)
          if (one.day >= TODAY) expect(isHeld).toBe(true)
          const group = (other: KeptSnapshot) => (other.day > monthAgo ? other.day : other.day.slice(0, 7))
          const same = all.filter(other => other.day < TODAY && group(other) === group(one))
          if (one.day < TODAY && same.every(({ seq }) => seq <= one.seq)) expect(isHeld).toBe(true)
        }
        const perGroup = new Set(all.map(({ day }) => (day > monthAgo ? day : day.slice(0, 7)))).size
        const today = all.filter(({ day }) => day >= TODAY).length
        // Two newest, and the newest of each of two earlier versions.
        expect(stay.length).toBeLessThanOrEqual(perGroup + today + 4)
      }),
    )
  })

  it('SN12: thinning again drops nothing more, and thinning often ends as thinning once', () => {
    fc.assert(
      fc.property(history, fc.nat({ max: 3000 }), (all, limit) => {
        const once = kept(all, limit)
        expect(snapshotsToDrop(once, TODAY, limit)).toEqual([])
        const grown: KeptSnapshot[] = []
        for (const one of all) grown.splice(0, grown.length, ...kept([...grown, one], NO_LIMIT))
        expect(kept(grown).map(({ id }) => id)).toEqual(kept(all).map(({ id }) => id))
      }),
    )
  })

  it('SN12: the order in which they are found does not matter', () => {
    fc.assert(
      fc.property(history, fc.nat({ max: 3000 }), (all, limit) => {
        const ids = (list: readonly KeptSnapshot[]) => snapshotsToDrop(list, TODAY, limit).sort()
        expect(ids([...all].reverse())).toEqual(ids(all))
      }),
    )
  })
})

describe('SN13: the limit', () => {
  it('SN13: the oldest go first, until the rest fits', () => {
    const all = [1, 2, 3, 4, 5].map(seq => at(TODAY, seq, { size: 10 }))
    expect(kept(all, 30).map(({ seq }) => seq)).toEqual([3, 4, 5])
  })

  it('SN13: the newest two and the newest of an earlier version stay, however large', () => {
    fc.assert(
      fc.property(history, fc.nat({ max: 3000 }), (all, limit) => {
        const stay = kept(all, limit)
        for (const one of all.slice(-2)) expect(stay).toContain(one)
        const current = all.at(-1)?.version
        for (const version of new Set(all.map(one => one.version)))
          if (version !== current) expect(stay).toContain(all.findLast(one => one.version === version))
        const bytes = stay.reduce((sum, { size }) => sum + size, 0)
        const safe = 2 + new Set(all.map(one => one.version)).size
        if (bytes > limit) expect(stay.length).toBeLessThanOrEqual(safe)
      }),
    )
  })
})

it('SN11: room is what leaves 500 MB, or three times the size of the snapshot', () => {
  const MB = 1024 ** 2
  expect(hasRoomFor(10 * MB, 510 * MB)).toBe(true)
  expect(hasRoomFor(10 * MB, 509 * MB)).toBe(false)
  expect(hasRoomFor(1000 * MB, 4000 * MB)).toBe(true)
  expect(hasRoomFor(1000 * MB, 3999 * MB)).toBe(false)
})

it('SN5: an hour has gone by also where the clock was set back or forward', () => {
  const hour = 3_600_000
  expect(isDue('2026-11-23T10:00:00.000Z', '2026-11-23T10:59:59.000Z', hour)).toBe(false)
  expect(isDue('2026-11-23T10:00:00.000Z', '2026-11-23T11:00:00.000Z', hour)).toBe(true)
  expect(isDue('2026-11-23T10:00:00.000Z', '2026-11-23T08:30:00.000Z', hour)).toBe(true)
  expect(isDue('2026-11-23T10:00:00.000Z', '2020-01-01T00:00:00.000Z', hour)).toBe(true)
})
