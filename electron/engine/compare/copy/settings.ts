import type { Action } from '../../../../shared/model/action.ts'
import type { CollectionName } from '../../../../shared/model/snapshot.ts'
import { whyNotEmbedded } from '../../../../shared/rules/closing.ts'
import type { Beside } from './beside.ts'
import type { CopyColumn } from './column.ts'
import type { AnyRow } from './differences.ts'

/** What taking a cell sets: its fields, and those without which the row would break a rule. */
export function settingOf(
  collection: CollectionName,
  column: CopyColumn,
  there: AnyRow,
  now: AnyRow,
): { readonly set: Readonly<Record<string, unknown>>; readonly remark: string } {
  const set = Object.fromEntries(column.fields.map(field => [field, there[field]]))
  if (collection === 'ratings' && column.id === 'level' && comesWithState(there, now))
    return {
      set: { ...set, notApplicableReason: there.notApplicableReason },
      remark: `It brings along why: ${there.notApplicableReason}`,
    }
  if (collection === 'actions' && column.id === 'status' && needsCheck(now, set) && !needsCheck(there, {})) {
    const { verifiedBy, verifiedOn } = there
    return {
      set: { ...set, verifiedBy, verifiedOn },
      remark: `It brings along who checked it: ${verifiedBy}.`,
    }
  }
  return { set, remark: '' }
}

/** Whether the reason why a principle does not apply is written along with the state it explains. */
export function comesWithState(there: AnyRow, now: AnyRow): boolean {
  return there.state === 'not-applicable' && now.state !== 'not-applicable'
}

/** Why a signed-off round takes no change, in a sentence; empty when there is nothing to say. */
export function signedOffSentence({ here }: Beside, roundId: unknown): string {
  const round = here.rounds.get(String(roundId))
  if (round?.state !== 'signed-off') return ''
  return `${round.name} is signed off here and can only be read, so this stays as it is.`
}

function needsCheck(row: AnyRow, set: Readonly<Record<string, unknown>>): boolean {
  return whyNotEmbedded({ ...row, ...set } as unknown as Action) !== null
}
