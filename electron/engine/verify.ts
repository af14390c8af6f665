import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CheckReport } from '../../shared/model/check.ts'
import { refOf } from '../../shared/text/names.ts'
import { isAbort } from './exchange/file-trouble.ts'
import { verifyContent } from './exchange/files.ts'
import type { Session } from './session.ts'
import { checkHistory } from './store/check.ts'
import { PAGE_SIZE, type ReadableDb } from './store/database.ts'
import { listRows } from './store/rows.ts'

/** So much of a file is looked at in one go without anyone noticing; of a larger one, a table a turn. */
const AT_ONCE_BYTES = 32 * 1024 * 1024

/** Everything that can be checked of an open workbook: SQLite's own integrity, then the content. Changes nothing. */
export async function checkSession(session: Session): Promise<CheckReport> {
  return withDamage(damageIn(session.db, 'integrity_check(20)'), () => checkContent(session))
}

/**
 * The same while people go on: the structure of all tables but the pieces of a large file's evidence, whose hashes are held
 * against what they should be anyway; then the content. Takes turns with other work.
 */
export async function checkInTurns(session: Session, signal?: AbortSignal): Promise<CheckReport> {
  const { db } = session
  const size = (db.pragma('page_count', { simple: true }) as number) * PAGE_SIZE
  if (size <= AT_ONCE_BYTES)
    return withDamage(damageIn(db, 'quick_check(20)'), () => checkContent(session, signal))
  const names = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'chunk'")
    .pluck()
    .all()
  const damage: string[] = []
  for (const name of names as string[]) {
    signal?.throwIfAborted()
    damage.push(...damageIn(db, `quick_check("${name}")`))
    await nextTurn()
  }
  return withDamage(damage, () => checkContent(session, signal))
}

/** Of a damaged structure not everything can be read: then what was seen of it is the answer. */
async function withDamage(
  damage: readonly string[],
  check: () => Promise<CheckReport>,
): Promise<CheckReport> {
  const seen = damage.map(line => `The file is damaged: ${line}.`)
  try {
    const content = await check()
    const problems = [...seen, ...content.problems]
    return { ...content, ok: problems.length === 0, problems }
  } catch (error) {
    if (seen.length === 0 || isAbort(error)) throw error
    return { ok: false, problems: seen, evidenceChecked: 0, editsChecked: 0, filesLeftOut: 0 }
  }
}

/** What SQLite says of the structure, a line each; nothing when it is sound. */
function damageIn(db: ReadableDb, pragma: string): string[] {
  const rows = db.pragma(pragma) as Record<string, string>[]
  const lines = rows.flatMap(row => Object.values(row)).flatMap(text => text.split('\n'))
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
