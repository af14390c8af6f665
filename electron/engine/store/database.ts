import Database from 'better-sqlite3'

declare const writable: unique symbol

/** A handle that may only be read from. */
export type ReadableDb = Pick<Database.Database, 'prepare' | 'pragma' | 'name' | 'open'>

/** A handle that may also write. The brand keeps a reading function from being handed one by mistake the other way. */
export type WritableDb = Database.Database & { readonly [writable]: true }

/** `Nine`, in the header of every workbook. */
export const APPLICATION_ID = 0x4e696e65

/** Of every workbook, from its first byte on. */
export const PAGE_SIZE = 16_384

/**
 * Settings of every connection, set and read back on each open because a file may carry others and TRUNCATE is not
 * stored in it. Why these: docs/decisions/workbook-file.md (1,000 simulated power cuts).
 */
const PRAGMAS: readonly (readonly [name: string, set: string, expected: unknown])[] = [
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
  ['foreign_keys', 'ON', 1],
  ['temp_store', 'MEMORY', 2],
]

const WRITER_PRAGMAS: typeof PRAGMAS = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'TRUNCATE', 'truncate'],
  ['synchronous', 'FULL', 2],
]

/** Opens for reading. Nothing in the file can make this connection write. */
export function openForReading(path: string): ReadableDb & { close(): void } {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 250 })
  return closingOnFailure(db, () => setPragmas(db, PRAGMAS))
}

/**
 * Opens for writing and takes the file's lock for as long as the connection lives.
 * Throws `SQLITE_BUSY` when another process has it.
 */
export function openForWriting(path: string): WritableDb {
  const db = new Database(path, { fileMustExist: true, timeout: 250 })
  return closingOnFailure(db, () => {
    setPragmas(db, PRAGMAS)
    setPragmas(db, WRITER_PRAGMAS.slice(0, 1))
    db.exec('BEGIN EXCLUSIVE; COMMIT')
    setPragmas(db, WRITER_PRAGMAS.slice(1))
  }) as WritableDb
}

/** A new, empty workbook file with its page size and marks set before the first table. */
export function createDatabase(path: string): WritableDb {
  const db = new Database(path, { timeout: 250 })
  return closingOnFailure(db, () => {
    db.pragma(`page_size = ${PAGE_SIZE}`)
    setPragmas(db, PRAGMAS)
    setPragmas(db, WRITER_PRAGMAS)
    db.pragma(`application_id = ${APPLICATION_ID}`)
  }) as WritableDb
}

/**
 * A new, empty workbook file that nobody reads before it is finished: whoever made it sees to it that it is whole and on
 * the disk. It keeps no journal beside it, so that it may lose its name while it is written.
 */
export function createScratch(path: string): WritableDb {
  const db = new Database(path, { timeout: 250 })
  return closingOnFailure(db, () => {
    db.pragma(`page_size = ${PAGE_SIZE}`)
    setPragmas(db, PRAGMAS)
    setPragmas(db, [
      ['locking_mode', 'EXCLUSIVE', 'exclusive'],
      ['journal_mode', 'MEMORY', 'memory'],
      ['synchronous', 'OFF', 0],
    ])
    db.pragma(`application_id = ${APPLICATION_ID}`)
  }) as WritableDb
}

const statements = new WeakMap<object, Map<string, Database.Statement>>()

/** A prepared statement, made once per connection: preparing anew took most of the time of a small change. */
export function prepared(db: ReadableDb, sql: string): Database.Statement {
  let known = statements.get(db)
  if (!known) {
    known = new Map()
    statements.set(db, known)
  }
  let statement = known.get(sql)
  if (!statement) {
    statement = db.prepare(sql)
    known.set(sql, statement)
  }
  return statement
}

/** Lets go of a workbook. Its journal, which is only ever emptied, is taken away while the lock still is ours. */
export function closeWriting(db: WritableDb): void {
  try {
    db.pragma('journal_mode = DELETE')
  } catch {
    // A folder that vanished keeps nobody from closing; an empty journal does no harm.
  }
  db.close()
}

const transactions = new WeakMap<WritableDb, Database.Transaction<(work: () => unknown) => unknown>>()

/** Runs `work` in one transaction, or within the one under way; anything thrown rolls it back. */
export function inTransaction<T>(db: WritableDb, work: () => T): T {
  let transaction = transactions.get(db)
  if (!transaction) {
    transaction = db.transaction(work => work())
    transactions.set(db, transaction)
  }
  return transaction.immediate(work) as T
}

/** Whether the disk, and not what was asked, made a save fail. */
export function isDiskFault(error: unknown): boolean {
  return /^SQLITE_(IOERR|FULL)/.test(String((error as { code?: unknown } | null)?.code))
}

/**
 * Makes certain what is in the file after the disk failed at the end of a save: another save, of nothing new, writes the
 * journal and empties it again. Throws when the disk still fails.
 */
export function settle(db: WritableDb): void {
  db.pragma(`user_version = ${db.pragma('user_version', { simple: true })}`)
}

function setPragmas(db: Database.Database, pragmas: typeof PRAGMAS): void {
  for (const [name, value, expected] of pragmas) {
    db.pragma(`${name} = ${value}`)
    // Some builds do not know mmap_size: then there is nothing mapped either.
    const actual = db.pragma(name, { simple: true }) ?? expected
    if (actual !== expected)
      throw new Error(`SQLite keeps ${name} at ${String(actual)} instead of ${String(expected)}`)
  }
}

function closingOnFailure<T extends Database.Database>(db: T, setUp: () => void): T {
  try {
    setUp()
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
