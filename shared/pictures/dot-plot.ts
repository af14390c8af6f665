import type { Level } from '../model/fields.ts'
import { type Agreement, agreementOf, type Tally } from '../rules/agreement.ts'
import { agreementWords } from '../text/agreement.ts'
import { count } from '../text/dates.ts'
import { desk, ink, quiet, structure } from './colours.ts'
import { words } from './parts.ts'
import type { Mark, Picture } from './scene.ts'

export type DotPlotInput = {
  readonly tally: Tally
  readonly levelNames: readonly string[]
  /** `First count: Prevention and early help`. */
  readonly title: string
  /** The first count, told beside a second one. */
  readonly first?: Tally
}

/**
 * How large it is drawn: beside a form on a laptop, or for the back row of a room, where the page writes the levels under it in
 * letters of its own size.
 */
type Size = {
  readonly width: number
  readonly height: number
  readonly text: number
  readonly hasFoot: boolean
}
const sizes = {
  panel: { width: 732, height: 168, text: 14, hasFoot: true },
  projector: { width: 944, height: 272, text: 28, hasFoot: false },
} as const satisfies Record<string, Size>

const LEVELS = [0, 1, 2, 3, 4] as const

/** More dots on one level could not be told apart: then a dot stands for several hands, and words say so. */
const MOST_DOTS = 120

/** A count as dots, one a hand: the band about the median is shaded, and dots outside it are hollow. */
export function drawDotPlot(
  { tally, levelNames, title, first }: DotPlotInput,
  of: keyof typeof sizes = 'panel',
): Picture {
  const size: Size = sizes[of]
  const base = headOf(size) + size.height
  const agreement = agreementOf(tally)
  const said = agreementWords(agreement)
  const each = Math.max(1, Math.ceil(Math.max(...tally) / MOST_DOTS))
  const note = each > 1 ? `One dot stands for ${each} hands.` : ''
  const alt = [
    `${title}.`,
    ...LEVELS.map(level => `${level} ${levelNames[level] ?? ''}: ${count(tally[level], 'hand')}.`),
    ...(first ? [`First count: ${LEVELS.map(level => `${first[level]} at ${level}`).join(', ')}.`] : []),
    agreement.verdict === 'no-votes'
      ? said.why
      : `${said.verdict}. ${said.median}. ${said.range}. ${said.why}`,
    note,
  ]
    .filter(Boolean)
    .join(' ')
  const lines = size.hasFoot ? (first ? 5.2 : 3.8) : 0.2
  return {
    title,
    alt,
    scene: {
      width: size.width,
      height: base + size.text * (lines + (note ? 1.7 : 0)),
      title,
      description: alt,
      marks: [
        ...band(agreement, size),
        ...LEVELS.flatMap(level => dots(tally, level, agreement, each, size)),
        {
          kind: 'line',
          from: { x: 0, y: base },
          to: { x: size.width, y: base },
          stroke: quiet,
          strokeWidth: 2,
        },
        ...LEVELS.flatMap(level =>
          size.hasFoot ? foot(level, levelNames[level] ?? '', tally[level], first?.[level], size) : [],
        ),
        ...(note
          ? [words({ x: 0, y: base + size.text * (lines + 0.8) }, note, { fill: quiet, size: size.text })]
          : []),
      ],
    },
    table: {
      caption: title,
      columns: first ? ['Level', 'Hands', 'First count'] : ['Level', 'Hands'],
      rows: LEVELS.map(level => [
        `${level} ${levelNames[level] ?? ''}`.trim(),
        String(tally[level]),
        ...(first ? [String(first[level])] : []),
      ]),
    },
  }
}

function band(agreement: Agreement, size: Size): Mark[] {
  if (agreement.verdict === 'no-votes') return []
  const { median } = agreement
  const [from, to] = [Math.max(0, median - 1), Math.min(4, median + 1)]
  const column = size.width / 5
  const head = headOf(size)
  const x = column * (median + 0.5)
  const y = size.text * 0.85
  return [
    {
      kind: 'rect',
      x: column * from,
      y: 0,
      width: column * (to - from + 1),
      height: head + size.height,
      fill: desk,
      role: 'band',
    },
    {
      kind: 'line',
      from: { x, y: head },
      to: { x, y: head + size.height },
      stroke: ink,
      strokeWidth: 2,
      dash: [3, 4],
      role: 'median',
    },
    words({ x, y }, `Median ${median}`, { anchor: 'middle', isBold: true, size: size.text }),
    ...(median === to
      ? []
      : [
          words({ x: column * (to + 1) - 8, y }, `${from} to ${to}`, {
            anchor: 'end',
            fill: quiet,
            size: size.text,
          }),
        ]),
  ]
}

function dots(tally: Tally, level: Level, agreement: Agreement, each: number, size: Size): Mark[] {
  const column = size.width / 5
  const base = headOf(size) + size.height
  const { across, cell } = packed(Math.ceil(Math.max(...tally) / each), size)
  const isOutside = agreement.verdict !== 'no-votes' && Math.abs(level - agreement.median) > 1
  const left = column * (level + 0.5) - (cell * across) / 2
  return Array.from({ length: Math.ceil(tally[level] / each) }, (_, index): Mark => {
    const r = cell / 2 - Math.max(1, cell * 0.06)
    const stroke = Math.min(size.text / 7, r / 3)
    return {
      kind: 'circle',
      cx: left + cell * ((index % across) + 0.5),
      cy: base - 6 - cell * (Math.floor(index / across) + 0.5),
      r: isOutside ? r - stroke / 2 : r,
      ...(isOutside ? { stroke: structure, strokeWidth: stroke } : { fill: structure }),
      role: isOutside ? 'hand-outside' : 'hand',
    }
  })
}

/** Dots beside one another, two or more, so that the tallest pile keeps its place and a dot is as large as it can be. */
function packed(most: number, size: Size): { readonly across: number; readonly cell: number } {
  const cells = [2, 3, 4, 5, 6, 7, 8, 9, 10].map(across => ({
    across,
    cell: Math.min(
      size.text * 1.8,
      (size.height - 8) / Math.ceil(most / across),
      ((size.width / 5) * 0.84) / across,
    ),
  }))
  return cells.reduce((best, one) => (one.cell > best.cell ? one : best))
}

function foot(level: Level, name: string, hands: number, before: number | undefined, size: Size): Mark[] {
  const x = (size.width / 5) * (level + 0.5)
  const base = headOf(size) + size.height
  const { text } = size
  const under = (line: number, said: string) =>
    words({ x, y: base + text * line }, said, { anchor: 'middle', fill: quiet, size: text })
  return [
    words({ x, y: base + text * 1.4 }, `${level} ${name}`, { anchor: 'middle', isBold: true, size: text }),
    under(2.9, count(hands, 'hand')),
    ...(before === undefined ? [] : [under(4.3, `first ${before}`)]),
  ]
}

function headOf({ text }: Size): number {
  return text * 1.7
}
