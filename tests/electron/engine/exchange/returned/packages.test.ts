import { describe, expect, it } from 'vitest'
import { freshFolderForFile } from '../../../../helpers/file-folder.ts'
import {
  MAIN,
  relations,
  rowXml,
  sheetXml,
  stylesXml,
  workbookXml,
  xlsxOf,
  zipOf,
} from '../../../../helpers/make-xlsx.ts'
import { cellsOf, PLAN, planOf, readBytes, textsOf } from '../../../../helpers/returned.ts'

const folder = freshFolderForFile()
const read = (bytes: Buffer) => readBytes(folder(), bytes)
const ROWS = rowXml(2, ['A-01', 'Agree a plan', 'Priya Nair'])
const SHEET = sheetXml(rowXml(1, PLAN) + ROWS)
const EXPECTED = [['A-01', 'Agree a plan', 'Priya Nair']]

describe('files of other programs', () => {
  it('RF6: other namespaces and prefixes mean the same', async () => {
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
    const prefixed = SHEET.replaceAll(/<(\/?)(?=[a-z])/g, '<$1x:').replace('xmlns=', 'xmlns:x=')
    expect(textsOf(await read(planOf('', { 'xl/worksheets/sheet1.xml': prefixed })))).toEqual(EXPECTED)
    expect(
      textsOf(await read(planOf('', { 'xl/worksheets/sheet1.xml': SHEET.replace(MAIN, strict) }))),
    ).toEqual(EXPECTED)
    const rels = relations([['officeDocument', 'xl/workbook.xml']]).replace(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships/',
      'http://purl.oclc.org/ooxml/officeDocument/relationships/',
    )
    const workbook = workbookXml([{ name: 'Action plan' }])
      .replaceAll(/<(\/?)(?=[a-z])/g, '<$1x:')
      .replace('xmlns=', 'xmlns:x=')
      .replace('xmlns:r=', 'xmlns:d3p1=')
      .replace('r:id', 'd3p1:id')
    expect(textsOf(await read(planOf(ROWS, { '_rels/.rels': rels, 'xl/workbook.xml': workbook })))).toEqual(
      EXPECTED,
    )
  })

  it('RF6: targets may be absolute, relative, written backwards or in another case', async () => {
    for (const target of [
      '/xl/worksheets/sheet1.xml',
      '../xl/worksheets/sheet1.xml',
      './worksheets/sheet1.xml',
      'WorkSheets\\Sheet1.xml',
    ])
      expect(
        textsOf(
          await read(planOf(ROWS, { 'xl/_rels/workbook.xml.rels': relations([['worksheet', target]]) })),
        ),
        target,
      ).toEqual(EXPECTED)
    const shouting = zipOf([
      { name: '[CONTENT_TYPES].XML', data: '<Types/>' },
      { name: '_RELS/.RELS', data: relations([['officeDocument', '/XL/Workbook.xml']]) },
      { name: 'XL/WORKBOOK.XML', data: workbookXml([{ name: 'Action plan' }]) },
      { name: 'XL/_RELS/WORKBOOK.XML.RELS', data: relations([['worksheet', 'WORKSHEETS/SHEET.XML']]) },
      { name: 'XL\\WORKSHEETS\\SHEET.XML', data: SHEET },
    ])
    expect(textsOf(await read(shouting))).toEqual(EXPECTED)
  })

  it('RF6: addresses of rows and cells may be missing', async () => {
    const bare = planOf('', {
      'xl/worksheets/sheet1.xml': SHEET.replaceAll(/ r="[^"]*"/g, ''),
    })
    const book = await read(bare)
    expect(textsOf(book)).toEqual(EXPECTED)
    expect(book.tables[0]!.rows[0]!.number).toBe(2)
  })

  it('RF6: byte order marks, UTF-16 and older encodings are understood', async () => {
    const said = (encoding: string) => SHEET.replace('UTF-8', encoding).replace('Agree', 'Été')
    const expected = [['A-01', 'Été a plan', 'Priya Nair']]
    const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16()
    const ways: Record<string, Buffer> = {
      'utf-8 mark': Buffer.from(`\ufeff${said('utf-8')}`),
      'utf-16 little': Buffer.from(`\ufeff${said('UTF-16')}`, 'utf16le'),
      'utf-16 big': swapped(`\ufeff${said('UTF-16')}`),
      'utf-16 without a mark': Buffer.from(said('UTF-16LE'), 'utf16le'),
      'utf-16 big without a mark': swapped(said('UTF-16BE')),
      latin: Buffer.from(said('ISO-8859-1'), 'latin1'),
      windows: Buffer.from(said('windows-1252'), 'latin1'),
    }
    for (const [way, data] of Object.entries(ways))
      expect(textsOf(await read(planOf('', { 'xl/worksheets/sheet1.xml': data }))), way).toEqual(expected)
  })

  it('RF6: a file without shared strings, styles, dimension or content types of its own is read', async () => {
    const bytes = planOf(ROWS, { '[Content_Types].xml': null })
    expect(textsOf(await read(bytes))).toEqual(EXPECTED)
  })

  it('RF6: sheets in any order, hidden or shown, each in its own part', async () => {
    const bytes = xlsxOf(
      [
        { name: 'Notes', rows: rowXml(1, ['Dear Helen']) },
        { name: 'Renamed', state: 'veryHidden', rows: rowXml(1, PLAN) + ROWS },
      ],
      {
        'xl/_rels/workbook.xml.rels': relations([
          ['worksheet', 'worksheets/sheet1.xml'],
          ['worksheet', 'worksheets/sheet2.xml'],
        ]),
      },
    )
    const book = await read(bytes)
    expect(book.tables.map(table => table.sheet)).toEqual(['Renamed'])
  })

  it('RF6: the styles are told by their order, not mixed with those of other kinds', async () => {
    const book = await read(
      planOf('<row r="2"><c r="A2" s="0"><v>43497</v></c><c r="B2" s="1"><v>43497</v></c></row>', {
        'xl/styles.xml': stylesXml(['dd/mm/yyyy']),
      }),
    )
    expect(cellsOf(book)[0]!.map(cell => cell!.day)).toEqual([null, '2019-02-01'])
  })

  it('RF6: who saved it last and when, as far as the file says', async () => {
    const core =
      '<cp:coreProperties xmlns:cp="a" xmlns:dc="b" xmlns:dcterms="c"><dc:creator>Ninefold</dc:creator><cp:lastModifiedBy>Sunita Rao</cp:lastModifiedBy><dcterms:modified>2026-11-20T16:05:00Z</dcterms:modified></cp:coreProperties>'
    const rels = relations([
      ['officeDocument', 'xl/workbook.xml'],
      ['metadata/core-properties', 'docProps/core.xml'],
    ])
    const book = await read(planOf(ROWS, { '_rels/.rels': rels, 'docProps/core.xml': core }))
    expect(book).toMatchObject({ lastModifiedBy: 'Sunita Rao', modifiedOn: '2026-11-20' })
    const odd = await read(
      planOf(ROWS, { '_rels/.rels': rels, 'docProps/core.xml': core.replace(/2026[^<]*/, 'soon') }),
    )
    expect(odd.modifiedOn).toBeNull()
  })

  it('RF7: macros are left alone, and that is said', async () => {
    const bytes = planOf(ROWS, {
      'xl/vbaProject.bin': 'not looked at',
      'xl/_rels/workbook.xml.rels': relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['vbaProject', 'vbaProject.bin'],
      ]),
    })
    expect((await read(bytes)).remarks).toEqual(['Its macros were left alone: only the cells were read.'])
  })

  it('RF7: links to other files, pictures and queries are never opened', async () => {
    const rels = relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['externalLink', 'externalLinks/externalLink1.xml'],
      ['worksheet', 'http://example.org/sheet.xml'],
    ]).replace('Target="http', 'TargetMode="External" Target="http')
    const bytes = planOf(ROWS, {
      'xl/_rels/workbook.xml.rels': rels,
      'xl/externalLinks/externalLink1.xml': '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a>&b;</a>',
      'xl/drawings/drawing1.xml': '<broken',
    })
    expect(textsOf(await read(bytes))).toEqual(EXPECTED)
  })
})
