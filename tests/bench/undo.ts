import { join } from 'node:path'
import type Database from 'better-sqlite3'
import type { Action } from '../../shared/model/action.ts'
import { builtEngine } from './built-engine.ts'
import { measure, type Row } from './measure.ts'
import type { Scale } from './scale.ts'
import { type Bench, openBench } from './workbook.ts'

/** `undo-1k`: undo, and in turn redo, of one edit that changed a thousand cells. */
export async function benchUndo(scale: Scale): Promise<Row[]> {
  const bench = await openBench()
  const { page, close } = bench
  await bench.addActions(scale.of(1000))
  const { actions } = (await page.workbook.read()).rows
  await page.action.setMany({ changes: actions.map(({ id }) => ({ id, set: { owner: 'Someone' } })) })
  const bare = await sameRowsBare(bench, actions)
  const turn = (run: number) => (run % 2 === 0 ? page.edit.undo() : page.edit.redo())
  const row = await measure('undo-1k', 3, scale.runs(21), { ours: turn, theirs: bare.write })
  bare.close()
  await close()
  return [row]
}

/**
 * The rows an undo writes, written by SQLite alone into a copy of the same workbook with the same settings: the rows of
 * the plan, two lines of the log for each (the cell, and when its action was changed) and the edit. No trigger, no seal.
 */
async function sameRowsBare({ engine, folder }: Bench, actions: readonly Action[]) {
  const { openForWriting } = await builtEngine()
  const path = join(folder, 'bare.ninefold')
  await (engine.state.session!.db as Database.Database).backup(path)
  const db = openForWriting(path)
  const set = db.prepare('UPDATE action SET owner = ?, updated_at = ? WHERE id = ?')
  const log = db.prepare(
    "INSERT INTO change (edit_seq, op, table_name, row_id, column_name, old_value, new_value) VALUES (?, 'update', 'action', ?, ?, ?, ?)",
  )
  const note = db.prepare(
    "INSERT INTO edit (seq, at, who, words, kind, target, hash) SELECT ?, at, who, words, 'undo', ?, hash FROM edit WHERE seq = 3",
  )
  let seq = db.prepare('SELECT max(seq) FROM edit').pluck().get() as number
  return {
    write() {
      seq++
      db.transaction(() => {
        for (const { id, owner, updatedAt } of actions) {
          set.run(owner, updatedAt, id)
          log.run(seq, id, 'owner', 'Someone', owner)
          log.run(seq, id, 'updated_at', updatedAt, updatedAt)
        }
        note.run(seq, seq - 1)
      })()
    },
    close: () => db.close(),
  }
}
