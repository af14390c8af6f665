import { describe, expect, it } from 'vitest'
import type { ReadBook } from '../../../../electron/engine/exchange/returned/read-book.ts'
import { storyRows } from '../../../helpers/board-input.ts'
import { columnOf, dated, rowWith, typed, withCell, withTable } from '../../../helpers/book-of.ts'
import { accepted, compare, lines, sendOut, written } from '../../../helpers/compare.ts'

const journey = sendOut(storyRows(), { forWhom: 'Daniel Okafor' })
const unmarked = (book: ReadBook, more: Partial<ReadBook> = {}): ReadBook => ({
  ...withTable(book, 'plan', grid => {
    const mark = grid.headers.indexOf('Ninefold mark')
    if (mark < 0) return
    grid.headers.splice(mark, 1)
    for (const row of grid.rows) row.splice(mark, 1)
  }),
  marks: null,
  returnCode: null,
  ...more,
})

describe('three ways', () => {
  const here = (owner: string) => ({
    ...journey.rows,
    actions: journey.rows.actions.map(one => (one.ref === 7 ? { ...one, owner } : one)),
  })

  it('RV3 RV8: a cell changed on both sides is a conflict that says whose each value is', () => {
    const changedBy = () => ({ who: 'Helen Marsh', at: '2026-11-20T10:00:00.000Z' })
    const book = withCell(journey.book, 'A-07', 'Owner', 'Priya Nair')
    const result = compare(journey, { book, now: here('Tom Adeyemi'), input: { changedBy } })
    expect(result.changes[0]!.change).toEqual({
      id: 'actions:action-7:owner',
      subject: {
        collection: 'actions',
        rowId: 'action-7',
        ref: 'A-07',
        title: 'Offer two-year contracts to voluntary groups',
        principleId: 'beyond-the-nhs',
        areaId: 'alderbrook',
      },
      columnId: 'owner',
      header: 'Owner',
      state: 'conflict',
      sent: { text: 'Sunita Rao', statusId: null, level: null },
      now: { text: 'Tom Adeyemi', statusId: null, level: null },
      returned: [
        { fileId: 'f1', value: { text: 'Priya Nair', statusId: null, level: null }, by: 'Daniel Okafor' },
      ],
      options: [
        {
          id: 'sent',
          from: 'sent',
          fileId: null,
          value: { text: 'Sunita Rao', statusId: null, level: null },
          by: '12 November',
        },
        {
          id: 'file:f1',
          from: 'file',
          fileId: 'f1',
          value: { text: 'Priya Nair', statusId: null, level: null },
          by: 'Daniel Okafor',
        },
        {
          id: 'now',
          from: 'now',
          fileId: null,
          value: { text: 'Tom Adeyemi', statusId: null, level: null },
          by: 'You, 20 November',
        },
      ],
      remarks: ['It was changed here as well since it was sent.'],
    })
    expect(result.changes[0]!.writes.get('sent')).toEqual([
      { op: 'update', collection: 'actions', id: 'action-7', fields: { owner: 'Sunita Rao' } },
    ])
    expect(result.changes[0]!.writes.get('now')).toEqual([])
    expect(result.files[0]).toMatchObject({ changed: 1, conflicts: 1, unreadable: 0, added: 0 })
  })

  it('RV3: changed to the same on both sides, or only here, is nothing', () => {
    const book = withCell(journey.book, 'A-07', 'Owner', 'Priya Nair')
    expect(lines(compare(journey, { book, now: here('Priya Nair') }))).toEqual([])
    expect(lines(compare(journey, { now: here('Priya Nair') }))).toEqual([])
  })

  const books = (...owners: string[]) =>
    owners.map((owner, index) => ({
      name: `${index + 1}.xlsx`,
      book: withCell(journey.book, 'A-07', 'Owner', owner),
    }))

  it('RV4: two files that differ are a conflict with both', () => {
    const other = sendOut(storyRows(), { forWhom: 'Sunita Rao', sentFileId: 'ABCD1234' })
    const given = [
      { name: '1.xlsx', book: withCell(journey.book, 'A-07', 'Owner', 'Priya Nair') },
      { name: '2.xlsx', book: withCell(other.book, 'A-07', 'Owner', 'Tom Adeyemi') },
    ]
    const result = compare(journey, { books: given, input: { sentFiles: [journey.sent, other.sent] } })
    expect(result.changes[0]!.change).toMatchObject({
      state: 'conflict',
      options: [
        { id: 'file:f1', by: 'Daniel Okafor' },
        { id: 'file:f2', by: 'Sunita Rao' },
        { id: 'now', by: '' },
      ],
      remarks: ['The files of Daniel Okafor and Sunita Rao differ.'],
    })
    expect(result.changes[0]!.writes.get('file:f2')).toMatchObject([{ fields: { owner: 'Tom Adeyemi' } }])
  })

  it('RV4: two files that agree are one proposal that names both', () => {
    const { changes } = compare(journey, { books: books('Priya Nair', 'Priya  Nair'.replace('  ', ' ')) })
    expect(changes).toHaveLength(1)
    expect(changes[0]!.change).toMatchObject({
      state: 'proposed',
      returned: [{ fileId: 'f1' }, { fileId: 'f2' }],
      options: [{ id: 'file:f1' }, { id: 'now' }],
    })
    expect([...changes[0]!.writes.keys()]).toEqual(['file:f1', 'file:f2', 'now'])
  })

  it('RV7: conflicts first, then by action in the order of the plan and by column', () => {
    let book = withCell(journey.book, 'A-07', 'Owner', 'Priya Nair')
    book = withCell(book, 'A-01', 'Status (BRAG)', 'maybe')
    book = withCell(book, 'A-01', 'Due date', dated('2027-01-01'))
    book = withCell(book, 'A-04', 'Owner', 'Sunita Rao')
    expect(lines(compare(journey, { book, now: here('Tom Adeyemi') }))).toEqual([
      'A-07 owner conflict: Priya Nair',
      'A-01 due proposed: 1 January 2027',
      'A-01 status unreadable: maybe',
      'A-04 owner proposed: Sunita Rao',
    ])
  })

  it('RV7: options name the file when it was for everyone', () => {
    const all = sendOut()
    const book = withCell(all.book, 'A-07', 'Owner', 'Priya Nair')
    expect(compare(all, { book }).changes[0]!.change.returned[0]!.by).toBe('back.xlsx')
  })

  it('RV9: what was taken in is not proposed again', () => {
    const book = withCell(journey.book, 'A-07', 'Owner', 'Priya Nair')
    const now = written(journey.rows, accepted(compare(journey, { book })))
    expect(lines(compare(journey, { book, now }))).toEqual([])
  })
})

describe('which file', () => {
  const edited = withCell(journey.book, 'A-07', 'Owner', 'Priya Nair')
  const proposal = ['A-07 owner proposed: Priya Nair']
  const fileOf = (book: ReadBook, input = {}) => compare(journey, { book, input }).files[0]!

  it('RV10: a file from another workbook is refused with both names, a newer one too', () => {
    const marks = { ...journey.book.marks!, workbookUid: 'other', systemName: 'Harbourside' }
    expect(fileOf({ ...edited, marks })).toMatchObject({
      state: 'refused',
      problem:
        'It came from another workbook, Harbourside; this one is Northmoor and Vale. Open that workbook to review it.',
    })
    expect(fileOf({ ...edited, marks: { ...marks, systemName: 'Northmoor and Vale' } }).problem).toContain(
      'also called',
    )
    expect(fileOf({ ...edited, marks: { ...journey.book.marks!, format: 2 } }).problem).toContain(
      'newer version',
    )
  })

  it('RV11: known by its return code, then by the marks of its rows, and says so', () => {
    const byCode = compare(journey, { book: { ...edited, marks: null } })
    expect(lines(byCode)).toEqual(proposal)
    expect(byCode.files[0]).toMatchObject({
      sentFileId: '7KQ2MX4D',
      kind: 'plan',
      forWhom: 'Daniel Okafor',
      sentAt: '2026-11-12T09:00:00.000Z',
      remarks: ['Its hidden sheet is gone; it was known by its return code.'],
    })
    const byRows = compare(journey, { book: { ...edited, marks: null, returnCode: null } })
    expect(lines(byRows)).toEqual(proposal)
    expect(byRows.files[0]!.remarks).toEqual([
      'Its hidden sheet and its return code are gone; it was known by the marks of its rows.',
    ])
  })

  it('RV12: known by its rows alone, compared with the file it is most like', () => {
    const early = {
      ...journey.rows,
      actions: journey.rows.actions.map(one => ({ ...one, sponsor: 'Earlier sponsor' })),
    }
    const other = sendOut(early, { sentFileId: 'ABCD1234', editSeq: 7, forWhom: 'Sunita Rao' })
    const rowsAsAt = (seq: number) => (seq === 7 ? early : journey.rows)
    const book = unmarked(withCell(other.book, 'A-07', 'Owner', 'Priya Nair'))
    const result = compare(journey, { book, input: { sentFiles: [journey.sent, other.sent], rowsAsAt } })
    expect(lines(result)).toEqual(proposal)
    expect(result.files[0]).toMatchObject({
      sentFileId: 'ABCD1234',
      forWhom: 'Sunita Rao',
      remarks: [
        'Its hidden marks and its return code are gone, so rows were matched by reference and text, and compared with what was sent on 12 November 2026 to Sunita Rao, which it is most like. Please check them.',
      ],
    })
  })

  it('RV12: of many owners’ files made together the right one is found', () => {
    const { actions } = journey.rows
    const others = Array.from({ length: 40 }, (_, index) => ({
      ...actions[0]!,
      id: `x${index}` as never,
      ref: 100 + index,
      owner: `Owner ${index}`,
    }))
    const rows = { ...journey.rows, actions: [...actions, ...others] }
    const owner = (forWhom: string, index: number) =>
      sendOut(rows, {
        kind: 'owner',
        forWhom,
        editSeq: 8,
        sentFileId: `AAAA00${String(index).padStart(2, '0')}`,
      })
    const theirs = owner('Sunita Rao', 99)
    const sentFiles = [...others.map((one, index) => owner(one.owner, index).sent), theirs.sent]
    const book = unmarked(withCell(theirs.book, 'A-07', 'Due date', '1/2/27'))
    const result = compare(journey, { book, now: rows, input: { sentFiles, rowsAsAt: () => rows } })
    expect(result.files[0]).toMatchObject({ forWhom: 'Sunita Rao', sentFileId: 'AAAA0099' })
    expect(lines(result)).toEqual(['A-07 due proposed: 1 February 2027'])
  })

  it('RV12: refused when hardly any row matches', () => {
    const book = unmarked(
      withTable(journey.book, 'plan', grid => {
        grid.rows.forEach((row, index) => {
          for (const column of row.keys()) row[column] = typed(`${column} something else ${index}`)
        })
      }),
    )
    const result = compare(journey, { book })
    expect(result.files[0]).toMatchObject({
      state: 'refused',
      problem:
        'It does not look like it came from this workbook: hardly any of its rows are in the plan. Choose the file that was sent back.',
    })
    expect([result.changes, result.additions]).toEqual([[], []])
  })

  it('RV5 RV13: a file from another copy is compared when both share its edit, else what was sent is not known', () => {
    const shared = compare(journey, { book: edited, input: { sentFiles: [] } })
    expect(lines(shared)).toEqual(proposal)
    const apart = compare(journey, { book: edited, input: { sentFiles: [], sealAt: () => 'another' } })
    expect(apart.changes[0]!.change).toMatchObject({
      state: 'conflict',
      sent: null,
      options: [{ id: 'file:f1' }, { id: 'now' }],
      remarks: ['What was sent is not known, so it cannot be said which side changed it.'],
    })
    expect(apart.files[0]!.remarks[0]).toContain('another copy of this workbook')
    expect(apart.changes).toHaveLength(1)
  })

  it('RV14: what cannot be put together again exactly is said', () => {
    const sent = { ...journey.sent, fingerprint: 'something else' }
    expect(fileOf(edited, { sentFiles: [sent] }).remarks[0]).toContain(
      'could not be put together again exactly',
    )
  })

  it('RV15: a file that could not be read is refused with its sentence', () => {
    const books = [{ name: 'locked.xlsx', book: null, problem: 'It is locked with a password.' }]
    expect(compare(journey, { books }).files[0]).toMatchObject({
      state: 'refused',
      problem: 'It is locked with a password.',
    })
  })

  it('RV50: a text continued on another sheet is read whole, and a changed beginning keeps the rest', () => {
    const rest = 'The end of a long text. '.repeat(2000)
    const gap = `Beginning.\n${rest}`.trim()
    const rows = storyRows()
    const long = sendOut({
      ...rows,
      actions: rows.actions.map(one => (one.ref === 7 ? { ...one, gap } : one)),
    })
    expect(lines(compare(long))).toEqual([])
    const change = (book: ReadBook) =>
      withTable(book, 'plan', grid => {
        const row = rowWith(grid, 'A-07')
        const column = columnOf(grid, 'Gap or issue')
        row[column] = typed(row[column]!.text.replace('Beginning.', 'Begun.'))
      })
    const without = { ...long.book, tables: long.book.tables.filter(table => table.kind !== 'long-text') }
    for (const book of [change(long.book), change(without)]) {
      const after = written(long.rows, accepted(compare(long, { book })))
      expect(after.actions.find(one => one.ref === 7)!.gap).toBe(gap.replace('Beginning.', 'Begun.'))
    }
    expect(lines(compare(long, { book: without }))).toEqual([])
  })
})
