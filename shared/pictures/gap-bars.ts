import type { Level } from '../model/fields.ts'
import { count } from '../text/dates.ts'
import { listOf } from '../text/sizes.ts'
import { edge, line, quiet, structure } from './colours.ts'
import { wrapped } from './letters.ts'
import { levelTile, principleName, targetTile, words } from './parts.ts'
import type { RadarInput, RadarPrinciple } from './radar.ts'
import type { Mark, Picture } from './scene.ts'
import { levelOf, levelWords } from './standing.ts'

const WIDTH = 596
const AXIS = 264
const STEP = 52
const ROW = 40
const HEADING = 22
const LEVELS = [0, 1, 2, 3, 4] as const

/** The way from level to target on one principle. */
export type GapRow = { readonly principle: RadarPrinciple; readonly now: Level; readonly target: Level }

/** Principles with a level and a target, those with most steps to climb first. */
export function gapRows(input: RadarInput): GapRow[] {
  return input.principles
    .flatMap(principle => {
      const now = levelOf(principle.now)
      return now === null || principle.target === null ? [] : [{ principle, now, target: principle.target }]
    })
    .sort((a, b) => stepsOf(b) - stepsOf(a) || a.principle.number - b.principle.number)
}

/** Those furthest from target, all of them when several are as far; none when every target is reached. */
export function furthestGaps(input: RadarInput): GapRow[] {
  const rows = gapRows(input)
  const most = rows[0] ? stepsOf(rows[0]) : 0
  return most > 0 ? rows.filter(row => stepsOf(row) === most) : []
}

/** Gaps by size: where each principle is, where it wants to be, and how many steps lie between. */
export function drawGapBars(input: RadarInput): Picture {
  const rows = gapRows(input)
  const notes = notesOf(input).flatMap(note => wrapped(note, WIDTH, 14, 3))
  const foot = HEADING + ROW * rows.length
  const alt = [`Steps from level to target for ${input.areaName}, ${input.roundName}.`]
    .concat(
      rows.map(
        row => `${nameOf(row.principle)}: ${row.now} to ${row.target}, ${stepsWords(row).toLowerCase()}.`,
      ),
    )
    .concat(notesOf(input))
    .join(' ')
  return {
    title: 'Gaps, largest first',
    alt,
    scene: {
      width: WIDTH,
      height: Math.ceil(foot + 12 + notes.length * 20),
      title: `Gaps, largest first: ${input.areaName}, ${input.roundName}`,
      description: alt,
      marks: [
        ...levelHeads(rows.length > 0),
        ...rows.flatMap((row, index) => rowMarks(row, HEADING + ROW * (index + 0.5))),
        ...notes.map((note, index) => words({ x: 0, y: foot + 18 + index * 20 }, note, { fill: quiet })),
      ],
    },
    table: {
      caption: `Gaps, largest first: ${input.areaName}, ${input.roundName}`,
      columns: ['Principle', 'Now', 'Target', 'Steps up'],
      rows: rows.map(row => [
        nameOf(row.principle),
        levelWords(row.now, input.levelNames),
        levelWords(row.target, input.levelNames),
        stepsOf(row) > 0 ? String(stepsOf(row)) : stepsWords(row),
      ]),
    },
  }
}

function rowMarks(row: GapRow, y: number): Mark[] {
  const at = (level: Level) => AXIS + STEP * level
  const ticks = LEVELS.map((level): Mark => {
    return { kind: 'line', from: { x: at(level), y: y - 4 }, to: { x: at(level), y: y + 4 }, stroke: edge }
  })
  const box = (level: Level, side: number) => ({ middle: { x: at(level), y }, width: side, height: side })
  const isThere = row.now === row.target
  const bar: Mark[] = isThere
    ? []
    : [
        {
          kind: 'line',
          from: { x: at(row.now), y },
          to: { x: at(row.target), y },
          stroke: structure,
          strokeWidth: 3,
          role: 'gap',
        },
      ]
  return [
    ...principleName(row.principle, row.principle.title, { x: 0, y }, 246),
    { kind: 'line', from: { x: at(0), y }, to: { x: at(4), y }, stroke: line },
    ...ticks,
    ...bar,
    // On one level, the hollow square of the target stands round the square of the level.
    ...targetTile(box(row.target, isThere ? 32 : 24), row.target),
    ...levelTile(box(row.now, 24), row.now),
    words({ x: at(4) + 34, y }, stepsWords(row), { fill: quiet }),
    { kind: 'line', from: { x: 0, y: y + ROW / 2 }, to: { x: WIDTH, y: y + ROW / 2 }, stroke: line },
  ]
}

function levelHeads(isShown: boolean): Mark[] {
  if (!isShown) return []
  return LEVELS.map(level =>
    words({ x: AXIS + STEP * level, y: HEADING / 2 }, String(level), {
      anchor: 'middle',
      size: 13,
      fill: quiet,
    }),
  )
}

/** Why the rest of the principles have no bar. */
function notesOf(input: RadarInput): string[] {
  const numbers = (test: (principle: RadarPrinciple) => boolean) =>
    input.principles.filter(test).map(principle => principle.number)
  const open = numbers(principle => principle.now.state === 'not-discussed')
  const aimless = numbers(principle => principle.now.state === 'rated' && principle.target === null)
  const out = numbers(principle => principle.now.state === 'not-applicable')
  const verb = (list: readonly number[], one: string, many: string) => (list.length === 1 ? one : many)
  return [
    open.length ? `${listOf(open)} ${verb(open, 'has', 'have')} no gap yet: not discussed.` : '',
    aimless.length ? `${listOf(aimless)} ${verb(aimless, 'has', 'have')} no target yet.` : '',
    out.length ? `${listOf(out)} ${verb(out, 'does', 'do')} not apply here.` : '',
  ].filter(Boolean)
}

function stepsOf(row: GapRow): number {
  return row.target - row.now
}

function stepsWords(row: GapRow): string {
  const steps = stepsOf(row)
  if (steps === 0) return 'At target'
  return steps > 0 ? `${count(steps, 'step')} up` : `${count(-steps, 'step')} past`
}

function nameOf(principle: RadarPrinciple): string {
  return `${principle.number} ${principle.title}`
}
