import { describe, expect, it } from 'vitest'
import { boardBook } from '../../../../electron/engine/exchange/board/board-book.ts'
import type { BoardInput } from '../../../../electron/engine/exchange/board/input.ts'
import { isFormula, type Sheet } from '../../../../electron/engine/exchange/sheet-model.ts'
import type { AreaId } from '../../../../shared/model/ids.ts'
import { daysLate } from '../../../../shared/rules/lateness.ts'
import { BOARD_SHEETS } from '../../../../shared/text/board-sheets.ts'
import { boardInput, storyRows, TODAY } from '../../../helpers/board-input.ts'
import { rowOf, textsOf } from '../../../helpers/board-text.ts'
import { framework } from '../../../helpers/framework.ts'
import { action, evidence, PARITY, rating, votes } from '../../../helpers/rows.ts'

function sheetsOf(input: BoardInput): Record<string, Sheet> {
  return Object.fromEntries(boardBook(input, null).sheets.map(sheet => [sheet.name, sheet]))
}

const story = sheetsOf(boardInput())

describe('every sheet', () => {
  it('BW1: there are ten, in their order', () => expect(Object.keys(story)).toEqual(BOARD_SHEETS))

  it('BW2: headings are unique and no row is empty, also in a workbook with nothing in it', () => {
    const bare = sheetsOf(boardInput({ rows: { ...emptied(), workbook: storyRows().workbook } }))
    for (const sheets of [story, bare, sheetsOf(boardInput({ options: { view: 'full' } }))])
      for (const sheet of Object.values(sheets)) {
        const headers = sheet.columns.map(column => column.header.toLowerCase())
        expect(new Set(headers).size, sheet.name).toBe(headers.length)
        expect(sheet.rows.length, sheet.name).toBeGreaterThan(0)
        for (const row of sheet.rows) {
          expect(row).toHaveLength(sheet.columns.length)
          expect(
            row.some(cell => cell !== null && cell !== ''),
            sheet.name,
          ).toBe(true)
        }
      }
    expect(rowOf(bare['Action plan']!, 0)).toEqual({ Action: 'No action has been written yet.' })
  })

  it('BW3: a rehearsal says so in every title and under it', () => {
    const sheets = Object.values(sheetsOf(boardInput({ workbook: { isRehearsal: true } })))
    for (const sheet of sheets) {
      expect(sheet.title).toMatch(/^REHEARSAL\. /)
      expect(sheet.lines[0]!.text).toMatch(/^REHEARSAL\./)
    }
    for (const sheet of Object.values(story)) expect(textsOf(sheet).join()).not.toContain('REHEARSAL')
  })
})

describe('Summary', () => {
  it('BW10: it says for whom it is, what is asked and where the nine stand', () => {
    expect(story.Summary!.lines.map(line => line.text)).toEqual([
      'Autumn 2026, as at 30 November 2026. Made on 24 November 2026.',
      'For decision at the Partnership Board, 3 December 2026. Prepared by Helen Marsh, programme director.',
      '6 of 9 discussed. 1 split. 3 actions late.',
      'The board is asked to:',
      '1. Agree a new date for the costed two-year plan (A-01), with the money it needs',
      '2. Ask the council for its decision on the Prevention Concordat (A-09)',
      '3. Note that 3 of 9 principles have not been discussed, and agree a date',
    ])
    expect(rowOf(story.Summary!, 2)).toEqual({
      Principle: '3 Partners beyond the NHS',
      'In a sentence': 'Developing. Up from 1: real change. Aims for 3 by Sep 2027.',
      'Level now': 2,
      Target: 3,
      'Target date': '2027-09-30',
      'Last round': 1,
      Change: 1,
      'Reason for change': 'Real change',
      Confidence: 'High',
      'Evidence items': 2,
      'Open actions': 1,
      'Late actions': 1,
    })
    expect(rowOf(story.Summary!, 1)).toMatchObject({ Agreement: 'Split 1 to 3', Change: 0 })
  })

  it('BW14: items a copy leaves out still count as evidence, and the page says that they are left out', () => {
    expect(rowOf(story.Summary!, 0)['Evidence items']).toBe(3)
    expect(story.Summary!.notes).toContainEqual({
      label: 'Left out',
      text: '1 item marked Keep here is left out of this copy.',
    })
  })

  it('BW11: what is not discussed or not applicable is said in words and never 0', () => {
    expect(rowOf(story.Summary!, 5)).toEqual({
      Principle: '6 Relationships and networks',
      'In a sentence': 'Not discussed yet.',
      'Level now': 'Not discussed',
      'Evidence items': 0,
      'Open actions': 0,
      'Late actions': 0,
    })
    expect(rowOf(story.Summary!, 7)).toMatchObject({
      'Level now': 'Not applicable',
      'In a sentence': 'Not applicable. Run by the region.',
    })
  })

  it('BW17: what is not applicable shows no agreement, whatever was voted before', () => {
    const none = rating(PARITY, { state: 'not-applicable', level: null })
    const { Summary } = sheetsOf(
      boardInput({ rows: { ratings: [none], votes: votes(none, 1, 3, 0, 0, 0, 3) } }),
    )
    expect(rowOf(Summary!, 0)).not.toHaveProperty('Agreement')
  })

  it('BW12: many or long requests stand under the table, so that it stays on the first screen', () => {
    const asks = Array.from({ length: 20 }, (_, index) => `Ask ${index + 1} ${'x'.repeat(900)}`)
    const { lines, notes } = sheetsOf(boardInput({ options: { asks } })).Summary!
    expect(lines.at(-1)!.text).toBe('The board is asked to do 20 things, listed under the table.')
    expect(
      notes.filter(note => note.label.startsWith('The board is asked to')).map(note => note.text),
    ).toEqual(asks)
  })

  it('BW13: strengths and concerns are at most three each, by a stated rule', () => {
    const of = (label: string) =>
      story.Summary!.notes.filter(note => note.label.startsWith(label)).map(note => note.text)
    expect(of('Strength')).toEqual([
      '3 Partners beyond the NHS: level 2 Developing, up from 1, with high confidence, on 2 items of evidence, the newest 8 weeks old.',
      '1 Parity of esteem: level 2 Developing, agreed, with medium confidence, on 3 items of evidence, the newest 3 weeks old.',
    ])
    expect(of('Concern')).toHaveLength(3)
    expect(of('Concern')[0]).toBe(
      '2 Outcomes that matter to people: level 1 Emerging, split 1 to 3, 1 action without an owner or a date.',
    )
  })
})

describe('Action plan', () => {
  const plan = framework.actionPlan.columns

  it('BW20: the columns are the framework’s, all or those for a board, and every action has a row', () => {
    const headers = (view: 'board' | 'full') =>
      sheetsOf(boardInput({ options: { view } }))['Action plan']!.columns.map(column => column.header)
    expect(headers('full')).toEqual(plan.map(column => column.header))
    expect(headers('board')).toEqual(plan.filter(column => column.boardView).map(column => column.header))
    expect(story['Action plan']!.rows.map(row => row[0])).toEqual([
      'A-01',
      'A-03',
      'A-04',
      'A-05',
      'A-06',
      'A-07',
      'A-09',
    ])
  })

  it('BW21: days late is a formula whose value is ours, counted to a date on the sheet', () => {
    const { actions, statuses } = storyRows()
    const sheet = story['Action plan']!
    const closed = new Set(statuses.filter(status => status.isClosing).map(status => status.id))
    const late = sheet.columns.findIndex(column => column.id === 'lateness')
    const byRef = new Map(actions.map(one => [`A-0${one.ref}`, one]))
    for (const row of sheet.rows) {
      const cell = row[late]!
      const one = byRef.get(String(row[0]))!
      expect(isFormula(cell) && cell.value).toBe(daysLate(one, closed.has(one.statusId), TODAY))
    }
    expect(rowOf(sheet, 0)['Days late']).toEqual({
      formula: 'IF(OR(ISBLANK(I5),L5="Done: to be checked",L5="Blue: embedded"),0,MAX(0,$I$3-I5))',
      value: 55,
    })
    expect(sheet.lines.at(-1)!.date).toEqual({ columnId: 'due', day: TODAY })
  })

  it('BW22: the risk score is a formula: of its factors where they are shown, of the figures where they are not', () => {
    expect(rowOf(story['Action plan']!, 0)['Risk score']).toEqual({ formula: '4*4', value: 16 })
    const full = sheetsOf(boardInput({ options: { view: 'full' } }))['Action plan']!
    expect(rowOf(full, 0)['Risk score']).toEqual({ formula: 'IF(COUNT(W5,X5)<2,"",W5*X5)', value: 16 })
    expect(rowOf(full, 1)['Risk score']).toEqual({ formula: 'IF(COUNT(W6,X6)<2,"",W6*X6)', value: '' })
  })

  it('BW23: status words with quotes, or longer than a formula takes, stay whole and closed', () => {
    const long = 'Closed '.repeat(100)
    const rows = storyRows()
    const statuses = rows.statuses.map(status =>
      status.id === 'done'
        ? { ...status, label: 'Done "really"' }
        : status.id === 'embedded'
          ? { ...status, label: long }
          : status,
    )
    const sheet = sheetsOf(boardInput({ rows: { statuses } }))['Action plan']!
    const cell = rowOf(sheet, 0)['Days late']!
    expect(isFormula(cell) && cell.formula).toContain('L5="Done ""really"""')
    expect(isFormula(cell) && cell.formula).toContain(`LEFT(L5,200)="${long.slice(0, 200)}"`)
  })

  it('BW24: the latest update, the evidence and who checked stand in their columns', () => {
    const full = sheetsOf(boardInput({ options: { view: 'full' } }))['Action plan']!
    expect(rowOf(full, 0)).toMatchObject({
      'Latest progress': '12 Nov 2026: Finance has asked for a second look at the workforce lines.',
      'Last updated': '2026-11-12',
      'Level of need': 'Ongoing care needs',
      Priority: 'High',
    })
    expect(rowOf(full, 3)['Checked by and date']).toBe('Dr A. Osei, 3 Nov 2026')
    expect(rowOf(full, 6).Evidence).toBe('E-03\nLetter attached')
  })
})

describe('Exceptions', () => {
  it('BW16: none is good news only where something was rated or planned', () => {
    const bare = sheetsOf(boardInput({ rows: emptied() })).Exceptions!
    expect(rowOf(bare, 0)['In a sentence']).toMatch(/^There is nothing to report yet/)
    const calm = sheetsOf(boardInput({ rows: { ...emptied(), ratings: [rating(PARITY)] } })).Exceptions!
    expect(rowOf(calm, 0)['In a sentence']).toMatch(/^There are no exceptions/)
  })
})

describe('Ratings', () => {
  it('BW30: there is one row an area and principle, also where nothing was discussed', () => {
    expect(story.Ratings!.rows).toHaveLength(3 * 9)
    const full = sheetsOf(boardInput({ options: { view: 'full' } })).Ratings!
    expect(rowOf(full, 1)).toMatchObject({
      Place: 'Northmoor and Vale',
      Principle: '2 Outcomes that matter to people',
      State: 'Rated',
      Agreement: 'Split 1 to 3',
      Votes: 9,
      Median: 3,
      Lowest: 1,
      Highest: 3,
      'Votes in words': 'Level 1: 4, level 3: 5 (second count)',
    })
    expect(rowOf(full, 2)).toMatchObject({
      'Minority view': 'Small groups are still asked last.',
      'Minority view from': 'Voluntary sector',
    })
    expect(rowOf(full, 5)).toMatchObject({ State: 'Not discussed', 'Level in words': 'Not discussed' })
    expect(rowOf(full, 7)).toMatchObject({ State: 'Not applicable', Reason: 'Run by the region' })
  })
})

describe('Evidence', () => {
  const secret = evidence({ ref: 90, title: 'SECRET one', fileName: 'SECRET.pdf', handling: 'board' })

  it('BW40: what is kept here is in no copy, board only in none for others, and the sheet says how many', () => {
    const refs = (readers: 'board' | 'others') => sheetsOf(boardInput({ options: { readers } })).Evidence!
    expect(refs('board').rows.map(row => row[0])).toEqual(['E-01', 'E-02', 'E-03', 'E-05'])
    expect(refs('board').lines.at(-1)!.text).toBe('1 item marked Keep here is left out of this copy.')
    expect(refs('others').rows.map(row => row[0])).toEqual(['E-01', 'E-02', 'E-05'])
    expect(refs('others').lines.at(-1)!.text).toBe(
      '1 item marked Keep here and 1 item marked Board only are left out of this copy.',
    )
  })

  it('BW41: what is left out is named on no sheet, not even in the history of edits', () => {
    const rows = storyRows()
    const edit = (words: string, about = {}) => ({ at: '2026-11-21T09:00:00.000Z', who: 'A', words, about })
    const input = boardInput({
      options: { readers: 'others', view: 'full' },
      rows: {
        evidence: [...rows.evidence, secret],
        evidenceLinks: [
          ...rows.evidenceLinks,
          { id: 's', evidenceId: secret.id, areaId: null, principleId: PARITY, actionId: null },
          { id: 't', evidenceId: secret.id, areaId: null, principleId: null, actionId: rows.actions[0]!.id },
        ],
      },
      changes: {
        since: null,
        edits: [
          edit('Attached SECRET.pdf', { evidenceId: secret.id }),
          edit('Attached SECRET.pdf and 3 others'),
          edit('Removed the SECRET draft', { evidenceId: 'gone' as typeof secret.id }),
          edit('Set a level'),
        ],
      },
    })
    const all = Object.values(sheetsOf(input)).flatMap(textsOf)
    expect(all.filter(text => /SECRET|E-90/.test(text))).toEqual([])
    expect(all).toContain('Set a level')
  })
})

describe('Measures, Changes and Key', () => {
  it('BW50: a measure has a row a reading, in order of date, with its baseline and target', () => {
    expect(story.Measures!.rows).toHaveLength(2)
    expect(rowOf(story.Measures!, 1)).toMatchObject({
      Baseline: 31.5,
      Target: 60,
      'Reading date': '2026-09-30',
      Reading: 41.2,
      'Change from baseline': 9.7,
      'Better when': 'Higher',
    })
  })

  it('BW60: changes are the levels that differ from last round with their reason, then the edits, newest first', () => {
    expect(story.Changes!.rows.map(row => row[2])).toContain(
      'Up from 2 to 3. Better evidence. The audit now covers every ward.',
    )
    expect(rowOf(story.Changes!, story.Changes!.rows.length - 1)).toEqual({
      Date: '2026-11-20',
      What: 'Edit',
      'In words': 'Set Parity of esteem to 2 Developing',
      Place: 'Northmoor and Vale',
      Principle: '1 Parity of esteem',
      By: 'Helen Marsh',
    })
  })

  it('BW61: the board view lists the newest 40 edits and says how many there are; the full one lists all', () => {
    const edits = Array.from({ length: 90 }, (_, index) => ({
      at: `2026-11-20T10:${String(index % 60).padStart(2, '0')}:00.000Z`,
      who: 'Helen Marsh',
      words: `Edit ${index}`,
      about: {},
    }))
    const of = (view: 'board' | 'full') =>
      sheetsOf(boardInput({ options: { view }, changes: { since: null, edits } })).Changes!
    const isEdit = (row: readonly unknown[]) => row[1] === 'Edit'
    expect(of('board').rows.filter(isEdit)).toHaveLength(40)
    expect(of('board').lines.at(-1)!.text).toMatch(/^The newest 40 of 90 edits are listed\./)
    expect(of('full').rows.filter(isEdit)).toHaveLength(90)
    expect(textsOf(of('full')).join()).not.toContain('newest 40')
  })

  it('BW62: the keys of a count are left out, and what was shown and agreed is not', () => {
    const words = [
      'Counted hands for Parity of esteem, first count',
      'Took back hands for Parity of esteem, second count',
      'Wrote down a vote for Parity of esteem, first count',
      'Took back a vote for Parity of esteem, first count',
      'Showed the first count of Parity of esteem',
      'The room agreed. Set Parity of esteem to 2 Developing',
    ]
    const edits = words.map((said, index) => ({
      at: `2026-11-20T10:0${index}:00.000Z`,
      who: 'Helen Marsh',
      words: said,
      about: {},
    }))
    const { Changes } = sheetsOf(boardInput({ changes: { since: null, edits } }))
    const listed = Changes!.rows.filter(row => row[1] === 'Edit').map(row => row[2])
    expect(listed).toEqual([words[5], words[4]])
  })

  it('BW70: the key has this workbook’s own words, the scale, the rule, credits and versions', () => {
    const statuses = storyRows().statuses.map(status => ({ ...status, label: `Our ${status.code}` }))
    const { Key } = sheetsOf(boardInput({ rows: { statuses } }))
    const words = Key!.rows.map(row => row[2])
    expect(words).toEqual(
      expect.arrayContaining(['Our G', 'Established', 'The rule', 'Not endorsed', 'Framework', 'Ninefold']),
    )
  })

  it('BW71: the lists that drop-downs use are where the key has their words', () => {
    const book = boardBook(boardInput(), null)
    const key = book.sheets.at(-1)!
    const wordsAt = (range = '') => {
      const [, from, to] = /^Key!\$C\$(\d+):\$C\$(\d+)$/.exec(range)!.map(Number)
      const first = key.lines.length + 3
      return key.rows.slice(from! - first, to! - first + 1).map(row => row[2])
    }
    expect(wordsAt(book.lists.areas)).toEqual(['Northmoor and Vale', 'Alderbrook', 'Westmere'])
    expect(wordsAt(book.lists.statuses)).toEqual(framework.actionPlan.statuses.map(status => status.label))
    expect(wordsAt(book.lists.priorities)).toEqual(['High', 'Medium', 'Low'])
    expect(wordsAt(book.lists.principles)).toHaveLength(9)
  })

  it('BW72: an action of an area that is gone still has its row', () => {
    const lost = action(PARITY, { areaId: 'gone' as AreaId })
    expect(sheetsOf(boardInput({ rows: { actions: [lost] } }))['Action plan']!.rows).toHaveLength(1)
  })
})

function emptied() {
  return {
    ratings: [],
    votes: [],
    evidence: [],
    evidenceLinks: [],
    actions: [],
    updates: [],
    measures: [],
    measurePoints: [],
  }
}
