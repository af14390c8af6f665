import type { CopyRequest } from '../../../shared/contract/copy-request.ts'
import type { Rows } from '../../../shared/model/snapshot.ts'
import { mayGoOut } from '../../../shared/rules/copies.ts'
import { redactedTables } from '../copies/redact-rows.ts'
import type { Session } from '../session.ts'
import { listAllRows, rowFromTable } from '../store/rows.ts'
import { findTable, tables } from '../store/tables.ts'
import { allFiles, filesOf, type HeldFile } from './held-files.ts'
import { historyPassages } from './history-passages.ts'
import { everything, type Passage, passagesOf } from './passage.ts'

/** What a copy holds: rows, what the history keeps of earlier ones, and files. A redacted one begins a history of its own. */
export function copyParts(
  session: Session,
  request: CopyRequest,
): { readonly passages: Iterable<Passage>; readonly files: readonly HeldFile[] } {
  const rows = listAllRows(session.db)
  const { framework } = session
  switch (request.kind) {
    case 'full':
      return { passages: wholePassages(session, rows), files: allFiles(session.db, rows) }
    case 'light':
      return { passages: wholePassages(session, rows), files: [] }
    case 'redacted': {
      const redacted = redactedRows(session, rows, request)
      const files = filesOf(rows.evidence.filter(mayGoOut))
      return { passages: passagesOf(everything(redacted), rows, framework), files }
    }
  }
}

function* wholePassages(session: Session, rows: Rows): Generator<Passage> {
  yield* passagesOf(everything(rows), rows, session.framework)
  yield* historyPassages(session.db, rows)
}

/** The rows as they will stand in the copy, mentions taken out. */
function redactedRows(session: Session, rows: Rows, request: CopyRequest): Rows {
  const redacted: Record<string, unknown[]> = Object.fromEntries(
    tables.map(({ collection }) => [collection, []]),
  )
  for (const { name, rows: raw } of redactedTables(session.db, rows, request, {
    uid: '',
    at: session.deps.now(),
  })) {
    const table = findTable(name)
    if (table) redacted[table.collection] = raw.map(row => rowFromTable(table, row))
  }
  return redacted as Rows
}
