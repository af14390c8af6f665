import { basename } from 'node:path'
import type { BoardExport, Exported } from '../../shared/contract/export-request.ts'
import type { Edit } from '../../shared/model/edit.ts'
import type { Rows } from '../../shared/model/snapshot.ts'
import { APP_VERSION } from '../../shared/text/app-version.ts'
import { boardFileName } from '../../shared/text/file-names.ts'
import type { BoardInput } from './exchange/board/input.ts'
import { localDay } from './exchange/board/sheet-parts.ts'
import { exportBoard } from './exchange/board-export.ts'
import { edit, type Session } from './session.ts'
import { listEdits } from './store/edits.ts'
import { listAllRows, listRows } from './store/rows.ts'
import type { Tasks } from './tasks.ts'

/** How history says it; the next export counts changes from here. */
const EXPORTED = 'Exported the board workbook as '

/** Makes the board workbook at `to`, as a task that can be watched and cancelled, and notes it in history. */
export async function exportBoardWorkbook(
  session: Session,
  tasks: Tasks,
  to: string,
  options: BoardExport,
  signal?: AbortSignal,
): Promise<Exported> {
  const words = 'Making the board workbook'
  const { path, size, remarks } = await tasks.run({ words, unit: 'steps', total: 10, signal }, task =>
    exportBoard(boardInputOf(session, options), to, {
      signal: task.signal,
      onProgress: step => {
        task.say(`${words}: ${step.words}`)
        task.report(step.done, step.total)
      },
    }),
  )
  if (session.access.mode === 'edit')
    edit(session, undefined, { words: EXPORTED + basename(to), kind: 'note' }, () => {})
  return { path, size, files: 1, remarks: [...remarks] }
}

/** What the file is called unless the user says otherwise. */
export function suggestBoardName(session: Session): string {
  const [workbook] = listRows(session.db, 'workbook')
  return boardFileName(workbook!.systemName, workbook!.isRehearsal, localDay(session.deps.now()))
}

/** Everything the board workbook is made from, read in one go. */
function boardInputOf(session: Session, options: BoardExport): BoardInput {
  const edits = listEdits(session.db)
  const last = edits.findLast(({ kind, words }) => kind === 'note' && words.startsWith(EXPORTED))
  const { undoneBy } = session.stacks
  const rows = listAllRows(session.db)
  const since = last?.at ?? signedOffLast(rows)
  return {
    rows,
    framework: session.framework,
    roundId: null,
    options,
    today: localDay(session.deps.now()),
    changes: {
      since,
      edits: lastSaid(
        edits.filter(made => made.kind === 'do' && isAfter(made, last, since) && !undoneBy.has(made.seq)),
      ).map(({ at, who, words, about }) => ({ at, who, words, about })),
    },
    file: { name: basename(session.path), appVersion: APP_VERSION },
  }
}

/** Edits said in the same words, such as a reason mended three times, once: where they were said last. */
function lastSaid(edits: readonly Edit[]): Edit[] {
  const last = new Map(edits.map(made => [made.words, made.seq]))
  return edits.filter(made => last.get(made.words) === made.seq)
}

/** After the last export by number, since a clock may be put back; without one, after the last round by its moment. */
function isAfter(made: Edit, last: Edit | undefined, since: string | null): boolean {
  return last ? made.seq > last.seq : since === null || made.at > since
}

/** When the last round was signed off; `null` in the first. */
function signedOffLast(rows: Rows): string | null {
  const moments = rows.rounds.flatMap(round => round.signedOffAt ?? [])
  return moments.sort().at(-1) ?? null
}
