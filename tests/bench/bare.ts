import Database from 'better-sqlite3'

/** SQLite alone with the workbook's pragmas and one row: what a change costs before anything of ours is added. */
export function bareTable(path: string) {
  const db = new Database(path)
  for (const pragma of [
    'page_size=16384',
    'locking_mode=EXCLUSIVE',
    'journal_mode=TRUNCATE',
    'synchronous=FULL',
  ]) {
    db.pragma(pragma)
  }
  db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, value TEXT) STRICT')
  db.exec(`INSERT INTO t (value) VALUES ('before')`)
  const set = db.prepare('UPDATE t SET value = ? WHERE id = 1')
  return {
    /** One row, one commit. */
    update: (value: number) => set.run(String(value)),
    close: () => db.close(),
  }
}
