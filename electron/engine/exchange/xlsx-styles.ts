import type { Alignment, Borders, Fill, Font, Style } from 'exceljs'
import { ink, late, line, structure } from '../../../shared/pictures/colours.ts'
import type { Colour, Column } from './sheet-model.ts'

/** A date as a table of a board paper has it. */
const DATE_FORMAT = 'dd mmm yyyy'

/** What is typed into a cell of this format stays text; kept for cells whose text looks like a formula. */
const AS_TEXT = '@'

const white = '#ffffff'

/** Of what is not filled in: a heading that is not ours to answer, and a cell that cannot be changed. */
const greyHeading = '#5b6470'
const greyCell = '#e7e9ec'

const body: Partial<Font> = { name: 'Arial', family: 2, size: 11, color: colour(ink) }
const wrap: Partial<Alignment> = { vertical: 'top', wrapText: true }
const hair = { style: 'thin', color: colour(line) } as const
const edge = { style: 'medium', color: colour(structure) } as const
const edges: Partial<Borders> = { top: hair, bottom: hair, left: hair, right: hair }

/**
 * Every look there is, one object each. exceljs knows a style by the identity of its object: a fresh one a cell costs
 * more than twice the time.
 */
export const styles = {
  title: freeze({
    font: { ...body, size: 16, bold: true, color: colour(structure) },
    alignment: { vertical: 'top' },
  }),
  lead: freeze({ font: { ...body, bold: true }, alignment: { vertical: 'top' } }),
  plain: freeze({ font: body, alignment: { vertical: 'top' } }),
  plainLiteral: freeze({ font: body, alignment: { vertical: 'top' }, numFmt: AS_TEXT }),
  warning: freeze({ font: { ...body, bold: true, color: colour(late) }, alignment: { vertical: 'top' } }),
  answer: freeze({
    font: body,
    alignment: { vertical: 'top' },
    border: { top: edge, bottom: edge, left: edge, right: edge },
    protection: { locked: false },
    numFmt: AS_TEXT,
  }),
  lineDate: freeze({
    font: { ...body, bold: true },
    alignment: { vertical: 'top', horizontal: 'left' },
    border: edges,
    numFmt: DATE_FORMAT,
  }),
  header: freeze({
    font: { ...body, bold: true, color: colour(white) },
    fill: solid(structure),
    alignment: wrap,
    border: edges,
  }),
  fixedHeader: freeze({
    font: { ...body, bold: true, color: colour(white) },
    fill: solid(greyHeading),
    alignment: wrap,
    border: edges,
  }),
  text: freeze({ font: body, alignment: wrap, border: edges }),
  literal: freeze({ font: body, alignment: wrap, border: edges, numFmt: AS_TEXT }),
  date: freeze({
    font: body,
    alignment: { ...wrap, horizontal: 'left' },
    border: edges,
    numFmt: DATE_FORMAT,
  }),
  level: freeze({
    font: { ...body, bold: true },
    alignment: { ...wrap, horizontal: 'center' },
    border: edges,
  }),
  target: freeze({
    font: { ...body, bold: true, color: colour(structure) },
    alignment: { ...wrap, horizontal: 'center' },
    border: edges,
  }),
  noteLabel: freeze({ font: { ...body, bold: true }, alignment: wrap }),
  note: freeze({ font: body, alignment: wrap }),
  noteLiteral: freeze({ font: body, alignment: wrap, numFmt: AS_TEXT }),
} as const satisfies Record<string, Partial<Style>>

const numbers = new Map<string, Partial<Style>>()

/** The style of a column of numbers: one object for each format. */
function numberStyle(format = '0'): Partial<Style> {
  const known = numbers.get(format)
  if (known) return known
  const made = freeze({
    font: body,
    alignment: { ...wrap, horizontal: 'right' },
    border: edges,
    numFmt: spaced(format),
  })
  numbers.set(format, made)
  return made
}

/** A little room after the last figure, so that it does not touch the text of the next column. */
function spaced(format: string): string {
  return format
    .split(';')
    .map(part => `${part}_)`)
    .join(';')
}

/** The style of what a column usually holds. */
export function columnStyle(column: Column): Partial<Style> {
  if (column.kind === 'number') return numberStyle(column.format)
  return styles[column.kind]
}

const uses = new Map<Partial<Style>, Readonly<Record<'answer' | 'fixed', Partial<Style>>>>()

/** A style as it is on a locked sheet: unlocked where there is something to fill in, else grey. */
export function lockedStyle(style: Partial<Style>, use: 'answer' | 'fixed'): Partial<Style> {
  const known = uses.get(style)
  if (known) return known[use]
  const made = {
    answer: freeze({ ...style, protection: { locked: false } }),
    fixed: freeze({ ...style, fill: solid(greyCell) }),
  }
  uses.set(style, made)
  return made[use]
}

/** The look a conditional format gives. */
export function colourStyle({ fill, text }: Colour): Partial<Style> {
  return {
    font: { bold: true, color: colour(text) },
    ...(fill ? { fill: { type: 'pattern', pattern: 'solid', bgColor: colour(fill) } as Fill } : {}),
  }
}

function solid(hex: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: colour(hex) }
}

function colour(hex: string): { argb: string } {
  return { argb: `FF${hex.slice(1).toUpperCase()}` }
}

function freeze<T extends Partial<Style>>(style: T): T {
  return Object.freeze(style)
}
