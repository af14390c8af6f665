import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Worksheet } from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BookInput } from '../../../../electron/engine/exchange/book-input.ts'
import { bookOf } from '../../../../electron/engine/exchange/book-of.ts'
import { finishBook } from '../../../../electron/engine/exchange/finish-book.ts'
import { type Book, isFormula } from '../../../../electron/engine/exchange/sheet-model.ts'
import { writeXlsx } from '../../../../electron/engine/exchange/xlsx-writer.ts'
import { boardInput, fillIn, manyActions, marks, storyRows } from '../../../helpers/board-input.ts'
import { freshFolderForFile } from '../../../helpers/file-folder.ts'
import { partsOf } from '../../../helpers/parts-of.ts'
import { headerRow, lastRow, readBook, tableOf } from '../../../helpers/read-xlsx.ts'
import { faultsOf } from '../../../helpers/strict-xlsx.ts'

type Written = { book: Book; read: Awaited<ReturnType<typeof readBook>>; parts: Map<string, string> }
const folder = freshFolderForFile()

async function write(name: string, input: BookInput): Promise<Written> {
  const book = finishBook(await bookOf(input, () => {}))
  const path = join(folder(), `${name}.xlsx`)
  writeFileSync(path, await writeXlsx(book))
  return { book, read: await readBook(path), parts: partsOf(path) }
}

const historyRows = {
  asked: 'Only changes that fit: made by Helen Marsh.',
  edits: [
    {
      seq: 7,
      day: '2026-11-23',
      time: '10:42',
      who: 'Helen Marsh',
      words: '=1+1',
      area: 'Alderbrook',
      principle: '3 Partners beyond the NHS',
      standing: 'Taken back',
    },
  ],
  values: [{ seq: 7, subject: 'A-07', field: 'Gap', was: '', is: '=1+1' }],
}

let files: Record<'board' | 'full' | BookInput['kind'], Written>
beforeAll(async () => {
  const full = boardInput({ options: { view: 'full' }, workbook: { isRehearsal: true }, sent: marks() })
  const rehearsal = { workbook: { isRehearsal: true } }
  files = {
    board: await write('board', boardInput({ sent: marks() })),
    full: await write('full', full),
    plan: await write('plan', fillIn('plan', rehearsal)),
    owner: await write('owner', fillIn('owner', rehearsal)),
    slip: await write('slip', fillIn('slip', rehearsal)),
    history: await write('history', {
      ...fillIn('plan', rehearsal),
      ...historyRows,
      kind: 'history',
      sent: null,
    }),
  }
})

const each = (check: (sheet: Worksheet, written: Written) => void) => {
  for (const written of Object.values(files)) for (const sheet of written.read.shown) check(sheet, written)
}

describe('every sheet of the file', () => {
  it('BF1: has its title in A1, no merged cells and one real table', () =>
    each((sheet, { book }) => {
      expect(sheet.getCell('A1').value).toBe(book.sheets.find(one => one.name === sheet.name)!.title)
      expect(sheet.hasMerges).toBe(false)
      expect(tableOf(sheet)).toMatch(/^A\d+:[A-Z]+\d+$/)
    }))

  it('BF2: has no empty row or column inside', () =>
    each(sheet => {
      for (let row = 1; row <= sheet.rowCount; row++)
        expect(sheet.getRow(row).values, `${sheet.name} row ${row}`).not.toHaveLength(0)
      for (let column = 1; column <= sheet.columnCount; column++)
        expect(sheet.getRow(headerRow(sheet)).getCell(column).value, sheet.name).toBeTruthy()
    }))

  it('BF3: wraps its table, aligned to the top, in Arial 11 or larger', () =>
    each(sheet => {
      const [header, last] = [headerRow(sheet), lastRow(sheet)]
      sheet.eachRow((row, number) => {
        const isTable = number >= header && number <= last
        row.eachCell({ includeEmpty: isTable }, cell => {
          expect(cell.font.name).toBe('Arial')
          expect(cell.font.size).toBeGreaterThanOrEqual(11)
          expect(cell.alignment.vertical).toBe('top')
          if (number >= header) expect(cell.alignment.wrapText, cell.address).toBe(true)
        })
      })
    }))

  it('BF4: freezes its header and first columns, and filters every column', () =>
    each((sheet, { parts }) => {
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: headerRow(sheet) })
      expect((sheet.views[0] as { xSplit: number }).xSplit).toBeGreaterThan(0)
      const table = parts.get(`xl/tables/table${sheet.id}.xml`)!
      expect(table).toContain(`<autoFilter ref="${tableOf(sheet)}">`)
      expect(table).not.toContain('hiddenButton="1"')
    }))

  it('BF5: prints landscape, one page wide, with its header repeated, named and numbered', () =>
    each((sheet, { book, parts }) => {
      expect(sheet.pageSetup).toMatchObject({
        orientation: 'landscape',
        paperSize: book.paper === 'A4' ? 9 : 8,
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: sheet.name === 'Rating slip' ? 1 : 0,
      })
      const titles = `&apos;${sheet.name}&apos;!$${headerRow(sheet)}:$${headerRow(sheet)}`
      expect(parts.get('xl/workbook.xml')).toContain(`localSheetId="${sheet.id - 1}">${titles}</definedName>`)
      expect(sheet.headerFooter.oddHeader).toContain('Northmoor and Vale')
      expect(sheet.headerFooter.oddHeader).toContain('As at 30 November 2026')
      expect(sheet.headerFooter.oddFooter).toContain('Page &P of &N')
    }))

  it('BF6: says REHEARSAL in title, header and footer when it is one', () => {
    for (const sheet of [files.full, files.plan, files.owner, files.slip].flatMap(({ read }) => read.shown)) {
      expect(sheet.getCell('A1').value).toMatch(/^REHEARSAL/)
      expect(sheet.headerFooter.oddHeader).toContain('REHEARSAL')
      expect(sheet.headerFooter.oddFooter).toContain('REHEARSAL')
    }
  })

  it('BF7: holds what the model holds: text, real numbers, real dates, formulas with our values', () => {
    for (const { book, read } of Object.values(files))
      for (const model of book.sheets) {
        const sheet = read.sheet(model.name)
        const first = headerRow(sheet) + 1
        expect(lastRow(sheet) - first + 1).toBe(model.rows.length)
        for (const [at, row] of model.rows.entries())
          for (const [column, cell] of row.entries()) {
            const found = sheet.getRow(first + at).getCell(column + 1)
            const isDate = model.columns[column]!.kind === 'date'
            if (isFormula(cell))
              expect([found.formula, found.result ?? '']).toEqual([cell.formula, cell.value])
            else if (isDate && cell !== null)
              expect((found.value as Date).toISOString().slice(0, 10)).toBe(cell)
            else expect(found.value).toBe(cell === '' ? null : cell)
          }
      }
  })
})

describe('Excel opens it without a repair', () => {
  it('BF14: tables, filters, headings, counts, lengths and the order of elements are as Excel demands', async () => {
    for (const { parts } of Object.values(files)) expect(faultsOf(parts)).toEqual([])
    const rows = storyRows()
    const long = 'Said at length. '.repeat(6000)
    const extreme = await write(
      'extreme',
      boardInput({
        workbook: { systemName: 'A & B "Vale" '.repeat(70).trim() },
        rows: {
          actions: manyActions(40).map(one => ({ ...one, gap: long, title: long })),
          updates: [],
          evidenceLinks: [],
          statuses: rows.statuses.map(one => ({ ...one, label: `"${one.label}" ${'x'.repeat(300)}` })),
        },
        options: {
          view: 'full',
          meeting: 'm & '.repeat(250),
          asks: Array(20).fill('Decide & say '.repeat(70)),
        },
      }),
    )
    expect(faultsOf(extreme.parts)).toEqual([])
  })

  it('BF16: headings are unique and one line in the table, whatever the framework calls its columns', async () => {
    const input = boardInput()
    const { actionPlan } = input.framework
    const columns = actionPlan.columns.map((column, index) => ({
      ...column,
      header:
        index % 3 === 0 ? 'Same\nname' : index % 3 === 1 ? 'SAME name (2)' : `${'long '.repeat(80)}${index}`,
    }))
    const odd = { ...input, framework: { ...input.framework, actionPlan: { ...actionPlan, columns } } }
    expect(faultsOf((await write('headings', odd)).parts)).toEqual([])
  })

  it('BW42: nothing of what is left out is in any part of the file', async () => {
    const { parts } = await write('others', boardInput({ options: { readers: 'others', view: 'full' } }))
    for (const [name, xml] of parts)
      expect(xml, name).not.toMatch(/Letter from the council|Draft savings|E-03|E-04/)
    expect([...parts.values()].join()).toContain('Ward audit')
  })

  it('BF15: the board view prints in letters of 7 points or more, and what stands above a table fits the page', async () => {
    for (const sheet of [files.board, files.owner, files.slip].flatMap(({ book }) => book.sheets)) {
      const shown = sheet.columns.filter(column => !column.isHidden)
      const units = shown.reduce((sum, column) => sum + column.width, 0)
      expect(units, sheet.name).toBeLessThanOrEqual(205)
    }
    const name = `${'Northmoor and Vale '.repeat(20)}end`
    const meeting = `${'the Partnership Board '.repeat(30)}today`
    const { book } = await write('long', boardInput({ workbook: { systemName: name }, options: { meeting } }))
    for (const sheet of book.sheets) {
      expect(sheet.title.length).toBeLessThanOrEqual(95)
      for (const line of sheet.lines) expect(line.text.length).toBeLessThanOrEqual(140)
      const above = sheet.lines.map(line => line.text).join(' ')
      expect(above).toContain(name)
      if (sheet.name === 'Summary') expect(above).toContain(meeting)
    }
  })
})

describe('colours, choices and formats', () => {
  it('BF8: colour comes from conditional formats on whole columns; cells but the header have none', () => {
    each((sheet, { book }) => {
      if (book.sheets.find(({ name }) => name === sheet.name)!.isLocked) return
      sheet.eachRow((row, number) => {
        if (number === headerRow(sheet)) return
        row.eachCell(cell => expect(cell.fill).not.toMatchObject({ pattern: 'solid' }))
      })
    })
    const plan = files.board.parts.get('xl/worksheets/sheet3.xml')!
    expect(plan.match(/<conditionalFormatting sqref="[^"]+"/g)).toEqual([
      '<conditionalFormatting sqref="D6:D12"',
      '<conditionalFormatting sqref="J6:J12"',
      '<conditionalFormatting sqref="L6:L12"',
    ])
    const priorities = [...plan.matchAll(/priority="(\d+)"/g)].map(match => match[1])
    expect(new Set(priorities).size).toBe(priorities.length)
    expect(plan).toContain('<formula>L6=&quot;Red: off track&quot;</formula>')
    // A blank cell equals 0 in Excel: without the first test, what is not rated would look like level 0.
    expect(plan).toContain('<formula>AND(ISNUMBER(D6),D6=0)</formula>')
  })

  it('BF9: each drop-down is one validation of its column, from the key', () => {
    const plan = files.full.parts.get('xl/worksheets/sheet3.xml')!
    const validations = plan.match(/<dataValidation .*?<\/dataValidation>/g)!
    expect(validations.length).toBe(12)
    for (const validation of validations) expect(validation).toMatch(/sqref="([A-Z]+)7:\1(13)"/)
    expect(plan).toContain('<formula1>Key!$C$5:$C$11</formula1>')
  })

  it('BF10: dates are dates in the form of a board paper', () => {
    const { read } = files.board
    const cell = read.sheet('Action plan').getCell('I6')
    expect(cell.value).toEqual(new Date('2026-09-30T00:00:00Z'))
    expect(cell.numFmt).toBe('dd mmm yyyy')
  })

  it('BF11: the radar has an alternative text that says what it shows', () => {
    const drawing = files.board.parts.get('xl/drawings/drawing1.xml')!
    expect(drawing).toMatch(
      /descr="Radar of 9 principles for Northmoor and Vale, Autumn 2026[^"]*1 Parity of esteem: now 2/,
    )
    expect(files.board.read.sheet('Summary').getImages()).toHaveLength(1)
  })

  it('BF12: title, subject and language of the document are set, and nothing says that Excel made it', () => {
    const core = files.full.parts.get('docProps/core.xml')!
    expect(core).toContain('<dc:title>REHEARSAL. Northmoor and Vale: mental health action plan</dc:title>')
    expect(core).toContain('<dc:subject>Autumn 2026, as at 30 November 2026. Full plan.</dc:subject>')
    expect(core).toContain('<dc:language>en-GB</dc:language>')
    expect(files.full.parts.get('docProps/app.xml')).toContain('<Application>Ninefold</Application>')
    expect(files.full.parts.get('xl/styles.xml')).not.toContain('Calibri')
  })

  it('BF13: nothing in the file points outside it or runs', () => {
    for (const { parts } of Object.values(files))
      for (const [name, xml] of parts) {
        expect(name).not.toMatch(/vba|external|activeX|embeddings/i)
        expect(xml).not.toContain('TargetMode="External"')
        expect(xml).not.toContain('<hyperlink')
      }
  })
})
