import { blankRating, type Rating, type Vote } from '../../../../shared/model/rating.ts'
import { type Reads, shownVotes } from '../../../../shared/rules/select.ts'
import { count as counted } from '../../../../shared/text/dates.ts'
import { levelWords } from '../../../../shared/text/levels.ts'
import type { ComparedChange, RowWrite } from '../comparison.ts'
import { type Beside, subjectOf } from './beside.ts'
import { words } from './column.ts'
import type { AnyRow } from './differences.ts'
import { makeChange } from './make-change.ts'
import type { Names } from './names.ts'
import { signedOffSentence } from './settings.ts'

/** The hands of one count on one rating: in the copy at the start, in the copy, here. */
type Count = { readonly ratingId: string; readonly count: 1 | 2; was: Vote[]; there: Vote[]; here: Vote[] }

/**
 * A count is taken as a whole: half of one count and half of another never happened in any room. One that is hidden in either
 * copy is told by its number of hands alone, and is not taken (RM13).
 */
export function voteChanges(beside: Beside): ComparedChange[] {
  const counts = countsOf(beside)
  if (counts.length === 0) return []
  const isHiddenHere = hiddenIn(beside.here as unknown as Reads<'votes' | 'roomSteps'>)
  const isHiddenThere = hiddenIn(beside.other.rows)
  return counts.flatMap(count => {
    const rating = ratingOf(beside, count.ratingId)
    if (!rating || same(count.there, count.was) || same(count.there, count.here)) return []
    const [hiddenHere, hiddenThere] = [count.here.some(isHiddenHere), count.there.some(isHiddenThere)]
    const isHidden = hiddenHere || hiddenThere
    const show = (votes: readonly Vote[]) =>
      words(isHidden ? hiddenText(votes) : votesText(votes, beside.names))
    return [
      makeChange(beside, {
        subject: subjectOf(beside, 'ratings', rating),
        column: {
          id: `votes${count.count}`,
          header: count.count === 1 ? 'Votes' : 'Votes, second count',
        },
        cells: [...count.there, ...count.here].map(vote => ['votes', vote.id, 'hands'] as const),
        sentWrites: null,
        isConflict: !same(count.here, count.was),
        sent: show(count.was),
        now: show(count.here),
        there: show(count.there),
        writes: writesOf(beside, rating, count),
        remarks:
          !isHidden && votesText(count.there, beside.names) === votesText(count.here, beside.names)
            ? ['The hands are those of other organisations.']
            : [],
        refusal:
          signedOffSentence(beside, rating.roundId) || hiddenSentence(count.count, hiddenHere, hiddenThere),
      }),
    ]
  })
}

function countsOf(beside: Beside): Count[] {
  const touched = new Map<string, Count>()
  const at = (vote: Vote): Count => {
    const key = `${vote.count} ${vote.ratingId}`
    const known = touched.get(key)
    const made = known ?? { ratingId: vote.ratingId, count: vote.count, was: [], there: [], here: [] }
    touched.set(key, made)
    return made
  }
  const before = new Map<string, Vote | null>()
  for (const { collection, was, there } of beside.changed) {
    if (collection !== 'votes') continue
    at(there as unknown as Vote)
    before.set(there.id, was as Vote | null)
  }
  for (const { collection, row } of beside.other.differences.removed)
    if (collection === 'votes') at(row as unknown as Vote).was.push(row as unknown as Vote)
  if (touched.size === 0) return []
  for (const vote of movedVotes(beside)) {
    const count = touched.get(`${vote.count} ${vote.ratingId}`)
    if (!count) continue
    count.there.push(vote)
    const was = before.has(vote.id) ? before.get(vote.id) : vote
    if (was) count.was.push(was)
  }
  for (const row of beside.here.votes.values()) {
    const vote = row as unknown as Vote
    touched.get(`${vote.count} ${vote.ratingId}`)?.here.push(vote)
  }
  return [...touched.values()]
}

/** All votes of the copy, those that were changed as they are taken here. */
function movedVotes(beside: Beside): Vote[] {
  const moved = new Map(
    beside.changed.filter(({ collection }) => collection === 'votes').map(({ there }) => [there.id, there]),
  )
  return beside.other.rows.votes.map(vote => (moved.get(vote.id) ?? vote) as unknown as Vote)
}

function ratingOf(beside: Beside, id: string): AnyRow | undefined {
  const here = beside.here.ratings.get(id)
  if (here) return here
  const there = beside.changed.find(
    ({ collection, there: row }) => collection === 'ratings' && row.id === id,
  )?.there
  const { roundId, areaId } = (there ?? {}) as unknown as Rating
  if (!there || !beside.here.rounds.has(roundId) || !beside.here.areas.has(areaId)) return undefined
  return blankRating(there as unknown as Rating) as unknown as AnyRow
}

function writesOf(beside: Beside, rating: AnyRow, { there, here }: Count): RowWrite[] {
  const stays = new Set(there.map(vote => vote.id))
  const known = new Map(here.map(vote => [vote.id, vote]))
  return [
    ...(beside.here.ratings.has(rating.id)
      ? []
      : [{ op: 'put', collection: 'ratings', blank: rating, fields: {} } as const]),
    ...here
      .filter(vote => !stays.has(vote.id))
      .map(vote => ({ op: 'delete', collection: 'votes', id: vote.id }) as const),
    ...there.flatMap((vote): RowWrite[] => {
      const { id, ...fields } = vote
      if (!known.has(id)) return [{ op: 'insert', collection: 'votes', row: vote }]
      return [{ op: 'update', collection: 'votes', id, fields }]
    }),
  ]
}

function same(one: readonly Vote[], other: readonly Vote[]): boolean {
  return keyOf(one) === keyOf(other)
}

function keyOf(votes: readonly Vote[]): string {
  return votes
    .map(vote => `${vote.level} ${vote.organisationType} ${vote.hands}`)
    .sort()
    .join('\n')
}

/** Which votes a room still keeps from everyone; by id, for a rating may be called otherwise there. */
function hiddenIn(rows: Reads<'votes' | 'roomSteps'>): (vote: Vote) => boolean {
  const shown = new Set(shownVotes(rows).map(vote => vote.id))
  return vote => !shown.has(vote.id)
}

function hiddenSentence(count: 1 | 2, isHiddenHere: boolean, isHiddenThere: boolean): string {
  const which = count === 1 ? 'first' : 'second'
  if (isHiddenHere)
    return `The ${which} count is still hidden here. Reveal it in the room first, then look at this again.`
  if (isHiddenThere)
    return `The ${which} count is still hidden in the copy. Reveal it there, then bring the copy in again.`
  return ''
}

function hiddenText(votes: readonly Vote[]): string {
  return votes.length === 0 ? '' : `${counted(handsIn(votes), 'hand')}, hidden`
}

/**
 * `2 Developing: 5 hands; 3 Established: 4 hands`. Not by organisation: one of two counts taken from the other would tell how a
 * single voter changed (RM3).
 */
function votesText(votes: readonly Vote[], names: Names): string {
  const levels = [...new Set(votes.map(vote => vote.level))].sort()
  return levels
    .map(level => {
      return `${levelWords(names.framework.scale, level)}: ${counted(handsIn(votes.filter(vote => vote.level === level)), 'hand')}`
    })
    .join('; ')
}

function handsIn(votes: readonly Vote[]): number {
  return votes.reduce((sum, vote) => sum + vote.hands, 0)
}
