import { describe, expect, it } from 'vitest'
import type { ComparedChange, Comparison } from '../../../electron/engine/compare/comparison.ts'
import type { Accepted } from '../../../electron/engine/review/decide.ts'
import { gatherWrites } from '../../../electron/engine/review/gather-writes.ts'
import { merged } from '../../../electron/engine/review/merge.ts'
import { writeRows } from '../../../electron/engine/review/write-rows.ts'
import { edit } from '../../../electron/engine/session.ts'
import type { ActionId } from '../../../shared/model/ids.ts'
import { blankRating } from '../../../shared/model/rating.ts'
import { nameOfChange } from '../../../shared/rules/review.ts'
import { startWorkbook } from '../../helpers/engine.ts'

type Named = Pick<Accepted, 'name' | 'writes'>

const AT = '2030-01-01T10:00:00.000Z'

/** A workbook with one action, and a way to write what was accepted as one edit. */
async function started() {
  const story = await startWorkbook()
  const { engine, page, system, principle } = story
  const { id } = await page.action.add({
    areaId: system.id,
    principleId: principle.id,
    title: 'One',
    set: {},
  })
  const session = engine.state.session!
  const write = async (...accepted: Named[]) => {
    const { rows } = await page.workbook.read()
    const plans = gatherWrites(accepted, rows, session.deps.newId)
    return edit(session, undefined, { words: 'Took it in' }, db => writeRows(session, db, plans, AT))
  }
  const rows = async () => (await page.workbook.read()).rows
  const [action] = (await rows()).actions
  return { ...story, actionId: id as ActionId, action: action!, write, rows }
}

function setting(id: string, name: string, fields: Record<string, unknown>): Named {
  return { name, writes: [{ op: 'update', collection: 'actions', id, fields }] }
}

describe('what was accepted, written', () => {
  it('RP8: two values for one field are refused in words, and nothing is written', async () => {
    const { write, rows, actionId } = await started()
    const before = await rows()
    const both = [
      setting(actionId, 'A-01 Owner', { owner: 'Jo', gap: 'Wide' }),
      setting(actionId, 'A-01 Sponsor', { owner: 'Ali' }),
    ]
    await expect(write(...both)).rejects.toThrow(
      /^A-01 Owner and A-01 Sponsor do not go together: .+ Refuse one/,
    )
    expect(await rows()).toEqual(before)
    await write(both[0]!, setting(actionId, 'A-01 Gap', { gap: 'Wide', risk: 'High' }))
    expect((await rows()).actions[0]).toMatchObject({ owner: 'Jo', gap: 'Wide', risk: 'High', updatedAt: AT })
  })

  it.each([
    ['embedded without a check', { statusId: 'embedded' }, /^A-01 X: Name the person who checked/],
    [
      'checked by its owner',
      { statusId: 'embedded', owner: 'Jo Castell', verifiedBy: 'jo  castell', verifiedOn: '2026-11-03' },
      /^A-01 X: The owner cannot be the one who checks/,
    ],
    [
      'a status that does not exist',
      { statusId: 'fine' },
      /^A-01 X: what it belongs to is not in the workbook/,
    ],
    [
      'a place that does not exist',
      { areaId: 'nowhere' },
      /^A-01 X: what it belongs to is not in the workbook/,
    ],
    ['a principle that does not exist', { principleId: 'tenth' }, /^A-01 X: That principle is not/],
    ['a day that does not exist', { dueOn: '2026-02-30' }, /^A-01 X: Due is not a date/],
    ['no words', { title: ' ' }, /^A-01 X: Title cannot be empty/],
    ['a step off the grid', { likelihood: 6 }, /^A-01 X: Likelihood can be at most 5/],
  ])('RP8: %s is refused by name', async (_, fields, sentence) => {
    const { write, rows, actionId } = await started()
    const before = await rows()
    const beside = setting(actionId, 'A-01 Y', { gap: 'Wide' })
    await expect(write(beside, setting(actionId, 'A-01 X', fields))).rejects.toThrow(/^A-01 Y and A-01 X: /)
    await expect(write(setting(actionId, 'A-01 X', fields))).rejects.toThrow(sentence)
    expect(await rows()).toEqual(before)
  })

  it('RP8: a signed-off round takes no rating, and a level goes with its state', async () => {
    const { write, rows, key, page } = await started()
    const blank = blankRating(key)
    const rate = (fields: Record<string, unknown>): Named => ({
      name: '3 Level now',
      writes: [{ op: 'put', collection: 'ratings', blank, fields }],
    })
    await write(rate({ level: 2 }), rate({ reason: 'Signed' }))
    expect((await rows()).ratings).toMatchObject([{ state: 'rated', level: 2, reason: 'Signed' }])
    await expect(write(rate({ state: 'not-applicable' }))).rejects.toThrow(/^3 Level now: Say in a line why/)
    await page.round.signOff({ id: key.roundId, by: 'Priya Nair' })
    await expect(write(rate({ level: 3 }))).rejects.toThrow(/^3 Level now: .+ is signed off/)
    expect((await rows()).ratings).toMatchObject([{ level: 2 }])
  })

  it('RP9: new rows get ids, moments and the next free numbers, the same id where it is named', async () => {
    const { write, rows, action, actionId, page } = await started()
    await page.action.add({ areaId: action.areaId, principleId: action.principleId, title: 'Two', set: {} })
    await page.edit.undo()
    const line = { on: '2026-11-20', text: 'new:f:1 is words', author: 'Jo', statusId: null, addedAt: '' }
    const progressOf = (id: string, of: string) => ({ id, actionId: of, ...line })
    const progress = progressOf('new:p', actionId)
    const fresh = (number: number): Named => {
      const row = { ...action, id: `new:f:${number}`, ref: 0, title: `New ${number}` }
      const blank = { ...row, createdAt: '', updatedAt: '' }
      return {
        name: `New ${number}`,
        writes: [
          { op: 'insert', collection: 'actions', row: blank },
          { op: 'insert', collection: 'updates', row: progressOf(`new:u:${number}`, row.id) },
        ],
      }
    }
    const latest = { op: 'insert', collection: 'updates', row: progress } as const
    await write(fresh(1), fresh(2), { name: 'A-01 Latest progress', writes: [latest] })
    const { actions, updates } = await rows()
    expect(actions.map(({ ref, title, updatedAt }) => [ref, title, updatedAt])).toEqual([
      [1, 'One', AT],
      [3, 'New 1', AT],
      [4, 'New 2', AT],
    ])
    expect(updates.map(update => update.actionId)).toEqual([actions[1]!.id, actions[2]!.id, actionId])
    expect(updates.map(update => update.text)).toEqual(Array(3).fill('new:f:1 is words'))
    expect(actions[1]!.id).not.toMatch(/^new:/)
  })
})

describe('an Excel file and a copy', () => {
  const text = (value: string) => ({ text: value, statusId: null, level: null })
  function said(fileId: string, value: string, field: unknown): Comparison {
    const id = `file:${fileId}`
    const compared: ComparedChange = {
      change: {
        id: 'actions:a:due',
        subject: {
          collection: 'actions',
          rowId: 'a',
          ref: 'A-01',
          title: 'One',
          principleId: null,
          areaId: null,
        },
        columnId: 'due',
        header: 'Due date',
        state: 'proposed',
        sent: text('1 May 2026'),
        now: text('1 May 2026'),
        returned: [{ fileId, value: text(value), by: '' }],
        options: [
          { id, from: 'file', fileId, value: text(value), by: '' },
          { id: 'now', from: 'now', fileId: null, value: text('1 May 2026'), by: '' },
        ],
        remarks: [],
      },
      writes: new Map([[id, [{ op: 'update', collection: 'actions', id: 'a', fields: { dueOn: field } }]]]),
    }
    const name = `${fileId}.xlsx`
    return { files: [{ id: fileId, name } as never], changes: [compared], additions: [] }
  }

  it('RP14: that say the same are one proposal, in whatever words', () => {
    const { changes } = merged([
      said('one', '1 June 2026', '2026-06-01'),
      said('two', '01.06.2026', '2026-06-01'),
    ])
    expect(changes).toHaveLength(1)
    expect(changes[0]!.change).toMatchObject({ state: 'proposed', remarks: [] })
    expect(changes[0]!.change.returned.map(({ fileId }) => fileId)).toEqual(['one', 'two'])
    expect(nameOfChange(changes[0]!.change)).toBe('A-01 Due date')
  })

  it('RP14: that differ are a conflict that names both, with the answers of each', () => {
    const { changes } = merged([
      said('one', '1 June 2026', '2026-06-01'),
      said('two', '2 June 2026', '2026-06-02'),
    ])
    expect(changes[0]!.change).toMatchObject({
      state: 'conflict',
      remarks: ['“one.xlsx” and “two.xlsx” say different things here.'],
    })
    expect(changes[0]!.change.options.map(({ id }) => id)).toEqual(['file:one', 'file:two', 'now'])
    expect([...changes[0]!.writes.keys()]).toEqual(['file:one', 'file:two'])
  })
})
