import type { Day } from '../model/fields.ts'
import type { Framework } from '../model/framework.ts'
import type { AreaId, PrincipleId, RatingId, RoundId } from '../model/ids.ts'
import type { Rating, Vote } from '../model/rating.ts'
import { ratingIdOf } from '../model/rating-id.ts'
import { agreementOf, tallyOf } from '../rules/agreement.ts'
import { evidenceOf, placesOf, type Reads, roundBefore, shownVotes, systemOf } from '../rules/select.ts'
import { shortTitleOf } from '../text/principles.ts'
import type { AreasInput } from './areas.ts'
import type { EvidenceInput } from './evidence-coverage.ts'
import type { RadarInput } from './radar.ts'
import type { PicturedPrinciple, Standing } from './standing.ts'
import type { TrendInput } from './trend.ts'

/** The collections pictures are made from: the engine's rows or the page's mirror. */
export type PictureRows = Reads<
  'areas' | 'rounds' | 'ratings' | 'votes' | 'roomSteps' | 'evidence' | 'evidenceLinks'
>

/** One area in one round. */
export type Chosen = { readonly areaId: AreaId; readonly roundId: RoundId }

/** What the radar and the gaps show: one area in one round, beside the round before it. */
export function radarInput(rows: PictureRows, framework: Framework, chosen: Chosen): RadarInput {
  const standings = readStandings(rows)
  const before = roundBefore(rows, chosen.roundId)
  return {
    areaName: nameIn(rows.areas, chosen.areaId),
    roundName: nameIn(rows.rounds, chosen.roundId),
    lastRoundName: before?.name ?? null,
    levelNames: levelNamesOf(framework),
    principles: framework.principles.map(principle => {
      const now = standings.of(chosen.roundId, chosen.areaId, principle.id)
      const rating = standings.ratings.get(ratingIdOf(chosen.roundId, chosen.areaId, principle.id))
      return {
        ...pictured(principle),
        now,
        // A target set before a principle was found not to apply says nothing any more.
        target: now.state === 'not-applicable' ? null : (rating?.targetLevel ?? null),
        last: before ? standings.of(before.id, chosen.areaId, principle.id) : null,
      }
    }),
  }
}

/** What the heat map and the spread of places show: every area in one round. */
export function areasInput(rows: PictureRows, framework: Framework, roundId: RoundId): AreasInput {
  const standings = readStandings(rows)
  const system = systemOf(rows)
  const places = placesOf(rows)
  return {
    systemName: system?.name ?? '',
    roundName: nameIn(rows.rounds, roundId),
    levelNames: levelNamesOf(framework),
    placeNames: places.map(place => place.name),
    principles: framework.principles.map(principle => ({
      ...pictured(principle),
      system: system ? standings.of(roundId, system.id, principle.id) : { state: 'not-discussed' },
      places: places.map(place => standings.of(roundId, place.id, principle.id)),
    })),
  }
}

/** Where an area stood in every round up to the chosen one. */
export function trendInput(rows: PictureRows, framework: Framework, chosen: Chosen): TrendInput {
  const standings = readStandings(rows)
  const sorted = [...rows.rounds.values()].sort((a, b) => a.position - b.position)
  const rounds = sorted.slice(0, sorted.findIndex(round => round.id === chosen.roundId) + 1)
  return {
    areaName: nameIn(rows.areas, chosen.areaId),
    roundNames: rounds.map(round => round.name),
    levelNames: levelNamesOf(framework),
    principles: framework.principles.map(principle => ({
      ...pictured(principle),
      points: rounds.map(({ id }) => ({
        standing: standings.of(id, chosen.areaId, principle.id),
        changeReason:
          standings.ratings.get(ratingIdOf(id, chosen.areaId, principle.id))?.changeReason ?? null,
      })),
    })),
  }
}

/** The evidence behind each rating of an area. */
export function evidenceInput(
  rows: PictureRows,
  framework: Framework,
  chosen: Chosen,
  today: Day,
): EvidenceInput {
  const standings = readStandings(rows)
  return {
    areaName: nameIn(rows.areas, chosen.areaId),
    today,
    levelNames: levelNamesOf(framework),
    principles: framework.principles.map(principle => ({
      ...pictured(principle),
      now: standings.of(chosen.roundId, chosen.areaId, principle.id),
      items: evidenceOf(rows, { areaId: chosen.areaId, principleId: principle.id }),
    })),
  }
}

// Forty places and nine principles ask for 369 standings: one pass over ratings and votes serves them all.
function readStandings(rows: Reads<'ratings' | 'votes' | 'roomSteps'>) {
  const ratings = new Map<RatingId, Rating>()
  for (const rating of rows.ratings.values()) ratings.set(rating.id, rating)
  const votes = new Map<RatingId, Vote[]>()
  for (const vote of shownVotes(rows)) {
    const others = votes.get(vote.ratingId)
    if (others) others.push(vote)
    else votes.set(vote.ratingId, [vote])
  }
  return {
    ratings,
    of(roundId: RoundId, areaId: AreaId, principleId: PrincipleId): Standing {
      const id = ratingIdOf(roundId, areaId, principleId)
      return standingOf(ratings.get(id), votes.get(id) ?? [])
    },
  }
}

/** A rating with the verdict of its last count. No row yet means the same as not discussed. */
function standingOf(rating: Rating | undefined, votes: readonly Vote[]): Standing {
  if (rating?.state === 'not-applicable') return { state: 'not-applicable' }
  if (rating?.state !== 'rated' || rating.level === null) return { state: 'not-discussed' }
  const last = votes.some(vote => vote.count === 2) ? 2 : 1
  const { verdict } = agreementOf(tallyOf(votes.filter(vote => vote.count === last)))
  return { state: 'rated', level: rating.level, isSplit: verdict === 'split' }
}

function pictured(principle: Framework['principles'][number]): PicturedPrinciple {
  const { id, number, title } = principle
  return { id, number, title, shortTitle: shortTitleOf(principle) }
}

function nameIn(rows: { values(): Iterable<{ id: string; name: string }> }, id: string): string {
  for (const row of rows.values()) if (row.id === id) return row.name
  return ''
}

function levelNamesOf(framework: Framework): string[] {
  return [...framework.scale.levels].sort((a, b) => a.value - b.value).map(level => level.label)
}
