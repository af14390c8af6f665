import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import type { WritableDb } from '../../../../../electron/engine/store/database.ts'
import { migrate } from '../../../../../electron/engine/store/migrations/list.ts'
import { nextRef } from '../../../../../electron/engine/store/refs.ts'

function indexesOf(db: WritableDb): string[] {
  const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL").pluck()
  return names.all() as string[]
}

it('SC6: what is asked of large workbooks finds its rows, in older files too, and what was removed is still known', () => {
  const db = new Database(':memory:') as WritableDb
  migrate(db, 60)
  const before = indexesOf(db)
  db.pragma('foreign_keys = OFF')
  db.exec(`
    INSERT INTO change (edit_seq, op, table_name, row_id, old_value) VALUES
      (1, 'delete', 'action', 'a', '{"ref": 41}'), (1, 'delete', 'evidence', 'e', '{"ref": 7}');
    INSERT INTO change (edit_seq, op, table_name, row_id, new_value) VALUES (1, 'insert', 'action', 'b', '{"ref": 99}');
  `)
  migrate(db, 80)
  expect(indexesOf(db).filter(name => !before.includes(name))).toEqual([
    'change_removed',
    'evidence_content',
    'content_pending',
  ])
  expect([nextRef(db, 'action'), nextRef(db, 'evidence')]).toEqual([42, 8])
  const plan = db.prepare("EXPLAIN QUERY PLAN SELECT 1 FROM content WHERE state = 'pending' LIMIT 1").all()
  expect(plan).toMatchObject([{ detail: expect.stringContaining('content_pending') }])
})
