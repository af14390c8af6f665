import { basename } from 'node:path'
import type { BoardExport, Exported } from '../../shared/contract/export-request.ts'
import type { Edit } from '../../shared/model/edit.ts'
import type { SentFile } from '../../shared/model/sent-file.ts'
import type { Rows } from '../../shared/model/snapshot.ts'
import { openRoundOf } from '../../shared/rules/select.ts'
import { APP_VERSION } from '../../shared/text/app-version.ts'
import { boardFileName } from '../../shared/text/file-names.ts'
import type { BoardInput } from './exchange/board/input.ts'
import { localDay } from './exchange/board/sheet-parts.ts'
import { exportBoard } from './exchange/board-export.ts'
import { marksFor, NOT_NOTED, sentFileOf } from './sent-marks.ts'
import { edit, type Session } from './session.ts'
import { listEdits } from './store/edits.ts'
import { insertRow, listAllRows, listRows } from './store/rows.ts'
import type { Tasks } from './tasks.ts'

/** Makes the board workbook at `to`, as a task that can be watched and cancelled, and notes it in history. */
export async function exportBoardWorkbook(
  session: Session,
  tasks: Tasks,
  to: string,
  options: BoardExport,
  signal?: AbortSignal,
): Promise<Exported> {
  const words = 'Making the board workbook'
  const input = boardInputOf(session, options)
  const made = await tasks.run({ words, unit: 'steps', total: 10, signal }, task =>
    exportBoard(input, to, {
      signal: task.signal,
      onProgress: step => {
        task.say(`${words}: ${step.words}`)
        task.report(step.done, step.total)
      },
    }),
  )
  const canNote = session.access.mode === 'edit'
  if (canNote)
    edit(session, undefined, { words: `Exported the board workbook as ${basename(to)}`, kind: 'note' }, db =>
      insertRow(db, 'sentFiles', sentFileOf(input.sent!, made, basename(to))),
    )
  return {
    path: made.path,
    size: made.size,
    files: 1,
    remarks: canNote ? [...made.remarks] : [...made.remarks, NOT_NOTED],
  }
}

/** What the file is called unless the user says otherwise. */
export function suggestBoardName(session: Session): string {
  const [workbook] = listRows(session.db, 'workbook')
  return boardFileName(workbook!.systemName, workbook!.isRehearsal, localDay(session.deps.now()))
}

/** Everything the board workbook is made from, read in one go. */
function boardInputOf(session: Session, options: BoardExport): BoardInput {
  const edits = listEdits(session.db)
  const { undoneBy } = session.stacks
  const rows = listAllRows(session.db)
  const last = lastOf(rows.sentFiles.filter(({ kind }) => kind === 'board'))
  const since = last?.madeAt ?? signedOffLast(rows)
  const round = openRoundOf(rows) ?? [...rows.rounds].sort((a, b) => a.position - b.position).at(-1)!
  return {
    rows,
    framework: session.framework,
    roundId: round.id,
    options,
    sent: marksFor(session, {
      kind: 'board',
      forWhom: '',
      view: options.view,
      readers: options.readers,
      roundId: round.id,
      areaId: null,
      hasRatings: false,
    }),
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
function isAfter(made: Edit, last: SentFile | undefined, since: string | null): boolean {
  return last ? made.seq > last.editSeq : since === null || made.at > since
}

/** The one that was made from the newest edit. */
function lastOf(files: readonly SentFile[]): SentFile | undefined {
  return [...files].sort((a, b) => a.editSeq - b.editSeq || (a.madeAt < b.madeAt ? -1 : 1)).at(-1)
}

/** When the last round was signed off; `null` in the first. */
function signedOffLast(rows: Rows): string | null {
  const moments = rows.rounds.flatMap(round => round.signedOffAt ?? [])
  return moments.sort().at(-1) ?? null
}
