/** Headings under which a cell needs its heading to be known for what it is. */
const TELLING = /\b(?:d\.?o\.?b\b\.?|born|birth\w*|nhs\b|chi\b|tel\b|telephone|phone|mobile|mob\b)/i
const BIRTH = /\b(?:d\.?o\.?b\b|born|birth)/i
const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|rev|sir|dame|cllr)\.?$/i

/**
 * Rows of a table as lines of text in which each find can be made: cells apart, but a title with the names in the cells after it,
 * and the heading before a cell that would say nothing without it, such as a date under *DOB*.
 */
export function tableText(rows: Iterable<readonly string[]>): string {
  const lines: string[] = []
  let headings: readonly string[] = []
  for (const row of rows) {
    // A table may begin anywhere; the newest row with such headings and no figures rules those below.
    if (row.some(cell => cell.length < 40 && TELLING.test(cell)) && !row.some(cell => /\d{4}/.test(cell)))
      headings = row
    lines.push(lineOf(row, headings))
  }
  return lines.join('\n')
}

function lineOf(row: readonly string[], headings: readonly string[]): string {
  let line = ''
  let sinceTitle = 9
  for (const [index, whole] of row.entries()) {
    const cell = whole.trim()
    if (cell === '') continue
    const heading = headings === row ? '' : (headings[index] ?? '')
    const isTold = heading.length < 40 && TELLING.test(heading)
    const shown = isTold ? `${heading.trim()} ${BIRTH.test(heading) ? dayOfSerial(cell) : cell}` : cell
    line += (line === '' ? '' : sinceTitle < 2 && !isTold ? ' ' : ' | ') + shown
    sinceTitle = TITLE.test(cell) ? 0 : sinceTitle + 1
  }
  return line
}

/** Spreadsheets keep a day as a number: 22352 is 12 March 1961. */
function dayOfSerial(cell: string): string {
  if (!/^\d{1,5}(?:\.0+)?$/.test(cell)) return cell
  const date = new Date(Date.UTC(1899, 11, 30) + Number(cell) * 86_400_000)
  return date.toISOString().slice(0, 10).split('-').reverse().join('/')
}

/** The rows of a file of separated values, whatever separates them. Quotes that are never closed end with the file. */
export function* separatedRows(text: string): Generator<string[]> {
  const separator = separatorOf(text)
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at++
      } else isQuoted = false
    } else if (sign === '"' && cell === '') isQuoted = true
    else if (sign === separator) {
      row.push(cell)
      cell = ''
    } else if (sign === '\n') {
      row.push(cell)
      yield row
      row = []
      cell = ''
    } else if (sign !== '\r') cell += sign
  }
  row.push(cell)
  if (row.length > 1 || row[0] !== '') yield row
}

function separatorOf(text: string): string {
  const head = text.slice(0, 4000)
  const counts = [',', ';', '\t', '|'].map(sign => [sign, head.split(sign).length] as const)
  return counts.sort((a, b) => b[1] - a[1])[0]![0]
}
