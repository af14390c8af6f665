import { radarInput, trendInput } from '../../../shared/pictures/from-rows.ts'
import { drawRadar } from '../../../shared/pictures/radar.ts'
import type { Picture as Drawn } from '../../../shared/pictures/scene.ts'
import { toSvg } from '../../../shared/pictures/to-svg.ts'
import { drawTrend } from '../../../shared/pictures/trend.ts'
import { factsOf } from './board/board-facts.ts'
import type { BoardInput } from './board/input.ts'
import { cleanText } from './clean-text.ts'
import { svgToPng } from './picture-png.ts'
import type { Picture } from './sheet-model.ts'

/** Dots of the picture for each of the page, so that it stays sharp in print. */
const SHARPNESS = 2

/** Its size on the page beside the one it was drawn at: a sheet is printed at two thirds of its size. */
const SCALE = 1.15

/** Three small charts side by side end where the table of the Rounds sheet does. */
const TREND_SCALE = 1

/** The radar of the whole system, the same drawing as on the screen. */
export async function radarPicture(input: BoardInput): Promise<Picture> {
  const { areas, round } = factsOf(input)
  const chosen = { areaId: areas[0]!.id, roundId: round.id }
  return painted(drawRadar(radarInput(input.rows, input.framework, chosen)))
}

/** The steps of the whole system over the rounds; `null` in the first round, which has none. */
export async function trendPicture(input: BoardInput): Promise<Picture | null> {
  const { areas, round } = factsOf(input)
  const steps = trendInput(input.rows, input.framework, { areaId: areas[0]!.id, roundId: round.id })
  return steps.roundNames.length > 1 ? painted(drawTrend(steps), TREND_SCALE) : null
}

async function painted({ scene, alt }: Drawn, scale = SCALE): Promise<Picture> {
  const { width, height } = scene
  const png = await svgToPng(cleanText(toSvg(scene)).text, Math.round(width * scale * SHARPNESS))
  return { png, width: Math.round(width * scale), height: Math.round(height * scale), alternative: alt }
}
