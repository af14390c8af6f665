import Database from 'better-sqlite3'
import { pick, type Random } from './schema-changes.ts'

const VALUES = [
  "''",
  "'x'",
  '0',
  '-1',
  '9',
  '1e308',
  'NULL',
  "x'00ff'",
  'zeroblob(70000)',
  "'9999-99-99'",
  "'=1+1'",
]

/** Changes one value of one row behind Ninefold's back, whatever the rules of its table say. Gives what it did. */
export function changeValue(path: string, random: Random): string {
  const db = new Database(path)
  db.unsafeMode(true)
  db.pragma('foreign_keys = OFF')
  db.pragma('ignore_check_constraints = ON')
  try {
    for (let attempt = 0; attempt < 50; attempt++) {
      const tables = db
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .pluck()
        .all()
      const table = pick(tables as string[], random)
      const columns = db.pragma(`table_info("${table}")`) as { name: string }[]
      const rows = db.prepare(`SELECT rowid FROM "${table}"`).pluck().all() as number[]
      if (rows.length === 0) continue
      const column = pick(columns, random).name
      const where = `WHERE rowid = ${pick(rows, random)}`
      const sql =
        random(8) === 0
          ? `DELETE FROM "${table}" ${where}`
          : `UPDATE "${table}" SET "${column}" = ${someValue(table, column, random)} ${where}`
      try {
        db.exec(sql)
        return sql
      } catch {
        // STRICT keeps some out.
      }
    }
    return 'nothing'
  } finally {
    db.close()
  }
}

function someValue(table: string, column: string, random: Random): string {
  if (random(3) > 0) return pick(VALUES, random)
  return `(SELECT "${column}" FROM "${table}" ORDER BY rowid LIMIT 1 OFFSET ${random(20)})`
}
