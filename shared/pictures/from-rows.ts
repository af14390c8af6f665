import type { Framework } from '../model/framework.ts'
import { type AreaId, type PrincipleId, type RatingId, type RoundId, ratingIdOf } from '../model/ids.ts'
import type { Rating, Vote } from '../model/rating.ts'
import type { Rows } from '../model/snapshot.ts'
import type { Round } from '../model/workbook.ts'
import { agreementOf, tallyOf } from '../rules/agreement.ts'
import { shortTitleOf } from '../text/short-titles.ts'
import type { AreasInput } from './areas.ts'
import type { EvidenceInput } from './evidence-coverage.ts'
import type { RadarInput } from './radar.ts'
import type { PicturedPrinciple, Standing } from './standing.ts'

/** The collections pictures are made from. */
export type PictureRows = Readonly<
  Pick<Rows, 'workbook' | 'areas' | 'rounds' | 'ratings' | 'votes' | 'evidence' | 'evidenceLinks'>
>

/** What the radar and the gaps show: one area in one round, beside the round before it. */
export function radarInput(
  rows: PictureRows,
  framework: Framework,
  chosen: { readonly areaId: AreaId; readonly roundId: RoundId },
): RadarInput {
  const standing = standings(rows)
  const round = rows.rounds.find(each => each.id === chosen.roundId)
  const before = round ? roundBefore(rows.rounds, round) : undefined
  return {
    areaName: rows.areas.find(area => area.id === chosen.areaId)?.name ?? '',
    roundName: round?.name ?? '',
    lastRoundName: before?.name ?? null,
    levelNames: levelNamesOf(framework),
    principles: framework.principles.map(principle => {
      const rating = standing.ratings.get(ratingIdOf(chosen.roundId, chosen.areaId, principle.id))
      const now = standing.of(chosen.roundId, chosen.areaId, principle.id)
      return {
        ...pictured(principle),
        now,
        target: now.state === 'not-applicable' ? null : (rating?.targetLevel ?? null),
        last: before ? standing.of(before.id, chosen.areaId, principle.id) : null,
      }
    }),
  }
}

/** What the heat map and the spread of places show: every area in one round. */
export function areasInput(rows: PictureRows, framework: Framework, roundId: RoundId): AreasInput {
  const standing = standings(rows)
  const areas = [...rows.areas].sort((a, b) => a.position - b.position)
  const system = areas.find(area => area.kind === 'system')
  const places = areas.filter(area => area.kind === 'place')
  return {
    systemName: system?.name ?? '',
    roundName: rows.rounds.find(round => round.id === roundId)?.name ?? '',
    levelNames: levelNamesOf(framework),
    placeNames: places.map(place => place.name),
    principles: framework.principles.map(principle => ({
      ...pictured(principle),
      system: system ? standing.of(roundId, system.id, principle.id) : { state: 'not-discussed' },
      places: places.map(place => standing.of(roundId, place.id, principle.id)),
    })),
  }
}

/**
 * The evidence behind each rating of an area. For the whole system every item of a principle counts; for a place,
 * those that say they cover it.
 */
export function evidenceInput(
  rows: PictureRows,
  framework: Framework,
  chosen: { readonly areaId: AreaId; readonly roundId: RoundId },
  today: string,
): EvidenceInput {
  const standing = standings(rows)
  const area = rows.areas.find(each => each.id === chosen.areaId)
  const covering = new Set<string>()
  const byPrinciple = new Map<string, Set<string>>()
  for (const { evidenceId, areaId, principleId } of rows.evidenceLinks) {
    if (areaId === chosen.areaId) covering.add(evidenceId)
    if (principleId === null) continue
    const items = byPrinciple.get(principleId) ?? new Set<string>()
    byPrinciple.set(principleId, items.add(evidenceId))
  }
  const isCounted = (id: string) => area?.kind !== 'place' || covering.has(id)
  return {
    areaName: area?.name ?? '',
    today,
    levelNames: levelNamesOf(framework),
    principles: framework.principles.map(principle => ({
      ...pictured(principle),
      now: standing.of(chosen.roundId, chosen.areaId, principle.id),
      items: rows.evidence
        .filter(item => isCounted(item.id) && byPrinciple.get(principle.id)?.has(item.id))
        .map(({ strength, refersOn }) => ({ strength, refersOn })),
    })),
  }
}

/** The round before another, or `undefined` for the first. */
export function roundBefore(rounds: readonly Round[], round: Round): Round | undefined {
  return rounds
    .filter(each => each.position < round.position)
    .reduce<Round | undefined>(
      (best, each) => (best && best.position > each.position ? best : each),
      undefined,
    )
}

function standings(rows: PictureRows) {
  const ratings = new Map(rows.ratings.map(rating => [rating.id, rating]))
  const votes = new Map<RatingId, Vote[]>()
  for (const vote of rows.votes) votes.set(vote.ratingId, [...(votes.get(vote.ratingId) ?? []), vote])
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
  const lastCount = Math.max(...votes.map(vote => vote.count))
  const verdict = agreementOf(tallyOf(votes.filter(vote => vote.count === lastCount))).verdict
  return { state: 'rated', level: rating.level, isSplit: verdict === 'split' }
}

function pictured(principle: Framework['principles'][number]): PicturedPrinciple {
  const { id, number, title } = principle
  return { id, number, title, shortTitle: shortTitleOf(principle) }
}

function levelNamesOf(framework: Framework): string[] {
  return [...framework.scale.levels].sort((a, b) => a.value - b.value).map(level => level.label)
}
