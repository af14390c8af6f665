import type { Level } from '../model/fields.ts'
import { type AreasInput, type AreasPrinciple, rangeOf } from './areas.ts'
import { line, paper, quiet, structure } from './colours.ts'
import type { KeyItem } from './key.ts'
import { clipped } from './letters.ts'
import { words } from './parts.ts'
import { placeCodes } from './place-codes.ts'
import type { Mark, Point } from './scene.ts'
import { levelOf } from './standing.ts'

/** Where the levels of a row of dots lie, and how much room there is beyond the first and the last. */
export type Axis = { readonly left: number; readonly step: number; readonly beyond: number }

/** How places are drawn: a lettered dot each, or, where dots would cover each other, how many stand on a level. */
export type SpreadMode =
  | { readonly kind: 'letters'; readonly codes: readonly string[] }
  | { readonly kind: 'counts' }

const LEVELS = [0, 1, 2, 3, 4] as const
const DOT = 8.5
const APART = 2 * DOT

/** Letters while every dot of every row has room beside the others; else counts, on all rows alike. */
export function spreadMode(input: AreasInput, axis: Axis): SpreadMode {
  const codes = placeCodes(input.placeNames)
  const hasRoom = input.principles.every(principle => {
    const dots = dotsOf(principle, axis).map(dot => dot.x)
    const sorted = [...dots].sort((a, b) => a - b)
    const isInside = (x: number) =>
      Math.abs(x - axis.left - 2 * axis.step) + DOT <= 2 * axis.step + axis.beyond
    return sorted.every((x, index) => isInside(x) && (index === 0 || x - sorted[index - 1]! >= APART - 1))
  })
  return hasRoom && input.placeNames.length <= 8 ? { kind: 'letters', codes } : { kind: 'counts' }
}

/** The upright lines of the levels behind all rows. */
export function spreadGrid(axis: Axis, top: number, bottom: number): Mark[] {
  return LEVELS.flatMap((level): Mark[] => {
    const x = axis.left + level * axis.step
    return [
      { kind: 'line', from: { x, y: top }, to: { x, y: bottom }, stroke: line },
      words({ x, y: top - 11 }, String(level), { anchor: 'middle', size: 13, fill: quiet }),
    ]
  })
}

/** One row: the range of the places, the places on it, and the system's own rating as a triangle above. */
export function spreadRow(principle: AreasPrinciple, axis: Axis, mode: SpreadMode, middle: number): Mark[] {
  const y = middle + 4
  const at = (level: Level) => axis.left + level * axis.step
  const range = rangeOf(principle.places)
  const system = levelOf(principle.system)
  const marks: Mark[] = []
  if (range && range[0] < range[1]) {
    const ends = { from: { x: at(range[0]), y }, to: { x: at(range[1]), y } }
    marks.push({ kind: 'line', ...ends, stroke: quiet, strokeWidth: 3, role: 'range' })
  }
  if (mode.kind === 'letters')
    for (const { x, place } of dotsOf(principle, axis)) marks.push(...dot({ x, y }, mode.codes[place]!))
  else
    for (const level of LEVELS) {
      const there = principle.places.filter(place => levelOf(place) === level).length
      if (there) marks.push(...dot({ x: at(level), y }, String(there)))
    }
  if (system !== null) marks.push(triangle({ x: at(system), y: y - 16 }))
  return marks
}

/** Dots of one row; those on one level stand side by side about it. */
function dotsOf(principle: AreasPrinciple, axis: Axis): { x: number; place: number }[] {
  return LEVELS.flatMap(level => {
    const there = principle.places.flatMap((place, index) => (levelOf(place) === level ? [index] : []))
    const first = axis.left + level * axis.step - ((there.length - 1) * APART) / 2
    return there.map((place, index) => ({ x: first + index * APART, place }))
  })
}

/** A grey dot with a letter or a count in it. */
export function dot(at: Point, text: string): Mark[] {
  const size = text.length > 1 ? 10 : 11
  return [
    { kind: 'circle', cx: at.x, cy: at.y, r: DOT, fill: quiet, stroke: paper, role: 'place' },
    words(at, text, { anchor: 'middle', size, fill: paper, isBold: true }),
  ]
}

function triangle({ x, y }: Point): Mark {
  const points = [
    { x: x - 6, y: y - 4.5 },
    { x: x + 6, y: y - 4.5 },
    { x, y: y + 4.5 },
  ]
  return { kind: 'path', points, isClosed: true, fill: structure, role: 'system' }
}

/** What triangle, dot and line mean; with names, which letter is which place. */
export function spreadKey(mode: SpreadMode, names: readonly string[] = []): KeyItem[] {
  const origin = { x: 0, y: 0 }
  const ends = { from: { x: -10, y: 0 }, to: { x: 10, y: 0 } }
  const item = (said: string, text: string): KeyItem => ({ width: 17, words: said, marks: dot(origin, text) })
  const places =
    mode.kind === 'counts'
      ? [item('Number of places', '3')]
      : names.length
        ? names.map((name, index) => item(clipped(name, 160, 13), mode.codes[index]!))
        : [item('A place', mode.codes[0] ?? 'A')]
  return [
    { width: 12, words: 'Whole system', marks: [triangle(origin)] },
    {
      width: 20,
      words: 'Range of places',
      marks: [{ kind: 'line', ...ends, stroke: quiet, strokeWidth: 3 }],
    },
    ...places,
  ]
}
