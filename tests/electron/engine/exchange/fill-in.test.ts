import { describe, expect, it } from 'vitest'
import { factsOf } from '../../../../electron/engine/exchange/board/board-facts.ts'
import { bookOf } from '../../../../electron/engine/exchange/book-of.ts'
import { coveringNote } from '../../../../electron/engine/exchange/fill-in/covering-note.ts'
import { finishBook } from '../../../../electron/engine/exchange/finish-book.ts'
import { isFormula, type Sheet } from '../../../../electron/engine/exchange/sheet-model.ts'
import { openByOwner } from '../../../../shared/rules/owners.ts'
import { levelLineOf } from '../../../../shared/text/level-lines.ts'
import { fillIn, storyRows } from '../../../helpers/board-input.ts'
import { framework } from '../../../helpers/framework.ts'

const sheetsOf = async (...args: Parameters<typeof fillIn>) =>
  Object.fromEntries(
    finishBook(await bookOf(fillIn(...args), () => {})).sheets.map(sheet => [sheet.name, sheet]),
  )
const headersOf = (sheet: Sheet, use: 'answer' | 'fixed') =>
  sheet.columns.filter(column => column.use === use).map(column => column.header)
const headOf = (sheet: Sheet) => sheet.lines.map(line => line.text).join(' ')

describe('the plan to fill in', () => {
  it('SO10: it has every column of the plan, ratings when they are asked for, and nothing is locked', async () => {
    const sheets = await sheetsOf('plan')
    expect(Object.keys(sheets)).toEqual(['Action plan', 'Ratings', 'Key'])
    expect(Object.keys(await sheetsOf('plan', { marks: { hasRatings: false } }))).toEqual([
      'Action plan',
      'Key',
    ])
    const plan = sheets['Action plan']!
    const headers = framework.actionPlan.columns.map(column => column.header)
    expect(plan.columns.map(column => column.header)).toEqual([...headers, 'Ninefold mark'])
    expect(headersOf(plan, 'fixed')).toEqual(['Ref', 'Days late', 'Risk score', 'Last updated'])
    expect(headersOf(sheets.Ratings!, 'answer')).toEqual(
      expect.arrayContaining(['Level now', 'Reason', 'State']),
    )
    expect(headersOf(sheets.Ratings!, 'answer')).not.toContain('Votes')
    for (const sheet of Object.values(sheets)) expect(sheet.isLocked).toBe(undefined)
  })

  it('SO11: it says above the table what to fill in, for whom it is and where it goes', async () => {
    const { 'Action plan': plan } = await sheetsOf('plan', { marks: { forWhom: 'Sunita Rao' } })
    expect(headOf(plan!)).toMatch(/For Sunita Rao: change what is no longer right/)
    expect(headOf(plan!)).toMatch(/under a grey heading are worked out/)
    expect(headOf(plan!)).toMatch(/send it back to Helen Marsh, by 1 December 2026\./)
    const bare = await sheetsOf('plan', { set: { replyTo: '', replyBy: '' } })
    expect(headOf(bare['Action plan']!)).toMatch(/send it back to whoever sent it to you\. /)
  })

  it('SO12: evidence that is not for others is named nowhere, and a remark says how much that is', async () => {
    const book = finishBook(await bookOf(fillIn('plan'), () => {}))
    expect(JSON.stringify(book)).not.toMatch(/E-03|E-04/)
    expect(book.remarks[0]).toBe(
      '1 item marked Keep here and 1 item marked Board only are left out of this copy.',
    )
  })
})

describe("an owner's workbook", () => {
  it('SO20: it has the open actions of that one person, however the name is spelt', async () => {
    const rows = storyRows()
    const actions = rows.actions.map(one => (one.ref === 7 ? { ...one, owner: '  sunita   RAO ' } : one))
    const { 'Action plan': plan } = await sheetsOf('owner', { rows: { actions } })
    expect(plan!.rows.map(row => row[0])).toEqual(['A-07', 'A-09'])
    const closed = actions.map(one => (one.ref === 9 ? { ...one, statusId: 'done' } : one))
    expect((await sheetsOf('owner', { rows: { actions: closed } }))['Action plan']!.rows).toHaveLength(1)
  })

  it('SO21: dates, status, progress and evidence are open, the rest is locked', async () => {
    const { 'Action plan': plan } = await sheetsOf('owner')
    expect(plan!.isLocked).toBe(true)
    expect(headersOf(plan!, 'answer')).toEqual([
      'Start date',
      'Due date',
      'Status (BRAG)',
      'Latest progress',
      'Evidence',
    ])
    expect(headersOf(plan!, 'fixed')).toEqual([
      'Ref',
      'Place',
      'Principle',
      'Action',
      'Success measure',
      'Days late',
    ])
    expect(plan!.columns.find(({ id }) => id === 'status')!.choices).toEqual({ from: 'statuses' })
    expect(plan!.columns.find(({ id }) => id === 'place')!.choices).toBe(undefined)
    expect(plan!.rows.flat().filter(isFormula)).toHaveLength(2)
  })

  it('SO27: nothing of evidence that is not for others is in it', async () => {
    expect(JSON.stringify(await sheetsOf('owner'))).not.toMatch(/E-03|E-04|Letter from the council/)
  })

  it('SO22: the covering note says who gets which file and gives words for an e-mail', () => {
    const facts = factsOf(fillIn('owner'))
    const { owners, unowned } = openByOwner(storyRows())
    const note = coveringNote(facts, {
      owners: owners.map(owner => ({ owner, fileName: `${owner.name}.xlsx` })),
      unowned,
      replyBy: 'Friday noon',
      replyTo: '',
    })
    expect(note.startsWith('\ufeff')).toBe(true)
    expect(note.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(note).toContain('Sunita Rao: Sunita Rao.xlsx\r\n    2 actions, 1 late: A-07 and A-09')
    expect(note).toContain('1 open action has no owner and is in no file: A-03.')
    expect(note).toContain('send it back to me by Friday noon.')
  })
})

describe('a rating slip', () => {
  it('SO30: nine principles with a line a level, two cells to answer, and what it is above them', async () => {
    const { 'Rating slip': slip } = await sheetsOf('slip', {
      set: { name: 'Ann Lee', organisationType: 'lived-experience' },
    })
    expect(slip!.rows).toHaveLength(9)
    expect(slip!.rows[0]!.slice(0, 2)).toEqual([
      '1 Parity of esteem',
      'No goals beyond the national ones; papers leave mental health out',
    ])
    expect(headersOf(slip!, 'answer')).toEqual(['Level (0 to 4)', 'Reason'])
    expect(slip!.columns.find(({ id }) => id === 'level')!.choices).toEqual({
      words: ['0', '1', '2', '3', '4'],
    })
    const labels = slip!.lines.flatMap(({ text, value }) => (value ? [[text, value.text, value.use]] : []))
    expect(labels).toEqual([
      ['Name', 'Ann Lee', 'answer'],
      ['Organisation', 'Lived experience or carer', 'answer'],
      ['Place', 'Alderbrook', 'fixed'],
      ['Round', 'Autumn 2026', 'fixed'],
    ])
    expect(slip!.isLocked && slip!.isOnePage).toBe(true)
    expect(JSON.stringify(slip)).not.toContain('A joint plan exists')
  })

  it('SO33: every level of every principle has a short line; another framework has its first sentences', () => {
    for (const principle of framework.principles)
      for (const level of [0, 1, 2, 3, 4] as const) {
        const line = levelLineOf(principle, level)
        expect(line.length, line).toBeLessThanOrEqual(70)
        expect(line, line).not.toMatch(/\.$/)
      }
    const other = { id: 'other', levels: [{ value: 2, descriptor: 'A plan runs. It has money.' }] }
    expect(levelLineOf(other, 2)).toBe('A plan runs.')
  })
})
