import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { listChanges } from '../../../../electron/engine/store/change-log.ts'
import { checkHistory } from '../../../../electron/engine/store/check.ts'
import { sealOf } from '../../../../electron/engine/store/edits.ts'
import { first } from '../../../../electron/engine/store/migrations/0010-first.ts'
import { migrations } from '../../../../electron/engine/store/migrations/list.ts'
import type { Edit } from '../../../../shared/model/edit.ts'

const POSITION = /,\s*position INTEGER NOT NULL(?=[^;]*\) STRICT;)/

/** A workbook of a time when areas had no position, brought up to date the way a migration would. */
function grownUp(position: number) {
  const db = new Database(':memory:')
  const [before, areas, after] = split(first.sql)
  db.exec(`${before}${areas.replace(POSITION, '')}${after}`)
  for (const { sql } of migrations.slice(1)) db.exec(sql)
  db.pragma('foreign_keys = OFF')
  db.exec(`INSERT INTO area (id, kind, name) VALUES ('vale', 'place', 'Vale')`)
  const edit: Edit = {
    seq: 1,
    at: '2026-11-23T09:00:00.000Z',
    who: '',
    words: 'Added',
    kind: 'do',
    target: null,
    about: {},
  }
  db.exec(`INSERT INTO change (edit_seq, op, table_name, row_id, new_value)
    VALUES (1, 'insert', 'area', 'vale', '{"id":"vale","kind":"place","name":"Vale"}')`)
  db.prepare('INSERT INTO edit (seq, at, who, words, kind, hash) VALUES (1, ?, ?, ?, ?, ?)').run(
    edit.at,
    edit.who,
    edit.words,
    edit.kind,
    sealOf('', edit, listChanges(db, 1)),
  )
  db.exec('ALTER TABLE area ADD COLUMN position INTEGER NOT NULL DEFAULT 7')
  db.prepare('UPDATE area SET position = ?').run(position)
  return db
}

function split(sql: string): [string, string, string] {
  const start = sql.indexOf('CREATE TABLE area (')
  const end = sql.indexOf('STRICT;', start) + 'STRICT;'.length
  return [sql.slice(0, start), sql.slice(start, end), sql.slice(end)]
}

it('CK4: a column that came with a migration has its default in rows older than it', async () => {
  expect(await checkHistory(grownUp(7))).toEqual({ problems: [], editsChecked: 1 })
})

it('CK4: anything else in it is found', async () => {
  expect((await checkHistory(grownUp(8))).problems).toEqual([
    'A row of area (vale) is not what the history says.',
  ])
})
