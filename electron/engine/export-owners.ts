import type { Exported, OwnersExport } from '../../shared/contract/export-request.ts'
import { openByOwner } from '../../shared/rules/owners.ts'
import { count } from '../../shared/text/dates.ts'
import { ownerFileNames } from '../../shared/text/file-names.ts'
import { factsOf } from './exchange/board/board-facts.ts'
import { exportFolder } from './exchange/export-folder.ts'
import { coveringNote, NOTE_NAME, unownedSentence } from './exchange/fill-in/covering-note.ts'
import { ownerInputOf } from './export-fill-in.ts'
import { NOT_NOTED, sentFileOf } from './export-marks.ts'
import { exportTask } from './export-task.ts'
import { edit, type Session } from './session.ts'
import { insertRow, listAllRows } from './store/rows.ts'
import type { Tasks } from './tasks.ts'
import { Trouble } from './trouble.ts'

/** Makes a workbook for each owner of open actions, and a covering note, in a new folder at `to`; one edit notes them all. */
export async function exportOwners(
  session: Session,
  tasks: Tasks,
  to: string,
  options: OwnersExport,
  signal?: AbortSignal,
): Promise<Exported> {
  const rows = listAllRows(session.db)
  const { owners, unowned } = openByOwner(rows)
  if (owners.length === 0)
    throw new Trouble(
      'REFUSED',
      'No open action has an owner, so there is no workbook to make. Name the owners first.',
    )
  const names = ownerFileNames(
    rows.workbook[0]!,
    owners.map(owner => owner.name),
  )
  const books = owners.map((owner, index) => ({
    owner,
    fileName: names[index]!,
    input: ownerInputOf(session, rows, owner.name, options),
  }))
  const note = coveringNote(factsOf(books[0]!.input), { ...options, owners: books, unowned })
  const files = books.map(({ fileName, input: { rows: _, ...input } }) => ({ name: fileName, input }))
  const words = 'Making owner workbooks'
  const canNote = session.access.mode === 'edit'
  const about = { words, unit: 'steps', total: files.length, signal } as const
  const made = await exportTask(tasks, about, async task => {
    const folder = await exportFolder({ rows, files, note: { name: NOTE_NAME, text: note } }, to, {
      signal: task.signal,
      onFile: (done, name) => {
        task.say(`${words}: ${name}`)
        task.report(done, files.length)
      },
    })
    // Within the task, since a workbook is closed only after those: files that left are always known.
    if (canNote)
      edit(
        session,
        undefined,
        { words: `Made ${count(files.length, 'owner workbook')}`, kind: 'note' },
        db => {
          for (const [index, { input, fileName }] of books.entries())
            insertRow(db, 'sentFiles', sentFileOf(input.sent, folder.files[index]!, fileName))
        },
      )
    return folder
  })
  return {
    path: made.path,
    size: made.files.reduce((sum, file) => sum + file.size, 0),
    files: files.length,
    remarks: [
      ...books.flatMap(({ owner }, index) =>
        made.files[index]!.remarks.map(remark => `${owner.name}: ${remark}`),
      ),
      ...(unowned.length > 0 ? [unownedSentence(unowned)] : []),
      ...(canNote ? [] : [NOT_NOTED]),
    ],
  }
}
