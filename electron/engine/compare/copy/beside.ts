import type { ReviewSubject } from '../../../../shared/model/review.ts'
import type { CollectionName } from '../../../../shared/model/snapshot.ts'
import { momentWords } from '../../../../shared/text/dates.ts'
import { refOf } from '../../../../shared/text/names.ts'
import { insertedAfter } from '../../store/as-at.ts'
import { findContent } from '../../store/content.ts'
import type { ReadableDb } from '../../store/database.ts'
import { nextRef } from '../../store/refs.ts'
import type { CompareInput } from '../input.ts'
import type { ChangedBy, Maker } from './changed-there.ts'
import { dayWords } from './column.ts'
import { type Columns, columnsOf } from './columns.ts'
import { type AnyRow, byId, type Difference, type RowsById } from './differences.ts'
import { type Names, namesOf } from './names.ts'
import type { OtherCopy } from './open-other.ts'
import type { Reference } from './references.ts'
import { withSameNames } from './same-names.ts'

/** What a comparison knows of the open workbook. */
export type Here = Pick<CompareInput, 'now' | 'changedBy' | 'today' | 'who'>

/** A field of a row, as the change log names it. */
export type CellName = readonly [collection: CollectionName, id: string, field: string]

/** Two copies side by side, looked up once. */
export type Beside = {
  readonly other: OtherCopy
  readonly here: RowsById
  readonly changed: readonly Difference[]
  readonly remarks: readonly string[]
  readonly columns: Columns
  readonly names: Names
  /** When the two were last the same, in words. */
  readonly parted: string
  /** Who touched any of these cells last in the copy, and when: `Priya Shah, 12 November`. */
  byThere(cells: readonly CellName[]): string
  byHere(cells: readonly CellName[]): string
  /** A row that the copy put in since and that is not here. */
  fresh(reference: Reference): AnyRow | undefined
  /** A row as it was when it came in here since, which is how it was in the copy then. */
  broughtIn(collection: CollectionName, id: string): AnyRow | undefined
  /** Whether an evidence file is in this workbook. */
  hasContent(hash: string): boolean
  /** The next free number of an action or an item of evidence here. */
  nextRef(table: 'action' | 'evidence'): number
}

/** Puts a copy beside the workbook as it now is. */
export function beside(other: OtherCopy, ours: ReadableDb, about: Here): Beside {
  const { now, today, who, changedBy } = about
  const { rows, framework } = now
  const here = byId(rows)
  const { changed, remarks } = withSameNames(other.differences.changed, here)
  const fresh = new Map(
    changed
      .filter(({ collection, was, there }) => !was && !here[collection].has(there.id))
      .map(({ collection, there }) => [`${collection} ${there.id}`, there]),
  )
  let inserted: ReturnType<typeof insertedAfter> | undefined
  const say = (maker: Maker | null | undefined) =>
    maker
      ? `${maker.who === who && who !== '' ? 'You' : maker.who || 'Somebody'}, ${momentWords(new Date(maker.at), today)}`
      : ''
  const last = (by: ChangedBy | Here['changedBy'], cells: readonly CellName[]) => {
    const makers = cells.flatMap(cell => by(...cell) ?? [])
    return say(makers.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1))
  }
  return {
    other,
    here,
    changed,
    remarks,
    columns: columnsOf(framework),
    names: namesOf(framework, here, byId(other.rows)),
    parted: momentWords(new Date(other.common.at), today),
    byThere: cells => last(other.changedBy, cells) || other.name,
    byHere: cells => last(changedBy, cells),
    fresh: ({ collection, id }) => fresh.get(`${collection} ${id}`),
    broughtIn(collection, id) {
      inserted ??= insertedAfter(ours, other.common.seq)
      return inserted(collection, id)
    },
    hasContent: hash => findContent(ours, hash) !== undefined,
    nextRef: table => nextRef(ours, table),
  }
}

/** What a row is called and stands under. */
export function subjectOf(beside: Beside, collection: CollectionName, row: AnyRow): ReviewSubject {
  const { ref, title } = called(beside, collection, row)
  return {
    collection,
    rowId: row.id,
    ref,
    title,
    principleId: (row.principleId ?? null) as ReviewSubject['principleId'],
    areaId: (collection === 'areas' ? row.id : (row.areaId ?? null)) as ReviewSubject['areaId'],
  }
}

function called(
  { names, here }: Beside,
  collection: CollectionName,
  row: AnyRow,
): { ref: string; title: string } {
  const of = (target: CollectionName, id: unknown) => names.of({ collection: target, id: String(id) })
  switch (collection) {
    case 'actions':
      return { ref: refOf('action', row.ref as number), title: String(row.title) }
    case 'evidence':
      return { ref: refOf('evidence', row.ref as number), title: String(row.title) }
    case 'ratings': {
      const number = names.principleNumber(row.principleId)
      const principle = names.principle(row.principleId).slice(number.length).trim()
      const isPlace = here.areas.get(String(row.areaId))?.kind === 'place'
      const where = isPlace ? ` in ${of('areas', row.areaId)}` : ''
      const when = here.rounds.size > 1 ? `, ${of('rounds', row.roundId)}` : ''
      return { ref: number, title: `${principle}${where}${when}` }
    }
    case 'updates':
      return { ref: '', title: `Update of ${of('actions', row.actionId)}, ${dayWords(row.on)}` }
    case 'measurePoints':
      return { ref: '', title: `Reading of ${of('measures', row.measureId)}, ${dayWords(row.on)}` }
    case 'slips':
      return { ref: '', title: String(row.name || row.fileName) }
    default:
      return { ref: '', title: of(collection, row.id) }
  }
}
