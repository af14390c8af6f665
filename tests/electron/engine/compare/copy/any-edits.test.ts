import fc from 'fast-check'
import { expect, it } from 'vitest'
import { columnsOf } from '../../../../../electron/engine/compare/copy/columns.ts'
import type { AnyRow } from '../../../../../electron/engine/compare/copy/differences.ts'
import { rowsAsAt } from '../../../../../electron/engine/store/as-at.ts'
import type { CollectionName, Rows } from '../../../../../shared/model/snapshot.ts'
import {
  accept,
  added,
  bringIn,
  compare,
  copyOf,
  rowsOf,
  type Started,
  said,
  sessionOf,
} from '../../../../helpers/copies.ts'
import { startWorkbook } from '../../../../helpers/engine.ts'
import { run, type Step, step } from '../../../../helpers/random-edits.ts'

const steps = (maxLength: number) => fc.array(step, { maxLength })

async function apart(before: readonly Step[], here: readonly Step[], there: readonly Step[]) {
  const ours = await startWorkbook()
  const { page, system, principle } = ours
  await page.action.add({ areaId: system.id, principleId: principle.id, title: 'First', set: {} })
  await page.evidence.addNote({
    title: 'Minutes',
    note: 'Heard',
    targets: { areaIds: [system.id], principleIds: [], actionIds: [] },
  })
  for (const each of before) await run(ours, each, 'before')
  const theirs = await copyOf(ours)
  for (const each of here) await run(ours, each, 'here')
  for (const each of there) await run(theirs, each, 'there')
  return { ours, theirs }
}

it('AC14: accepting all gives what is there to every cell untouched here; only both changed is a conflict', async () => {
  await fc.assert(
    fc.asyncProperty(steps(5), steps(8), steps(10), async (before, here, there) => {
      const { ours, theirs } = await apart(before, here, there)
      const was = rowsOf(ours)
      const brought = await bringIn(ours, theirs)
      const base = rowsAsAt(sessionOf(ours).db, brought.other.common.seq)
      expect(conflictsOf(brought)).toEqual(clashing(ours, base, was, rowsOf(theirs)))
      const { seq } = sessionOf(ours).lastEdit!
      await accept(ours, brought)
      const now = rowsOf(ours)
      expect(wrongCells(ours, { base, was, now, there: rowsOf(theirs) })).toEqual([])
      const again = { comparison: compare(ours, brought.other) }
      expect(said(again).filter(line => !line.startsWith('conflict'))).toEqual([])
      const open = again.comparison.additions.filter(({ addition }) => addition.problem === '')
      expect(added({ comparison: { ...again.comparison, additions: open } })).toEqual([])
      expect(await ours.shell.file.check()).toMatchObject({ problems: [] })
      if (sessionOf(ours).lastEdit!.seq > seq) {
        await ours.page.edit.undo()
        expect(sorted(rowsOf(ours))).toEqual(sorted(was))
      }
      await Promise.all([ours.shell.file.close(), theirs.shell.file.close()])
    }),
    { numRuns: 12 },
  )
}, 120_000)

it('AC14: which of the two brings in the other does not change what conflicts', async () => {
  await fc.assert(
    fc.asyncProperty(steps(4), steps(8), steps(8), async (before, here, there) => {
      const { ours, theirs } = await apart(before, here, there)
      const one = await bringIn(ours, theirs)
      const other = await bringIn(theirs, ours)
      expect(conflictsOf(one)).toEqual(conflictsOf(other))
      await Promise.all([ours.shell.file.close(), theirs.shell.file.close()])
    }),
    { numRuns: 8 },
  )
}, 120_000)

type Brought = Awaited<ReturnType<typeof bringIn>>

function conflictsOf({ comparison }: Brought): string[] {
  return comparison.changes.flatMap(({ change }) => (change.state === 'conflict' ? [change.id] : [])).sort()
}

/** Every cell of a row that is in all three, as three texts. */
function* cells({ engine }: Pick<Started, 'engine'>, base: Rows, here: Rows, there: Rows) {
  const columns = columnsOf(sessionOf({ engine }).framework)
  for (const [name, shown] of Object.entries(columns)) {
    const collection = name as CollectionName
    const find = (rows: Rows, id: string) =>
      (rows[collection] as readonly AnyRow[]).find(row => row.id === id)
    for (const row of there[collection] as readonly AnyRow[]) {
      const [was, now] = [find(base, row.id), find(here, row.id)]
      if (!was || !now) continue
      for (const { id, fields } of shown) {
        const [b, h, t] = [was, now, row].map(each => JSON.stringify(fields.map(field => each[field])))
        yield { id: `${collection}:${row.id}:${id}`, collection, b, h, t }
      }
    }
  }
}

/** Changed on both sides, and differently. Ratings of one side only are compared with a blank one, which has tests of its own. */
function clashing(ours: Pick<Started, 'engine'>, base: Rows, here: Rows, there: Rows): string[] {
  return [
    ...cells(
      ours,
      withBlanks(base, here, there),
      withBlanks(here, base, there),
      withBlanks(there, base, here),
    ),
  ]
    .filter(({ b, h, t }) => b !== h && b !== t && h !== t)
    .map(({ id }) => id)
    .sort()
}

/** With a rating nobody touched where another has one, as long as its area is there. */
function withBlanks(rows: Rows, ...others: readonly Rows[]): Rows {
  const known = new Set<string>(rows.ratings.map(({ id }) => id))
  const missing = others
    .flatMap(other => other.ratings)
    .filter(
      ({ id, areaId }) => !known.has(id) && rows.areas.some(area => area.id === areaId) && known.add(id),
    )
  const blank = missing.map(rating => ({
    ...rating,
    state: 'not-discussed' as const,
    level: null,
    reason: '',
  }))
  return { ...rows, ratings: [...rows.ratings, ...blank] }
}

function wrongCells(
  ours: Pick<Started, 'engine'>,
  { base, was, now, there }: { base: Rows; was: Rows; now: Rows; there: Rows },
): string[] {
  const before = new Map([...cells(ours, base, was, there)].map(cell => [cell.id, cell]))
  return [...cells(ours, base, now, there)].flatMap(({ id, h, t }) => {
    const cell = before.get(id)
    if (!cell) return []
    return cell.b === cell.h
      ? h === t
        ? []
        : [`${id} should be ${t}`]
      : h === cell.h
        ? []
        : [`${id} was touched`]
  })
}

function sorted(rows: Rows) {
  return Object.fromEntries(
    Object.entries(rows).map(([name, list]) => [name, [...list].sort((a, b) => (a.id < b.id ? -1 : 1))]),
  )
}
