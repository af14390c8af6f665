import type { ChangeReason } from '../model/rating.ts'
import { changeReasonWords } from '../text/words.ts'
import { line, paper, quiet, structure } from './colours.ts'
import { clipped } from './letters.ts'
import { principleName, standingCell, words } from './parts.ts'
import { type Mark, moved, type Picture } from './scene.ts'
import { levelOf, type PicturedPrinciple, type Standing, standingWords } from './standing.ts'

/** Where a principle stood in one round, and why its level differs from the round before. */
export type TrendPoint = { readonly standing: Standing; readonly changeReason: ChangeReason | null }

export type TrendInput = {
  readonly areaName: string
  /** The last is the one looked at. */
  readonly roundNames: readonly string[]
  readonly levelNames: readonly string[]
  readonly principles: readonly (PicturedPrinciple & {
    /** A point a round, in their order. */
    readonly points: readonly TrendPoint[]
  })[]
}

/** More would leave no room for a square. */
export const MOST_ROUNDS = 8

const PANEL = { width: 308, height: 172, across: 3 }
const PLOT = { left: 16, top: 40, width: 276, step: 22 }
const CELL = 20

/** Steps of each principle over the rounds, nine small charts of one scale (PI24 to PI26). */
export function drawTrend(input: TrendInput): Picture {
  const panels = input.principles.map((principle, index) =>
    moved(
      panel(principle, input),
      (index % PANEL.across) * PANEL.width,
      Math.floor(index / PANEL.across) * PANEL.height,
    ),
  )
  const foot = Math.ceil(input.principles.length / PANEL.across) * PANEL.height
  const note = cutNote(input)
  const title = 'Levels over the rounds'
  const alt = [`${title}, ${input.areaName}.`, ...input.principles.map(one => sentenceOf(one, input)), note]
    .filter(Boolean)
    .join(' ')
  return {
    title,
    alt,
    scene: {
      width: PANEL.width * PANEL.across,
      height: foot + (note ? 24 : 0),
      title: `${title}: ${input.areaName}`,
      description: alt,
      marks: [...panels.flat(), ...(note ? [words({ x: 0, y: foot + 12 }, note, { fill: quiet })] : [])],
    },
    table: {
      caption: `${title}: ${input.areaName}`,
      columns: ['Principle', ...input.roundNames],
      rows: input.principles.map(({ number, title: name, points }) => [
        `${number} ${name}`,
        ...points.map((point, index) => pointWords(point, points[index - 1], input)),
      ]),
    },
  }
}

type Principle = TrendInput['principles'][number]

function panel(principle: Principle, input: TrendInput): Mark[] {
  const points = principle.points.slice(-MOST_ROUNDS)
  const names = input.roundNames.slice(-MOST_ROUNDS)
  const column = PLOT.width / points.length
  const middleOf = (index: number) => PLOT.left + column * (index + 0.5)
  return [
    ...principleName(principle, principle.title, { x: 0, y: 12 }, PANEL.width - 24),
    ...levelLines(),
    ...points.flatMap((point, index) => stepTo(point, points[index - 1], middleOf(index), column)),
    ...points.flatMap(({ standing }, index) =>
      standingCell({ middle: { x: middleOf(index), y: yOf(standing) }, width: CELL, height: CELL }, standing),
    ),
    ...names.map((name, index) =>
      words({ x: middleOf(index), y: PLOT.top + PLOT.step * 4 + 22 }, clipped(name, column - 6, 12), {
        anchor: 'middle',
        size: 12,
        fill: quiet,
      }),
    ),
  ]
}

function levelLines(): Mark[] {
  return [0, 1, 2, 3, 4].flatMap((level): Mark[] => {
    const y = yAt(level)
    return [
      { kind: 'line', from: { x: PLOT.left, y }, to: { x: PLOT.left + PLOT.width, y }, stroke: line },
      words({ x: 4, y }, String(level), { anchor: 'middle', size: 11, fill: quiet }),
    ]
  })
}

/** Flat to the edge of the column, up or down, and flat again: a level was said twice, not measured in between. */
function stepTo(point: TrendPoint, before: TrendPoint | undefined, x: number, column: number): Mark[] {
  const [from, to] = [levelOf(before?.standing ?? null), levelOf(point.standing)]
  if (from === null || to === null) return []
  const edge = x - column / 2
  const isCorrection = from !== to && !isChange(point.changeReason)
  const points = [
    { x: x - column + CELL / 2, y: yAt(from) },
    { x: edge, y: yAt(from) },
    { x: edge, y: yAt(to) },
    { x: x - CELL / 2, y: yAt(to) },
  ]
  const step: Mark = {
    kind: 'path',
    points,
    isClosed: false,
    stroke: isCorrection ? quiet : structure,
    strokeWidth: 2,
    role: isCorrection ? 'correction' : from === to ? 'same' : 'step',
    ...(isCorrection ? { dash: [1, 4], hasRoundEnds: true } : {}),
  }
  const said = isCorrection && point.changeReason ? shortReasons[point.changeReason] : ''
  if (said === '') return [step]
  const above = Math.min(yAt(from), yAt(to)) - 7
  const label = words({ x: edge, y: above }, said, { anchor: 'middle', size: 11, fill: quiet })
  return [step, { ...label, ...(label.kind === 'text' ? { halo: paper } : {}) }]
}

/** A rating that was put right, or was given by other people, says nothing of what happened in the area. */
function isChange(reason: ChangeReason | null): boolean {
  return reason !== 'misjudged' && reason !== 'different-people'
}

const shortReasons: Readonly<Record<ChangeReason, string>> = {
  'real-change': '',
  'better-evidence': '',
  misjudged: 'misjudged',
  'different-people': 'other people',
}

function yAt(level: number): number {
  return PLOT.top + PLOT.step * (4 - level)
}

/** What has no level stands at the foot, where its cell says why. */
function yOf(standing: Standing): number {
  return yAt(levelOf(standing) ?? 0)
}

function pointWords(point: TrendPoint, before: TrendPoint | undefined, input: TrendInput): string {
  const said = standingWords(point.standing, input.levelNames)
  const [from, to] = [levelOf(before?.standing ?? null), levelOf(point.standing)]
  if (from === null || to === null || from === to) return said
  return `${said} (${point.changeReason ? changeReasonWords[point.changeReason].toLowerCase() : 'no reason given'})`
}

function sentenceOf({ number, title, points }: Principle, input: TrendInput): string {
  const said = points.map(
    (point, index) => `${input.roundNames[index]}: ${pointWords(point, points[index - 1], input)}`,
  )
  return `${number} ${title}: ${said.join('; ')}.`
}

function cutNote({ roundNames }: TrendInput): string {
  if (roundNames.length <= MOST_ROUNDS) return ''
  return `The last ${MOST_ROUNDS} of ${roundNames.length} rounds are drawn; the table has them all.`
}
