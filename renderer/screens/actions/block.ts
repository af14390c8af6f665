/** A block of cells as spreadsheets put it on the clipboard. */
export type Block = readonly (readonly string[])[]

/**
 * Reads tab-separated text from Excel, LibreOffice or Google Sheets. A cell that holds a tab, a line break or a quote
 * comes in quotes, with quotes doubled; a quote in the middle of a cell is just a quote. One trailing line break is
 * how spreadsheets end a block, not a row.
 */
export function readBlock(text: string): Block {
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  if (source === '') return []
  const rows: string[][] = [[]]
  let at = 0
  while (at <= source.length) {
    const quoted = source[at] === '"' ? quotedCell(source, at) : null
    const [cell, end] = quoted ?? plainCell(source, at)
    rows.at(-1)!.push(cell)
    if (source[end] === '\n') rows.push([])
    at = end + 1
  }
  return rows
}

/** Writes cells so that a spreadsheet takes them back as they are. */
export function writeBlock(block: Block): string {
  return block.map(row => row.map(escaped).join('\t')).join('\r\n')
}

function plainCell(source: string, from: number): [string, number] {
  let end = from
  while (end < source.length && source[end] !== '\t' && source[end] !== '\n') end++
  return [source.slice(from, end), end]
}

/** `null` when the quote that opens has no partner before the end of a cell: then it was a plain quote. */
function quotedCell(source: string, from: number): [string, number] | null {
  let cell = ''
  for (let at = from + 1; at < source.length; at++) {
    if (source[at] !== '"') {
      cell += source[at]
    } else if (source[at + 1] === '"') {
      cell += '"'
      at++
    } else {
      const next = source[at + 1]
      return next === undefined || next === '\t' || next === '\n' ? [cell, at + 1] : null
    }
  }
  return null
}

function escaped(cell: string): string {
  return /[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
