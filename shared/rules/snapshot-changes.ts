import type { Framework } from '../model/framework.ts'
import type { CollectionName, RowOf, Rows } from '../model/snapshot.ts'
import { count } from '../text/dates.ts'
import { refOf } from '../text/names.ts'
import { listOf } from '../text/sizes.ts'

type Kind<C extends CollectionName> = {
  readonly one: string
  readonly many?: string
  /** What a row is called in a list; left out, they are only counted. */
  readonly name?: (row: RowOf<C>) => string
  /** Rows that say nothing. */
  readonly isBlank?: (row: RowOf<C>) => boolean
}

type Kinds = { readonly [C in CollectionName]: Kind<C> | null }

const NAMED = 3

/**
 * What would change if the workbook went from `now` back to `then`, a sentence each. `null` of a kind is what going back
 * leaves alone or what shows in another.
 */
export function changesOfGoingBack(then: Rows, now: Rows, framework: Framework): string[] {
  const kinds = kindsOf(then, now, framework)
  return (Object.keys(kinds) as CollectionName[]).flatMap(collection =>
    sentencesOf(then[collection], now[collection], kinds[collection] as Kind<never> | null),
  )
}

type AnyRow = { readonly id: string }

function sentencesOf(then: readonly AnyRow[], now: readonly AnyRow[], kind: Kind<never> | null): string[] {
  if (!kind) return []
  const isBlank = (row: AnyRow | undefined) => !row || (kind.isBlank?.(row as never) ?? false)
  const [before, after] = [new Map(then.map(row => [row.id, row])), new Map(now.map(row => [row.id, row]))]
  const added = now.filter(row => isBlank(before.get(row.id)) && !isBlank(row))
  const removed = then.filter(row => isBlank(after.get(row.id)) && !isBlank(row))
  const changed = now.filter(row => {
    const was = before.get(row.id)
    return !isBlank(was) && !isBlank(row) && JSON.stringify(was) !== JSON.stringify(row)
  })
  return [
    say(changed, kind, 'changed since', ['would be as it was then', 'would be as they were then']),
    say(added, kind, 'added since', ['would go', 'would go']),
    say(removed, kind, 'removed since', ['would come back', 'would come back']),
  ].filter(sentence => sentence !== '')
}

function say(
  rows: readonly AnyRow[],
  { one, many, name }: Kind<never>,
  what: string,
  [single, several]: readonly [string, string],
): string {
  if (rows.length === 0) return ''
  const names = name
    ? `: ${listOf(
        rows.map(row => `“${name(row as never)}”`),
        NAMED,
      )}`
    : ''
  return `${count(rows.length, one, many)} ${what} ${rows.length === 1 ? single : several}${names}.`
}

function kindsOf(then: Rows, now: Rows, framework: Framework): Kinds {
  const areas = new Map([...then.areas, ...now.areas].map(area => [area.id, area]))
  const principles = new Map(framework.principles.map(principle => [principle.id, principle]))
  const ratingName = ({ principleId, areaId }: RowOf<'ratings'>) => {
    const principle = principles.get(principleId)
    const area = areas.get(areaId)
    const title = principle ? `${principle.number} ${principle.title}` : principleId
    return area && area.kind !== 'system' ? `${title}, ${area.name}` : title
  }
  return {
    ratings: {
      one: 'rating',
      name: ratingName,
      isBlank: ({ state, reason, notApplicableReason }) =>
        state === 'not-discussed' && reason === '' && notApplicableReason === '',
    },
    votes: { one: 'line of a count of hands', many: 'lines of counts of hands' },
    actions: { one: 'action', name: ({ ref, title }) => `${refOf('action', ref)} ${title}`.trim() },
    updates: { one: 'note of progress', many: 'notes of progress' },
    evidence: {
      one: 'item of evidence',
      many: 'items of evidence',
      name: ({ ref, title }) => `${refOf('evidence', ref)} ${title}`,
    },
    evidenceLinks: { one: 'tie of evidence', many: 'ties of evidence' },
    measures: { one: 'measure', name: ({ name }) => name },
    measurePoints: { one: 'reading of a measure', many: 'readings of measures' },
    rounds: { one: 'round', name: ({ name }) => name },
    areas: { one: 'place', name: ({ name }) => name },
    decisions: { one: 'line of what the board said', many: 'lines of what the board said' },
    rooms: { one: 'meeting in the room', many: 'meetings in the room' },
    participants: { one: 'person in the room', many: 'people in the room' },
    roomSteps: { one: 'step of a meeting', many: 'steps of meetings' },
    parked: { one: 'line put aside in the room', many: 'lines put aside in the room' },
    slips: { one: 'rating slip' },
    slipAnswers: { one: 'answer on a slip', many: 'answers on slips' },
    statuses: { one: 'status word', name: ({ label }) => label },
    workbook: { one: 'setting of the workbook', many: 'settings of the workbook' },
    // What has left has left: going back does not touch it.
    sentFiles: null,
    // Kept for the app itself.
    clearedFindings: null,
    origins: null,
    leftOutFiles: null,
  }
}
