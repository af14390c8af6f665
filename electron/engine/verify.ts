import type { CheckReport } from '../../shared/model/check.ts'
import { refOf } from '../../shared/text/names.ts'
import { verifyContent } from './exchange/files.ts'
import type { Session } from './session.ts'
import { checkHistory } from './store/check.ts'
import type { ReadableDb } from './store/database.ts'
import { listRows } from './store/rows.ts'

/** Everything that can be checked of an open workbook: SQLite's own integrity, then the content. Changes nothing. */
export async function checkSession(session: Session): Promise<CheckReport> {
  const damage = damageIn(session.db)
  const content = await checkContent(session)
  const problems = [...damage.map(line => `The file is damaged: ${line}.`), ...content.problems]
  return { ...content, ok: problems.length === 0, problems }
}

/** What SQLite says of the structure, a line each; nothing when it is sound. */
function damageIn(db: ReadableDb): string[] {
  const rows = db.pragma('integrity_check(20)') as { integrity_check: string }[]
  const lines = rows.flatMap(row => row.integrity_check.split('\n'))
  return lines.filter(line => line !== 'ok' && !line.startsWith('***')).slice(0, 20)
}

/**
 * Whether the content is what was written: the history's seals and replay, and the hash of every evidence file. Takes
 * turns with other work, so that people can go on meanwhile.
 */
export async function checkContent(session: Session, signal?: AbortSignal): Promise<CheckReport> {
  const history = await checkHistory(session.db, signal)
  const problems = [...history.problems]
  const files = listRows(session.db, 'evidence').filter(item => item.kind === 'file')
  const leftOut = new Set(listRows(session.db, 'leftOutFiles').map(({ id }) => id))
  const missing = new Set<string>()
  for (const item of files) {
    const state = await verifyContent(session.db, item.contentHash, signal)
    if (state === 'missing' && leftOut.has(item.contentHash)) missing.add(item.contentHash)
    else if (state !== 'ok')
      problems.push(`${refOf('evidence', item.ref)} ${item.title}: its file is ${state}.`)
  }
  return {
    ok: problems.length === 0,
    problems,
    evidenceChecked: files.filter(({ contentHash }) => !missing.has(contentHash)).length,
    filesLeftOut: missing.size,
    editsChecked: history.editsChecked,
  }
}
