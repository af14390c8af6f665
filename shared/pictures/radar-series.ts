import type { Level } from '../model/fields.ts'
import { levelColours, paper, quiet, structure } from './colours.ts'
import type { KeyItem } from './key.ts'
import type { RadarPrinciple } from './radar.ts'
import { ringOf, spokePoint } from './radar-geometry.ts'
import type { Mark, Point } from './scene.ts'
import { levelOf } from './standing.ts'

const nowInk = levelColours(4).fill

const nowLine = { stroke: nowInk, strokeWidth: 3 }
const targetLine = { stroke: structure, strokeWidth: 2, dash: [7, 4] }
const lastLine = { stroke: quiet, strokeWidth: 1.5, dash: [0.5, 4], hasRoundEnds: true }

/** The three lines and their markers, told apart by dash and marker as well as by colour. */
export function radarSeries(principles: readonly RadarPrinciple[]): Mark[] {
  const now = principles.map(principle => levelOf(principle.now))
  const target = principles.map(principle => principle.target)
  const last = principles.map(principle => levelOf(principle.last))
  const at = (level: Level, index: number) => spokePoint(index, principles.length, ringOf(level))
  return [
    ...linesOf(last, at).map((path): Mark => ({ ...path, ...lastLine, role: 'last-line' })),
    ...linesOf(target, at).map((path): Mark => ({ ...path, ...targetLine, role: 'target-line' })),
    ...linesOf(now, at).map((path): Mark => ({ ...path, ...nowLine, role: 'now-line' })),
    ...principles.flatMap((_, index) =>
      markers(now[index]!, target[index]!, last[index]!, l => at(l, index)),
    ),
  ]
}

/** Lines join neighbours that both have a level and break at those that have none; all of them make a closed shape. */
function linesOf(levels: readonly (Level | null)[], at: (level: Level, index: number) => Point) {
  const count = levels.length
  const point = (index: number) => at(levels[index]!, index)
  if (count > 2 && levels.every(level => level !== null))
    return [{ kind: 'path' as const, points: levels.map((_, index) => point(index)), isClosed: true }]
  const lines: { kind: 'path'; points: Point[]; isClosed: boolean }[] = []
  levels.forEach((level, start) => {
    if (level === null || levels[(start + count - 1) % count] !== null) return
    const points: Point[] = []
    for (let index = start; levels[index] !== null; index = (index + 1) % count) points.push(point(index))
    if (points.length > 1) lines.push({ kind: 'path', points, isClosed: false })
  })
  return lines
}

/** Markers of one spoke. Two or three on one level stay visible: the square goes round the dot, the ring into it. */
function markers(
  now: Level | null,
  target: Level | null,
  last: Level | null,
  at: (level: Level) => Point,
): Mark[] {
  const marks: Mark[] = []
  if (target !== null) marks.push(square(at(target), target === now ? 7.5 : 4.5))
  if (now !== null) marks.push(dot(at(now)))
  if (last !== null) marks.push(last === now ? eye(at(last)) : ring(at(last), last === target ? 2 : 3))
  return marks
}

function square(at: Point, half: number): Mark {
  const side = { width: 2 * half, height: 2 * half }
  return {
    kind: 'rect',
    x: at.x - half,
    y: at.y - half,
    ...side,
    fill: paper,
    stroke: structure,
    strokeWidth: 2,
    role: 'target',
  }
}

function dot(at: Point): Mark {
  const circle = { kind: 'circle', cx: at.x, cy: at.y, r: 5 } as const
  return { ...circle, fill: nowInk, stroke: paper, strokeWidth: 1.5, role: 'now' }
}

function ring(at: Point, r: number): Mark {
  const circle = { kind: 'circle', cx: at.x, cy: at.y, r } as const
  return { ...circle, fill: paper, stroke: quiet, strokeWidth: 1.25, role: 'last' }
}

/** Last round on the same level as now: a hole in the dot. */
function eye(at: Point): Mark {
  return { kind: 'circle', cx: at.x, cy: at.y, r: 1.9, fill: paper, role: 'last' }
}

/** What the three lines mean. */
export function radarKey(hasLast: boolean): KeyItem[] {
  const from = { x: -15, y: 0 }
  const to = { x: 15, y: 0 }
  const middle = { x: 0, y: 0 }
  const items: KeyItem[] = [
    { width: 30, words: 'Now', marks: [{ kind: 'line', from, to, ...nowLine }, dot(middle)] },
    { width: 30, words: 'Target', marks: [{ kind: 'line', from, to, ...targetLine }, square(middle, 4.5)] },
  ]
  if (hasLast)
    items.push({
      width: 30,
      words: 'Last round',
      marks: [{ kind: 'line', from, to, ...lastLine }, ring(middle, 3)],
    })
  return items.map(item => ({ ...item, marks: item.marks.map(({ role: _role, ...mark }) => mark as Mark) }))
}
