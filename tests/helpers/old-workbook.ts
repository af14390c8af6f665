import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createSampleFile } from '../../electron/engine/sample/sample.ts'
import { createDatabase } from '../../electron/engine/store/database.ts'
import { migrate } from '../../electron/engine/store/migrations/list.ts'

/**
 * Makes the sample workbook as the build of an older version made it: its own schema, then every row that build would
 * have written, history and files included. `of`: another workbook than the sample.
 */
export function createOldWorkbook(path: string, version: number, of?: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'ninefold-old-'))
  const sample = of ?? join(folder, 'sample.ninefold')
  if (of === undefined) createSampleFile(sample)
  const db = createDatabase(path)
  try {
    migrate(db, version)
    db.prepare('ATTACH ? AS today').run(sample)
    const names = db.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table'").pluck().all()
    db.exec('BEGIN')
    for (const name of names as string[]) {
      const columns = (db.pragma(`main.table_info("${name}")`) as { name: string }[])
        .map(column => `"${column.name}"`)
        .join(', ')
      db.exec(`INSERT INTO main."${name}" (${columns}) SELECT ${columns} FROM today."${name}" ORDER BY rowid`)
    }
    db.exec('COMMIT')
    db.exec('DETACH today')
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
    rmSync(`${path}-journal`, { force: true })
  }
}

/** What the tables of an older version hold, every one of them, as SQLite has it. */
export function tablesOf(path: string): Record<string, unknown[]> {
  const db = new Database(path, { readonly: true })
  try {
    const names = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all()
    return Object.fromEntries(
      (names as string[]).map(name => [name, db.prepare(`SELECT * FROM "${name}" ORDER BY rowid`).all()]),
    )
  } finally {
    db.close()
  }
}
