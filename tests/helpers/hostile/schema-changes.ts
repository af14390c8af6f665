import Database from 'better-sqlite3'

export type Random = (below: number) => number

/** SQL by which a program of someone else would change a workbook, run with every protection off. */
export type SchemaChange = { readonly kind: string; readonly sql: string }

type Place = { readonly table: string; readonly column: string; readonly index: string }

const VIRTUAL = [
  'fts5(text)',
  'fts4(text)',
  'fts3(text)',
  'rtree(id, a, b)',
  'geopoly(a)',
  'dbstat',
  'fts5vocab(x, row)',
]

const CALLS = [
  "load_extension('/tmp/x.so')",
  'randomblob(1000000000)',
  "printf('%.*c', 1000000000, 'x')",
  "fts3_tokenizer('a')",
]

/** Ways to change a schema, each at a place of the workbook. Those that read `sqlite_schema` need writing to it. */
const KINDS: Readonly<Record<string, (at: Place, random: Random) => string>> = {
  'a trigger': ({ table }, random) => {
    const when = pick(['BEFORE', 'AFTER'], random)
    const what = pick(['INSERT', 'UPDATE', 'DELETE'], random)
    return `CREATE TRIGGER t${random(99)} ${when} ${what} ON "${table}" BEGIN DELETE FROM vote; END`
  },
  'a trigger instead of a write to a view': () =>
    `CREATE VIEW v AS SELECT * FROM rating; CREATE TRIGGER t INSTEAD OF UPDATE ON v BEGIN SELECT 1; END`,
  'a trigger that never ends': ({ table }) =>
    `CREATE TRIGGER t AFTER UPDATE ON "${table}" BEGIN SELECT count(*) FROM (${endless}); END`,
  'a trigger under a name of ours': ({ table, column }) =>
    `CREATE TRIGGER log_update_${table}_${column} AFTER UPDATE ON "${table}" BEGIN SELECT 1; END`,
  'a view': () => 'CREATE VIEW v AS SELECT 1',
  'an endless view in the place of a table': ({ table }) =>
    `${rename(table)}; CREATE VIEW "${table}" AS ${endless}`,
  'a view of the table in its place': ({ table }) =>
    `${rename(table)}; CREATE VIEW "${table}" AS SELECT * FROM "${table}_was"`,
  'a virtual table': (_, random) => `CREATE VIRTUAL TABLE f USING ${pick(VIRTUAL, random)}`,
  'a virtual table in the place of a table': ({ table, column }, random) =>
    `${rename(table)}; CREATE VIRTUAL TABLE "${table}" USING fts5(${column}${random(9)})`,
  'a virtual table by its words alone': ({ table }, random) =>
    write(
      `UPDATE sqlite_schema SET sql = 'CREATE VIRTUAL TABLE "${table}" USING ${pick(VIRTUAL, random)}', rootpage = 0 WHERE name = '${table}'`,
    ),
  'a generated column': ({ table, column }) =>
    `ALTER TABLE "${table}" ADD COLUMN mine TEXT AS (upper("${column}"))`,
  'a column': ({ table }, random) => `ALTER TABLE "${table}" ADD COLUMN mine${random(9)} TEXT`,
  'a column with a default that calls': ({ table }, random) =>
    changeSql(table, ') STRICT', `, mine ANY DEFAULT (${pick(CALLS, random)})) STRICT`),
  'a check that calls': ({ table }, random) =>
    changeSql(table, ') STRICT', `, CHECK (${pick(CALLS, random)} IS NOT NULL)) STRICT`),
  'an expression index': ({ table, column }) => `CREATE INDEX i ON "${table}" (lower("${column}"))`,
  'a partial index': ({ table, column }) =>
    `CREATE INDEX i ON "${table}" ("${column}") WHERE "${column}" > 1`,
  'an index': ({ table, column }) => `CREATE INDEX "i ${column}" ON "${table}" ("${column}")`,
  'a collation': ({ table }) => changeSql(table, ' TEXT NOT NULL', ' TEXT COLLATE NOCASE NOT NULL'),
  'a collation nobody has': ({ table }) => changeSql(table, ' TEXT NOT NULL', ' TEXT COLLATE mine NOT NULL'),
  'a renamed table': ({ table }) => rename(table),
  'a renamed column': ({ table, column }) => `ALTER TABLE "${table}" RENAME COLUMN "${column}" TO mine`,
  'two names exchanged': () =>
    'ALTER TABLE area RENAME TO x; ALTER TABLE round RENAME TO area; ALTER TABLE x RENAME TO round',
  'a dropped table': ({ table }) => `DROP TABLE "${table}"`,
  'a dropped index': ({ index }) => `DROP INDEX "${index}"`,
  'a dropped column': ({ table, column }) => changeColumn(table, column, ''),
  'another type': ({ table }) => changeSql(table, ' TEXT NOT NULL', ' BLOB NOT NULL'),
  'no NOT NULL': ({ table }) => changeSql(table, ' NOT NULL', ''),
  'no STRICT': ({ table }) => changeSql(table, ') STRICT', ')'),
  'WITHOUT ROWID': ({ table }) => changeSql(table, ') STRICT', ') STRICT, WITHOUT ROWID'),
  'other references': ({ table }) => changeSql(table, 'REFERENCES', 'REFERENCES edit (seq) REFERENCES'),
  'a cascade': ({ table }) => changeSql(table, ' DEFERRABLE', ' ON DELETE CASCADE DEFERRABLE'),
  'a comment': ({ table }, random) => changeSql(table, 'CREATE TABLE', `CREATE /* ${random(99)} */ TABLE`),
  'a space more': ({ table }) => changeSql(table, 'CREATE TABLE', 'CREATE  TABLE'),
  'other letters': ({ table }) => changeSql(table, 'CREATE TABLE', 'create table'),
  'a zero in the words': ({ table }) =>
    write(`UPDATE sqlite_schema SET sql = sql || char(0) || 'x' WHERE name = '${table}'`),
  'words as bytes': ({ table }) =>
    write(`UPDATE sqlite_schema SET sql = CAST(sql AS BLOB) WHERE name = '${table}'`),
  'no words at all': ({ table }) => write(`UPDATE sqlite_schema SET sql = NULL WHERE name = '${table}'`),
  'words that mean nothing': ({ table }) =>
    write(`UPDATE sqlite_schema SET sql = 'CREATE nonsense' WHERE name = '${table}'`),
  'words that select': ({ table }) =>
    write(
      `UPDATE sqlite_schema SET sql = 'CREATE TABLE "${table}" AS ${endless.replaceAll("'", "''")}' WHERE name = '${table}'`,
    ),
  'another table': (_, random) => `CREATE TABLE mine${random(99)} (id TEXT)`,
  'a table of statistics': ({ table, index }) =>
    `CREATE TABLE x (id INTEGER); ANALYZE; UPDATE sqlite_stat1 SET stat = '99999999 1' WHERE tbl = '${table}' OR idx = '${index}'; DROP TABLE x`,
  'statistics by hand': () =>
    write(
      `INSERT INTO sqlite_schema SELECT 'table', 'sqlite_stat4', 'sqlite_stat4', rootpage, 'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)' FROM sqlite_schema WHERE name = 'vote'`,
    ),
  'a table of sequences': () =>
    'CREATE TABLE mine (id INTEGER PRIMARY KEY AUTOINCREMENT); INSERT INTO mine DEFAULT VALUES; DROP TABLE mine',
  'another root page': ({ table }, random) =>
    write(
      `UPDATE sqlite_schema SET rootpage = ${pick([0, 1, -1, 2_147_483_647, 100_000], random)} WHERE name = '${table}'`,
    ),
  'two tables on one root page': ({ table }) =>
    write(
      `UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = '${table === 'edit' ? 'change' : 'edit'}') WHERE name = '${table}'`,
    ),
  'an index on the root page of a table': ({ index }) =>
    write(
      `UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'edit') WHERE name = '${index}'`,
    ),
  'a table twice': ({ table }) =>
    write(`INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name = '${table}'`),
  'a trigger by its words alone': ({ table }) =>
    write(
      `INSERT INTO sqlite_schema VALUES ('trigger', 't', '${table}', 0, 'CREATE TRIGGER t AFTER UPDATE ON "${table}" BEGIN SELECT 1; END')`,
    ),
  'a row of another kind': () =>
    write("INSERT INTO sqlite_schema VALUES ('thing', 'x', 'x', 0, 'CREATE TABLE x (id)')"),
  'a table that goes by another name': ({ table }) =>
    write(`UPDATE sqlite_schema SET tbl_name = 'mine' WHERE name = '${table}'`),
  'a row less': ({ index }) => write(`DELETE FROM sqlite_schema WHERE name = '${index}'`),
}

/** The names of the kinds, for tests that try each. */
export const schemaKinds = Object.keys(KINDS)

/** A change of this kind at a place that `random` picks among the tables of `db`. */
export function schemaChange(path: string, kind: string, random: Random): SchemaChange {
  return { kind, sql: KINDS[kind]!(placeIn(path, random), random) }
}

/** Makes the change behind Ninefold's back. False when SQLite itself would not have it, and nothing was changed. */
export function changeSchema(path: string, { sql }: SchemaChange): boolean {
  const db = new Database(path)
  db.unsafeMode(true)
  const before = all(db)
  try {
    db.pragma('foreign_keys = OFF')
    db.pragma('legacy_alter_table = ON')
    db.exec(sql)
    return JSON.stringify(all(db)) !== JSON.stringify(before)
  } catch (error) {
    // Some are only seen to be nonsense when the schema is read again, and are in the file by then.
    if (/malformed|no such|unable to open/.test((error as Error).message)) return isWritten(path, before)
    return false
  } finally {
    db.close()
  }
}

function all(db: Database.Database): unknown {
  return db.prepare('SELECT * FROM sqlite_schema').all()
}

function isWritten(path: string, before: unknown): boolean {
  const db = new Database(path, { readonly: true })
  try {
    return JSON.stringify(all(db)) !== JSON.stringify(before)
  } catch {
    return true
  } finally {
    db.close()
  }
}

const endless = 'WITH RECURSIVE r(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM r) SELECT * FROM r'

function rename(table: string): string {
  return `ALTER TABLE "${table}" RENAME TO "${table}_was"`
}

function write(sql: string): string {
  return `PRAGMA writable_schema = ON; ${sql}; PRAGMA writable_schema = RESET`
}

function changeSql(table: string, from: string, to: string): string {
  return write(
    `UPDATE sqlite_schema SET sql = replace(sql, '${from}', '${to.replaceAll("'", "''")}') WHERE name = '${table}' AND type = 'table'`,
  )
}

function changeColumn(table: string, column: string, to: string): string {
  return write(
    `UPDATE sqlite_schema SET sql = replace(sql, '${column} TEXT NOT NULL,', '${to}') WHERE name = '${table}' AND type = 'table'`,
  )
}

function placeIn(path: string, random: Random): Place {
  const db = new Database(path, { readonly: true })
  try {
    const names = (type: string) =>
      db
        .prepare('SELECT name FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL ORDER BY name')
        .pluck()
        .all(type) as string[]
    const table = pick(names('table'), random)
    const columns = db.pragma(`table_info("${table}")`) as { name: string }[]
    return { table, column: pick(columns, random).name, index: pick(names('index'), random) }
  } finally {
    db.close()
  }
}

/** One of these. */
export function pick<T>(from: readonly T[], random: Random): T {
  return from[random(from.length)]!
}

/** The same numbers every time, so that what is found can be found again. */
export function randomly(seed: number): Random {
  let state = seed
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
