import type { SentFile } from '../../shared/model/sent-file.ts'
import { localDay } from '../../shared/text/dates.ts'
import type { MadeFile } from './exchange/make-file.ts'
import { MARKS_FORMAT, type SentMarks, sentFileIdFrom } from './exchange/marks.ts'
import type { Session } from './session.ts'
import { lastSeal } from './store/edits.ts'
import { findRow, listRows } from './store/rows.ts'

/** Said when a file was made from a workbook that may only be read. */
export const NOT_NOTED =
  'The workbook could only be read, so it does not know of this export and will not list it as sent.'

/** Said of a copy that was made while its line in the history could not be written. */
export const NOTE_FAILED =
  'The copy is whole, but the workbook could not be written just then, so it does not list this copy as sent.'

/** The marks of a file that is about to be made from the workbook as it is now. */
export function marksFor(
  session: Session,
  about: Pick<SentFile, 'kind' | 'forWhom' | 'view' | 'readers' | 'roundId' | 'areaId' | 'hasRatings'>,
): SentMarks {
  const { db, deps } = session
  const [workbook] = listRows(db, 'workbook')
  const { seq, hash } = lastSeal(db)
  const madeAt = deps.now()
  return {
    format: MARKS_FORMAT,
    sentFileId: freshId(session),
    workbookUid: workbook!.uid,
    systemName: workbook!.systemName,
    seal: hash,
    editSeq: seq,
    madeAt,
    madeOn: localDay(new Date(madeAt)),
    ...about,
  }
}

/** The row by which the workbook remembers a file that was made. */
export function sentFileOf(marks: SentMarks, made: MadeFile, fileName: string): SentFile {
  const { format, sentFileId, workbookUid, systemName, seal, ...shared } = marks
  return {
    id: sentFileId,
    ...shared,
    fileName,
    fingerprint: made.fingerprint,
    rowCount: made.rowCount,
    isAwaited: marks.kind !== 'board',
    returnedAt: null,
    returnedName: '',
  }
}

/** A return code that no file of this workbook has yet. */
export function freshId({ db, deps }: Session): string {
  let id = sentFileIdFrom(deps.newId())
  while (findRow(db, 'sentFiles', id)) id = sentFileIdFrom(deps.newId())
  return id
}
