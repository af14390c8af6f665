import { blankRating, type Rating } from '../../../../shared/model/rating.ts'
import type { ComparedChange, RowWrite } from '../comparison.ts'
import { type Beside, subjectOf } from './beside.ts'
import type { CopyColumn } from './column.ts'
import { type AnyRow, agree, type Difference } from './differences.ts'
import { makeChange } from './make-change.ts'
import { bringing } from './new-rows.ts'
import { comesWithState, settingOf, signedOffSentence } from './settings.ts'

/** The cells of one row that were changed there and are not the same here, each with what taking it would write. */
export function cellChanges(beside: Beside, difference: Difference): ComparedChange[] {
  const { collection, there } = difference
  const now = nowOf(beside, difference)
  const was = wasOf(beside, difference)
  if (!now || !was) return []
  return (beside.columns[collection] ?? []).flatMap(column => {
    if (agree(was, there, column.fields) || agree(now, there, column.fields)) return []
    if (column.id === 'notApplicableReason' && comesWithState(there, now)) return []
    return [cellChange(beside, difference, column, { was, now })]
  })
}

/** A rating that is not here yet counts as one nobody has touched, when its round and its area are here. */
function nowOf({ here }: Beside, { collection, there }: Difference): AnyRow | undefined {
  const now = here[collection].get(there.id)
  if (now || collection !== 'ratings') return now
  const { roundId, areaId } = there as unknown as Rating
  return here.rounds.has(roundId) && here.areas.has(areaId) ? blank(there) : undefined
}

/** What both started from. A row of the copy that was brought in before started as it came in. */
function wasOf({ broughtIn }: Beside, { collection, was, there }: Difference): AnyRow | undefined {
  if (was) return was
  return collection === 'ratings' ? blank(there) : broughtIn(collection, there.id)
}

function blank(row: AnyRow): AnyRow {
  return blankRating(row as unknown as Rating) as unknown as AnyRow
}

function cellChange(
  beside: Beside,
  { collection, there }: Difference,
  column: CopyColumn,
  { was, now }: { readonly was: AnyRow; readonly now: AnyRow },
): ComparedChange {
  const { set, remark } = settingOf(collection, column, there, now)
  const needed = bringing(beside, collection, set)
  const isHere = beside.here[collection].has(there.id)
  const renamesSystem = collection === 'areas' && now.kind === 'system' && column.id === 'name'
  const write = (fields: Readonly<Record<string, unknown>>): RowWrite[] => [
    isHere
      ? { op: 'update', collection, id: there.id, fields }
      : { op: 'put', collection, blank: now, fields },
    ...(renamesSystem ? [systemNamed(String(fields.name))] : []),
  ]
  return makeChange(beside, {
    subject: subjectOf(beside, collection, now),
    column,
    isConflict: !agree(now, was, column.fields),
    sent: column.show(was, beside.names),
    now: column.show(now, beside.names),
    there: column.show(there, beside.names),
    cells: column.fields.map(field => [collection, there.id, field] as const),
    writes: [...needed.writes, ...write(set)],
    sentWrites: write(settingOf(collection, column, was, now).set),
    remarks: [remark, ...needed.remarks].filter(Boolean),
    refusal: needed.problem || (collection === 'ratings' ? signedOffSentence(beside, now.roundId) : ''),
  })
}

/** The system's own area and the workbook go by one name. */
function systemNamed(name: string): RowWrite {
  return { op: 'update', collection: 'workbook', id: 'workbook', fields: { systemName: name } }
}
