import type { FindingPlace } from '../../../shared/contract/identifier.ts'
import type { Framework } from '../../../shared/model/framework.ts'
import type { CollectionName, RowOf, Rows } from '../../../shared/model/snapshot.ts'
import { refOf } from '../../../shared/text/names.ts'
import { namesPeople, searched } from './columns.ts'

/** A place as the list names it, without the words around a find. */
export type Place = Omit<FindingPlace, 'before' | 'after'>

/** A text that leaves, and where it stands. */
export type Passage = {
  readonly text: string
  readonly place: Place
  /** A column that is there to name people: their names are not listed, all else is. */
  readonly namesPeople?: boolean
  /** Names that are meant to be there, in one text: words of the history say who checked what. */
  readonly knownNames?: string
}

/** A place that no screen shows. */
export function placeOf(words: string, more: Partial<Place> = {}): Place {
  return { words, screen: '', id: null, areaId: null, roundId: null, ...more }
}

/** Which rows and columns of a collection leave; one that is left out leaves nothing. */
export type Choice = {
  readonly [C in CollectionName]?: {
    readonly rows: readonly RowOf<C>[]
    /** All searched columns when it is not given. */
    readonly fields?: readonly (keyof RowOf<C> & string)[] | ((row: RowOf<C>) => readonly string[])
  }
}

/** Everyone a column that is there to name people names. */
export function knownNamesOf(rows: Rows): string {
  const names = Object.entries(namesPeople).flatMap(([collection, fields]) =>
    rows[collection as CollectionName].flatMap(row => fields.map(field => (row as AnyRow)[field] as string)),
  )
  return [...new Set(names)].join('\n')
}

/** Every row and searched column. */
export function everything(rows: Rows): Choice {
  return Object.fromEntries(
    (Object.keys(searched) as CollectionName[]).map(collection => [collection, { rows: rows[collection] }]),
  ) as Choice
}

/** The texts of what was chosen, each with the place where a person finds it. */
export function* passagesOf(choice: Choice, all: Rows, framework: Framework): Generator<Passage> {
  const subjects = subjectsOf(all, framework)
  for (const [name, chosen] of Object.entries(choice)) {
    const collection = name as CollectionName
    const labels = searched[collection] ?? {}
    const { rows, fields } = chosen as {
      rows: readonly AnyRow[]
      fields?: string[] | ((row: AnyRow) => string[])
    }
    for (const row of rows) {
      const shown = typeof fields === 'function' ? fields(row) : (fields ?? Object.keys(labels))
      let subject: Place | undefined
      for (const field of shown) {
        const text = row[field]
        if (typeof text !== 'string' || text === '' || !labels[field]) continue
        subject ??= subjects(collection, row)
        const words = subject.words === '' ? labels[field] : `${labels[field]}, ${subject.words}`
        yield {
          text,
          place: { ...subject, words },
          namesPeople: namesPeople[collection]?.includes(field) ?? false,
          // We name the file of a person after that person.
          ...(collection === 'sentFiles' ? { knownNames: row.forWhom } : {}),
        }
      }
    }
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a row of any collection, its fields read by name
type AnyRow = Readonly<Record<string, any>>

/** What a row is about and where it is shown. */
export function subjectsOf(
  all: Rows,
  framework: Framework,
): (collection: CollectionName, row: AnyRow) => Place {
  const areas = new Map(all.areas.map(area => [area.id as string, area]))
  const actions = new Map(all.actions.map(action => [action.id as string, action]))
  const slips = new Map(all.slips.map(slip => [slip.id, slip]))
  const rounds = new Map(all.rounds.map(round => [round.id as string, round]))
  const lastRound = all.rounds.at(-1)?.id
  const principleOf = (id: string) => {
    const principle = framework.principles.find(one => one.id === id)
    return principle ? `${principle.number} ${principle.title}` : id
  }
  const spot = (row: AnyRow): Place => {
    const area = areas.get(row.areaId)
    const round = row.roundId && row.roundId !== lastRound ? rounds.get(row.roundId)?.name : undefined
    const words = [principleOf(row.principleId), area?.kind === 'place' ? area.name : '', round ?? '']
    return placeOf(words.filter(Boolean).join(', '), {
      screen: 'principle',
      id: row.principleId,
      areaId: row.areaId ?? null,
      roundId: row.roundId ?? null,
    })
  }
  const action = (id: string): Place => {
    const found = actions.get(id)
    return placeOf(found ? refOf('action', found.ref) : 'an action', { screen: 'actions', id })
  }
  return (collection, row) => {
    switch (collection) {
      case 'ratings':
      case 'measures':
        return spot(row)
      case 'actions':
        return action(row.id)
      case 'updates':
        return action(row.actionId)
      case 'evidence':
        return placeOf(refOf('evidence', row.ref), { screen: 'evidence', id: row.id })
      case 'decisions':
      case 'rounds':
        return placeOf(rounds.get(row.roundId)?.name ?? '', { screen: 'rounds' })
      case 'participants':
      case 'parked':
        return placeOf(areas.get(row.areaId)?.name ?? '', { screen: 'room' })
      case 'slips':
      case 'slipAnswers': {
        // What a slip says stays hidden until the room has voted (RM16): only that there is one.
        const slip = collection === 'slips' ? row : slips.get(row.slipId)
        return placeOf(areas.get(slip?.areaId)?.name ?? '', { screen: 'room' })
      }
      case 'sentFiles':
        return placeOf('', { screen: 'export' })
      default:
        return placeOf('', { screen: 'settings' })
    }
  }
}
