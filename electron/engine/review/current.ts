import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Review } from '../../../shared/model/review.ts'
import type { Rows } from '../../../shared/model/snapshot.ts'
import { localDay } from '../../../shared/text/dates.ts'
import { comparing } from '../compare/compare-books.ts'
import { type ComparedChange, type Comparison, NOTHING } from '../compare/comparison.ts'
import { compareCopy } from '../compare/copy/compare-copy.ts'
import { counted } from '../compare/counted.ts'
import type { CompareInput } from '../compare/input.ts'
import type { Session } from '../session.ts'
import { rowsAsAt, sealAt } from '../store/as-at.ts'
import { listAllRows } from '../store/rows.ts'
import { Trouble } from '../trouble.ts'
import { lastChanges } from './changed-by.ts'
import { merged } from './merge.ts'
import type { BroughtIn, ReviewState } from './review-state.ts'

/** So many moments of the workbook are kept while files are compared; owners' files were mostly made together. */
const MOST_PAST = 8

/** So many reviews handed out are remembered: decisions arrive a moment after the next one was made. */
const MOST_GIVEN = 4

/** A comparison and what it was made with. */
export type Compared = {
  /** Number of the last edit then. */
  readonly seq: number
  /** Which files they were, as `ReviewState.turn` counts. */
  readonly turn: number
  /** The same while neither the workbook nor the files change. */
  readonly key: string
  readonly rows: Rows
  readonly comparison: Comparison
}

/** What a comparison made now would be known by. */
export function keyOf({ lastEdit, review }: Session): string {
  return `${lastEdit?.seq ?? 0} ${review.turn}`
}

/** The files on the list beside the workbook as it is now; worked out again only when either changed. */
export function compared(session: Session): Promise<Compared> {
  const { review } = session
  const key = keyOf(session)
  if (review.compared?.key === key) return review.compared.comparison
  const comparison = compareAll(session, key).catch(error => {
    review.compared = null
    throw error
  })
  review.compared = { key, comparison }
  return comparison
}

/** What the page is shown; `null` while there is no file. Remembered, since decisions will be made on it. */
export async function currentReview(session: Session): Promise<Review | null> {
  const { seq, turn, comparison } = await compared(session)
  if (comparison.files.length === 0) return null
  const review = {
    seq,
    turn,
    files: [...comparison.files],
    changes: comparison.changes.map(({ change }) => change),
    additions: comparison.additions.map(({ addition }) => addition),
  }
  session.review.given = [...session.review.given, review].slice(-MOST_GIVEN)
  return review
}

/** Files that are on the list: all but those an edit settled that still stands. */
export function filesOnList({ review, stacks }: Session): BroughtIn[] {
  return [...review.files.values()].filter(
    ({ settledBy }) => settledBy === null || stacks.undoneBy.has(settledBy),
  )
}

async function compareAll(session: Session, key: string): Promise<Compared> {
  const files = filesOnList(session)
  const seq = session.lastEdit?.seq ?? 0
  const { turn } = session.review
  const rows = listAllRows(session.db)
  if (files.length === 0) return { seq, turn, key, rows, comparison: NOTHING }
  const input = inputOf(session, files, rows, seq)
  const comparisons = [await compareInTurns(session, input)]
  for (const { copy } of files) {
    if (!copy) continue
    await othersTurn(session)
    comparisons.push(compareCopy(copy, session.db, input))
  }
  const comparison = merged(comparisons)
  return { seq, turn, key, rows, comparison: withTwins(counted(withoutSettled(session, comparison)), files) }
}

async function compareInTurns(session: Session, input: CompareInput): Promise<Comparison> {
  const steps = comparing(input)
  for (;;) {
    await othersTurn(session)
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** Lets waiting calls go first; one of them may have closed the workbook. */
async function othersTurn({ db }: Session): Promise<void> {
  await nextTurn()
  if (!db.open)
    throw new Trouble('NOT_FOUND', 'The workbook was closed. Open it again from the start screen.')
}

function inputOf(
  { db, framework, deps, person, review }: Session,
  files: readonly BroughtIn[],
  rows: Rows,
  seq: number,
): CompareInput {
  return {
    files: files
      .filter(({ copy }) => !copy)
      .map(({ id, name, book, problem }) => ({ id, name, book, problem })),
    now: { rows, framework, seq },
    sentFiles: rows.sentFiles,
    rowsAsAt: at => pastRows(review, at, () => rowsAsAt(db, at, rows)),
    sealAt: at => sealAt(db, at),
    changedBy: lastChanges(db),
    workbookUid: rows.workbook[0]!.uid,
    today: localDay(new Date(deps.now())),
    who: person.name,
  }
}

function pastRows({ pastRows: known }: ReviewState, seq: number, read: () => Rows): Rows {
  const found = known.get(seq) ?? read()
  known.delete(seq)
  known.set(seq, found)
  if (known.size > MOST_PAST) known.delete(known.keys().next().value!)
  return found
}

/** What was decided stays decided while its edit stands, unless another file has something to say of it. */
function withoutSettled({ review, stacks }: Session, comparison: Comparison): Comparison {
  const isSettled = (id: string, fileIds: readonly string[]) => {
    const settled = review.settled.get(id)
    return (
      settled !== undefined &&
      !stacks.undoneBy.has(settled.seq) &&
      fileIds.every(fileId => settled.fileIds.includes(fileId))
    )
  }
  return {
    ...comparison,
    changes: comparison.changes.filter(({ change }) => !isSettled(change.id, fileIdsOf(change))),
    additions: comparison.additions.filter(({ addition }) => !isSettled(addition.id, [addition.fileId])),
  }
}

/** The files a change came from. */
export function fileIdsOf(change: ComparedChange['change']): string[] {
  return [...new Set(change.returned.map(({ fileId }) => fileId))]
}

function withTwins(comparison: Comparison, files: readonly BroughtIn[]): Comparison {
  const places = new Map(files.map((file, index) => [file.id, { file, index }]))
  const named = comparison.files.map(file => {
    const twins = places.get(file.id)?.file.twins ?? []
    return { ...file, remarks: [...file.remarks, ...twins.map(sameFile)] }
  })
  named.sort((a, b) => (places.get(a.id)?.index ?? 0) - (places.get(b.id)?.index ?? 0))
  return { ...comparison, files: named }
}

function sameFile(name: string): string {
  return `“${name}” is the very same file, so it was read once.`
}
