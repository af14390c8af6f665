import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { boardBook } from '../../../../electron/engine/exchange/board/board-book.ts'
import { factsOf } from '../../../../electron/engine/exchange/board/board-facts.ts'
import { marksFromRows } from '../../../../electron/engine/exchange/file-marks.ts'
import { finishBook } from '../../../../electron/engine/exchange/finish-book.ts'
import { marksToRows } from '../../../../electron/engine/exchange/marks.ts'
import { fingerprintOf, sentTables } from '../../../../electron/engine/exchange/sent-tables.ts'
import { writeXlsx } from '../../../../electron/engine/exchange/xlsx-writer.ts'
import { boardInput, marks, storyRows } from '../../../helpers/board-input.ts'
import { freshFolderForFile } from '../../../helpers/file-folder.ts'
import { readBook } from '../../../helpers/read-xlsx.ts'

const folder = freshFolderForFile()

async function written(book = boardBook(boardInput({ sent: marks() }), null)) {
  const path = join(folder(), 'marked.xlsx')
  writeFileSync(path, await writeXlsx(finishBook(book)))
  return { book, read: await readBook(path) }
}

describe('the marks of a file', () => {
  it('SO1: each row of plan and ratings ends in its mark, hidden, in the table and not printed', async () => {
    const { read } = await written()
    const ids = storyRows().actions.sort((a, b) => a.ref - b.ref)
    expect(read.column('Action plan', 'Ninefold mark')).toEqual(ids.map(({ id }) => `7KQ2MX4D.${id}`))
    expect(read.column('Ratings', 'Ninefold mark')[0]).toBe('7KQ2MX4D.autumn:system:parity-of-esteem')
    for (const name of ['Action plan', 'Ratings']) {
      const sheet = read.sheet(name)
      const last = sheet.getColumn(sheet.columnCount)
      expect(last.hidden).toBe(true)
      expect(sheet.getColumn(sheet.columnCount - 1).hidden).toBe(false)
      expect(sheet.pageSetup.printArea).toMatch(
        new RegExp(`:\\$?${sheet.getColumn(sheet.columnCount - 1).letter}\\$?\\d+$`),
      )
    }
  })

  it('SO2: a sheet that cannot be seen tells the rest, and reads back as it was', async () => {
    const { book, read } = await written()
    const sheet = read.sheet('Ninefold')
    expect(sheet.state).toBe('veryHidden')
    const rows: [string, string][] = []
    sheet.eachRow(row => rows.push([String(row.getCell(1).value), String(row.getCell(2).value ?? '')]))
    expect(marksFromRows(rows)).toEqual(book.sent!.marks)
    expect(book.sent!.marks).toMatchObject({
      ...marks(),
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(book.sent!.rowCount).toBe(storyRows().actions.length)
  })

  it('SO2: what makes no sense is no mark', () => {
    const rows = marksToRows(boardBook(boardInput({ sent: marks() }), null).sent!.marks)
    for (const name of ['format', 'sentFileId', 'kind', 'madeAt', 'madeOn', 'editSeq', 'view', 'readers']) {
      const odd = rows.map(row => (row[0] === name ? ([name, '\u2603'] as const) : row))
      expect(marksFromRows(odd), name).toBe(null)
    }
    expect(marksFromRows([])).toBe(null)
  })

  it('SO3: the return code stands above the tables', async () => {
    const { read } = await written()
    for (const name of ['Action plan', 'Ratings'])
      expect(read.sheet(name).getColumn(1).values).toContain('Return code: 7KQ2-MX4D')
  })
})

describe('the fingerprint', () => {
  const of = (rows = storyRows()) =>
    fingerprintOf(sentTables(factsOf(boardInput({ rows })), marks({ view: 'full' })))

  it('SO6: the same rows give it again in any order, and one changed cell gives another', () => {
    const rows = storyRows()
    const turned = { ...rows, actions: [...rows.actions].reverse(), ratings: [...rows.ratings].reverse() }
    expect(of(turned)).toBe(of())
    const [first, ...others] = rows.actions
    expect(of({ ...rows, actions: [{ ...first!, resources: 'Two people' }, ...others] })).not.toBe(of())
    const [rating, ...more] = rows.ratings
    expect(of({ ...rows, ratings: [{ ...rating!, changeNote: 'Better' }, ...more] })).not.toBe(of())
  })

  it('SO6: what depends on the zone of the clock is not in it', () => {
    const rows = storyRows()
    const moved = rows.actions.map(one => ({ ...one, updatedAt: '2026-11-23T23:59:00.000Z' }))
    expect(of({ ...rows, actions: moved })).toBe(of())
  })
})
