import { type Cell, type Column, isFormula, type Sheet } from './sheet-model.ts'

/** The tallest row Excel has, in points. */
export const TALLEST_ROW = 409.5

/** Widths of Arial in thousandths of its size, from space to tilde; any other character counts as wide. */
const WIDTHS =
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584'
    .split(' ')
    .map(Number)
const OTHER_WIDTH = 640
const WIDEST_WIDTH = 1015

const SPACE = 32
const HYPHEN = 45

/** Bold letters are up to a tenth wider. */
const BOLD = 1.1

/** Pixels of one unit of column width in Arial 11, of its size, and of the space left free inside a cell. */
const UNIT_PX = 8
const SIZE_PX = 14.67
const INSIDE_PX = 8

const LINE_PT = 14.4
const PADDING_PT = 3

const known = new WeakMap<Sheet, readonly number[]>()

/** Heights in points for the title, the lines, the header, each row and the notes of a sheet, in that order. */
export function rowHeights(sheet: Sheet): readonly number[] {
  const heights = known.get(sheet) ?? workedOut(sheet)
  known.set(sheet, heights)
  return heights
}

function workedOut(sheet: Sheet): readonly number[] {
  const notes = sheet.notes.map(note =>
    heightOf([
      linesOf(note.label, sheet.columns[0]!.width, true),
      linesOf(note.text, sheet.columns[1]?.width ?? 9, false),
    ]),
  )
  return [
    24,
    ...sheet.lines.map(() => LINE_PT + PADDING_PT),
    heightOf(sheet.columns.map(column => (column.isHidden ? 1 : linesOf(column.header, column.width, true)))),
    ...sheet.rows.map(row => heightOf(row.map((cell, index) => cellLines(cell, sheet.columns[index]!)))),
    ...notes,
  ]
}

function heightOf(lines: readonly number[]): number {
  return Math.min(TALLEST_ROW, Math.max(1, ...lines) * LINE_PT + PADDING_PT)
}

function cellLines(cell: Cell, column: Column): number {
  if (typeof cell !== 'string' || isFormula(cell) || column.kind === 'date' || column.isHidden) return 1
  return linesOf(cell, column.width, column.kind === 'level')
}

/** How many lines a text takes, wrapped at words as a spreadsheet does; rather one too many than one too few. */
export function linesOf(text: string, width: number, isBold: boolean): number {
  const room = ((width * UNIT_PX - INSIDE_PX) / SIZE_PX / (isBold ? BOLD : 1)) * 1000
  if (text.length * WIDEST_WIDTH <= room && !text.includes('\n')) return 1
  return text.split('\n').reduce((sum, line) => sum + wrapped(line, Math.max(room, WIDEST_WIDTH)), 0)
}

/** Breaks after spaces and hyphens; a space at the end of a line takes no room. */
function wrapped(line: string, room: number): number {
  let [lines, used, wide] = [1, 0, 0]
  const last = line.length - 1
  for (let at = 0; at <= last; at++) {
    const code = line.charCodeAt(at)
    wide += WIDTHS[code - 32] ?? OTHER_WIDTH
    if (code !== SPACE && code !== HYPHEN && at < last) continue
    const bare = code === SPACE ? wide - WIDTHS[0]! : wide
    if (used > 0 && used + bare > room) {
      lines++
      used = 0
    }
    if (bare > room) {
      const more = Math.ceil(bare / room) - 1
      lines += more
      used = bare - more * room
    } else used += wide
    wide = 0
  }
  return lines
}
