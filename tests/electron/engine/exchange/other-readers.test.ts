import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BookInput } from '../../../../electron/engine/exchange/book-input.ts'
import { bookOf } from '../../../../electron/engine/exchange/book-of.ts'
import { finishBook } from '../../../../electron/engine/exchange/finish-book.ts'
import { headerRowOf, isFormula } from '../../../../electron/engine/exchange/sheet-model.ts'
import { writeXlsx } from '../../../../electron/engine/exchange/xlsx-writer.ts'
import { boardInput, fillIn, marks } from '../../../helpers/board-input.ts'
import { freshFolderForFile } from '../../../helpers/file-folder.ts'
import {
  locksSeenByOpenpyxl,
  office,
  python,
  readWithOpenpyxl,
  recalculated,
} from '../../../helpers/other-readers.ts'

const folder = freshFolderForFile()

type What = 'board' | 'full' | 'plan' | 'owner' | 'slip'

async function written(what: What) {
  const input: BookInput =
    what === 'board' || what === 'full'
      ? boardInput({ options: { view: what }, sent: marks() })
      : fillIn(what)
  const book = finishBook(await bookOf(input, () => {}))
  const path = join(folder(), `${what}.xlsx`)
  writeFileSync(path, await writeXlsx(book))
  return { book, path }
}

describe.skipIf(!python)(`read by openpyxl${python ? '' : ' (skipped: no Python with openpyxl)'}`, () => {
  it.each(['board', 'full', 'plan', 'owner', 'slip'] as const)(
    'BO1: %s: every cell is what we meant, and only our formulas are live',
    async what => {
      const { book, path } = await written(what)
      const sheets = readWithOpenpyxl(path)
      expect(sheets.map(sheet => sheet.name)).toEqual([...book.sheets.map(sheet => sheet.name), 'Ninefold'])
      for (const [index, model] of book.sheets.entries()) {
        const sheet = sheets[index]!
        expect(sheet).toMatchObject({ title: model.title, merged: 0 })
        expect(sheet.tables).toHaveLength(1)
        expect(sheet.formulas).toBe(model.rows.flat().filter(isFormula).length)
        const header = headerRowOf(model)
        const wide = model.columns.length
        expect(sheet.rows[header - 1]!.slice(0, wide)).toEqual(model.columns.map(column => column.header))
        const meant = model.rows.map(row =>
          row.map((cell, column) => {
            const value = isFormula(cell) ? cell.value : cell
            if (value === '' || value === null) return null
            return model.columns[column]!.kind === 'date' ? `date:${value}` : value
          }),
        )
        const found = sheet.rows
          .slice(header, header + model.rows.length)
          .map(row => row.slice(0, wide).map(cell => (cell === '' ? null : cell)))
        expect(found).toEqual(meant)
      }
    },
  )
})

describe.skipIf(!python)(`locks as openpyxl sees them${python ? '' : ' (skipped)'}`, () => {
  it('SO21 SO31: without a password, with the cells to answer open and sorting, filters and widths allowed', async () => {
    for (const [what, open] of [
      ['owner', ['F', 'G', 'I', 'J', 'K']],
      ['slip', ['B', 'G', 'H']],
    ] as const) {
      const { path, book } = await written(what)
      const [locks, ...others] = locksSeenByOpenpyxl(path)
      expect(locks).toMatchObject({ isOn: true, password: null, allowed: true, open })
      expect(locks!.answers, 'every row of the table').toBe(book.sheets[0]!.rows.length)
      for (const other of others) expect(other.isOn).toBe(false)
    }
  })

  it('SO1 SO2: they all have the hidden column and the sheet nobody sees', async () => {
    for (const what of ['board', 'plan', 'owner', 'slip'] as const) {
      const sheets = locksSeenByOpenpyxl((await written(what)).path)
      expect(sheets.at(-1)).toMatchObject({ name: 'Ninefold', state: 'veryHidden' })
      const tables = sheets.filter(({ name }) => /plan|Ratings|slip/.test(name))
      for (const { hidden, last } of tables) expect(hidden).toEqual([last])
      expect(tables).toHaveLength({ board: 2, plan: 2, owner: 1, slip: 1 }[what])
    }
  })
})

const both = python && office
describe.skipIf(!both)(`calculated by LibreOffice${both ? '' : ' (skipped: no LibreOffice)'}`, () => {
  it('BO2: formulas worked out anew give the values we saved', async () => {
    const { path } = await written('full')
    const ours = readWithOpenpyxl(path)[2]!
    const theirs = readWithOpenpyxl(recalculated(path))[2]!
    const header = ours.rows.findIndex(row => row[0] === 'Ref')
    for (const name of ['Days late', 'Risk score']) {
      const at = ours.rows[header]!.indexOf(name)
      const column = (rows: typeof ours.rows) => rows.slice(header + 1).map(row => row[at] || null)
      expect(column(theirs.rows), name).toEqual(column(ours.rows))
    }
  }, 60_000)
})
