import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../../../../electron/engine/exchange/returned/limits.ts'
import { freshFolderForFile } from '../../../../helpers/file-folder.ts'
import { rowXml, xlsxOf } from '../../../../helpers/make-xlsx.ts'
import { PLAN, planOf, readBytes, refusalOf, SLIP, textsOf } from '../../../../helpers/returned.ts'

const folder = freshFolderForFile()
const read = (bytes: Buffer) => readBytes(folder(), bytes)
const ROW = ['A-01', 'Agree a plan', 'Priya Nair']
const sheetOf = (rows: string, name = 'Any') => ({ name, rows })

describe('finding a table', () => {
  it('RF2: case, spaces, line breaks and punctuation of headers do not matter', async () => {
    const headers = [' REF. ', 'ac tion', 'Owner:', 'Due\ndate', '\u00a0status', 'ninefold mark', 'Notes']
    const book = await read(xlsxOf([sheetOf(rowXml(1, headers) + rowXml(2, ROW))]))
    expect(book.tables[0]!.kind).toBe('plan')
    expect(book.tables[0]!.headers).toEqual(headers)
  })

  it('RF2: columns may be added, moved, renamed or gone, as long as three are known', async () => {
    const headers = [null, 'Who helps', 'Owner', 'Title', null, 'Ref', 'Status']
    const row = ['x', 'the council', 'Priya Nair', 'Agree', 'lost', 'A-01', 'GREEN']
    const book = await read(xlsxOf([sheetOf(rowXml(3, headers) + rowXml(4, row))]))
    expect(book.tables[0]!.headers).toEqual(headers)
    expect(textsOf(book)).toEqual([[null, 'the council', 'Priya Nair', 'Agree', null, 'A-01', 'GREEN']])
    expect(
      await refusalOf(folder(), xlsxOf([sheetOf(rowXml(1, ['Ref', 'Owner', 'x']) + rowXml(2, ROW))])),
    ).toMatch(/holds no table that Ninefold made/)
  })

  it('RF2: a table that is not read back is told from one that is', async () => {
    const other = rowXml(1, ['What', 'Ref', 'Owner', 'Status', 'Days late']) + rowXml(2, ['Late', 'A-01'])
    const book = await read(
      xlsxOf([sheetOf(other, 'Exceptions'), sheetOf(rowXml(1, PLAN) + rowXml(2, ROW), 'Plan')]),
    )
    expect(book.tables.map(({ sheet }) => sheet)).toEqual(['Plan'])
  })

  it('RF8: the header is looked for in the first sixty rows with anything in them, and no further', async () => {
    const above = (count: number) =>
      Array.from({ length: count }, (_, index) => rowXml(index * 3 + 1, ['a line'])).join('')
    const at = (count: number) => xlsxOf([sheetOf(above(count) + rowXml(900, PLAN) + rowXml(901, ROW))])
    expect(textsOf(await read(at(59)))).toEqual([ROW])
    expect(await refusalOf(folder(), at(60))).toMatch(/holds no table/)
  })

  it('RF8: rows with nothing in them are passed over, and their numbers stay', async () => {
    const rows = `<row r="2"/>${rowXml(3, ROW)}<row r="4"><c r="A4" s="1"/></row>${rowXml(9, ['A-02'])}<row r="1048576"><c r="B1048576"/></row>`
    const book = await read(planOf(rows))
    expect(book.tables[0]!.rows.map(({ number }) => number)).toEqual([3, 9])
  })

  it('RF8: a table that stops short is not gone through to the last row of the sheet', async () => {
    const blank = Array.from({ length: LIMITS.blankRows }, (_, index) => `<row r="${index + 3}"/>`).join('')
    const book = await read(planOf(rowXml(2, ROW) + blank + rowXml(900_000, ['A-99'])))
    expect(textsOf(book)).toEqual([ROW])
  })

  it('RF8: the header again further down is no row', async () => {
    const book = await read(planOf(rowXml(2, ROW) + rowXml(3, PLAN) + rowXml(4, ['A-02'])))
    expect(textsOf(book)).toEqual([ROW, ['A-02']])
  })

  it('RF8: of columns that are none of ours eighty are kept, and ours wherever they stand', async () => {
    const extra = Array.from({ length: 100 }, (_, index) => `Extra ${index}`)
    const book = await read(
      xlsxOf([
        sheetOf(rowXml(1, ['Ref', 'Action', ...extra, 'Owner']) + rowXml(2, ['A-01', 'x', ...extra, 'me'])),
      ]),
    )
    expect([...book.tables[0]!.rows[0]!.cells.keys()]).toEqual([...Array(82).keys(), 102])
    expect(book.remarks).toEqual(['“Any” has 20 more columns than can be read; they were left out.'])
  })

  it('RF9: the same table on two sheets is read twice, and that is said', async () => {
    const rows = rowXml(1, PLAN) + rowXml(2, ROW)
    const book = await read(xlsxOf([sheetOf(rows, 'Action plan'), sheetOf(rows, 'Action plan (2)')]))
    expect(book.tables.map(({ sheet }) => sheet)).toEqual(['Action plan', 'Action plan (2)'])
    expect(book.remarks).toEqual([
      'The sheets “Action plan” and “Action plan (2)” each hold the action plan; all of them are read.',
    ])
  })

  it('RF9: merged cells count for their first cell, what they cover is not empty but covered, and that is said of a table only', async () => {
    const merged = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="P1:AZ1048576"/></mergeCells>'
    const book = await read(planOf(rowXml(2, ROW) + rowXml(3, [null, 'more']), {}, { after: merged }))
    expect(textsOf(book)).toEqual([ROW, ['', 'more']])
    expect(book.tables[0]!.rows[1]!.cells.get(0)).toMatchObject({ text: '', isCovered: true })
    expect(book.remarks).toEqual([
      'Cells are merged in the table on “Action plan”: what they hold counts for their first cell alone.',
    ])
    const above = planOf(rowXml(2, ROW), {}, { after: '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>' })
    expect((await read(above)).remarks).toEqual([])
  })
})

describe('what stands above and beside', () => {
  const MARKS: Record<string, string> = {
    format: '1',
    sentFileId: '7KQ2MX4D',
    workbookUid: 'story',
    systemName: 'Northmoor and Vale',
    kind: 'plan',
    madeAt: '2026-11-24T10:42:00.000Z',
    madeOn: '2026-11-24',
    editSeq: '41',
    seal: 'e1f0',
    forWhom: '',
    fingerprint: 'aa',
    view: 'full',
    readers: 'board',
    roundId: 'autumn',
    areaId: '',
    hasRatings: 'false',
  }
  const marked = (marks: Record<string, string>, name = 'Ninefold') =>
    xlsxOf([
      {
        name,
        rows: Object.entries(marks)
          .map((pair, index) => rowXml(index + 1, pair))
          .join(''),
      },
      sheetOf(rowXml(1, PLAN) + rowXml(2, ROW)),
    ])

  it('RF10: the hidden sheet counts by what it says, shown or renamed', async () => {
    expect((await read(marked(MARKS))).marks).toMatchObject({
      sentFileId: '7KQ2MX4D',
      editSeq: 41,
      areaId: null,
    })
    expect((await read(marked(MARKS, 'Sheet7'))).marks).toMatchObject({ workbookUid: 'story' })
  })

  it('RF10: without it, emptied or spoilt the file is read all the same', async () => {
    const spoilt: Record<string, string>[] = [
      {},
      { format: '1' },
      { ...MARKS, editSeq: 'many' },
      { ...MARKS, kind: 'novel' },
    ]
    for (const marks of spoilt) expect((await read(marked(marks))).marks).toBeNull()
  })

  it('RF10: a file of a newer Ninefold is refused, whatever else it says', async () => {
    expect(
      await refusalOf(folder(), marked({ format: '2', sentFileId: 'in another shape' }), 'plan.xlsx'),
    ).toBe(
      '“plan.xlsx” was made by a newer version of Ninefold. Update Ninefold on this computer, then bring it in again.',
    )
  })

  it('RF10: the title and the return code stand above the table', async () => {
    const rows = rowXml(1, ['Action plan, Northmoor and Vale']) + rowXml(2, ['Return code: 7kq2-mx4d'])
    const book = await read(xlsxOf([sheetOf(rows + rowXml(4, PLAN) + rowXml(5, ROW))]))
    expect(book).toMatchObject({ title: 'Action plan, Northmoor and Vale', returnCode: '7KQ2MX4D' })
  })

  it('RF10: what is typed beside the labels of a slip is read by its label', async () => {
    const rows =
      rowXml(1, ['Rating slip']) +
      rowXml(2, ['Your name:', 'Sunita Rao']) +
      rowXml(3, ['Your  organisation', null, 'Alderbrook Council']) +
      rowXml(4, ['Anything else']) +
      rowXml(6, SLIP) +
      rowXml(7, ['Parity of esteem', 2, 'A plan exists'])
    const book = await read(xlsxOf([sheetOf(rows)]))
    expect([...book.labels]).toEqual([
      ['Your name', 'Sunita Rao'],
      ['Your organisation', 'Alderbrook Council'],
    ])
    expect(book.tables[0]).toMatchObject({ kind: 'slip' })
  })
})
