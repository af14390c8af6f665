import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowsAsAt, sealAt } from '../../../../electron/engine/store/as-at.ts'
import { listEditsAfter } from '../../../../electron/engine/store/edits.ts'
import { listAllRows } from '../../../../electron/engine/store/rows.ts'
import type { Rows } from '../../../../shared/model/snapshot.ts'
import { startWorkbook } from '../../../helpers/engine.ts'

type Started = Awaited<ReturnType<typeof startWorkbook>>

describe('the workbook as it stood', () => {
  it('AC1: after any edit, undone, redone and gone back to, in the order it had then', async () => {
    const pick = fc.nat(9)
    const step = fc.oneof(
      fc.record({ do: fc.constant('rate' as const), level: fc.constantFrom(0, 2, 4, null), pick }),
      fc.record({ do: fc.constant('act' as const), pick }),
      fc.record({ do: fc.constant('update' as const), pick, day: fc.integer({ min: 10, max: 12 }) }),
      fc.record({ do: fc.constant('status' as const), pick }),
      fc.record({ do: fc.constant('drop' as const), pick }),
      fc.record({ do: fc.constant('place' as const), pick }),
      fc.record({ do: fc.constant('link' as const), pick }),
      fc.record({ do: fc.constant('undo' as const) }),
      fc.record({ do: fc.constant('redo' as const) }),
      fc.record({ do: fc.constant('back' as const), pick }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async steps => {
        const started = await startWorkbook()
        const stood = new Map([[lastSeq(started), rowsOf(started)]])
        for (const each of steps) {
          await run(started, each).catch(() => {})
          stood.set(lastSeq(started), rowsOf(started))
        }
        const { db } = started.engine.state.session!
        for (const [seq, rows] of stood) expect(rowsAsAt(db, seq), `after edit ${seq}`).toEqual(rows)
        for (const { seq, hash } of listEditsAfter(db, 0, 100)) expect(sealAt(db, seq)).toBe(hash)
        await started.shell.file.close()
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('AC1: before the first edit there is nothing, and no seal', async () => {
    const { db } = (await startWorkbook()).engine.state.session!
    expect(Object.values(rowsAsAt(db, 0)).flat()).toEqual([])
    expect(sealAt(db, 0)).toBeNull()
    expect(sealAt(db, 2)).toBeNull()
  })
})

type Step =
  | { do: 'rate'; level: 0 | 2 | 4 | null; pick: number }
  | { do: 'update'; pick: number; day: number }
  | { do: 'act' | 'status' | 'drop' | 'place' | 'link' | 'back'; pick: number }
  | { do: 'undo' }
  | { do: 'redo' }

async function run(started: Started, step: Step): Promise<unknown> {
  const { page, key, principle } = started
  const { actions, areas } = rowsOf(started)
  if (step.do === 'undo') return page.edit.undo()
  if (step.do === 'redo') return page.edit.redo()
  const area = areas[step.pick % areas.length]!
  const action = actions[step.pick % Math.max(1, actions.length)]
  const tied = { areaIds: [area.id], principleIds: [principle.id], actionIds: action ? [action.id] : [] }
  switch (step.do) {
    case 'rate':
      return page.rating.set({ ...key, areaId: area.id, set: { level: step.level } })
    case 'act':
      return page.action.add({ areaId: area.id, principleId: principle.id, title: 'Do', set: {} })
    case 'update': {
      const said = { on: `2026-11-${step.day}`, text: 'Said', statusId: null }
      return action && page.action.addUpdate({ actionId: action.id, ...said })
    }
    case 'status':
      return action && page.action.set({ id: action.id, set: { statusId: 'waiting', owner: 'Someone' } })
    case 'drop':
      return action && page.action.remove({ ids: [action.id] })
    case 'place':
      return area.kind === 'place'
        ? page.area.removePlace({ id: area.id })
        : page.area.addPlace({ name: `Place ${areas.length}` })
    case 'link':
      return page.evidence.addLink({ url: 'https://example.org/', targets: tied })
    case 'back':
      return page.edit.backTo({ seq: 1 + (step.pick % lastSeq(started)) })
  }
}

function rowsOf({ engine }: Started): Rows {
  return listAllRows(engine.state.session!.db)
}

function lastSeq({ engine }: Started): number {
  return engine.state.session?.lastEdit?.seq ?? 0
}
