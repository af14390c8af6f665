import type { Leaving } from '../../../shared/contract/identifier.ts'
import type { Rows } from '../../../shared/model/snapshot.ts'
import type { Session } from '../session.ts'
import { allFiles, type HeldFile } from './held-files.ts'
import { historyPassages } from './history-passages.ts'
import { everything, type Passage, passagesOf } from './passage.ts'

type CopyLeaving = Extract<Leaving, { readonly way: 'copy' }>

/** What a copy of this kind holds: rows, what the history keeps of earlier ones, and files. */
export function copyParts(
  session: Session,
  rows: Rows,
  { kind }: CopyLeaving,
): { readonly passages: Iterable<Passage>; readonly files: readonly HeldFile[] } {
  const files = kind === 'full' ? allFiles(session.db, rows) : []
  return { passages: passages(session, rows), files }
}

function* passages(session: Session, rows: Rows): Generator<Passage> {
  yield* passagesOf(everything(rows), rows, session.framework)
  yield* historyPassages(session.db, rows)
}
