import { describe, expect, it } from 'vitest'
import type { ReadCell } from '../../../../electron/engine/exchange/returned/read-book.ts'
import { storyRows } from '../../../helpers/board-input.ts'
import { dated, typed, withCell } from '../../../helpers/book-of.ts'
import { accepted, compare, lines, sendOut, written } from '../../../helpers/compare.ts'

const journey = sendOut()

/** The only change of a cell that was typed over, and the action after taking it. */
function typedOver(ref: string, header: string, value: string | number | ReadCell, from = journey) {
  const result = compare(from, { book: withCell(from.book, ref, header, value) })
  const [only] = result.changes
  const after = written(from.rows, accepted(result))
  const action = after.actions.find(one => `A-0${one.ref}` === ref)!
  return { lines: lines(result), change: only?.change, action, after, result }
}

describe('dates', () => {
  it.each([
    ['1/2/19', '2019-02-01'],
    ['01.02.2019', '2019-02-01'],
    ['1 Feb', '2027-02-01'],
    ['1st February 2019', '2019-02-01'],
    ['2019-02-01', '2019-02-01'],
    ['2019-02-01 00:00:00', '2019-02-01'],
    [46_419, '2027-02-01'],
    [dated('2019-02-01'), '2019-02-01'],
  ])('RV40: %s is read', (value, day) => {
    expect(typedOver('A-07', 'Due date', value).action.dueOn).toBe(day)
  })

  it('RV40: what was typed and read another way is said; a real date needs no words', () => {
    expect(typedOver('A-07', 'Due date', '1/2/27').change!.remarks).toEqual([
      'Typed as 1/2/27, read as 1 February 2027.',
    ])
    expect(typedOver('A-07', 'Due date', dated('2027-02-01')).change!.remarks).toEqual([])
  })

  it.each(['Feb 2027', 'soon', 'TBC', '30/2/2027', 2027])(
    'RV40 RV42: %s cannot be read, is shown, and changes nothing',
    value => {
      const { change, action, result } = typedOver('A-07', 'Due date', value)
      expect(change).toMatchObject({
        state: 'unreadable',
        now: { text: '14 October 2026' },
        returned: [{ fileId: 'f1', value: { text: String(value) } }],
        options: [{ id: 'now' }],
      })
      expect(change!.remarks[0]).toMatch(/is not a date; try 30 Nov 2026\.$/)
      expect(action.dueOn).toBe('2026-10-14')
      expect(result.files[0]).toMatchObject({ changed: 1, unreadable: 1, conflicts: 0 })
    },
  )
})

describe('choices', () => {
  it.each(['GREEN', 'green', 'on track', 'On-Track', 'G', 'Green: on track', ' green – on track '])(
    'RV6: the status typed as %s is the one that was sent',
    typed => {
      expect(typedOver('A-07', 'Status (BRAG)', typed).lines).toEqual([])
    },
  )

  it.each([
    ['Status (BRAG)', 'red', { statusId: 'off-track' }],
    ['Status (BRAG)', 'Waiting', { statusId: 'waiting' }],
    ['Status (BRAG)', 'done', { statusId: 'done' }],
    ['Place', 'westmere', { areaId: 'westmere' }],
    ['Principle', '2', { principleId: 'outcomes-that-matter' }],
    ['Principle', 'Outcomes', { principleId: 'outcomes-that-matter' }],
    ['Current level', 'Level 2', { currentLevel: 2 }],
    ['Current level', 2, { currentLevel: 2 }],
    ['Target level', '2 Developing', { targetLevel: 2 }],
    ['Target level', 'Leading', { targetLevel: 4 }],
    ['Priority', 'low', { priority: 'low' }],
    ['Level of need', 'Urgent care', { levelOfNeed: 'urgent-care' }],
    ['Likelihood (1 to 5)', '4 Likely', { likelihood: 4 }],
    ['Consequence (1 to 5)', 5, { consequence: 5 }],
  ])('RV41: %s typed as %s is known', (header, value, set) => {
    expect(typedOver('A-07', header, value).action).toMatchObject(set)
  })

  it.each([
    ['Status (BRAG)', 'fine'],
    ['Principle', 'mental health'],
    ['Place', 'Atlantis'],
    ['Current level', 7],
    ['Likelihood (1 to 5)', 2.5],
  ])('RV41: %s typed as %s cannot be read', (header, value) => {
    const { change } = typedOver('A-07', header, value)
    expect(change).toMatchObject({ state: 'unreadable', remarks: [`“${value}” is not one of its choices.`] })
  })

  it('RV51: a word of the key as it was when the file was sent is still known, where it names nothing else', () => {
    const rows = storyRows()
    const now = {
      ...rows,
      statuses: rows.statuses.map(one =>
        one.id === 'off-track' ? { ...one, label: 'Needs help', code: 'X' } : one,
      ),
      areas: rows.areas.map(one => (one.id === 'westmere' ? { ...one, name: 'West Vale' } : one)),
    }
    const book = withCell(
      withCell(journey.book, 'A-07', 'Status (BRAG)', 'Red: off track'),
      'A-07',
      'Place',
      'Westmere',
    )
    const { changes } = compare(journey, { book, now })
    expect(
      changes.map(({ change }) => [change.columnId, change.state, change.returned[0]!.value.text]),
    ).toEqual([
      ['place', 'proposed', 'West Vale'],
      ['status', 'proposed', 'Needs help'],
    ])
  })
})

describe('empty cells and odd ones', () => {
  it('RV43: an emptied cell is a change', () => {
    expect(typedOver('A-07', 'Due date', '').action.dueOn).toBeNull()
    expect(typedOver('A-07', 'Owner', '').action.owner).toBe('')
    expect(typedOver('A-01', 'Priority', '').action.priority).toBeNull()
  })

  it.each(['Action', 'Status (BRAG)', 'Place', 'Principle'])('RV43: an action keeps its %s', header => {
    const { change } = typedOver('A-07', header, '')
    expect(change).toMatchObject({
      state: 'unreadable',
      remarks: [expect.stringMatching(/^An action must .* kept\.$/)],
    })
  })

  it('RV49: of a formula the last value is taken and said; an error or no value cannot be read', () => {
    const formula = { ...typed('Sunita Rao and team'), isFormula: true }
    expect(typedOver('A-07', 'Owner', formula).change).toMatchObject({
      state: 'proposed',
      remarks: ['The cell holds a formula; what it last came to was taken.'],
    })
    const broken = { ...typed('#REF!'), error: '#REF!' }
    expect(typedOver('A-07', 'Owner', broken).change).toMatchObject({
      state: 'unreadable',
      returned: [{ value: { text: '#REF!' } }],
    })
    const unworked = { ...typed(''), isFormula: true }
    expect(typedOver('A-07', 'Owner', unworked).change).toMatchObject({ state: 'unreadable' })
    expect(typedOver('A-07', 'Executive sponsor', unworked).change).toMatchObject({ state: 'unreadable' })
  })

  it('RV52: cells under a merged one are not emptied ones', () => {
    const emptied = withCell(withCell(journey.book, 'A-04', 'Owner', ''), 'A-03', 'Priority', '')
    expect(lines(compare(journey, { book: emptied }))).toEqual(['A-04 owner proposed: '])
    const covered = { ...typed(''), isCovered: true as const }
    const book = withCell(emptied, 'A-04', 'Owner', covered)
    expect(lines(compare(journey, { book }))).toEqual([])
  })

  it('RV6: composed characters, line ends, invisible characters and space around are no change', () => {
    const rows = storyRows()
    const gap = 'Café\nsecond line'
    const from = sendOut({ ...rows, actions: rows.actions.map(one => ({ ...one, gap })) })
    const same = [
      'Cafe\u0301\nsecond line',
      'Café\r\nsecond line',
      ' Café \nsecond line\u200b ',
      'Café\nsecond\u00a0line',
    ]
    for (const text of same) expect(typedOver('A-07', 'Gap or issue', text, from).lines).toEqual([])
    expect(typedOver('A-07', 'Gap or issue', 'Café second line', from).lines).toHaveLength(1)
  })

  it('RV50: a text of 40,000 characters is kept, one longer than a cell of the workbook is not', () => {
    const long = 'word '.repeat(8000).trim()
    expect(typedOver('A-07', 'Gap or issue', long).action.gap).toBe(long)
    expect(typedOver('A-07', 'Gap or issue', 'x'.repeat(200_001)).change).toMatchObject({
      state: 'unreadable',
      remarks: ['The text is longer than 200,000 characters.'],
    })
    expect(typedOver('A-07', 'Action', 'x'.repeat(1001)).change).toMatchObject({ state: 'unreadable' })
  })
})

describe('progress', () => {
  const updates = (value: string, more: object = {}) => {
    const book = { ...withCell(journey.book, 'A-01', 'Latest progress', value), ...more }
    const result = compare(journey, { book })
    const before = journey.rows.updates.length
    return { result, added: written(journey.rows, accepted(result)).updates.slice(before) }
  }
  const sent = '12 Nov 2026: Finance has asked for a second look at the workforce lines.'

  it('RV44: words typed over the line become an update of today, or of the day the file was saved', () => {
    expect(updates('Money agreed.').added).toMatchObject([
      { on: '2026-11-24', text: 'Money agreed.', actionId: 'action-1' },
    ])
    expect(updates('Money agreed.', { modifiedOn: '2026-11-20' }).added).toMatchObject([{ on: '2026-11-20' }])
    for (const modifiedOn of ['2026-11-01', '2026-12-01'])
      expect(updates('Money agreed.', { modifiedOn }).added).toMatchObject([{ on: '2026-11-24' }])
  })

  it.each([
    `${sent} Then they agreed.`,
    `${sent}\nThen they agreed.`,
    `Then they agreed.\n${sent}`,
    'Finance has asked for a second look at the workforce lines. Then they agreed.',
  ])('RV44: of %j only the new part is kept', value => {
    expect(updates(value).added).toMatchObject([{ on: '2026-11-24', text: 'Then they agreed.' }])
  })

  it.each([
    ['20/11/26: Agreed', '2026-11-20', 'Agreed'],
    ['20 Nov - Agreed', '2026-11-20', 'Agreed'],
    ['20.11.2026 Agreed', '2026-11-20', 'Agreed'],
    ['[20 November 2026] Agreed', '2026-11-20', 'Agreed'],
    [`${sent}\n20 Nov: Agreed`, '2026-11-20', 'Agreed'],
    ['Next step: agree it', '2026-11-24', 'Next step: agree it'],
  ])('RV44: a date in front is the date of its words: %j', (value, on, text) => {
    expect(updates(value).added).toMatchObject([{ on, text }])
  })

  it('RV44: two dated lines are two updates, and it is by whom the file was for', () => {
    const from = sendOut(storyRows(), { forWhom: 'Sunita Rao' })
    const book = withCell(
      from.book,
      'A-03',
      'Latest progress',
      '18 Nov: Met the group\n21 Nov 2026: Ten outcomes drafted',
    )
    const result = compare(from, { book })
    expect(written(from.rows, accepted(result)).updates.slice(-2)).toMatchObject([
      { on: '2026-11-18', text: 'Met the group', author: 'Sunita Rao' },
      { on: '2026-11-21', text: 'Ten outcomes drafted', author: 'Sunita Rao' },
    ])
  })

  it('RV44: an emptied cell takes no line away, and says so', () => {
    const { change } = typedOver('A-01', 'Latest progress', '')
    expect(change).toMatchObject({
      state: 'unreadable',
      remarks: ['Progress is kept line by line, so an emptied cell takes no line away.'],
    })
  })

  it('RV9: a line that is there already is not proposed again', () => {
    const { result } = updates('20/11/26: Agreed')
    const now = written(journey.rows, accepted(result))
    const book = withCell(journey.book, 'A-01', 'Latest progress', '20/11/26: Agreed')
    expect(lines(compare(journey, { book, now }))).toEqual([])
  })

  it('RV45: progress on both sides offers to keep both', () => {
    const line = { ...journey.rows.updates[0]!, id: 'here' as never, on: '2026-11-20', text: 'Board has it.' }
    const now = { ...journey.rows, updates: [...journey.rows.updates, line] }
    const book = withCell(journey.book, 'A-01', 'Latest progress', '18 Nov 2026: Agreed')
    const [only] = compare(journey, { book, now }).changes
    expect(only!.change).toMatchObject({ state: 'conflict', options: [{ id: 'both' }, { id: 'now' }] })
    expect(only!.change.options[0]!.value.text).toBe('18 Nov 2026: Agreed\n20 Nov 2026: Board has it.')
    expect(only!.writes.get('both')).toMatchObject([
      { op: 'insert', collection: 'updates', row: { text: 'Agreed' } },
    ])
    expect(only!.writes.get('file:f1')).toHaveLength(1)
  })
})

describe('evidence and checks', () => {
  it('RV46: evidence is tied by its reference, and other words are the note', () => {
    const { action, after } = typedOver('A-07', 'Evidence', 'E-01, E5\nMinutes are on their way')
    expect(action.evidenceNote).toBe('Minutes are on their way')
    expect(
      after.evidenceLinks.filter(link => link.actionId === action.id).map(link => link.evidenceId),
    ).toEqual(['evidence-1', 'evidence-5'])
  })

  it('RV46: a reference taken away unties it, and the note stays', () => {
    const { action, after } = typedOver('A-09', 'Evidence', 'Letter attached')
    expect(action.evidenceNote).toBe('Letter attached')
    expect(after.evidenceLinks.filter(link => link.actionId === action.id)).toEqual([])
  })

  it('RV46: what this copy did not show stays tied', () => {
    const from = sendOut(storyRows(), { readers: 'others' })
    const { after, action } = typedOver('A-09', 'Evidence', 'Letter sent again', from)
    expect(action.evidenceNote).toBe('Letter sent again')
    expect(after.evidenceLinks.filter(link => link.actionId === action.id)).toHaveLength(1)
  })

  it('RV46: a reference there is not cannot be read', () => {
    expect(typedOver('A-07', 'Evidence', 'E-99').change).toMatchObject({
      state: 'unreadable',
      remarks: ['There is no evidence E-99 in this workbook.'],
    })
  })

  it('RV47: who checked and when are one cell', () => {
    expect(typedOver('A-04', 'Checked by and date', 'Dr A. Osei, 20/11/26').action).toMatchObject({
      verifiedBy: 'Dr A. Osei',
      verifiedOn: '2026-11-20',
    })
    expect(typedOver('A-04', 'Checked by and date', 'Dr A. Osei').action).toMatchObject({
      verifiedBy: 'Dr A. Osei',
      verifiedOn: null,
    })
  })

  it('RV48: embedded without a check cannot be read; with one in the same row it can, and says so', () => {
    const book = withCell(journey.book, 'A-04', 'Status (BRAG)', 'Blue')
    const [alone] = compare(journey, { book }).changes
    expect(alone!.change).toMatchObject({
      state: 'unreadable',
      remarks: ['Name the person who checked that it works in practice; then it can be embedded.'],
    })
    const checked = withCell(book, 'A-04', 'Checked by and date', 'Dr A. Osei, 20 Nov 2026')
    const { changes } = compare(journey, { book: checked })
    expect(changes.map(({ change }) => [change.columnId, change.state])).toEqual([
      ['status', 'proposed'],
      ['verifiedBy', 'proposed'],
    ])
    expect(changes[0]!.change.remarks).toContain(
      'It holds only together with the change of Checked by and date.',
    )
    const byOwner = withCell(book, 'A-04', 'Checked by and date', 'helen MARSH, 20 Nov 2026')
    expect(compare(journey, { book: byOwner }).changes[0]!.change.state).toBe('unreadable')
  })

  it('RV48: nothing is read that would leave an embedded action unchecked', () => {
    const { change } = typedOver('A-05', 'Checked by and date', '')
    expect(change).toMatchObject({ state: 'unreadable' })
    expect(typedOver('A-05', 'Owner', 'Dr A. Osei').change).toMatchObject({ state: 'unreadable' })
  })
})

it('RV6: what means what was sent is no change, also where the workbook has changed since', () => {
  const actions = journey.rows.actions.map(one => (one.ref === 7 ? { ...one, statusId: 'off-track' } : one))
  const book = withCell(journey.book, 'A-07', 'Status (BRAG)', 'GREEN')
  expect(lines(compare(journey, { book, now: { ...journey.rows, actions } }))).toEqual([])
})
