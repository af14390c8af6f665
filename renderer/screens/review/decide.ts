import type { Review, ReviewAddition, ReviewChange, ReviewDecisions } from '../../../shared/model/review.ts'

/** What was decided on a change. An answer to a conflict that writes something is accepted. */
export type Verdict = 'open' | 'accepted' | 'refused'

/** Accepted writes, refused leaves the workbook as it is. */
export function verdictOf(optionId: string | undefined): Verdict {
  if (optionId === undefined) return 'open'
  return optionId === 'now' ? 'refused' : 'accepted'
}

/** The option that accepts a change by itself; `null` where the user has to choose, or nothing can be kept. */
export function acceptOption(change: ReviewChange): string | null {
  if (change.state !== 'proposed') return null
  return change.options.find(option => option.from === 'file')?.id ?? null
}

/** Whether a new row can be added as it stands. */
export function canAdd(addition: ReviewAddition, principleId: string | null): boolean {
  return addition.problem === '' && (!addition.needsPrinciple || principleId !== null)
}

/** Choices that accept every change not decided yet which is no conflict and can be read. */
export function acceptances(
  changes: readonly ReviewChange[],
  decisions: ReviewDecisions,
): (readonly [string, string])[] {
  return changes.flatMap(change => {
    const option = acceptOption(change)
    const isOpen = decisions.changes[change.id] === undefined
    return option && isOpen ? [[change.id, option] as const] : []
  })
}

/** Choices that refuse these changes. Conflicts stay open: leaving them as they are is a choice as well. */
export function refusals(changes: readonly ReviewChange[]): (readonly [string, string])[] {
  return changes.filter(change => change.state !== 'conflict').map(change => [change.id, 'now'] as const)
}

/** Whether a file has its hand in a change. */
export function isOfFile(change: ReviewChange, fileId: string): boolean {
  return change.returned.some(each => each.fileId === fileId)
}

/** Counts of what was decided, for the panel that says what Apply will do. */
export type Tally = {
  readonly accepted: number
  readonly refused: number
  /** Not decided and no conflict. */
  readonly open: number
  /** Conflicts not chosen in. */
  readonly conflicts: number
  /** New rows that will be added, and those that still want a principle. */
  readonly added: number
  readonly unnamed: number
  readonly refusedRows: number
  /** Rows, by their collection and id, that get at least one change. */
  readonly rows: ReadonlySet<string>
  readonly files: ReadonlySet<string>
  readonly decided: number
  readonly total: number
}

/** What the decisions come to. */
export function tallyOf(review: Review, decisions: ReviewDecisions): Tally {
  const files = new Set<string>()
  const rows = new Set<string>()
  const counts = { accepted: 0, refused: 0, open: 0, conflicts: 0, added: 0, unnamed: 0, refusedRows: 0 }
  let decided = 0
  for (const change of review.changes) {
    const optionId = decisions.changes[change.id]
    const verdict = verdictOf(optionId)
    if (verdict !== 'open') decided++
    if (verdict === 'refused') counts.refused++
    else if (verdict === 'open') counts[change.state === 'conflict' ? 'conflicts' : 'open']++
    else {
      counts.accepted++
      rows.add(`${change.subject.collection}/${change.subject.rowId}`)
      const chosen = change.options.find(option => option.id === optionId)?.fileId
      for (const { fileId } of change.returned) if (!chosen || chosen === fileId) files.add(fileId)
    }
  }
  for (const addition of review.additions) {
    const choice = decisions.additions[addition.id]
    if (choice) decided++
    if (choice && !choice.accept) counts.refusedRows++
    if (!choice?.accept) continue
    if (canAdd(addition, choice.principleId)) {
      counts.added++
      files.add(addition.fileId)
    } else counts.unnamed++
  }
  const total = review.changes.length + review.additions.length
  return { ...counts, rows, files, decided, total }
}
