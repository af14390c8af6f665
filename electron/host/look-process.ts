import { existsSync } from 'node:fs'
import type { WorkbookSummary } from '../../shared/contract/control.ts'
import { realDeps } from '../engine/deps.ts'
import { openSession } from '../engine/open.ts'
import { readHeader } from '../engine/store/header.ts'
import { CURRENT_VERSION } from '../engine/store/migrations/list.ts'
import { summaryOf } from '../engine/summary.ts'

/** What is asked: a glance for the list, or whether a file can be opened at all. */
export type LookAsked = { readonly id: number; readonly path: string; readonly what: 'glance' | 'open' }

/** What came of it. Refusals are told by whoever opens it. */
export type LookAnswer = { readonly id: number; readonly summary: WorkbookSummary | null }

/** Answers the host, which serves many workbooks and must not be held up by one file from who knows where. */
export function lookForOthers(): void {
  process.on('SIGINT', () => {})
  process.on('disconnect', () => process.exit(0))
  process.on('message', ({ id, path, what }: LookAsked) => {
    process.send?.({ id, summary: look(path, what) } satisfies LookAnswer)
  })
}

function look(path: string, what: LookAsked['what']): WorkbookSummary | null {
  try {
    if (what === 'glance' && !isQuick(path)) return null
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

/** Whether a glance is had without waiting or copying: nobody has it open, and it is of this version. */
function isQuick(path: string): boolean {
  const mark = path.replace(/([^/\\]+)$/, '~$$$1')
  return !existsSync(mark) && readHeader(path) === CURRENT_VERSION
}
