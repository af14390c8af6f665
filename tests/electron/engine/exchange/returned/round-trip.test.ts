import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { boardBook } from '../../../../../electron/engine/exchange/board/board-book.ts'
import { finishBook } from '../../../../../electron/engine/exchange/finish-book.ts'
import { readReturnedFile } from '../../../../../electron/engine/exchange/returned/read-returned-file.ts'
import { isFormula } from '../../../../../electron/engine/exchange/sheet-model.ts'
import { writeXlsx } from '../../../../../electron/engine/exchange/xlsx-writer.ts'
import { boardInput } from '../../../../helpers/board-input.ts'
import { freshFolderForFile } from '../../../../helpers/file-folder.ts'

const folder = freshFolderForFile()

describe('our own board workbook', () => {
  it('RF1: comes back with every cell of the plan and the ratings as it was written', async () => {
    const book = finishBook(boardBook(boardInput({ options: { view: 'full' } }), null))
    const path = join(folder(), 'board.xlsx')
    writeFileSync(path, await writeXlsx(book))
    const headersOf = (name: string) =>
      book.sheets.find(sheet => sheet.name === name)!.columns.map(c => c.header)
    const read = await readReturnedFile(path, [
      { kind: 'plan', headers: headersOf('Action plan') },
      { kind: 'ratings', headers: headersOf('Ratings') },
      ...['Summary', 'Exceptions', 'Evidence', 'Measures', 'Changes', 'Key'].map(name => ({
        kind: 'other' as const,
        headers: headersOf(name),
      })),
    ])
    expect(read.tables.map(({ kind, sheet }) => [kind, sheet])).toEqual([
      ['plan', 'Action plan'],
      ['ratings', 'Ratings'],
    ])
    for (const table of read.tables) {
      const sheet = book.sheets.find(one => one.name === table.sheet)!
      expect(table.headers).toEqual(headersOf(table.sheet))
      expect(read.remarks).toEqual([])
      for (const [index, row] of sheet.rows.entries())
        for (const [column, cell] of row.entries()) {
          const back = table.rows[index]!.cells.get(column)
          const was = isFormula(cell) ? cell.value : cell
          if (was === null || was === '') expect(back).toBeUndefined()
          else if (sheet.columns[column]!.kind === 'date') expect(back!.day).toBe(was)
          else if (typeof was === 'number') expect(back!.number).toBe(was)
          else expect(back!.text).toBe(was)
        }
    }
  })
})
