import { describe, expect, it } from 'vitest'
import type { ReadBook, ReadCell } from '../../../../electron/engine/exchange/returned/read-book.ts'
import { storyRows, TODAY } from '../../../helpers/board-input.ts'
import { columnOf, dated, type Grid, rowWith, typed, withCell, withTable } from '../../../helpers/book-of.ts'
import { accepted, compare, type Given, lines, sendOut, written } from '../../../helpers/compare.ts'

const journey = sendOut()
const plan = (change: (grid: Grid) => void, book = journey.book): ReadBook => withTable(book, 'plan', change)
const remarks = (book: ReadBook, given: Given = {}, from = journey) =>
  compare(from, { book, ...given }).files[0]!.remarks
const MARK = 'Ninefold mark'

describe('columns', () => {
  it('RV21: a renamed column is known by what it holds, and it is said', () => {
    const book = plan(grid => {
      grid.headers[columnOf(grid, 'Owner')] = 'Who does it'
      rowWith(grid, 'A-07')[columnOf(grid, 'Who does it')] = typed('Daniel Okafor')
    })
    const result = compare(journey, { book })
    expect(lines(result)).toEqual(['A-07 owner proposed: Daniel Okafor'])
    expect(result.files[0]!.remarks).toEqual(['The column “Who does it” was taken for “Owner”.'])
  })

  it('RV21: one that was sent empty is known by its place', () => {
    const book = plan(grid => {
      const column = columnOf(grid, 'Mitigation or dependency')
      grid.headers[column] = 'What we do about it'
      rowWith(grid, 'A-07')[column] = typed('Two people share it')
    })
    const result = compare(journey, { book })
    expect(lines(result)).toEqual(['A-07 mitigation proposed: Two people share it'])
    expect(result.files[0]!.remarks[0]).toContain('was taken for “Mitigation or dependency”')
  })

  it('RV21: reference and words of the action may have other headers too', () => {
    const book = plan(grid => {
      grid.headers[columnOf(grid, 'Ref')] = 'No.'
      grid.headers[columnOf(grid, 'Action')] = 'What'
      rowWith({ ...grid, headers: grid.headers.map(one => (one === 'No.' ? 'Ref' : one)) }, 'A-07')[
        columnOf(grid, 'Owner')
      ] = typed('Daniel Okafor')
    })
    const unmarked = plan(grid => withoutColumn(grid, MARK), { ...book, marks: null })
    expect(lines(compare(journey, { book }))).toEqual(['A-07 owner proposed: Daniel Okafor'])
    expect(lines(compare(journey, { book: unmarked }))).toEqual(['A-07 owner proposed: Daniel Okafor'])
  })

  it('RV22: inserted columns are left alone and counted', () => {
    const book = plan(grid => insertColumn(grid, 3, 'Comments', ['Why?', undefined, 'Good']))
    const result = compare(journey, { book })
    expect(lines(result)).toEqual([])
    expect(result.files[0]!.remarks).toEqual([
      'The column “Comments” is not one of Ninefold’s; its 2 cells were left alone.',
    ])
    expect(remarks(plan(grid => insertColumn(grid, 3, 'Comments', [])))).toEqual([])
  })

  it('RV23: a missing column proposes nothing; one that was emptied proposes empty cells', () => {
    const missing = plan(grid => withoutColumn(grid, 'Due date'))
    expect(lines(compare(journey, { book: missing }))).toEqual([])
    expect(remarks(missing)).toEqual([
      'The column “Due date” is missing from this file, so nothing was read for it.',
    ])
    const emptied = plan(grid => {
      for (const row of grid.rows) row[columnOf(grid, 'Executive sponsor')] = undefined
    })
    expect(lines(compare(journey, { book: emptied }))).toEqual([
      'A-01 sponsor proposed: ',
      'A-09 sponsor proposed: ',
    ])
  })

  it('RV24: of two columns with one header the one that holds what was sent is read', () => {
    const book = plan(grid => {
      insertColumn(grid, 0, 'Owner', [typed('me'), typed('you'), typed('us')])
      rowWith(grid, 'A-07')[grid.headers.lastIndexOf('Owner')] = typed('Daniel Okafor')
    })
    const result = compare(journey, { book })
    expect(lines(result)).toEqual(['A-07 owner proposed: Daniel Okafor'])
    expect(result.files[0]!.remarks).toEqual([
      '“Owner” stands over 2 columns; the one that holds what was sent was read.',
    ])
  })

  it('RV25: what is worked out is never read, and cells typed over there are counted', () => {
    const book = withCell(withCell(journey.book, 'A-07', 'Days late', 3), 'A-01', 'Risk score', 25)
    const result = compare(journey, { book })
    expect(lines(result)).toEqual([])
    expect(result.files[0]!.remarks).toEqual([
      'Risk score and Days late are worked out by Ninefold, so 2 changed cells in them were left alone.',
    ])
  })
})

describe('rows', () => {
  const setText = (grid: Grid, ref: string, header: string, value: string | ReadCell) => {
    rowWith(grid, ref)[columnOf(grid, header)] = typeof value === 'string' ? typed(value) : value
  }

  it('RV31: marks that were not sorted along are not believed: reference and words are', () => {
    const book = plan(grid => {
      const mark = columnOf(grid, MARK)
      const marks = grid.rows.map(row => row[mark])
      setText(grid, 'A-07', 'Owner', 'Daniel Okafor')
      grid.rows.forEach((row, index) => {
        row[mark] = marks[(index + 1) % marks.length]
      })
    })
    expect(lines(compare(journey, { book }))).toEqual(['A-07 owner proposed: Daniel Okafor'])
  })

  it('RV31: one column sorted alone leaves rows nobody can read, which is said', () => {
    const book = plan(grid => {
      const [one, other] = [rowWith(grid, 'A-01'), rowWith(grid, 'A-09')]
      const action = columnOf(grid, 'Action')
      const words = one[action]
      one[action] = other[action]
      other[action] = words
    })
    const result = compare(journey, { book })
    expect(lines(result)).toEqual([])
    expect(result.additions).toEqual([])
    expect(result.files[0]!.remarks).toEqual([
      expect.stringMatching(/^Nothing was read from rows \d+ and \d+: the hidden mark/),
    ])
  })

  it('RV31: a reference that was typed over is no matter where mark and words agree', () => {
    const book = plan(grid => {
      setText(grid, 'A-07', 'Owner', 'Daniel Okafor')
      setText(grid, 'A-07', 'Ref', 'A-01')
    })
    expect(lines(compare(journey, { book }))).toEqual(['A-07 owner proposed: Daniel Okafor'])
  })

  it('RV32: a copied row that says the same is ignored', () => {
    const book = plan(grid => grid.rows.push([...rowWith(grid, 'A-07')]))
    const result = compare(journey, { book })
    expect([lines(result), result.additions]).toEqual([[], []])
    expect(result.files[0]!.remarks).toEqual([
      'A-07 stands in it more than once with the same cells; one row each was read.',
    ])
  })

  it('RV32: one with other words is a new action', () => {
    const book = plan(grid => {
      const copy = [...rowWith(grid, 'A-07')]
      copy[columnOf(grid, 'Action')] = typed('Offer three-year contracts')
      grid.rows.unshift(copy)
    })
    const result = compare(journey, { book })
    expect(lines(result)).toEqual([])
    expect(result.additions.map(({ addition }) => addition.title)).toEqual(['Offer three-year contracts'])
  })

  it('RV32: one with the same words but other cells is a conflict within the file', () => {
    const book = plan(grid => {
      const copy = [...rowWith(grid, 'A-07')]
      copy[columnOf(grid, 'Owner')] = typed('Daniel Okafor')
      grid.rows.push(copy)
    })
    const { changes } = compare(journey, { book })
    expect(changes.map(({ change }) => change)).toMatchObject([
      {
        columnId: 'owner',
        state: 'conflict',
        remarks: ['A-07 stands in one file more than once, and the rows differ.'],
      },
    ])
    expect([...changes[0]!.writes.values()].flat()).toContainEqual(
      expect.objectContaining({ fields: { owner: 'Daniel Okafor' } }),
    )
  })

  it('RV33: a row without its mark is found by reference and words, or by words alone', () => {
    const book = plan(grid => {
      setText(grid, 'A-07', 'Owner', 'Daniel Okafor')
      setText(grid, 'A-06', 'Owner', 'Sunita Rao')
      const [seven, six] = [rowWith(grid, 'A-07'), rowWith(grid, 'A-06')]
      for (const row of [seven, six]) row[columnOf(grid, MARK)] = undefined
      six[columnOf(grid, 'Ref')] = undefined
    })
    expect(lines(compare(journey, { book }))).toEqual([
      'A-06 owner proposed: Sunita Rao',
      'A-07 owner proposed: Daniel Okafor',
    ])
  })

  const added = (cells: Readonly<Record<string, ReadCell>>) =>
    plan(grid => {
      grid.rows.push(grid.headers.map(header => cells[header ?? '']))
    })

  it('RV34: a new row is offered as a new action, with what it says', () => {
    const { additions } = compare(journey, {
      book: added({
        Place: typed('Westmere'),
        Principle: typed('1'),
        Action: typed('Open a second clinic'),
        Owner: typed('Daniel Okafor'),
        'Due date': dated('2027-05-01'),
        'Latest progress': typed('20 Nov 2026: Rooms found'),
      }),
    })
    const [only] = additions
    expect(only!.addition).toMatchObject({
      fileId: 'f1',
      collection: 'actions',
      title: 'Open a second clinic',
      kind: 'Action',
      principleId: 'parity-of-esteem',
      needsPrinciple: false,
      problem: '',
    })
    expect(only!.addition.fields.map(({ header, value }) => `${header}: ${value.text}`)).toEqual([
      'Place: Westmere',
      'Principle: 1 Parity of esteem',
      'Owner: Daniel Okafor',
      'Due date: 1 May 2027',
      'Latest progress: 20 Nov 2026: Rooms found',
    ])
    const [insert, update] = only!.writes(null)
    expect(insert).toMatchObject({
      op: 'insert',
      collection: 'actions',
      row: {
        ref: 0,
        areaId: 'westmere',
        owner: 'Daniel Okafor',
        dueOn: '2027-05-01',
        statusId: 'not-started',
      },
    })
    expect(update).toMatchObject({ collection: 'updates', row: { on: '2026-11-20', text: 'Rooms found' } })
    const id = (insert as unknown as { row: { id: string } }).row.id
    expect(id).toMatch(/^new:/)
    expect((update as unknown as { row: { actionId: string } }).row.actionId).toBe(id)
  })

  it('RV34: without a principle it asks for one; what cannot be read is said', () => {
    const { additions } = compare(journey, {
      book: added({
        Action: typed('Open a second clinic'),
        'Due date': typed('soon'),
        'Status (BRAG)': typed('Blue'),
      }),
    })
    const { addition, writes } = additions[0]!
    expect(addition).toMatchObject({ needsPrinciple: true, principleId: null, fields: [] })
    expect(addition.remarks).toEqual([
      'Due date, “soon”, is left out. “soon” is not a date; try 30 Nov 2026.',
      'Its status is left out. Name the person who checked that it works in practice; then it can be embedded.',
      'It names no place, so it is added to Northmoor and Vale.',
    ])
    expect(writes(null)).toEqual([])
    expect(writes('every-contact' as never)).toMatchObject([
      { row: { principleId: 'every-contact', areaId: 'system' } },
    ])
  })

  it('RV9 RV34: a new row that was taken in already is not offered again', () => {
    const book = added({
      Action: typed('Open a second clinic'),
      Principle: typed('1 Parity of esteem'),
      Place: typed('Westmere'),
    })
    const [only] = compare(journey, { book }).additions
    const now = written(journey.rows, only!.writes(null))
    const again = compare(journey, { book, now })
    expect([again.additions, lines(again)]).toEqual([[], []])
  })

  it('RV35: totals, copied headers and the sentence of an empty plan are not actions; stray text is counted', () => {
    const book = plan(grid => {
      const row = (cells: Readonly<Record<string, string>>) =>
        grid.headers.map(header => (cells[header ?? ''] ? typed(cells[header ?? '']!) : undefined))
      grid.rows.push(
        grid.headers.map(header => typed(header!)),
        row({ Action: 'No action has been written yet.' }),
        row({ Ref: 'Total', 'Risk score': '40' }),
        row({ Place: 'Please check with finance' }),
      )
    })
    const result = compare(journey, { book })
    expect([lines(result), result.additions]).toEqual([[], []])
    expect(result.files[0]!.remarks).toEqual([
      expect.stringMatching(/^2 rows hold text but no action and were left alone: rows \d+ and \d+\.$/),
    ])
  })

  it('RV36: a missing row is said and stays', () => {
    const one = plan(grid => grid.rows.splice(grid.rows.indexOf(rowWith(grid, 'A-04')), 1))
    expect(remarks(one)).toEqual(['A-04 is missing from this file. It stays in the workbook.'])
    expect(lines(compare(journey, { book: one }))).toEqual([])
    const two = plan(grid => grid.rows.splice(0, 2))
    expect(remarks(two)).toEqual(['A-01 and A-03 are missing from this file. They stay in the workbook.'])
  })

  it('RV36: of an owner only what was in their file can be missing', () => {
    const owner = sendOut(storyRows(), { kind: 'owner', forWhom: 'Sunita Rao' })
    const book = plan(grid => grid.rows.splice(0, 1), owner.book)
    expect(remarks(book, {}, owner)).toEqual(['A-07 is missing from this file. It stays in the workbook.'])
  })

  it('RV37: what came back changed of an action that was removed here is said in words', () => {
    const now = { ...journey.rows, actions: journey.rows.actions.filter(one => one.ref !== 7) }
    const result = compare(journey, { now, book: withCell(journey.book, 'A-07', 'Owner', 'Daniel Okafor') })
    expect([lines(result), result.additions]).toEqual([[], []])
    expect(result.files[0]!.remarks).toEqual([
      'A-07 Offer two-year contracts to voluntary groups was removed here since. What the file changed in it was left out: Owner: Daniel Okafor.',
    ])
    expect(remarks(journey.book, { now })).toEqual([])
  })

  it('RV38: a row copied out of another file of ours is compared with what was sent in that one', () => {
    const later = {
      ...journey.rows,
      actions: journey.rows.actions.map(one => ({ ...one, owner: 'New Owner' })),
    }
    const other = sendOut(later, { sentFileId: 'ABCD1234', editSeq: 60 })
    const book = plan(grid => {
      const theirs = other.book.tables[0]!.rows.find(
        row => row.cells.get(columnOf(grid, 'Ref'))?.text === 'A-07',
      )!
      grid.rows = grid.rows.map(row =>
        row === rowWith(grid, 'A-07') ? grid.headers.map((_, at) => theirs.cells.get(at)) : row,
      )
    })
    const input = {
      sentFiles: [journey.sent, other.sent],
      rowsAsAt: (seq: number) => (seq === 60 ? later : journey.rows),
    }
    expect(lines(compare(journey, { book, now: later, input }))).toEqual([])
  })
})

function withoutColumn(grid: Grid, header: string): void {
  const column = columnOf(grid, header)
  grid.headers.splice(column, 1)
  for (const row of grid.rows) row.splice(column, 1)
}

function insertColumn(
  grid: Grid,
  at: number,
  header: string,
  cells: readonly (ReadCell | string | undefined)[],
): void {
  grid.headers.splice(at, 0, header)
  grid.rows.forEach((row, index) => {
    const cell = cells[index]
    row.splice(at, 0, typeof cell === 'string' ? typed(cell) : cell)
  })
}

it('RV2: taking everything in leaves nothing to take in', () => {
  const book = withCell(
    withCell(journey.book, 'A-07', 'Owner', 'Daniel Okafor'),
    'A-01',
    'Due date',
    dated(TODAY),
  )
  const now = written(journey.rows, accepted(compare(journey, { book })))
  expect(lines(compare(journey, { book, now }))).toEqual([])
})

it('RV31: words that another action has as well may be typed', () => {
  const book = withCell(journey.book, 'A-04', 'Action', 'Sign the Prevention Concordat')
  expect(lines(compare(journey, { book }))).toEqual(['A-04 action proposed: Sign the Prevention Concordat'])
})

it('RV32 RV34: new rows on two sheets of one file are two additions', () => {
  const add = (grid: Grid, words: string) => {
    const copy = [...rowWith(grid, 'A-07')]
    copy[columnOf(grid, 'Action')] = typed(words)
    grid.rows.push(copy)
  }
  const [one] = plan(grid => add(grid, 'One more thing')).tables
  const [other] = plan(grid => add(grid, 'Another thing')).tables
  const book = { ...journey.book, tables: [one!, { ...other!, sheet: 'Action plan (2)' }] }
  const { additions, changes } = compare(journey, { book })
  expect(changes).toEqual([])
  expect(new Set(additions.map(({ addition }) => addition.id)).size).toBe(2)
})
