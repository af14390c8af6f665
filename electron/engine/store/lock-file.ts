import Database from 'better-sqlite3'

/** A lock that is held. */
export type HeldLock = { release(): void }

/**
 * Takes a lock that the system drops when this process dies, however it dies; `null` when somebody has it, here or in another
 * process. The file stays empty: only SQLite's lock on it counts.
 */
export function takeLock(path: string, waitMs = 0): HeldLock | null {
  const db = new Database(path, { timeout: waitMs })
  try {
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE; COMMIT')
    return { release: () => void db.close() }
  } catch (error) {
    db.close()
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return null
    throw error
  }
}
