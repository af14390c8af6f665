import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { boardBook } from '../../../../../electron/engine/exchange/board/board-book.ts'
import { ownerBook } from '../../../../../electron/engine/exchange/fill-in/owner-book.ts'
import { planBook } from '../../../../../electron/engine/exchange/fill-in/plan-book.ts'
import { slipBook } from '../../../../../electron/engine/exchange/fill-in/slip-book.ts'
import { finishBook } from '../../../../../electron/engine/exchange/finish-book.ts'
import { knownTables } from '../../../../../electron/engine/exchange/returned/known-tables.ts'
import type { ReadBook } from '../../../../../electron/engine/exchange/returned/read-book.ts'
import { readReturnedFile } from '../../../../../electron/engine/exchange/returned/read-returned-file.ts'
import { type Book, isFormula } from '../../../../../electron/engine/exchange/sheet-model.ts'
import { writeXlsx } from '../../../../../electron/engine/exchange/xlsx-writer.ts'
import { boardInput, fillIn, marks, storyRows } from '../../../../helpers/board-input.ts'
import { freshFolderForFile } from '../../../../helpers/file-folder.ts'
import { framework } from '../../../../helpers/framework.ts'
import { office, python, recalculated } from '../../../../helpers/other-readers.ts'

const folder = freshFolderForFile()
const rows = storyRows()
/** Text of every kind that gets lost on the way: codes, spaces, line ends, signs of formulas, too long for a cell. */
const book = finishBook(
  boardBook(
    boardInput({
      options: { view: 'full' },
      sent: marks({ view: 'full' }),
      rows: {
        actions: rows.actions.map((action, index) => ({
          ...action,
          resources: [
            '_x0041_ stays',
            '=1+1',
            'a\nb\n\nc',
            'é 漢字 🙂',
            '<&>"\'',
            'word '.repeat(8000),
            ' 1 ',
          ][index]!,
        })),
      },
    }),
    null,
  ),
)
const headersOf = (name: string) =>
  book.sheets.find(sheet => sheet.name === name)!.columns.map(column => column.header)
const known = knownTables(framework)
/** LibreOffice takes ten seconds on a machine that is busy. */
const SLOW = { timeout: 90_000 }
let path = ''

beforeAll(async () => {
  path = join(folder(), 'board.xlsx')
  writeFileSync(path, await writeXlsx(book))
})

const BOARD = [
  ['plan', 'Action plan'],
  ['ratings', 'Ratings'],
  ['long-text', 'Long text'],
]

function slip(): Book {
  return slipBook(fillIn('slip', { set: { name: 'Sunita Rao', organisationType: 'council' } }))
}

/** Every cell of the tables against the book that was written. */
function expectAsWritten(read: ReadBook, book: Book, tables: readonly (readonly string[])[]): void {
  const headersOf = (name: string) =>
    book.sheets.find(sheet => sheet.name === name)!.columns.map(column => column.header)
  expect(read.tables.map(({ kind, sheet }) => [kind, sheet])).toEqual(tables)
  for (const table of read.tables) {
    const sheet = book.sheets.find(one => one.name === table.sheet)!
    expect(table.headers).toEqual(headersOf(table.sheet))
    for (const [index, row] of sheet.rows.entries())
      for (const [column, cell] of row.entries()) {
        const back = table.rows[index]!.cells.get(column)
        const was = isFormula(cell) ? cell.value : cell
        const place = `${table.sheet} ${index} ${table.headers[column]}`
        if (was === null || was === '') expect(back, place).toBeUndefined()
        else if (isFormula(cell)) expect(back, place).toMatchObject({ isFormula: true })
        else if (sheet.columns[column]!.kind === 'date') expect(back!.day, place).toBe(was)
        else if (typeof was === 'number') expect(back!.number, place).toBe(was)
        else expect(back!.text, place).toBe(was)
      }
  }
  expect(read.marks).toEqual(book.sent!.marks)
  expect(read.returnCode).toBe('7KQ2MX4D')
  expect(read.title).toBe(book.sheets.find(sheet => sheet.name === tables[0]![1])!.title)
}

describe('our own board workbook', () => {
  it('RF1: comes back with every cell of its tables as it was written', async () => {
    const read = await readReturnedFile(path, known)
    expectAsWritten(read, book, BOARD)
    expect(read.remarks).toEqual([])
    expect(read.hash).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'))
    expect(read.lastModifiedBy).toBe(book.author)
  })

  it('RF2: every table we write is known by its headers, and those not read back are told from the others', () => {
    const others = ['Summary', 'Exceptions', 'Votes', 'Rounds', 'Evidence', 'Measures', 'Changes', 'Key']
    expect(known.map(table => table.headers)).toEqual([
      ...['Action plan', 'Ratings'].map(headersOf),
      slip().sheets[0]!.columns.map(column => column.header),
      ...['Long text', ...others].map(headersOf),
    ])
  })

  it.skipIf(!office)('RF1: saved by LibreOffice it reads the same', SLOW, async () => {
    expectAsWritten(await readReturnedFile(recalculated(path), known), book, BOARD)
  })

  it.skipIf(!python)(
    'RF1: saved by openpyxl it reads the same, but for values of formulas',
    SLOW,
    async () => {
      const saved = join(folder(), 'openpyxl.xlsx')
      const script = 'import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])'
      execFileSync(python!, ['-c', script, path, saved])
      const read = await readReturnedFile(saved, known)
      expect(read.marks).toEqual(book.sent!.marks)
      const [plan] = read.tables
      const [wrote] = [book.sheets.find(sheet => sheet.name === 'Action plan')!]
      expect(plan!.rows.length).toBe(wrote.rows.length)
      // openpyxl reads `_x005F_x0041_` as `_x0041_` and writes that, which every program reads as A.
      for (const [index, row] of wrote.rows.entries())
        for (const [column, cell] of row.entries())
          if (
            typeof cell === 'string' &&
            cell !== '' &&
            !cell.startsWith('_x') &&
            wrote.columns[column]!.kind === 'text'
          )
            expect(plan!.rows[index]!.cells.get(column)!.text).toBe(cell)
    },
  )
})

describe('files to fill in', () => {
  const books: readonly (readonly [string, () => Book, readonly (readonly string[])[]])[] = [
    ['the plan', () => planBook(fillIn('plan')), BOARD.slice(0, 2)],
    ['an owner’s actions', () => ownerBook(fillIn('owner')), BOARD.slice(0, 1)],
    ['a slip', slip, [['slip', 'Rating slip']]],
  ]

  for (const [what, make, tables] of books)
    it(`RF1: ${what}: as written, and after LibreOffice where it is installed`, SLOW, async () => {
      const book = finishBook(make())
      const file = join(folder(), `${what}.xlsx`)
      writeFileSync(file, await writeXlsx(book))
      for (const one of office ? [file, recalculated(file)] : [file])
        expectAsWritten(await readReturnedFile(one, known), book, tables)
    })

  it('RF10: the labels of a slip', async () => {
    const file = join(folder(), 'labels.xlsx')
    writeFileSync(file, await writeXlsx(finishBook(slip())))
    const { labels } = await readReturnedFile(file, known)
    expect(Object.fromEntries(labels)).toMatchObject({
      Name: 'Sunita Rao',
      Place: 'Alderbrook',
      Round: 'Autumn 2026',
    })
    expect(labels.get('Organisation')).toBeTruthy()
  })
})
