import type { ReadCell } from './read-book.ts'
import { type CellContext, type RawCell, readCell } from './read-cell.ts'
import { type Attributes, attributeOf, readXml } from './xml.ts'

const LAST_COLUMN = 16_383

export type SheetListener = {
  /** Whether a cell of this column is worth reading. */
  readonly wants: (column: number) => boolean
  /** A row with something in it. */
  readonly row: (number: number, cells: Map<number, ReadCell>) => void
  /** A row with nothing in it that is wanted. */
  readonly blank: (number: number) => void
  readonly merged: (range: string) => void
  readonly pause: () => Promise<'stop' | 'on'> | null
}

/** Reads the rows of a sheet as its part unpacks; ranges are reported and never gone through cell by cell. */
export async function readSheet(
  bytes: AsyncIterable<Uint8Array>,
  context: CellContext,
  listener: SheetListener,
): Promise<void> {
  let isData = false
  let rowNumber = 0
  let column = -1
  let cells = new Map<number, ReadCell>()
  let raw: RawCell | null = null
  let into: 'value' | 'inline' | null = null
  let isSpoken = false

  function openCell(attributes: Attributes): void {
    column = columnOf(attributes.r) ?? column + 1
    raw = null
    if (column > LAST_COLUMN || !listener.wants(column)) return
    raw = {
      type: attributes.t ?? 'n',
      style: Number(attributes.s ?? 0),
      value: '',
      inline: '',
      isFormula: false,
    }
  }

  await readXml(bytes, {
    open(name, attributes) {
      if (!isData) {
        if (name === 'sheetData') isData = true
        else if (name === 'mergeCell') listener.merged(attributeOf(attributes, 'ref') ?? '')
        return
      }
      switch (name) {
        case 'row': {
          const said = Number(attributes.r)
          rowNumber = Number.isInteger(said) && said > 0 ? said : rowNumber + 1
          column = -1
          cells = new Map()
          return
        }
        case 'c':
          openCell(attributes)
          return
        case 'f':
          if (raw) raw.isFormula = true
          return
        case 'v':
          into = 'value'
          return
        case 't':
          into = isSpoken ? null : 'inline'
          return
        case 'rPh':
          isSpoken = true
      }
    },
    text(text) {
      if (raw && into) raw[into] += text
    },
    close(name) {
      if (!isData) return
      switch (name) {
        case 'v':
        case 't':
          into = null
          return
        case 'rPh':
          isSpoken = false
          return
        case 'c': {
          const cell = raw && readCell(raw, context)
          if (cell) cells.set(column, cell)
          raw = null
          return
        }
        case 'row':
          if (cells.size > 0) listener.row(rowNumber, cells)
          else listener.blank(rowNumber)
          return
        case 'sheetData':
          isData = false
      }
    },
    pause: listener.pause,
  })
}

/** 0 for `A7`, 26 for `AA7`; `null` when the address is missing or no address. */
export function columnOf(address: string | undefined): number | null {
  if (!address) return null
  let column = 0
  let at = 0
  for (; at < address.length; at++) {
    const code = address.charCodeAt(at) & 0xdf
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
    if (at > 3) return null
  }
  return at === 0 ? null : column - 1
}
