import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { PlanExport } from '../../../../shared/contract/export-request.ts'
import type { Review } from '../../../../shared/model/review.ts'
import { python } from '../../../helpers/other-readers.ts'
import { editWith, type Step, storyForFile } from '../../../helpers/round-trip.ts'

const story = storyForFile()
let plan = ''

beforeAll(async () => {
  const options = PlanExport.parse({ hasRatings: true, forWhom: 'Daniel Okafor' })
  plan = await story().sendOut('Plan.xlsx', { kind: 'plan', options })
}, 60_000)

const steps: readonly Step[] = [
  ['type_in', { key: 'A-02', header: 'Status (BRAG)', value: 'on track' }],
  ['type_in', { key: 'A-02', header: 'Due date', value: '1/2/27' }],
  ['type_in', { key: 'A-02', header: 'Latest progress', value: '20/11/2026: A nurse was found.' }],
  ['type_in', { key: 'A-03', header: 'Owner', value: 'Zoë 👩🏽‍⚕️ Ælfric' }],
  ['type_in', { key: 'A-04', header: 'Main risk', value: null }],
  ['type_in', { key: 'A-05', header: 'Checked by and date', value: 'Ali Hassan, 3 Nov 2026' }],
  ['type_in', { key: 'A-06', header: 'Due date', value: 'soon' }],
  [
    'type_in',
    {
      key: 'Northmoor and Vale, 1 Parity of esteem',
      header: 'Reason',
      value: 'Because we say so.',
      kind: 'ratings',
    },
  ],
  [
    'add_row',
    {
      values: {
        Place: 'Alderbrook',
        Principle: '2',
        Action: 'Hold a listening day',
      },
    },
  ],
  ['sort', { header: 'Owner' }],
]

/** Everything that can be accepted. */
function acceptAll(review: Review) {
  const changes = review.changes.flatMap(change => {
    const option = change.options.find(one => one.from === 'file')
    return option && change.state !== 'unreadable' ? [[change.id, option.id] as const] : []
  })
  const additions = review.additions.map(one => [one.id, { accept: true, principleId: null }] as const)
  return {
    seq: review.seq,
    turn: review.turn,
    decisions: { changes: Object.fromEntries(changes), additions: Object.fromEntries(additions) },
  }
}

describe.skipIf(!python)(`applied${python ? '' : ' (skipped: no Python with openpyxl)'}`, () => {
  it('RT16: what is accepted is one edit that names the file and who it was for, and one undo brings all back', async () => {
    const { page, shell, content, folder } = story()
    const to = join(mkdtempSync(join(folder, 'apply-')), 'Plan back from Daniel.xlsx')
    editWith([{ from: plan, to, steps }])
    await page.review.close()
    const before = await content()
    await shell.review.read({ paths: [to] })
    const review = (await page.review.get())!
    expect(await content()).toEqual(before)

    await page.review.apply(acceptAll(review))
    const { rows } = await page.workbook.read()
    const by = (ref: number) => rows.actions.find(action => action.ref === ref)!
    expect(by(2)).toMatchObject({ statusId: 'on-track', dueOn: '2027-02-01' })
    expect(
      rows.updates.filter(update => update.actionId === by(2).id).map(({ on, text }) => [on, text]),
    ).toContainEqual(['2026-11-20', 'A nurse was found.'])
    expect(by(3)).toMatchObject({ owner: 'Zoë 👩🏽‍⚕️ Ælfric' })
    expect(by(4)).toMatchObject({ risk: '' })
    expect(by(5)).toMatchObject({ verifiedBy: 'Ali Hassan', verifiedOn: '2026-11-03' })
    expect(by(6)).toMatchObject({ dueOn: '2027-02-26' })
    expect(rows.actions.find(action => action.title === 'Hold a listening day')).toMatchObject({
      principleId: 'outcomes-that-matter',
      ref: Math.max(...rows.actions.map(action => action.ref)),
    })
    expect(rows.ratings.filter(rating => rating.reason === 'Because we say so.')).toHaveLength(1)
    expect(rows.sentFiles[0]).toMatchObject({ isAwaited: false, returnedName: 'Plan back from Daniel.xlsx' })

    const { entries } = await page.history.list({})
    expect(entries[0]!.words).toMatch(/Plan back from Daniel\.xlsx/)
    expect(entries[0]!.words).toMatch(/Daniel Okafor/)

    await page.edit.undo({})
    expect(await content()).toEqual(before)
  }, 60_000)

  it('RT16: read again after it was applied, it proposes only what was left', async () => {
    const { page, shell, folder } = story()
    const to = join(mkdtempSync(join(folder, 'again-')), 'Back.xlsx')
    editWith([{ from: plan, to, steps }])
    await page.review.close()
    await shell.review.read({ paths: [to] })
    await page.review.apply(acceptAll((await page.review.get())!))
    const { lines } = await story().reviewOf(to)
    await page.edit.undo({})
    expect(lines).toEqual(['? A-06 Due date: 26 February 2027 → soon'])
  }, 60_000)

  it('RT16: a file applied can be sent, edited and brought back again, many times', async () => {
    const { page, shell, folder, sendOut, content } = story()
    const before = await content()
    for (const turn of [1, 2, 3]) {
      const from = await sendOut(`Turn ${turn}.xlsx`, { kind: 'plan', options: PlanExport.parse({}) })
      const to = join(folder, `Turn ${turn} back.xlsx`)
      const value = `Somebody ${turn}`
      editWith([{ from, to, steps: [['type_in', { key: 'A-01', header: 'Owner', value }]] }])
      await page.review.close()
      await shell.review.read({ paths: [to] })
      const review = (await page.review.get())!
      expect(review.changes).toHaveLength(1)
      await page.review.apply(acceptAll(review))
    }
    // An older one, come back late: what it changed has been changed here since.
    const { lines } = await story().reviewOf(join(folder, 'Turn 1 back.xlsx'))
    expect(lines).toEqual(['! A-01 Owner: Helen Marsh → Somebody 1 (now Somebody 3)'])
    for (let turn = 0; turn < 3; turn++) await page.edit.undo({})
    const after = await content()
    expect(after.rows.actions).toEqual(before.rows.actions)
  }, 60_000)
})
