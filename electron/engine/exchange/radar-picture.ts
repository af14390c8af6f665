import { radarInput } from '../../../shared/pictures/from-rows.ts'
import { drawRadar } from '../../../shared/pictures/radar.ts'
import { toSvg } from '../../../shared/pictures/to-svg.ts'
import { factsOf } from './board/board-facts.ts'
import type { BoardInput } from './board/input.ts'
import { cleanText } from './clean-text.ts'
import { svgToPng } from './picture-png.ts'
import type { Picture } from './sheet-model.ts'

/** Dots of the picture for each of the page, so that it stays sharp in print. */
const SHARPNESS = 2

/** Its size on the page beside the one it was drawn at: a sheet is printed at two thirds of its size. */
const SCALE = 1.15

/** The radar of the whole system, the same drawing as on the screen. */
export async function radarPicture(input: BoardInput): Promise<Picture> {
  const { areas, round } = factsOf(input)
  const chosen = { areaId: areas[0]!.id, roundId: round.id }
  const { scene, alt } = drawRadar(radarInput(input.rows, input.framework, chosen))
  const { width, height } = scene
  const png = await svgToPng(cleanText(toSvg(scene)).text, Math.round(width * SCALE * SHARPNESS))
  return { png, width: Math.round(width * SCALE), height: Math.round(height * SCALE), alternative: alt }
}
