import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { PlanExport } from '../../../../shared/contract/export-request.ts'
import type { Action } from '../../../../shared/model/action.ts'
import { python } from '../../../helpers/other-readers.ts'
import { editWith, type Step, storyForFile } from '../../../helpers/round-trip.ts'

const story = storyForFile()
let [toDaniel, toEveryone] = ['', '']

beforeAll(async () => {
  const { sendOut } = story()
  const request = (forWhom: string) => ({ kind: 'plan', options: PlanExport.parse({ forWhom }) }) as const
  toDaniel = await sendOut('Plan for Daniel.xlsx', request('Daniel Okafor'))
  toEveryone = await sendOut('Plan for Priya.xlsx', request('Priya Nair'))
}, 60_000)

/** The file with these edits, under a name of its own. */
function edited(from: string, name: string, steps: readonly Step[]): string {
  return editWith([{ from, to: join(mkdtempSync(join(story().folder, 'edited-')), name), steps }])[0]!
}

/** Does something here while the file is away, and takes it back when the test is over. */
async function meanwhile<T>(ref: number, set: Partial<Action>, then: () => Promise<T>): Promise<T> {
  const { page } = story()
  const { rows } = await page.workbook.read()
  const { id } = rows.actions.find(action => action.ref === ref)!
  await page.action.set({ id, set })
  try {
    return await then()
  } finally {
    await page.edit.undo({})
  }
}

const type = (key: string, header: string, value: unknown): Step => ['type_in', { key, header, value }]

describe.skipIf(!python)(`three ways${python ? '' : ' (skipped: no Python with openpyxl)'}`, () => {
  it('RT14: changed here and there, differently', async () => {
    const file = edited(toDaniel, 'Back.xlsx', [type('A-02', 'Status (BRAG)', 'green')])
    const { lines, review } = await meanwhile(2, { statusId: 'at-risk' }, () => story().reviewOf(file))
    expect(lines).toEqual(['! A-02 Status (BRAG): Red: off track → Green: on track (now Amber: at risk)'])
    expect(review!.changes[0]!.options.map(option => option.from)).toEqual(['sent', 'file', 'now'])
  })

  it('RT14: changed here and there to the same', async () => {
    const file = edited(toDaniel, 'Back.xlsx', [type('A-02', 'Status (BRAG)', 'amber')])
    const { lines } = await meanwhile(2, { statusId: 'at-risk' }, () => story().reviewOf(file))
    expect(lines).toEqual([])
  })

  it('RT14: changed here only', async () => {
    const file = edited(toDaniel, 'Back.xlsx', [])
    const { lines } = await meanwhile(2, { statusId: 'at-risk', owner: 'Tom Adeyemi' }, () =>
      story().reviewOf(file),
    )
    expect(lines).toEqual([])
  })

  it('RT14: another cell of the same row is no conflict', async () => {
    const file = edited(toDaniel, 'Back.xlsx', [type('A-02', 'Owner', 'Jo Castell')])
    const { lines } = await meanwhile(2, { statusId: 'at-risk' }, () => story().reviewOf(file))
    expect(lines).toEqual(['A-02 Owner: Daniel Okafor → Jo Castell'])
  })

  it('RT14: two files that differ name both', async () => {
    const one = edited(toDaniel, 'From Daniel.xlsx', [type('A-02', 'Owner', 'Jo Castell')])
    const two = edited(toEveryone, 'From Priya.xlsx', [type('A-02', 'Owner', 'Ali Hassan')])
    const { lines, review } = await story().reviewOf(one, two)
    expect(lines).toEqual([
      expect.stringMatching(
        /^! A-02 Owner: Daniel Okafor → (Jo Castell \| Ali Hassan|Ali Hassan \| Jo Castell) \(now Daniel Okafor\)$/,
      ),
    ])
    const [change] = review!.changes
    expect(change!.options.map(option => option.from)).toEqual(['file', 'file', 'now'])
    expect(`${change!.remarks.join(' ')} ${change!.returned.map(one => one.by).join(' ')}`).toMatch(
      /Daniel.*Priya|Priya.*Daniel/s,
    )
  })

  it('RT14: two files that say the same', async () => {
    const one = edited(toDaniel, 'From Daniel.xlsx', [type('A-02', 'Owner', 'Jo Castell')])
    const two = edited(toEveryone, 'From Priya.xlsx', [
      type('A-02', 'Owner', ' Jo  Castell'.replace('  ', ' ')),
    ])
    const { lines } = await story().reviewOf(one, two)
    expect(lines).toEqual([
      expect.stringMatching(/^A-02 Owner: Daniel Okafor → Jo Castell( \| Jo Castell)?$/),
    ])
  })

  it('RT14: the same file twice is one file', async () => {
    const one = edited(toDaniel, 'Back.xlsx', [type('A-02', 'Owner', 'Jo Castell')])
    const { lines } = await story().reviewOf(one, one)
    expect(lines).toEqual([
      expect.stringMatching(/^A-02 Owner: Daniel Okafor → Jo Castell( \| Jo Castell)?$/),
    ])
  })

  it('RT14: an action removed here meanwhile is said, and what came back of it is not lost', async () => {
    const { page, reviewOf } = story()
    const file = edited(toDaniel, 'Back.xlsx', [type('A-02', 'Owner', 'Jo Castell')])
    const { rows } = await page.workbook.read()
    await page.action.remove({ ids: [rows.actions.find(action => action.ref === 2)!.id] })
    const { lines, remarks } = await reviewOf(file)
    await page.edit.undo({})
    expect([...lines, ...remarks].join('\n')).toMatch(/A-02/)
    expect([...lines, ...remarks].join('\n')).toMatch(/Jo Castell/)
  })

  it('RT14: progress written here and there offers both', async () => {
    const { page, reviewOf } = story()
    const file = edited(toDaniel, 'Back.xlsx', [
      type('A-02', 'Latest progress', '20 Nov 2026: A nurse was found.'),
    ])
    const { rows } = await page.workbook.read()
    const actionId = rows.actions.find(action => action.ref === 2)!.id
    await page.action.addUpdate({ actionId, on: '2026-11-21', text: 'Nobody was found.', statusId: null })
    const { lines, review } = await reviewOf(file)
    await page.edit.undo({})
    expect(lines).toEqual([expect.stringMatching(/^! A-02 Latest progress: .*A nurse was found/)])
    expect(review!.changes[0]!.options.map(option => option.from)).toContain('both')
  })

  it('RT14: an update in the same words as the last is none; other words with a date are one on that day', async () => {
    const { reviewOf } = story()
    const same = edited(toDaniel, 'Same.xlsx', [
      type(
        'A-02',
        'Latest progress',
        'Two of the four nurses on the rota have left. Help is needed from Alderbrook.',
      ),
    ])
    expect((await reviewOf(same)).lines).toEqual([])
    const other = edited(toDaniel, 'Other.xlsx', [
      type('A-02', 'Latest progress', '20/11: A nurse was found.'),
    ])
    expect((await reviewOf(other)).lines).toEqual([
      expect.stringMatching(/^A-02 Latest progress: 12 Nov 2026: Two .* → 20 Nov 2026: A nurse was found\.$/),
    ])
  })
})
