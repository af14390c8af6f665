import { basename } from 'node:path'
import type { BoardExport, Exported } from '../../shared/contract/control.ts'
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
  return { path, size, remarks: [...remarks] }
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
  return {
    rows: listAllRows(session.db),
    framework: session.framework,
    roundId: null,
    options,
    today: localDay(session.deps.now()),
    changes: {
      since: last?.at ?? null,
      edits: edits
        .filter(made => made.kind === 'do' && made.seq > (last?.seq ?? 0) && !undoneBy.has(made.seq))
        .map(({ at, who, words, about }) => ({ at, who, words, about })),
    },
    file: { name: basename(session.path), appVersion: APP_VERSION },
  }
}
