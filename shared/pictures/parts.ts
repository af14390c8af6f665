import type { Level } from '../model/fields.ts'
import { desk, edge, ink, levelColours, paper, quiet, structure } from './colours.ts'
import type { KeyItem } from './key.ts'
import { clipped } from './letters.ts'
import type { Mark, Point, Run } from './scene.ts'
import type { PicturedPrinciple, Standing } from './standing.ts'

/** Plain text whose middle line is at `at.y`. */
export function words(
  at: Point,
  text: string,
  options: { anchor?: 'start' | 'middle' | 'end'; size?: number; fill?: string; isBold?: boolean } = {},
): Mark {
  const { anchor = 'start', size = 14, fill = ink, isBold = false } = options
  const run: Run = { text, fill, isBold }
  return { kind: 'text', at: { x: at.x, y: at.y + size * 0.36 }, anchor, size, runs: [run] }
}

/** A principle at the start of a row: its number in bold, then its name, cut to the room there is. */
export function principleName(principle: PicturedPrinciple, name: string, at: Point, room: number): Mark[] {
  return [
    words(at, String(principle.number), { fill: structure, isBold: true }),
    words({ x: at.x + 20, y: at.y }, clipped(name, room - 20, 14)),
  ]
}

/** A box about a middle point. */
export type Box = { readonly middle: Point; readonly width: number; readonly height: number }

function rectOf({ middle, width, height }: Box, inset = 0) {
  return {
    kind: 'rect',
    x: middle.x - width / 2 + inset,
    y: middle.y - height / 2 + inset,
    width: width - 2 * inset,
    height: height - 2 * inset,
    radius: 2,
  } as const
}

/** A level in its square: always with its number. */
export function levelTile(box: Box, level: Level, size = 14): Mark[] {
  const colours = levelColours(level)
  return [
    { ...rectOf(box, 0.5), fill: colours.fill, stroke: colours.edge, role: `level-${level}` },
    words(box.middle, String(level), { anchor: 'middle', size, fill: colours.text, isBold: true }),
  ]
}

/** A target: a hollow square. */
export function targetTile(box: Box, level: Level, size = 14): Mark[] {
  return [
    { ...rectOf(box, 1), fill: paper, stroke: structure, strokeWidth: 2, role: `target-${level}` },
    words(box.middle, String(level), { anchor: 'middle', size, fill: structure, isBold: true }),
  ]
}

/** A cell of a map of levels. Large cells say in words what small ones leave to the key. */
export function standingCell(box: Box, standing: Standing): Mark[] {
  const isWide = box.width >= 48 && box.height >= 36
  const { x, y } = box.middle
  const small = { anchor: 'middle', size: 12, fill: quiet } as const
  if (standing.state === 'not-discussed') {
    const edges: Mark = { ...rectOf(box, 0.5), stroke: quiet, dash: [3, 2], role: 'not-discussed' }
    if (!isWide) return [edges]
    return [edges, words({ x, y: y - 7 }, 'to', small), words({ x, y: y + 6 }, 'discuss', small)]
  }
  if (standing.state === 'not-applicable') {
    const cell: Mark = { ...rectOf(box, 0.5), fill: desk, stroke: edge, role: 'not-applicable' }
    return [cell, isWide ? words(box.middle, 'n/a', { ...small, size: 13 }) : slash(box)]
  }
  const { level, isSplit } = standing
  const size = isWide ? 16 : 14
  if (!isSplit) return levelTile(box, level, size)
  const { fill, edge: rim, text } = levelColours(level)
  const cell: Mark = { ...rectOf(box, 0.5), fill, stroke: rim, role: `level-${level}` }
  const digit = { anchor: 'middle', size, fill: text, isBold: true } as const
  if (!isWide) return [cell, words(box.middle, String(level), digit), splitCorner(box, text)]
  return [
    cell,
    words({ x, y: y - 6 }, String(level), digit),
    words({ x, y: y + 10 }, 'split', { ...small, fill: text }),
  ]
}

function slash({ middle: { x, y }, width, height }: Box): Mark {
  const from = { x: x - width / 2 + 2, y: y + height / 2 - 2 }
  return { kind: 'line', from, to: { x: x + width / 2 - 2, y: y - height / 2 + 2 }, stroke: quiet }
}

/** The turned-up corner of a split rating where there is no room for the word. */
function splitCorner({ middle: { x, y }, width, height }: Box, fill: string): Mark {
  const right = x + width / 2 - 1
  const top = y - height / 2 + 1
  const points = [
    { x: right - 8, y: top },
    { x: right, y: top },
    { x: right, y: top + 8 },
  ]
  return { kind: 'path', points, isClosed: true, fill, role: 'split' }
}

/** The key to cells that have no room for words, of those there are. */
export function oddItems(standings: readonly Standing[]): KeyItem[] {
  const box = { middle: { x: 0, y: 0 }, width: 18, height: 18 }
  const item = (standing: Standing, said: string) => ({
    width: 18,
    words: said,
    marks: standingCell(box, standing),
  })
  const has = (test: (standing: Standing) => boolean) => standings.some(test)
  return [
    ...(has(each => each.state === 'not-discussed') ? [item({ state: 'not-discussed' }, 'To discuss')] : []),
    ...(has(each => each.state === 'not-applicable')
      ? [item({ state: 'not-applicable' }, 'Not applicable')]
      : []),
    ...(has(each => each.state === 'rated' && each.isSplit)
      ? [item({ state: 'rated', level: 1, isSplit: true }, 'Split')]
      : []),
  ]
}
