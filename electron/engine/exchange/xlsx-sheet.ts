import { shortDate } from '../../../shared/text/dates.ts'
import { looksLikeFormula } from './clean-text.ts'
import { rowHeights } from './row-heights.ts'
import {
  type Book,
  type Cell,
  type Column,
  headerRowOf,
  isFormula,
  letterOf,
  type Sheet,
} from './sheet-model.ts'
import { ruleOf, type Validation, validationOf } from './xlsx-rules.ts'
import type { StyleTable } from './xlsx-style-table.ts'
import { columnStyle, lockedStyle, type Style, styles } from './xlsx-styles.ts'
import { attributes, encode, escaped, MAIN, RELATIONS, type Strings, XML } from './xlsx-text.ts'

/** Days before this cannot be told apart in Excel, which counts a 29 February 1900. */
const FIRST_DAY = '1900-03-01'
const DAY_MS = 86_400_000
const DAY_ZERO = Date.UTC(1899, 11, 30)

/** Excel cuts a page header off at 255 characters, codes included. */
const LONGEST_HEADER_PART = 90

/** What all sheets of a file share while it is written. */
export type Shared = { readonly book: Book; readonly strings: Strings; readonly styles: StyleTable }

/** Where the parts of a sheet's own are: relations by their numbers. */
export type SheetRelations = { readonly drawing: string | null; readonly table: string }

/** Writes the XML of one sheet, a row at a time. `isCut`: its picture starts a page of its own. */
export function writeSheet(
  shared: Shared,
  sheet: Sheet,
  relations: SheetRelations,
  isCut: boolean,
  add: (xml: string) => void,
): void {
  const header = headerRowOf(sheet)
  const last = header + sheet.rows.length
  const [end, bottom] = [letterOf(sheet.columns.length - 1), last + sheet.notes.length]
  const frozen = sheet.frozenColumns
  add(
    `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
      `<dimension ref="A1:${end}${bottom}"/><sheetViews><sheetView workbookViewId="0" showGridLines="0">` +
      `<pane xSplit="${frozen}" ySplit="${header}" topLeftCell="${letterOf(frozen)}${header + 1}" activePane="bottomRight" state="frozen"/>` +
      '<selection pane="bottomRight" activeCell="A1" sqref="A1"/></sheetView></sheetViews>' +
      `<sheetFormatPr defaultRowHeight="15"/><cols>${sheet.columns.map(columnXml).join('')}</cols><sheetData>`,
  )
  writeRows(shared, sheet, header, add)
  add(`</sheetData>${sheet.isLocked ? LOCK : ''}`)
  add(colourRules(shared, sheet, header, last))
  add(validations(shared.book, sheet, header, last))
  add(pageXml(shared.book, sheet))
  if (isCut)
    add(`<rowBreaks count="1" manualBreakCount="1"><brk id="${last}" max="16383" man="1"/></rowBreaks>`)
  if (relations.drawing) add(`<drawing r:id="${relations.drawing}"/>`)
  add(`<tableParts count="1"><tablePart r:id="${relations.table}"/></tableParts></worksheet>`)
}

/** Without a password. Sorting, filtering, and fitting rows and columns stay allowed. */
const LOCK = '<sheetProtection sheet="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>'

function columnXml({ width, isHidden }: Column, index: number): string {
  const hidden = isHidden ? 1 : undefined
  return `<col${attributes({ min: index + 1, max: index + 1, width, hidden, customWidth: 1 })}/>`
}

function writeRows(
  { strings, styles: table, book }: Shared,
  sheet: Sheet,
  header: number,
  add: (xml: string) => void,
) {
  const heights = rowHeights(sheet)
  let row = 0
  const addRow = (cells: string) => {
    add(`<row r="${++row}" ht="${heights[row - 1]}">${cells}</row>`)
  }
  const letters = sheet.columns.map((_, at) => letterOf(at))
  const text = (letter: string, style: Partial<Style>, words: string) => {
    const place = `<c r="${letter}${row + 1}" s="${table.cell(style)}"`
    return words === '' ? `${place}/>` : `${place} t="s"><v>${strings.numberOf(encode(words))}</v></c>`
  }

  addRow(text('A', styles.title, sheet.title))
  for (const line of sheet.lines) {
    const cells = [
      text('A', looksLikeFormula(line.text) ? styles.plainLiteral : styles[line.look], line.text),
    ]
    const { value, date } = line
    if (value) cells.push(text('B', value.use === 'answer' ? styles.answer : styles.plainLiteral, value.text))
    if (date) {
      const letter = letters[sheet.columns.findIndex(column => column.id === date.columnId)]!
      const day = dayOf(date.day)
      const place = `<c r="${letter}${row + 1}" s="${table.cell(styles.lineDate)}"`
      cells.push(typeof day === 'number' ? `${place}><v>${day}</v></c>` : text(letter, styles.lineDate, day))
    }
    addRow(cells.join(''))
  }

  const heads = sheet.columns.map((column, at) =>
    text(letters[at]!, column.use === 'fixed' ? styles.fixedHeader : styles.header, column.header),
  )
  addRow(heads.join(''))
  if (row !== header) throw new Error(`The header of ${book.title} is in row ${row}, not ${header}`)
  const write = rowWriter({ strings, table }, sheet, letters)
  for (const cells of sheet.rows) addRow(write(cells, row + 1))
  for (const note of sheet.notes)
    addRow(
      text('A', styles.noteLabel, note.label) +
        text('B', looksLikeFormula(note.text) ? styles.noteLiteral : styles.note, note.text),
    )
}

/** Cells of the table: of a large plan all the time goes here, so what is the same down a column is worked out once. */
function rowWriter(
  { strings, table }: { readonly strings: Strings; readonly table: StyleTable },
  sheet: Sheet,
  letters: readonly string[],
): (cells: readonly Cell[], row: number) => string {
  const styled = (column: Column, style: Partial<Style>) =>
    table.cell(sheet.isLocked ? lockedStyle(style, column.use ?? 'fixed') : style)
  const columns = sheet.columns.map((column, at) => ({
    open: `<c r="${letters[at]}`,
    usual: `" s="${styled(column, columnStyle(column))}"`,
    isDate: column.kind === 'date',
    // Asked for only where there is one: a style nobody uses is not in the file.
    literal: () => `" s="${styled(column, styles.literal)}"`,
  }))
  return (cells, row) => {
    let xml = ''
    for (let at = 0; at < columns.length; at++) {
      const { open, usual, isDate, literal } = columns[at]!
      const cell = cells[at] ?? null
      if (cell === null || cell === '') xml += `${open}${row}${usual}/>`
      else if (typeof cell === 'number') xml += `${open}${row}${usual}><v>${cell}</v></c>`
      else if (isFormula(cell)) xml += `${open}${row}${usual}${formulaXml(cell)}`
      else {
        const value = isDate ? dayOf(cell) : cell
        if (typeof value === 'number') xml += `${open}${row}${usual}><v>${value}</v></c>`
        else {
          const style = !isDate && looksLikeFormula(value) ? literal() : usual
          xml += `${open}${row}${style} t="s"><v>${strings.numberOf(encode(value))}</v></c>`
        }
      }
    }
    return xml
  }
}

function formulaXml({
  formula,
  value,
}: {
  readonly formula: string
  readonly value: string | number
}): string {
  const kind = typeof value === 'string' ? ' t="str"' : ''
  return `${kind}><f>${escaped(formula)}</f><v>${escaped(String(value))}</v></c>`
}

/** A day as Excel counts them, or its words where it cannot. */
function dayOf(day: string): number | string {
  return day >= FIRST_DAY ? (Date.parse(`${day}T00:00:00Z`) - DAY_ZERO) / DAY_MS : shortDate(day)
}

function colourRules({ styles: table }: Shared, sheet: Sheet, header: number, last: number): string {
  return sheet.columns
    .map((column, index) => {
      const colours = sheet.colours.filter(colour => colour.columnId === column.id)
      if (colours.length === 0) return ''
      const rules = colours.map(colour => {
        const rule = ruleOf(colour, sheet, header + 1, sheet.colours.indexOf(colour) + 1)
        const dxfId = table.change(rule.style)
        return `<cfRule${attributes({ type: 'expression', dxfId, priority: rule.priority })}><formula>${escaped(rule.formula)}</formula></cfRule>`
      })
      const letter = letterOf(index)
      return `<conditionalFormatting sqref="${letter}${header + 1}:${letter}${last}">${rules.join('')}</conditionalFormatting>`
    })
    .join('')
}

/** One for a cell to fill in above the table, and one for each whole column, never one a cell. */
function validations(book: Book, sheet: Sheet, header: number, last: number): string {
  const all: string[] = []
  const put = (range: string, validation: Validation | null) => {
    if (validation) all.push(validationXml(range, validation))
  }
  sheet.lines.forEach(({ value }, index) => {
    if (value) put(`B${index + 2}`, validationOf({ kind: 'text', choices: value.choices }, book))
  })
  sheet.columns.forEach((column, index) => {
    const letter = letterOf(index)
    put(`${letter}${header + 1}:${letter}${last}`, validationOf(column, book))
  })
  return all.length === 0 ? '' : `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`
}

function validationXml(sqref: string, { type, operator, formulae, errorTitle, error }: Validation): string {
  const said = attributes({
    type,
    operator,
    allowBlank: 1,
    showErrorMessage: 1,
    errorStyle: 'stop',
    errorTitle,
    error,
    sqref,
  })
  const tests = formulae.map(
    (formula, at) => `<formula${at + 1}>${escaped(String(formula))}</formula${at + 1}>`,
  )
  return `<dataValidation${said}>${tests.join('')}</dataValidation>`
}

function pageXml(book: Book, sheet: Sheet): string {
  const setup = attributes({
    paperSize: book.paper === 'A4' ? 9 : 8,
    orientation: 'landscape',
    fitToWidth: 1,
    fitToHeight: sheet.isOnePage ? 1 : 0,
  })
  const header = `&L&"Arial,Bold"${printed(book.headerLeft)}&R&"Arial,Regular"${printed(book.headerRight)}`
  const footer = `&L&"Arial,Regular"${printed(sheet.title)}&R&"Arial,Regular"Page &P of &N`
  return (
    '<pageMargins left="0.4" right="0.4" top="0.75" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup${setup}/><headerFooter><oddHeader>${escaped(header)}</oddHeader><oddFooter>${escaped(footer)}</oddFooter></headerFooter>`
  )
}

/** Text in a page header, where & begins a code and there is little room. */
function printed(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  const short =
    line.length > LONGEST_HEADER_PART ? `${line.slice(0, LONGEST_HEADER_PART - 1).trimEnd()}…` : line
  return short.replaceAll('&', '&&')
}
