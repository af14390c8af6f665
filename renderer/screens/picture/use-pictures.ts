import { useMemo } from 'react'
import type { AreasInput } from '../../../shared/pictures/areas.ts'
import { drawEvidenceCoverage } from '../../../shared/pictures/evidence-coverage.ts'
import type { PictureSource } from '../../../shared/pictures/framed.ts'
import { areasInput, evidenceInput, radarInput, trendInput } from '../../../shared/pictures/from-rows.ts'
import { drawGapBars, gapRows } from '../../../shared/pictures/gap-bars.ts'
import { pictureHeadline, pictureLead } from '../../../shared/pictures/headline.ts'
import { drawHeatMap, MOST_WITH_SPREAD } from '../../../shared/pictures/heat-map.ts'
import { drawPlaces } from '../../../shared/pictures/places.ts'
import { drawRadar } from '../../../shared/pictures/radar.ts'
import type { Picture } from '../../../shared/pictures/scene.ts'
import { drawTrend } from '../../../shared/pictures/trend.ts'
import { useWorkbook } from '../../state/hooks.ts'
import { useAbout, useArea, useFramework, useRound, useToday } from '../../state/select.ts'

/** One of the pictures, with where its words come from when it leaves. */
export type Shown = { readonly picture: Picture; readonly source: PictureSource }

/** Everything the screen shows of the chosen area and round. */
export type Pictures = {
  readonly headline: string
  readonly lead: string
  readonly radar: Shown
  /** `null` without a level and a target to draw between. */
  readonly gaps: Shown | null
  /** `null` when the workbook has no places. */
  readonly areas: Shown | null
  /** `null` while the dots beside the map of areas are enough. */
  readonly places: Shown | null
  readonly evidence: Shown
  /** `null` in the first round. */
  readonly trend: Shown | null
  /** Nothing rated in any area and no evidence: there is nothing to picture. */
  readonly isEmpty: boolean
}

/** Draws the pictures of the chosen area and round anew when what they show changes. */
export function usePictures(): Pictures {
  const area = useArea()
  const round = useRound()
  const framework = useFramework()
  const today = useToday()
  const { isRehearsal } = useAbout()
  const areas = useWorkbook(state => state.rows.areas)
  const rounds = useWorkbook(state => state.rows.rounds)
  const ratings = useWorkbook(state => state.rows.ratings)
  const votes = useWorkbook(state => state.rows.votes)
  const roomSteps = useWorkbook(state => state.rows.roomSteps)
  const evidence = useWorkbook(state => state.rows.evidence)
  const evidenceLinks = useWorkbook(state => state.rows.evidenceLinks)
  return useMemo(() => {
    const rows = { areas, rounds, ratings, votes, roomSteps, evidence, evidenceLinks }
    const chosen = { areaId: area.id, roundId: round.id }
    const of = radarInput(rows, framework, chosen)
    const all = areasInput(rows, framework, round.id)
    const behind = evidenceInput(rows, framework, chosen, today)
    const own = { areaName: area.name, roundName: round.name, asAt: round.asAt, isRehearsal }
    const everyone = { ...own, areaName: all.systemName }
    const placeCount = all.placeNames.length
    const steps = trendInput(rows, framework, chosen)
    return {
      headline: pictureHeadline(of),
      lead: pictureLead(all),
      radar: { picture: drawRadar(of), source: own },
      gaps: gapRows(of).length ? { picture: drawGapBars(of), source: own } : null,
      areas: placeCount ? { picture: drawHeatMap(all), source: everyone } : null,
      places: placeCount > MOST_WITH_SPREAD ? { picture: drawPlaces(all), source: everyone } : null,
      evidence: { picture: drawEvidenceCoverage(behind), source: own },
      trend: steps.roundNames.length > 1 ? { picture: drawTrend(steps), source: own } : null,
      isEmpty: !hasAnyRating(all) && behind.principles.every(principle => principle.items.length === 0),
    }
  }, [
    area,
    round,
    framework,
    today,
    isRehearsal,
    areas,
    rounds,
    ratings,
    votes,
    roomSteps,
    evidence,
    evidenceLinks,
  ])
}

function hasAnyRating(all: AreasInput): boolean {
  return all.principles.some(principle =>
    [principle.system, ...principle.places].some(standing => standing.state !== 'not-discussed'),
  )
}
