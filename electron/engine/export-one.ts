import { basename } from 'node:path'
import type { Exported, ExportRequest } from '../../shared/contract/export-request.ts'
import type { BookInput } from './exchange/book-input.ts'
import { exportFile } from './exchange/export-file.ts'
import { boardInputOf } from './export-board.ts'
import { areaOf, planInputOf, slipInputOf } from './export-fill-in.ts'
import { historyInputOf } from './export-history.ts'
import { NOT_NOTED, sentFileOf } from './export-marks.ts'
import { exportTask } from './export-task.ts'
import { edit, type Session } from './session.ts'
import { insertRow } from './store/rows.ts'
import type { Tasks } from './tasks.ts'

/** What leaves as one file. */
export type OneFile = Exclude<ExportRequest, { readonly kind: 'owners' }>

/** Makes one Excel file at `to`, as a task that can be watched and cancelled, and notes it in history. */
export async function exportOne(
  session: Session,
  tasks: Tasks,
  to: string,
  request: OneFile,
  signal?: AbortSignal,
): Promise<Exported> {
  const input = inputOf(session, request)
  const { doing, done } = wordsOf(session, request)
  const canNote = session.access.mode === 'edit'
  const name = basename(to)
  const made = await exportTask(tasks, { words: doing, unit: 'steps', total: 10, signal }, async task => {
    const file = await exportFile(input, to, {
      signal: task.signal,
      onProgress: step => {
        task.say(`${doing}: ${step.words}`)
        task.report(step.done, step.total)
      },
    })
    // Within the task, since a workbook is closed only after those: a file that left is always known.
    if (canNote)
      edit(session, undefined, { words: `${done} as ${name}`, kind: 'note' }, db => {
        if (input.sent) insertRow(db, 'sentFiles', sentFileOf(input.sent, file, name))
      })
    return file
  })
  const remarks = canNote ? [...made.remarks] : [...made.remarks, NOT_NOTED]
  return { path: made.path, size: made.size, files: 1, remarks }
}

function inputOf(session: Session, request: OneFile): BookInput {
  switch (request.kind) {
    case 'board':
      return boardInputOf(session, request.options)
    case 'plan':
      return planInputOf(session, request.options)
    case 'slip':
      return slipInputOf(session, request.options)
    case 'history':
      return historyInputOf(session, request.options)
  }
}

function wordsOf(session: Session, request: OneFile): { readonly doing: string; readonly done: string } {
  switch (request.kind) {
    case 'board':
      return { doing: 'Making the board workbook', done: 'Exported the board workbook' }
    case 'plan':
      return { doing: 'Making the plan to fill in', done: 'Exported the plan to fill in' }
    case 'history':
      return { doing: 'Making the history', done: 'Exported the history' }
    case 'slip': {
      const { name } = areaOf(session, request.options)
      return { doing: `Making a rating slip for ${name}`, done: `Made a rating slip for ${name}` }
    }
  }
}
