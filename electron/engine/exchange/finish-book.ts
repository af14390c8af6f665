import { count } from '../../../shared/text/dates.ts'
import { cleanText, cutText, fitsOneCell, LONGEST_CELL, MOST_LINE_BREAKS } from './clean-text.ts'
import { rowHeights, TALLEST_ROW } from './row-heights.ts'
import {
  type Book,
  type Cell,
  type Colour,
  isFormula,
  type Row,
  type Sheet,
  uniqueHeaders,
} from './sheet-model.ts'

/** The sheet that takes what is too long for a cell. */
const LONG_TEXT = 'Long text'

/** What stays in a shortened cell: room is kept for the line that says where it goes on. */
export const FIRST_PIECE = { characters: LONGEST_CELL - 100, breaks: MOST_LINE_BREAKS - 1 }

/** What goes on elsewhere comes in pieces that a row can show and a page can print. */
const NEXT_PIECE = { characters: 2000, breaks: 20 }

/** How many places a remark names before it only counts. */
const NAMED_PLACES = 5

type Found = { replaced: number; places: string[]; long: Row[]; longTexts: number }

/**
 * The book with every text as a file can carry it: characters no file can hold replaced and reported, and text too long
 * for a cell continued on a sheet of its own. Nothing is cut without a word.
 */
export function finishBook(book: Book): Book {
  const found: Found = { replaced: 0, places: [], long: [], longTexts: 0 }
  const sheets = book.sheets.map(sheet => finishSheet(sheet, found))
  const remarks = [...book.remarks]
  if (found.replaced > 0) {
    const [characters, were] =
      found.replaced === 1 ? ['1 character', 'was'] : [`${found.replaced} characters`, 'were']
    const more = found.places.length - NAMED_PLACES
    const where = found.places.slice(0, NAMED_PLACES).join('; ')
    const rest = more > 0 ? `; and ${count(more, 'other place')}` : ''
    remarks.push(`${characters} that Excel cannot hold ${were} replaced by \ufffd: ${where}${rest}.`)
  }
  if (found.long.length > 0) {
    const texts = found.longTexts === 1 ? '1 text is' : `${found.longTexts} texts are`
    remarks.push(`${texts} too long for a cell of Excel and continued on the sheet Long text.`)
    sheets.push(longTextSheet(book, found.long))
  }
  const tall = sheets.reduce(
    (sum, sheet) => sum + rowHeights(sheet).filter(points => points >= TALLEST_ROW).length,
    0,
  )
  if (tall > 0)
    remarks.push(
      `${tall === 1 ? '1 row holds' : `${tall} rows hold`} more text than Excel can show or print: select the cell to read it all.`,
    )
  return { ...book, ...cleanProperties(book), sheets, remarks }
}

function finishSheet(sheet: Sheet, found: Found): Sheet {
  // Where it is is worked out only when there is something to say.
  const clean = (text: string, place: string | (() => string)) => {
    const result = cleanText(text)
    if (result.replaced > 0) {
      found.replaced += result.replaced
      found.places.push(typeof place === 'string' ? place : place())
    }
    return result.text
  }
  return {
    ...sheet,
    title: clean(sheet.title, `the title of ${sheet.name}`),
    lines: sheet.lines.map(line => ({
      ...line,
      text: clean(line.text, `the head of ${sheet.name}`),
      ...(line.value
        ? { value: { ...line.value, text: clean(line.value.text, `the head of ${sheet.name}`) } }
        : {}),
    })),
    columns: uniqueHeaders(
      sheet.columns.map(column => ({
        ...column,
        header: clean(column.header, `a heading of ${sheet.name}`),
      })),
    ),
    rows: sheet.rows.map(row => finishRow(sheet, row, clean, found)),
    colours: sheet.colours.map(cleanColour),
    ...(sheet.picture
      ? { picture: { ...sheet.picture, alternative: cleanText(sheet.picture.alternative).text } }
      : {}),
    notes: sheet.notes.map(note => ({
      label: clean(note.label, `a note on ${sheet.name}`),
      text: clean(note.text, `a note on ${sheet.name}`),
    })),
  }
}

function finishRow(
  sheet: Sheet,
  row: Row,
  clean: (text: string, place: () => string) => string,
  found: Found,
): Row {
  return row.map((cell, index) => {
    if (isFormula(cell)) return { ...cell, formula: cleanText(cell.formula).text }
    if (typeof cell !== 'string') return cell
    const column = sheet.columns[index]!.header
    const text = clean(cell, () => `${sheet.name}, ${nameOf(row)}, ${column}`)
    if (fitsOneCell(text)) return text
    found.longTexts++
    const reference = `L-${String(found.longTexts).padStart(2, '0')}`
    const first = cutText(text, FIRST_PIECE)
    let rest = first.rest
    for (let part = 1; rest !== ''; part++) {
      const piece = cutText(rest, NEXT_PIECE)
      found.long.push([reference, sheet.name, nameOf(row), column, part, piece.head])
      rest = piece.rest
    }
    return `${first.head}\n[Continued on the sheet ${LONG_TEXT}, ${reference}]`
  })
}

/** A status word in a rule must be the same as in the cells. */
function cleanColour(colour: Colour): Colour {
  const { when } = colour
  if (!('is' in when) || typeof when.is !== 'string') return colour
  return { ...colour, when: { ...when, is: cleanText(when.is).text } }
}

/** How a person finds the row: by its reference or whatever stands first. */
function nameOf(row: Row): string {
  const first = row.find((cell): cell is string | number => cell !== null && !isFormula(cell)) ?? ''
  return cleanText(String(first)).text.slice(0, 60)
}

function longTextSheet(book: Book, rows: readonly Cell[][] | readonly Row[]): Sheet {
  return {
    name: LONG_TEXT,
    title: `Long text: ${cleanText(book.headerLeft).text}`,
    lines: [
      {
        text: 'A cell of Excel holds 32,767 characters. What is longer goes on here, under the reference in the cell.',
        look: 'plain',
      },
    ],
    columns: [
      { id: 'reference', header: 'Reference', width: 11, kind: 'text' },
      { id: 'sheet', header: 'Sheet', width: 14, kind: 'text' },
      { id: 'row', header: 'Row', width: 20, kind: 'text' },
      { id: 'column', header: 'Column', width: 18, kind: 'text' },
      { id: 'part', header: 'Part', width: 7, kind: 'number' },
      { id: 'text', header: 'Text', width: 90, kind: 'text' },
    ],
    rows,
    frozenColumns: 1,
    colours: [],
    notes: [],
  }
}

function cleanProperties(
  book: Book,
): Pick<Book, 'title' | 'subject' | 'author' | 'headerLeft' | 'headerRight'> {
  const of = (text: string) => cleanText(text).text
  return {
    title: of(book.title),
    subject: of(book.subject),
    author: of(book.author),
    headerLeft: of(book.headerLeft),
    headerRight: of(book.headerRight),
  }
}
