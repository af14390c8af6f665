import type { ReviewFile } from '../../../../shared/model/review.ts'
import { count, momentWords } from '../../../../shared/text/dates.ts'
import type { ReadableDb } from '../../store/database.ts'
import type { Comparison } from '../comparison.ts'
import { additionsOf } from './additions.ts'
import { type Beside, beside, type Here } from './beside.ts'
import { cellChanges } from './cell-changes.ts'
import { leftAloneRemarks } from './left-alone.ts'
import type { OtherCopy } from './open-other.ts'
import { newPartsOf } from './parts.ts'
import { tieChanges } from './ties.ts'
import { voteChanges } from './votes.ts'

/**
 * What another copy would change in the workbook as it now is: only there changed is proposed, changed on both sides
 * is a conflict, new there is offered, removed there is told. `ours` is only read.
 */
export function compareCopy(other: OtherCopy, ours: ReadableDb, here: Here): Comparison {
  const both = beside(other, ours, here)
  return {
    files: [fileOf(both, here)],
    changes: [
      ...both.changed.flatMap(difference => cellChanges(both, difference)),
      ...voteChanges(both),
      ...tieChanges(both),
    ],
    additions: additionsOf(both, newPartsOf(both)),
  }
}

function fileOf(both: Beside, here: Here): ReviewFile {
  const { other } = both
  return {
    id: other.id,
    name: other.name,
    state: 'read',
    problem: '',
    kind: 'copy',
    sentFileId: null,
    forWhom: peopleOf(other),
    sentAt: other.common.at,
    remarks: [sharedRemark(other, here), ...both.remarks, ...leftAloneRemarks(both)],
    changed: 0,
    conflicts: 0,
    unreadable: 0,
    added: 0,
    answered: 0,
  }
}

function sharedRemark({ common, editsThere }: OtherCopy, { today }: Here): string {
  const when = momentWords(new Date(common.at), today)
  if (editsThere === 0) return `Nothing was changed in it since the two were the same, ${when}.`
  return `The two were the same until ${when} (${common.words}). Since then it had ${count(editsThere, 'change')}.`
}

function peopleOf({ makers }: OtherCopy): string {
  return [...new Set(makers.map(({ who }) => who).filter(Boolean))].join(', ')
}
