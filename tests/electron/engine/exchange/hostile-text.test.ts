import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boardBook } from '../../../../electron/engine/exchange/board/board-book.ts'
import { bookOf } from '../../../../electron/engine/exchange/book-of.ts'
import { cleanText, cutText } from '../../../../electron/engine/exchange/clean-text.ts'
import { finishBook } from '../../../../electron/engine/exchange/finish-book.ts'
import { radarPicture } from '../../../../electron/engine/exchange/radar-picture.ts'
import { isFormula } from '../../../../electron/engine/exchange/sheet-model.ts'
import { writeXlsx } from '../../../../electron/engine/exchange/xlsx-writer.ts'
import type { Rows } from '../../../../shared/model/snapshot.ts'
import { boardInput, fillIn, storyRows } from '../../../helpers/board-input.ts'
import { freshFolderForFile } from '../../../helpers/file-folder.ts'
import { headerRow, readBook } from '../../../helpers/read-xlsx.ts'

const folder = freshFolderForFile()

/** Fields that are not free text: ids, choices, days and moments. */
const FIXED =
  /(^|[a-z])(Id|id|At|On|on|asAt|uid|kind|state|level|Level|confidence|handling|strength|direction|priority|Reason|Type|Colour|fill|targetDate|contentHash|frameworkHash|frameworkVersion)$/

/** The story with hostile text in every free field of every row. */
function hostile(next: () => string): Rows {
  const swap = (row: object) =>
    Object.fromEntries(
      Object.entries(row).map(([field, value]) => {
        const isFree =
          typeof value === 'string' && (!FIXED.test(field) || /^(reason|changeNote)$/.test(field))
        return [field, isFree ? next() : value]
      }),
    )
  const rows = storyRows()
  return Object.fromEntries(
    Object.entries(rows).map(([name, list]) => [name, list.map(swap)]),
  ) as unknown as Rows
}

/** Text as people paste it and as attackers type it. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .tuple(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '|', "'", '=HYPERLINK("http://x","y")', '=1+1'),
      fc.string({ maxLength: 20 }),
    )
    .map(([start, rest]) => start + rest),
  fc.constantFrom(
    '\u0000\u0001\u0008bell\u0007',
    'lone \ud800 half \udc00',
    'a\ufffe\uffffb\u007f',
    'עברית ‮txt.exe‬ العربية',
    '👩‍👩‍👧‍👦🧠🇬🇧',
    '_x0041_ _x005F_x0041_ _x000d_',
    '<b>&amp;&#65;]]></b>',
    '  spaces  ',
    'line\r\nline\rline',
  ),
)

describe('text in every field', () => {
  it('BT1: no user text becomes a formula, and every text reads back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(nasty, { minLength: 30, maxLength: 30 }), async texts => {
        let at = 0
        const input = boardInput({
          rows: hostile(() => texts[at++ % texts.length] || 'x'),
          options: { view: 'full', asks: texts.slice(0, 5), meeting: texts[6]!, preparedBy: texts[7]! },
        })
        const book = finishBook(boardBook(input, await radarPicture(input)))
        const path = join(folder(), 'hostile.xlsx')
        writeFileSync(path, await writeXlsx(book))
        const { sheet } = await readBook(path)
        for (const model of book.sheets) {
          const worksheet = sheet(model.name)
          const first = headerRow(worksheet) + 1
          let ours = 0
          for (const [row, cells] of model.rows.entries())
            for (const [column, cell] of cells.entries()) {
              if (isFormula(cell)) ours++
              else if (typeof cell === 'string' && model.columns[column]!.kind !== 'date')
                expect(worksheet.getRow(first + row).getCell(column + 1).value ?? '').toBe(cell)
            }
          let found = 0
          worksheet.eachRow(row =>
            row.eachCell(cell => {
              if (cell.formula) found++
              if (cell.hyperlink) throw new Error(`${cell.address} is a link`)
            }),
          )
          expect(found).toBe(ours)
        }
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  it.each(['plan', 'owner', 'slip'] as const)(
    'SO42: nor does it in a %s',
    async kind => {
      await fc.assert(
        fc.asyncProperty(fc.array(nasty, { minLength: 30, maxLength: 30 }), async texts => {
          let at = 0
          const rows = hostile(() => texts[at++ % texts.length] || 'x')
          const marks = {
            forWhom: rows.actions[0]!.owner,
            areaId: kind === 'slip' ? rows.areas[1]!.id : null,
          }
          const set = {
            replyTo: texts[0]!,
            replyBy: texts[1]!,
            ...(kind === 'slip' ? { name: texts[2]! } : {}),
          }
          const book = finishBook(await bookOf(fillIn(kind, { rows, marks, set }), () => {}))
          const path = join(folder(), `hostile-${kind}.xlsx`)
          writeFileSync(path, await writeXlsx(book))
          const { sheet } = await readBook(path)
          for (const model of book.sheets) {
            const ours = model.rows.flat().filter(isFormula).length
            let found = 0
            sheet(model.name).eachRow(row =>
              row.eachCell(cell => {
                if (cell.formula) found++
                if (cell.hyperlink) throw new Error(`${cell.address} is a link`)
              }),
            )
            expect(found).toBe(ours)
            for (const [index, line] of model.lines.entries())
              if (line.value)
                expect(sheet(model.name).getCell(`B${index + 2}`).value ?? '').toBe(line.value.text)
          }
        }),
        { numRuns: 8 },
      )
    },
    60_000,
  )

  it('BT2: text that looks like a formula is kept as text when it is typed over again', async () => {
    const rows = storyRows()
    const actions = rows.actions.map(one => ({ ...one, title: '=1+1' }))
    const path = join(folder(), 'formula.xlsx')
    writeFileSync(path, await writeXlsx(finishBook(boardBook(boardInput({ rows: { actions } }), null))))
    const cell = (await readBook(path)).sheet('Action plan').getCell('F5')
    expect([cell.value, cell.numFmt]).toEqual(['=1+1', '@'])
  })

  it('BT3: what a file cannot hold is replaced and the remark says how often and where', () => {
    const rows = storyRows()
    const actions = rows.actions.map((one, index) => (index === 0 ? { ...one, gap: 'a\u0000b\ud800c' } : one))
    const book = finishBook(boardBook(boardInput({ rows: { actions }, options: { view: 'full' } }), null))
    expect(book.remarks).toContain(
      '2 characters that Excel cannot hold were replaced by \ufffd: Action plan, A-01, Gap or issue.',
    )
    expect(cleanText('a\u0000b\ud800c\ud83e\udde0\r\n\t')).toEqual({
      text: 'a\ufffdb\ufffdc\ud83e\udde0\n\t',
      replaced: 2,
    })
  })
})

describe('text that is too long', () => {
  const emoji = '🧠'.repeat(60_000)

  it('BT4: it goes on, on a sheet of its own, and joined again it is whole', () => {
    const rows = storyRows()
    const long = `start ${'word '.repeat(20_000)}end`
    const actions = rows.actions.map((one, index) => (index === 0 ? { ...one, gap: long, risk: emoji } : one))
    const book = finishBook(boardBook(boardInput({ rows: { actions }, options: { view: 'full' } }), null))
    expect(book.remarks).toContain(
      '2 texts are too long for a cell of Excel and continued on the sheet Long text.',
    )
    const plan = book.sheets[2]!
    const more = book.sheets.at(-1)!
    expect(more.name).toBe('Long text')
    for (const [id, text, reference] of [
      ['gap', long, 'L-01'],
      ['risk', emoji, 'L-02'],
    ] as const) {
      const cell = plan.rows[0]![plan.columns.findIndex(column => column.id === id)] as string
      expect(cell.length).toBeLessThanOrEqual(32_767)
      const tail = `\n[Continued on the sheet Long text, ${reference}]`
      expect(cell.endsWith(tail)).toBe(true)
      const parts = more.rows.filter(row => row[0] === reference).map(row => row[5] as string)
      expect(cell.slice(0, -tail.length) + parts.join('')).toBe(text)
    }
  })

  it('BT5: no character is halved and no piece has more line breaks than a cell takes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('🧠', 'a', '\n')).map(list => list.join('')),
        fc.integer({ min: 2, max: 9 }),
        (text, most) => {
          let rest = text
          let whole = ''
          while (rest) {
            const piece = cutText(rest, { characters: most, breaks: 2 })
            expect(piece.head.length).toBeGreaterThan(0)
            expect(cleanText(piece.head).replaced).toBe(0)
            expect(piece.head.split('\n').length - 1).toBeLessThanOrEqual(2)
            whole += piece.head
            rest = piece.rest
          }
          expect(whole).toBe(text)
        },
      ),
    )
  })
})
