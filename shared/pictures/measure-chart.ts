import type { Measure, MeasurePoint } from '../model/measure.ts'
import { pointsInOrder } from '../rules/measures.ts'
import { count, longDate, shortDate } from '../text/dates.ts'
import { figureWords, numberWords } from '../text/typed-number.ts'
import { edge, ink, line, paper, quiet, structure } from './colours.ts'
import { clipped, widthOf } from './letters.ts'
import { type NumberAxis, numberAxis, shortNumber, tickWords } from './number-axis.ts'
import { words } from './parts.ts'
import type { Mark, Picture, PictureTable, Point } from './scene.ts'
import { type TimeAxis, timeAxis } from './time-axis.ts'

export type MeasureChartInput = {
  readonly measure: Measure
  /** Its figures, in any order. */
  readonly points: readonly MeasurePoint[]
}

const SIZE = { width: 344, height: 172 }
const TOP = 14
const FOOT = 28
const RIGHT = 84
const SMALL = 12
/** What a month and its year need, with the space beside them. */
const DAY_ROOM = 62

/** True when there is something to draw: a number to begin from, to come to, or in between. */
export function hasChart({ measure, points }: MeasureChartInput): boolean {
  return points.length > 0 || measure.baseline !== null || measure.target !== null
}

/** A measure over time: figures as they are on a calendar's line, with baseline and target (spec ME30 to ME32). */
export function drawMeasure(input: MeasureChartInput): Picture {
  const { measure } = input
  const points = pointsInOrder(input.points)
  const alt = altOf(measure, points)
  const title = `${measure.name} over time`
  return {
    title,
    alt,
    scene: {
      ...SIZE,
      title,
      description: alt,
      marks: hasChart(input)
        ? marksOf(measure, points)
        : [words({ x: 0, y: SIZE.height / 2 }, 'No figure yet', { fill: quiet })],
    },
    table: tableOf(measure, points),
  }
}

type Plot = {
  readonly left: number
  readonly right: number
  readonly at: (point: { readonly on: string; readonly value: number }) => Point
  readonly yOf: (value: number) => number
}

function marksOf(measure: Measure, points: readonly MeasurePoint[]): Mark[] {
  const { baseline, baselineOn, target, targetOn } = measure
  const up = numberAxis([
    ...points.map(({ value }) => value),
    ...[baseline, target].filter(value => value !== null),
  ])
  const labels = tickWords(up.ticks)
  const left = Math.ceil(Math.max(...labels.map(label => widthOf(label, SMALL)))) + 8
  const hasMarks = baseline !== null || target !== null
  const right = SIZE.width - (hasMarks ? RIGHT : 12)
  const bottom = SIZE.height - FOOT
  const yOf = (value: number) => bottom - up.placeOf(value) * (bottom - TOP)
  const inner = { from: left + 8, to: right - 8 }
  const days = [...points.map(({ on }) => on), baselineOn, targetOn].filter(day => day !== null)
  const along = days.length > 0 ? timeAxis(days, DAY_ROOM / (inner.to - inner.from)) : null
  const at: Plot['at'] = ({ on, value }) => ({
    x: inner.from + (along?.placeOf(on) ?? 0) * (inner.to - inner.from),
    y: yOf(value),
  })
  const plot: Plot = { left, right, at, yOf }
  return [
    ...ground(up, labels, plot),
    ...(along ? daysBelow(along, plot, bottom) : []),
    ...levelsOf(measure, plot),
    ...figures(points, plot),
  ]
}

function ground(up: NumberAxis, labels: readonly string[], { left, right, yOf }: Plot): Mark[] {
  return up.ticks.flatMap((tick, index): Mark[] => {
    const y = yOf(tick)
    return [
      { kind: 'line', from: { x: left, y }, to: { x: right, y }, stroke: line },
      words({ x: left - 6, y }, labels[index]!, { anchor: 'end', size: SMALL, fill: quiet }),
    ]
  })
}

function daysBelow({ ticks }: TimeAxis, { at }: Plot, bottom: number): Mark[] {
  return ticks.flatMap(({ day, label }): Mark[] => {
    const { x } = at({ on: day, value: 0 })
    const half = widthOf(label, SMALL) / 2
    const middle = Math.min(Math.max(x, half), SIZE.width - half)
    return [
      { kind: 'line', from: { x, y: bottom }, to: { x, y: bottom + 5 }, stroke: edge, role: 'day' },
      words({ x: middle, y: bottom + 15 }, label, { anchor: 'middle', size: SMALL, fill: quiet }),
    ]
  })
}

/** Baseline and target across the chart, with their words to the right of it. */
function levelsOf(measure: Measure, plot: Plot): Mark[] {
  const { baseline, baselineOn, target, targetOn } = measure
  const across = (value: number, stroke: string, dash: readonly number[], role: string): Mark => {
    const y = plot.yOf(value)
    return {
      kind: 'line',
      from: { x: plot.left, y },
      to: { x: plot.right, y },
      stroke,
      dash,
      strokeWidth: 1.5,
      role,
    }
  }
  const marks: Mark[] = []
  if (baseline !== null) marks.push(across(baseline, quiet, [6, 4], 'baseline'))
  if (target !== null) marks.push(across(target, structure, [2, 3], 'target'))
  if (baseline !== null && baselineOn !== null) {
    const { x, y } = plot.at({ on: baselineOn, value: baseline })
    const paint = { fill: paper, stroke: quiet, strokeWidth: 1.5, role: 'baseline-day' }
    marks.push({ kind: 'circle', cx: x, cy: y, r: 4, ...paint })
  }
  if (target !== null && targetOn !== null) {
    const { x, y } = plot.at({ on: targetOn, value: target })
    const paint = { fill: paper, stroke: structure, strokeWidth: 2, role: 'target-day' }
    marks.push({ kind: 'rect', x: x - 4.5, y: y - 4.5, width: 9, height: 9, radius: 1, ...paint })
  }
  return [...marks, ...levelWords(measure, plot)]
}

const LABEL = 30

function levelWords({ baseline, target }: Measure, plot: Plot): Mark[] {
  const labels = [
    ...(target === null ? [] : [{ said: 'Target', value: target, fill: structure }]),
    ...(baseline === null ? [] : [{ said: 'Baseline', value: baseline, fill: quiet }]),
  ].map(label => ({ ...label, y: plot.yOf(label.value) }))
  labels.sort((a, b) => a.y - b.y)
  const [first, second] = labels
  const places = first && second ? apart(first.y, second.y) : labels.map(({ y }) => within(y))
  return labels.flatMap(({ said, value, fill }, index) => {
    const x = plot.right + 6
    const y = places[index]!
    const room = SIZE.width - x
    const full = numberWords(value)
    const figure = widthOf(full, SMALL + 1, true) <= room ? full : shortNumber(value)
    return [
      words({ x, y: y - 7 }, said, { size: SMALL, fill }),
      words({ x, y: y + 8 }, clipped(figure, room, SMALL + 1), { size: SMALL + 1, fill, isBold: true }),
    ]
  })
}

/** Two labels of two lines, moved apart by as much as is needed and no further than the chart goes. */
function apart(above: number, below: number): [number, number] {
  const push = Math.max(0, LABEL - (below - above)) / 2
  const top = within(above - push)
  const foot = within(Math.max(below + push, top + LABEL))
  return [Math.min(top, foot - LABEL), foot]
}

function within(y: number): number {
  return Math.min(Math.max(y, TOP + 2), SIZE.height - FOOT - 8)
}

function figures(points: readonly MeasurePoint[], plot: Plot): Mark[] {
  const places = points.map(plot.at)
  const latest = points.at(-1)
  const last = places.at(-1)
  if (!latest || !last) return []
  const r = points.length > 20 ? 2.5 : 4
  const joined: Mark[] =
    places.length < 2
      ? []
      : [{ kind: 'path', points: places, isClosed: false, stroke: ink, strokeWidth: 1.5, role: 'figures' }]
  const dots = places.map(
    ({ x, y }): Mark => ({ kind: 'circle', cx: x, cy: y, r, fill: ink, role: 'figure' }),
  )
  return [...joined, ...dots, latestWords(latest.value, last, plot)]
}

/** The latest number beside its dot, above it where there is room, and never over the edge. */
function latestWords(value: number, { x, y }: Point, { left, right }: Plot): Mark {
  const full = numberWords(value)
  const said = widthOf(full, SMALL + 1, true) <= right - left ? full : shortNumber(value)
  const half = widthOf(said, SMALL + 1, true) / 2
  const middle = Math.min(Math.max(x, left + half), right - half)
  const above = y - 14 < TOP - 6 ? y + 14 : y - 14
  const label = words({ x: middle, y: above }, said, { anchor: 'middle', size: SMALL + 1, isBold: true })
  return { ...label, role: 'latest', ...(label.kind === 'text' ? { halo: paper } : {}) }
}

function altOf(measure: Measure, points: readonly MeasurePoint[]): string {
  const { name, unit, direction, baseline, baselineOn, target, targetOn } = measure
  const [first, latest] = [points[0], points.at(-1)]
  const on = (day: string | null, before: string) => (day === null ? '' : ` ${before} ${longDate(day)}`)
  return [
    `${name}, better when ${direction === 'up' ? 'higher' : 'lower'}.`,
    baseline === null ? '' : `Baseline ${figureWords(baseline, unit)}${on(baselineOn, 'on')}.`,
    target === null ? '' : `Target ${figureWords(target, unit)}${on(targetOn, 'by')}.`,
    latest ? '' : 'No figure yet.',
    first && latest && first !== latest
      ? `${count(points.length, 'figure')}, from ${figureWords(first.value, unit)} on ${longDate(first.on)}.`
      : '',
    latest ? `Latest ${figureWords(latest.value, unit)} on ${longDate(latest.on)}.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function tableOf(measure: Measure, points: readonly MeasurePoint[]): PictureTable {
  const { name, unit, baseline, baselineOn, target, targetOn } = measure
  const dated = (word: string, day: string | null) => (day === null ? word : `${word}, ${shortDate(day)}`)
  const change = (value: number) => (baseline === null ? [] : [changeWords(value, baseline)])
  return {
    caption: `${name} over time`,
    columns: ['Date', 'Figure', ...(baseline === null ? [] : ['From baseline'])],
    rows: [
      ...(baseline === null ? [] : [[dated('Baseline', baselineOn), figureWords(baseline, unit), '']]),
      ...points.map(({ on, value }, index) => [
        dayWords(points, index, on),
        figureWords(value, unit),
        ...change(value),
      ]),
      ...(target === null ? [] : [[dated('Target', targetOn), figureWords(target, unit), ...change(target)]]),
    ],
  }
}

/** Two copies of a workbook may both have a figure for one day; each row has a heading of its own. */
function dayWords(points: readonly MeasurePoint[], index: number, on: string): string {
  const same = points.slice(0, index).filter(before => before.on === on).length
  return same === 0 ? shortDate(on) : `${shortDate(on)} (${same + 1})`
}

function changeWords(value: number, baseline: number): string {
  const change = Number((value - baseline).toPrecision(12))
  return change > 0 ? `+${numberWords(change)}` : numberWords(change + 0)
}
