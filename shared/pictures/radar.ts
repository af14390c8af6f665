import type { Level } from '../model/fields.ts'
import { edge, line, paper, quiet } from './colours.ts'
import { keyRow } from './key.ts'
import { ringOf, spokePoint } from './radar-geometry.ts'
import { radarLabel } from './radar-labels.ts'
import { radarKey, radarSeries } from './radar-series.ts'
import { radarSentences, radarTable } from './radar-words.ts'
import { type Mark, moved, type Picture } from './scene.ts'
import type { PicturedPrinciple, Standing } from './standing.ts'

/** What the radar shows of one principle. */
export type RadarPrinciple = PicturedPrinciple & {
  readonly now: Standing
  readonly target: Level | null
  /** `null` when there was no round before, or this principle was not rated in it. */
  readonly last: Standing | null
}

export type RadarInput = {
  readonly areaName: string
  readonly roundName: string
  /** `null` when this is the first round. */
  readonly lastRoundName: string | null
  /** Names of the levels, 0 first. */
  readonly levelNames: readonly string[]
  readonly principles: readonly RadarPrinciple[]
}

const WIDTH = 460
const LABEL_GAP = 13
const LEVELS = [0, 1, 2, 3, 4] as const

/** The radar: level now, target and last round on one spoke a principle, with its words and its table. */
export function drawRadar(input: RadarInput): Picture {
  const { principles } = input
  const labels = principles.map((principle, index) => {
    const at = spokePoint(index, principles.length, ringOf(4) + LABEL_GAP)
    return radarLabel(principle, at, WIDTH / 2)
  })
  const top = Math.min(-ringOf(4), ...labels.map(label => label.top)) - 4
  const bottom = Math.max(ringOf(4), ...labels.map(label => label.bottom)) + 16
  const key = keyRow(radarKey(input.lastRoundName !== null), 0, bottom - top, WIDTH)
  const middle = [
    ...web(principles),
    ...radarSeries(principles),
    ...ringNumbers(),
    ...labels.flatMap(label => label.marks),
  ]
  const title = input.lastRoundName === null ? 'Now and target' : 'Now, target and last round'
  const alt = radarSentences(input)
  return {
    title,
    alt,
    scene: {
      width: WIDTH,
      height: Math.ceil(bottom - top + key.height + 2),
      title: `${title}: ${input.areaName}, ${input.roundName}`,
      description: alt,
      marks: [...moved(middle, WIDTH / 2, -top), ...key.marks],
    },
    table: radarTable(input),
  }
}

/** Rings and spokes. The spoke of a principle without a level is dotted: nothing is known along it. */
function web(principles: readonly RadarPrinciple[]): Mark[] {
  const count = principles.length
  const rings = LEVELS.map((level): Mark => {
    const points = principles.map((_, index) => spokePoint(index, count, ringOf(level)))
    const stroke = level === 0 || level === 4 ? edge : line
    return { kind: 'path', points, isClosed: true, stroke, role: `ring-${level}` }
  })
  const spokes = principles.map((principle, index): Mark => {
    const isKnown = principle.now.state === 'rated'
    return {
      kind: 'line',
      from: spokePoint(index, count, ringOf(0)),
      to: spokePoint(index, count, ringOf(4)),
      stroke: isKnown ? line : edge,
      ...(isKnown ? {} : { dash: [2, 4] }),
    }
  })
  return [...rings, ...spokes]
}

/** The levels beside the upright spoke. */
function ringNumbers(): Mark[] {
  return LEVELS.map(level => ({
    kind: 'text',
    at: { x: -9, y: -ringOf(level) + 4.5 },
    anchor: 'end',
    size: 12,
    halo: paper,
    runs: [{ text: String(level), fill: quiet }],
  }))
}
