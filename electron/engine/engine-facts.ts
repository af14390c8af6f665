import Database from 'better-sqlite3'
import type { EngineFacts } from '../../shared/contract/about.ts'
import { shippedFramework } from './framework.ts'
import { CURRENT_VERSION } from './store/migrations/list.ts'

/** What this engine runs on, and what it writes. */
export function engineFacts(): EngineFacts {
  const db = new Database(':memory:')
  try {
    const sqlite = db.prepare('SELECT sqlite_version()').pluck().get() as string
    const { id, version } = shippedFramework.framework
    return {
      node: process.versions.node,
      sqlite,
      schemaVersion: CURRENT_VERSION,
      framework: { id, version },
    }
  } finally {
    db.close()
  }
}
