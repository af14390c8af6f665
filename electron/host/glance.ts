import { existsSync } from 'node:fs'
import type { WorkbookSummary } from '../../shared/contract/control.ts'
import { realDeps } from '../engine/deps.ts'
import { openSession } from '../engine/open.ts'
import { readHeader } from '../engine/store/header.ts'
import { CURRENT_VERSION } from '../engine/store/migrations/list.ts'
import { summaryOf } from '../engine/summary.ts'

/** A glance at a workbook nobody has open; null when it cannot be had without waiting or copying. */
export function glanceAt(path: string): WorkbookSummary | null {
  const mark = path.replace(/([^/\\]+)$/, '~$$$1')
  if (existsSync(mark)) return null
  try {
    // A file of an earlier version is read from a copy.
    if (readHeader(path) < CURRENT_VERSION) return null
    const session = openSession(path, { name: '', role: '' }, 'read', realDeps)
    try {
      return summaryOf(session)
    } finally {
      session.close()
    }
  } catch {
    return null
  }
}
