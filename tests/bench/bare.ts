import Database from 'better-sqlite3'

/** SQLite alone with the workbook's pragmas: what a change costs before anything of ours is added. */
export function bareTable(path: string, rows: number) {
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
  const insert = db.prepare('INSERT INTO t (value) VALUES (?)')
  db.transaction(() => {
    for (let row = 0; row < rows; row++) insert.run('before')
  })()
  const set = db.prepare('UPDATE t SET value = ? WHERE id = ?')
  return {
    /** One row, one commit. */
    update: (value: number) => set.run(String(value), 1),
    /** Every row in one transaction. */
    updateAll: (value: number) =>
      db.transaction(() => {
        for (let row = 1; row <= rows; row++) set.run(String(value), row)
      })(),
    close: () => db.close(),
  }
}
