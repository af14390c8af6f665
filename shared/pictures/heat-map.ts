import { type AreasInput, areasSentences, areasTable } from './areas.ts'
import { ink } from './colours.ts'
import { type KeyItem, keyRow } from './key.ts'
import { clipped, wrapped } from './letters.ts'
import { levelTile, oddItems, principleName, standingCell, words } from './parts.ts'
import type { Mark, Picture } from './scene.ts'
import { type Axis, dot, type SpreadMode, spreadGrid, spreadKey, spreadMode, spreadRow } from './spread.ts'

const NAMES = 140
const SYSTEM = 60
const GAP = 6
const SPREAD_STEP = 34
const SPREAD_EDGE = 27

/** Up to this many places the spread stands beside the map; more have a picture of their own for it. */
export const MOST_WITH_SPREAD = 3
/** Up to this many places each has a wide cell. */
const MOST_WIDE = 8

/** Areas by principle: a row a principle, the whole system first, then each place in a column of its own. */
export function drawHeatMap(input: AreasInput): Picture {
  const size = sizesOf(input.placeNames.length)
  const axis: Axis = { left: size.right + SPREAD_EDGE, step: SPREAD_STEP, beyond: SPREAD_EDGE }
  const mode = spreadMode(input, axis)
  const heading = headingHeight(input, size, mode)
  const rowMiddle = (row: number) => heading + size.row * row + size.row / 2
  const bottom = heading + size.row * input.principles.length
  const marks: Mark[] = [
    ...headings(input, size, heading, mode),
    ...(size.hasSpread ? spreadGrid(axis, heading, bottom) : []),
  ]
  input.principles.forEach((principle, row) => {
    const y = rowMiddle(row)
    marks.push(...principleName(principle, principle.shortTitle, { x: 0, y }, NAMES - 4))
    const height = size.row - 2
    marks.push(
      ...standingCell({ middle: { x: NAMES + SYSTEM / 2, y }, width: SYSTEM - 2, height }, principle.system),
    )
    principle.places.forEach((place, index) => {
      const x = size.placesFrom + size.cell * (index + 0.5)
      marks.push(...standingCell({ middle: { x, y }, width: size.cell - 2, height }, place))
    })
    if (size.hasSpread) marks.push(...spreadRow(principle, axis, mode, y))
  })
  const levelKey = keyRow(levelItems(input, size), 0, bottom + 12, size.width)
  const spreadTop = bottom + 12 + levelKey.height + 4
  const spread = keyRow(size.hasSpread ? spreadKey(mode) : [], 0, spreadTop, size.width)
  const alt = areasSentences(input)
  return {
    title: 'Areas by principle',
    alt,
    scene: {
      width: size.width,
      height: Math.ceil(spreadTop + spread.height + 2),
      title: `Areas by principle: ${input.systemName}, ${input.roundName}`,
      description: alt,
      marks: [...marks, ...levelKey.marks, ...spread.marks],
    },
    table: areasTable(input),
  }
}

type Sizes = ReturnType<typeof sizesOf>

function sizesOf(places: number) {
  const isWide = places <= MOST_WIDE
  const wide = places <= MOST_WITH_SPREAD ? 68 : 72
  const cell = isWide ? wide : Math.max(20, Math.min(36, Math.floor(840 / places)))
  const placesFrom = NAMES + SYSTEM + (places ? GAP : 0)
  const right = placesFrom + cell * places
  const hasSpread = places > 0 && places <= MOST_WITH_SPREAD
  const width = hasSpread ? right + 2 * SPREAD_EDGE + 4 * SPREAD_STEP : Math.max(right, 600)
  return { isWide, cell, placesFrom, right, width, hasSpread, row: isWide ? 40 : 30 }
}

function headingHeight(input: AreasInput, size: Sizes, mode: SpreadMode): number {
  if (!size.isWide) return 128
  const lines = input.placeNames.map(name => wrapped(name, size.cell - 2, 13, 2).length)
  return Math.max(2, ...lines) * 16 + (mode.kind === 'letters' && size.hasSpread ? 22 : 0) + 6
}

/** Names of the areas: level over wide columns, each with its letter; turned over narrow ones. */
function headings(input: AreasInput, size: Sizes, bottom: number, mode: SpreadMode): Mark[] {
  const letters = mode.kind === 'letters' && size.hasSpread ? mode.codes : null
  const base = bottom - (letters ? 24 : 4)
  const level = (lines: readonly string[], x: number, foot: number, isBold = false) =>
    lines.map((line, index) =>
      words({ x, y: foot - 16 * (lines.length - index) + 8 }, line, { anchor: 'middle', size: 13, isBold }),
    )
  const marks: Mark[] = [
    words({ x: 0, y: bottom - 12 }, 'Principle', { size: 13, isBold: true }),
    ...level(['Whole', 'system'], NAMES + SYSTEM / 2, bottom - 4, true),
  ]
  input.placeNames.forEach((name, index) => {
    const x = size.placesFrom + size.cell * (index + 0.5)
    if (!size.isWide) {
      const runs = [{ text: clipped(name, 116, 13), fill: ink }]
      marks.push({
        kind: 'text',
        at: { x: x + 4.5, y: bottom - 6 },
        anchor: 'start',
        size: 13,
        runs,
        turn: -90,
      })
      return
    }
    marks.push(...level(wrapped(name, size.cell - 2, 13, 2), x, base))
    if (letters) marks.push(...dot({ x, y: bottom - 13 }, letters[index]!))
  })
  return marks
}

function levelItems(input: AreasInput, size: Sizes): KeyItem[] {
  const box = { middle: { x: 0, y: 0 }, width: 18, height: 18 }
  const levels = input.levelNames.map((name, level): KeyItem => {
    return { width: 18, words: name, marks: levelTile(box, level as 0, 13) }
  })
  return size.isWide
    ? levels
    : [...levels, ...oddItems(input.principles.flatMap(each => [each.system, ...each.places]))]
}
