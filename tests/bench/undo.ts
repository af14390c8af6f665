import { join } from 'node:path'
import { bareTable } from './bare.ts'
import { measure, type Row } from './measure.ts'
import { openBench } from './workbook.ts'

const ACTIONS = 1000

/** `undo-1k`: undo, and in turn redo, of one edit that changed a thousand cells. */
export async function benchUndo(runs: number): Promise<Row[]> {
  const { page, key, folder, close } = await openBench()
  const { areaId, principleId } = key
  const titles = Array.from({ length: ACTIONS }, (_, index) => `Action ${index}`)
  await page.action.addMany({ actions: titles.map(title => ({ areaId, principleId, title, set: {} })) })
  const { actions } = (await page.workbook.read()).rows
  await page.action.setMany({ changes: actions.map(({ id }) => ({ id, set: { owner: 'Someone' } })) })

  const bare = bareTable(join(folder, 'bare.db'), ACTIONS)
  const turn = (run: number) => (run % 2 === 0 ? page.edit.undo() : page.edit.redo())
  const row = await measure('undo-1k', 3, runs, { ours: turn, theirs: run => bare.updateAll(run) })
  bare.close()
  await close()
  return [row]
}
