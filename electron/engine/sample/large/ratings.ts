import type { Level } from '../../../../shared/model/fields.ts'
import type { PrincipleId } from '../../../../shared/model/ids.ts'
import { blankRating, ChangeReason, Confidence, type Rating } from '../../../../shared/model/rating.ts'
import { count } from '../../../../shared/text/dates.ts'
import { shippedFramework } from '../../framework.ts'
import { ratingWords } from '../../handlers/rating-words.ts'
import type { WritableDb } from '../../store/database.ts'
import { insertRow } from '../../store/rows.ts'
import type { SampleEdit } from '../edits.ts'
import { rated, votesOf } from '../rating-edits.ts'
import { PLACE_ROOM, ROOM, type SampleRating } from '../rating-shape.ts'
import type { SampleArea, SampleBook } from './book.ts'
import { addDays, type SampleRound } from './calendar.ts'
import { type Chance, chanceFor } from './chance.ts'
import { says } from './words.ts'

type Made = { readonly rating: Rating; readonly votes: readonly string[] }
type Known = Map<string, Level>

/** In the round that is open the system has three principles before it still. */
const SYSTEM_DISCUSSED = 6

/** All nine in each area and round, levels rising over the years: the system's one by one, a place's in one go. */
export function ratingEdits(book: SampleBook): SampleEdit[] {
  const chance = chanceFor('ratings')
  const before: Known = new Map()
  return book.rounds.flatMap((round, index) =>
    book.areas.flatMap((area, number) => {
      const isOpen = index === book.rounds.length - 1
      const made = shippedFramework.principles.flatMap((principle, at) => {
        const isLeft = isOpen && (area.isSystem ? at >= SYSTEM_DISCUSSED : chance.is(20))
        return isLeft ? [] : [ratingOf(chance, book, round, area, principle.id, before)]
      })
      const on = addDays(round.opensOn, 21 + (number % 35))
      return area.isSystem ? made.map(one => oneByOne(on, area, one)) : inOneGo(on, round, area, made)
    }),
  )
}

function oneByOne(on: string, area: SampleArea, made: Made): SampleEdit {
  const { rating } = made
  const title = titleOf(rating.principleId)
  return {
    on,
    words: ratingWords(title, blankRating(rating), rating, shippedFramework),
    about: { areaId: area.id, principleId: rating.principleId },
    work: db => write(db, area, made),
  }
}

function inOneGo(on: string, round: SampleRound, area: SampleArea, made: readonly Made[]): SampleEdit[] {
  if (made.length === 0) return []
  return [
    {
      on,
      words: `Set ${count(made.length, 'principle')} of ${area.name} for ${round.name}`,
      about: { areaId: area.id },
      work: db => {
        for (const one of made) write(db, area, one)
      },
    },
  ]
}

function write(db: WritableDb, area: SampleArea, { rating, votes }: Made): void {
  insertRow(db, 'ratings', rating)
  for (const vote of votesOf(rating, area.isSystem ? ROOM : PLACE_ROOM, votes)) insertRow(db, 'votes', vote)
}

function ratingOf(
  chance: Chance,
  book: SampleBook,
  round: SampleRound,
  area: SampleArea,
  principleId: PrincipleId,
  before: Known,
): Made {
  const blank = blankRating({ roundId: round.id, areaId: area.id, principleId })
  if (!area.isSystem && chance.is(2))
    return { rating: rated(blank, { level: null, reason: says(chance) }), votes: [] }
  const key = `${area.id} ${principleId}`
  const last = before.get(key)
  const level = levelAfter(chance, last, book.rounds.length)
  before.set(key, level)
  const votes = chance.is(area.isSystem ? 100 : 60)
    ? votesFor(chance, area.isSystem ? ROOM : PLACE_ROOM, level)
    : []
  const isMoved = last !== undefined && last !== level && chance.is(85)
  const told: Omit<SampleRating, 'where' | 'principle' | 'on'> = {
    level,
    reason: says(chance),
    votes,
    ...(chance.is(92) ? { confidence: chance.pick(Confidence.options) } : {}),
    ...(level < 4 && chance.is(75)
      ? { target: [(level + 1) as 1 | 2 | 3 | 4, addDays(round.asAt, 200 + chance.number(400))] as const }
      : {}),
    ...(isMoved ? { change: [chance.pick(ChangeReason.options), says(chance)] as const } : {}),
    ...(chance.is(10) ? { minority: ['lived-experience', says(chance)] as const } : {}),
  }
  return { rating: rated(blank, told), votes }
}

/** About two levels up from the first round to the last, with a step back now and then. */
function levelAfter(chance: Chance, last: Level | undefined, rounds: number): Level {
  if (last === undefined) return chance.number(3) as Level
  const isUp = chance.is(Math.min(60, Math.round(200 / rounds)))
  const step = isUp ? 1 : chance.is(6) ? -1 : 0
  return Math.max(0, Math.min(4, last + step)) as Level
}

/** A hand for each seat near the level; one room in seven is split, and counts twice. */
function votesFor(chance: Chance, room: readonly unknown[], level: Level): string[] {
  const isSplit = chance.is(14)
  const hands = (spread: number) =>
    room
      .map(() =>
        Math.max(0, Math.min(4, level + (chance.is(60) ? 0 : chance.number(2 * spread + 1) - spread))),
      )
      .join('')
  const first = isSplit
    ? room.map((_, seat) => (seat % 2 === 0 ? Math.min(4, level + 2) : Math.max(0, level - 2))).join('')
    : hands(1)
  return isSplit && chance.is(50) ? [first, hands(1)] : [first]
}

function titleOf(principleId: PrincipleId): string {
  return shippedFramework.principles.find(principle => principle.id === principleId)!.title
}
