import type { PrincipleId } from '../../../../shared/model/ids.ts'
import type { ReviewAddition } from '../../../../shared/model/review.ts'
import type { CollectionName } from '../../../../shared/model/snapshot.ts'
import { refOf } from '../../../../shared/text/names.ts'
import type { ComparedAddition } from '../comparison.ts'
import { additionFields } from './addition-fields.ts'
import { type Beside, subjectOf } from './beside.ts'
import { agree } from './differences.ts'
import { bringing, insertOf, type Needed } from './new-rows.ts'
import type { NewParts, Part } from './parts.ts'
import { find, type Reference, referencesOf } from './references.ts'
import { freePosition, roundNeeds } from './rounds.ts'
import { signedOffSentence } from './settings.ts'

/** What can be new by itself. Votes, ties and first ratings are changes of what they belong to. */
const kinds: Partial<Record<CollectionName, (beside: Beside, part: Part) => string>> = {
  actions: () => 'Action',
  evidence: () => 'Evidence',
  updates: (beside, { row }) => `Update of ${actionRef(beside, row.actionId)}`,
  areas: () => 'Place',
  rounds: () => 'Round',
  statuses: () => 'Status',
  measures: () => 'Measure',
  measurePoints: ({ names }, { row }) =>
    `Reading of ${names.of({ collection: 'measures', id: String(row.measureId) })}`,
  slips: () => 'Rating slip',
  decisions: () => 'What the board said',
  participants: () => 'Person in the room',
  parked: () => 'Put aside in the room',
}

/** The new rows of a copy as things to add, each with all that is part of it. */
export function additionsOf(beside: Beside, parts: NewParts): ComparedAddition[] {
  const numbers = numbersOf(beside, parts)
  return parts.roots.flatMap(root => {
    const kind = kinds[root.collection]
    if (!kind || isHereAlready(beside, root)) return []
    return [additionOf(beside, parts, root, kind(beside, root), numbers.get(root.row.id))]
  })
}

function additionOf(
  beside: Beside,
  parts: NewParts,
  root: Part,
  kind: string,
  number: number | undefined,
): ComparedAddition {
  const { collection, row } = root
  const needed = needsOf(beside, root)
  const own = parts.partsOf(root)
  const writes = [
    ...needed.writes,
    insertOf(collection, collection === 'rounds' ? { ...row, position: freePosition(beside, root) } : row),
    ...own.map(part => insertOf(part.collection, part.row)),
  ]
  const addition: ReviewAddition = {
    id: `${beside.other.id}:${collection}:${row.id}`,
    fileId: beside.other.id,
    collection,
    title: titleOf(beside, root),
    kind,
    principleId: (row.principleId ?? null) as PrincipleId | null,
    fields: additionFields(beside, root, own),
    needsPrinciple: false,
    problem: needed.problem || problemOf(beside, root),
    remarks: [
      ...numberRemark(root, number),
      ...needed.remarks,
      ...sameFileRemark(beside, root),
      ...tieRemarks(beside, root, own),
      ...parts
        .lostOf(root)
        .map(reference => `${beside.names.of(reference)}, which it is tied to, was removed here.`),
    ],
  }
  return { addition, writes: () => writes, contentHashes: contentOf(root) }
}

function needsOf(beside: Beside, root: Part): Needed {
  return root.collection === 'rounds' ? roundNeeds(beside, root) : bringing(beside, root.collection, root.row)
}

function titleOf(beside: Beside, { collection, row }: Part): string {
  if (collection === 'participants') return String(row.name || 'Somebody without a name')
  if (collection === 'updates' || collection === 'decisions' || collection === 'parked')
    return String(row.text)
  return subjectOf(beside, collection, row).title
}

function actionRef({ here, names }: Beside, id: unknown): string {
  const row = here.actions.get(String(id))
  return row ? refOf('action', row.ref as number) : names.of({ collection: 'actions', id: String(id) })
}

function problemOf(beside: Beside, { collection, row }: Part): string {
  if (collection === 'slips') return signedOffSentence(beside, row.roundId)
  const [hash] = contentOf({ collection, row })
  if (hash === undefined || !beside.other.missingContent.has(hash) || beside.hasContent(hash)) return ''
  return `The copy does not hold its file, ${row.fileName}. Ask whoever sent the copy for the file itself.`
}

function contentOf({ collection, row }: Part): string[] {
  return collection === 'evidence' && row.kind === 'file' ? [String(row.contentHash)] : []
}

/** What says that two rows are one although they have two ids: both copies took in the same file, or wrote down the same. */
const sames: Partial<Record<CollectionName, readonly string[]>> = {
  updates: ['actionId', 'on', 'text'],
  measurePoints: ['measureId', 'on', 'value'],
  decisions: ['roundId', 'kind', 'text', 'on', 'principleId', 'actionId'],
  slips: ['roundId', 'areaId', 'fileHash'],
}

function isHereAlready({ here }: Beside, { collection, row }: Part): boolean {
  const fields = sames[collection]
  return fields !== undefined && [...here[collection].values()].some(known => agree(known, row, fields))
}

function sameFileRemark({ here, names }: Beside, root: Part): string[] {
  const [hash] = contentOf(root)
  const twin = hash && [...here.evidence.values()].find(item => item.contentHash === hash)
  return twin
    ? [`The same file is here already as ${names.of({ collection: 'evidence', id: twin.id })}.`]
    : []
}

/** Ties to other new rows hold only when those are added as well. */
function tieRemarks(beside: Beside, root: Part, own: readonly Part[]): string[] {
  const mine = new Set([root.row.id, ...own.map(part => part.row.id)])
  const others = new Map<string, Reference>()
  for (const { collection, row } of own)
    for (const reference of referencesOf(collection, row))
      if (!mine.has(reference.id) && !find(beside.here, reference)) others.set(reference.id, reference)
  return [...others.values()].map(
    reference => `What ties it to ${beside.names.of(reference)} comes along only when that is added too.`,
  )
}

/** The numbers new actions and evidence get here when all of them are added. */
function numbersOf(beside: Beside, { roots }: NewParts): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const collection of ['actions', 'evidence'] as const) {
    const fresh = roots.filter(root => root.collection === collection)
    if (fresh.length === 0) continue
    const first = beside.nextRef(collection === 'actions' ? 'action' : 'evidence')
    for (const [index, { row }] of fresh.entries()) numbers.set(row.id, first + index)
  }
  return numbers
}

function numberRemark({ collection, row }: Part, number: number | undefined): string[] {
  if (number === undefined || number === row.ref) return []
  const kind = collection === 'actions' ? 'action' : 'evidence'
  return [
    `${refOf(kind, row.ref as number)} there becomes ${refOf(kind, number)} here when all that is new is added.`,
  ]
}
