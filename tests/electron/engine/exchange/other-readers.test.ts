import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { boardBook } from '../../../../electron/engine/exchange/board/board-book.ts'
import { finishBook } from '../../../../electron/engine/exchange/finish-book.ts'
import { radarPicture } from '../../../../electron/engine/exchange/radar-picture.ts'
import { headerRowOf, isFormula } from '../../../../electron/engine/exchange/sheet-model.ts'
import { writeXlsx } from '../../../../electron/engine/exchange/xlsx-writer.ts'
import { boardInput } from '../../../helpers/board-input.ts'
import { freshFolderForFile } from '../../../helpers/file-folder.ts'
import { office, python, readWithOpenpyxl, recalculated } from '../../../helpers/other-readers.ts'

const folder = freshFolderForFile()

async function written(view: 'board' | 'full') {
  const input = boardInput({ options: { view } })
  const book = finishBook(boardBook(input, await radarPicture(input)))
  const path = join(folder(), `${view}.xlsx`)
  writeFileSync(path, await writeXlsx(book))
  return { book, path }
}

describe.skipIf(!python)(`read by openpyxl${python ? '' : ' (skipped: no Python with openpyxl)'}`, () => {
  it.each(['board', 'full'] as const)(
    'BO1: %s view: every cell is what we meant, and only our formulas are live',
    async view => {
      const { book, path } = await written(view)
      const sheets = readWithOpenpyxl(path)
      expect(sheets.map(sheet => sheet.name)).toEqual(book.sheets.map(sheet => sheet.name))
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
