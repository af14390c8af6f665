import type { PrincipleId } from '../../../shared/model/ids.ts'
import type { Review, ReviewChange, ReviewDecisions } from '../../../shared/model/review.ts'
import { isSameValue, nameOfChange } from '../../../shared/rules/review.ts'
import { listOf } from '../../../shared/text/sizes.ts'
import type { ComparedAddition, ComparedChange, Comparison, RowWrite } from '../compare/comparison.ts'
import { Trouble } from '../trouble.ts'

/** What one accepted change or addition writes, and what to call it in a sentence. */
export type Accepted = {
  readonly id: string
  readonly name: string
  readonly fileId: string
  readonly writes: readonly RowWrite[]
  readonly contentHashes: readonly string[]
  readonly kind: 'change' | 'addition'
  readonly compared: ComparedChange | ComparedAddition
}

/** Decisions as they hold now. */
export type Decided = {
  readonly accepted: readonly Accepted[]
  /** Changes and additions that were turned down. */
  readonly refused: number
  /** Every change and addition that was decided, accepted or refused. */
  readonly ids: ReadonlySet<string>
}

/**
 * Holds the decisions against the comparison as it is now. `given` is the review they were made on: where the workbook
 * says something else by now, nothing is applied and the sentence names it.
 */
export function decide(
  comparison: Comparison,
  decisions: ReviewDecisions,
  given: Review | undefined,
): Decided {
  if (!given)
    throw refused('The workbook has changed since you decided. Look through the review again, then apply.')
  const changes = new Map(comparison.changes.map(compared => [compared.change.id, compared]))
  const before = new Map(given.changes.map(change => [change.id, change]))
  assertFresh(Object.keys(decisions.changes), changes, before)
  const chosen = Object.entries(decisions.changes).map(([id, optionId]) => ({
    compared: changes.get(id)!,
    optionId,
  }))
  const additions = new Map(comparison.additions.map(compared => [compared.addition.id, compared]))
  const offered = Object.entries(decisions.additions).map(([id, decision]) => {
    const compared = additions.get(id)
    if (!compared)
      throw refused(
        'A new row you decided on is not in the review any more. Look through it again, then apply.',
      )
    return { compared, ...decision }
  })
  const accepted = [...chosen.flatMap(acceptedChange), ...offered.flatMap(acceptedAddition)]
  return {
    accepted,
    refused: chosen.length + offered.length - accepted.length,
    ids: new Set([...Object.keys(decisions.changes), ...Object.keys(decisions.additions)]),
  }
}

function acceptedChange({ compared, optionId }: { compared: ComparedChange; optionId: string }): Accepted[] {
  const { change, writes } = compared
  const option = change.options.find(({ id }) => id === optionId)
  if (!option)
    throw refused(`${nameOfChange(change)} has no such answer any more. Look at it again, then apply.`)
  if (option.from === 'now') return []
  const wanted = writes.get(optionId)
  if (!wanted)
    throw refused(
      `${nameOfChange(change)} cannot be taken in as it came back. Refuse it, or leave it undecided.`,
    )
  const fileId = option.fileId ?? change.returned[0]!.fileId
  return [
    {
      id: change.id,
      name: nameOfChange(change),
      fileId,
      writes: wanted,
      contentHashes: [],
      kind: 'change',
      compared,
    },
  ]
}

function acceptedAddition({
  compared,
  accept,
  principleId,
}: {
  compared: ComparedAddition
  accept: boolean
  principleId: PrincipleId | null
}): Accepted[] {
  if (!accept) return []
  const { addition, contentHashes } = compared
  if (addition.problem) throw refused(addition.problem)
  if (addition.needsPrinciple && principleId === null)
    throw refused(`“${addition.title}” needs a principle before it can be added. Choose one, then apply.`)
  const writes = compared.writes(addition.needsPrinciple ? principleId : null)
  const { id, title: name, fileId } = addition
  return [{ id, name, fileId, writes, contentHashes, kind: 'addition', compared }]
}

function assertFresh(
  ids: readonly string[],
  now: ReadonlyMap<string, ComparedChange>,
  given: ReadonlyMap<string, ReviewChange>,
): void {
  const moved: string[] = []
  for (const id of ids) {
    const before = given.get(id)
    if (!before)
      throw refused('One of the changes is not in the review any more. Look through it again, then apply.')
    const after = now.get(id)?.change
    if (!after || after.state !== before.state || !isSameValue(after.now, before.now))
      moved.push(nameOfChange(before))
  }
  if (moved.length === 0) return
  const [has, it] = moved.length === 1 ? ['has', 'it'] : ['have', 'them']
  throw refused(
    `${listOf(moved, 3)} ${has} changed since you decided, so nothing was applied. Look at ${it} again, then apply.`,
  )
}

function refused(sentence: string): Trouble {
  return new Trouble('REFUSED', sentence)
}
