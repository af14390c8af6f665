import type { CheckReport } from '../../shared/contract/control.ts'
import { refOf } from '../../shared/text/names.ts'
import { verifyContent } from './exchange/files.ts'
import type { Session } from './session.ts'
import { checkHistory } from './store/check.ts'
import { listRows } from './store/rows.ts'

/**
 * Everything that can be checked of an open workbook: SQLite's own integrity, the history's seals and replay, and the
 * hash of every evidence file. Changes nothing.
 */
export async function checkSession(session: Session): Promise<CheckReport> {
  const problems: string[] = []
  const structure = session.db.pragma('integrity_check(20)') as { integrity_check: string }[]
  for (const { integrity_check: line } of structure) {
    if (line !== 'ok') problems.push(`The file is damaged: ${line}.`)
  }
  const history = checkHistory(session.db)
  problems.push(...history.problems)
  const files = listRows(session.db, 'evidence').filter(item => item.kind === 'file')
  for (const item of files) {
    const state = await verifyContent(session.db, item.contentHash)
    if (state !== 'ok') problems.push(`${refOf('evidence', item.ref)} ${item.title}: its file is ${state}.`)
  }
  return {
    ok: problems.length === 0,
    problems,
    evidenceChecked: files.length,
    editsChecked: history.editsChecked,
  }
}
