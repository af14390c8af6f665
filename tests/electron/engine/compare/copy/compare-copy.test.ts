import { describe, expect, it } from 'vitest'
import type { ActionId } from '../../../../../shared/model/ids.ts'
import {
  accept,
  added,
  bringIn,
  copyOf,
  rowsOf,
  type Started,
  said,
  sessionOf,
  twoCopies,
} from '../../../../helpers/copies.ts'
import { startWorkbook } from '../../../../helpers/engine.ts'

async function withActions({ page, system, principle }: Started): Promise<void> {
  const of = { areaId: system.id, principleId: principle.id }
  await page.action.add({ ...of, title: 'Advice line', set: { owner: 'Tom Adeyemi', dueOn: '2026-12-01' } })
  await page.action.add({ ...of, title: 'Wellbeing workers', set: {} })
}

function actionIds(opened: Parameters<typeof rowsOf>[0]): ActionId[] {
  return rowsOf(opened).actions.map(({ id }) => id)
}

describe('cells', () => {
  it('AC4 AC5: changed only there is proposed, on both sides is a conflict, alike or only here is nothing', async () => {
    const { ours, theirs } = await twoCopies(withActions)
    const [one, two] = actionIds(ours) as [ActionId, ActionId]
    await theirs.page.action.set({ id: one, set: { statusId: 'on-track', owner: 'Sunita Rao', gap: 'Same' } })
    await theirs.page.action.set({ id: two, set: { dueOn: '2027-02-01', verifiedBy: 'Leah Morton' } })
    await ours.page.action.set({
      id: one,
      set: { owner: 'Daniel Okafor', gap: 'Same', sponsor: 'Only here' },
    })
    const brought = await bringIn(ours, theirs)
    expect(said(brought)).toEqual([
      'conflict: A-01 Advice line, Owner: Tom Adeyemi | Daniel Okafor | Sunita Rao',
      'proposed: A-01 Advice line, Status (BRAG): Not started | Not started | Green: on track',
      'proposed: A-02 Wellbeing workers, Due date:  |  | 1 February 2027',
      'proposed: A-02 Wellbeing workers, Checked by and date:  |  | Leah Morton',
    ])
    const conflict = brought.comparison.changes[0]!
    const file = `file:${brought.other.id}`
    expect(conflict.change.id).toBe(`actions:${one}:owner`)
    expect(conflict.change.options.map(({ id }) => id)).toEqual(['sent', file, 'now'])
    expect(conflict.change.returned[0]!.by).toMatch(/^Priya Shah, /)
    const update = (owner: string) => [{ op: 'update', collection: 'actions', id: one, fields: { owner } }]
    expect(Object.fromEntries(conflict.writes)).toEqual({
      sent: update('Tom Adeyemi'),
      now: [],
      [file]: update('Sunita Rao'),
    })
  })

  it('AC5: changed there and taken back there is nothing', async () => {
    const { ours, theirs } = await twoCopies(withActions)
    const [one] = actionIds(ours) as [ActionId]
    await theirs.page.action.set({ id: one, set: { owner: 'Sunita Rao' } })
    await theirs.page.edit.undo()
    const brought = await bringIn(ours, theirs)
    expect([said(brought), added(brought)]).toEqual([[], []])
  })

  it('AC6: a status that wants a check brings along who checked', async () => {
    const { ours, theirs } = await twoCopies(withActions)
    const [one] = actionIds(ours) as [ActionId]
    const checked = { verifiedBy: 'Leah Morton', verifiedOn: '2026-11-20' }
    await theirs.page.action.set({ id: one, set: { statusId: 'embedded', ...checked } })
    const brought = await bringIn(ours, theirs)
    await accept(ours, brought, { change: id => id.endsWith(':status') })
    expect(rowsOf(ours).actions[0]).toMatchObject({ statusId: 'embedded', ...checked })
  })

  it('AC6: the name of the system and of its area is one change', async () => {
    const { ours, theirs } = await twoCopies()
    await theirs.page.area.rename({ id: ours.system.id, name: 'Northmoor' })
    const brought = await bringIn(ours, theirs)
    expect(said(brought)).toEqual([
      'proposed: Northmoor and Vale, Name: Northmoor and Vale | Northmoor and Vale | Northmoor',
    ])
    await accept(ours, brought)
    expect(rowsOf(ours).workbook[0]!.systemName).toBe('Northmoor')
  })

  it('AC6: words of the status key and the round are changes too', async () => {
    const { ours, theirs } = await twoCopies()
    await theirs.page.status.set({ id: 'waiting', code: 'W', label: 'Waiting', meaning: 'For others' })
    await theirs.page.round.set({ id: ours.key.roundId, asAt: '2026-12-31' })
    expect(said(await bringIn(ours, theirs)).map(line => line.replace(/:.*?,/, ':'))).toEqual([
      expect.stringContaining('Status word'),
      expect.stringContaining('Meaning of the status'),
      'proposed: As at: 30 November 2026 | 30 November 2026 | 31 December 2026',
    ])
  })
})

describe('several copies', () => {
  it('AC5: two that differ in a cell are a conflict that names both; new rows of both can be added', async () => {
    const { ours, theirs } = await twoCopies(withActions)
    const tom = await copyOf(ours, 'From Tom.ninefold')
    const [one] = actionIds(ours) as [ActionId]
    const of = { areaId: ours.system.id, principleId: ours.principle.id, set: {} }
    for (const [each, name] of [
      [theirs, 'Sunita Rao'],
      [tom, 'Daniel Okafor'],
    ] as const) {
      await each.page.action.set({ id: one, set: { owner: name } })
      await each.page.action.add({ ...of, title: `New from ${name}` })
    }
    const paths = [await bringIn(ours, theirs), await bringIn(ours, tom)].map(({ other }) => other.path)
    expect(await ours.shell.review.read({ paths })).toMatchObject({ read: 2, refused: 0 })
    const { seq, turn, changes, additions } = (await ours.page.review.get())!
    expect(changes).toMatchObject([
      {
        state: 'conflict',
        returned: [{ value: { text: 'Sunita Rao' } }, { value: { text: 'Daniel Okafor' } }],
      },
    ])
    expect(changes[0]!.remarks[0]).toContain('“From Priya.ninefold” and “From Tom.ninefold”')
    const toms = changes[0]!.options.find(({ value }) => value.text === 'Daniel Okafor')
    const added = additions.map(({ id }) => [id, { accept: true, principleId: null }])
    const decisions = {
      changes: { [changes[0]!.id]: toms!.id },
      additions: Object.fromEntries(added),
    }
    await ours.page.review.apply({ seq, turn, decisions })
    expect(rowsOf(ours).actions.map(({ ref, owner, title }) => [ref, owner, title])).toEqual([
      [1, 'Daniel Okafor', 'Advice line'],
      [2, '', 'Wellbeing workers'],
      [3, '', 'New from Sunita Rao'],
      [4, '', 'New from Daniel Okafor'],
    ])
    const { entries } = await ours.page.history.list({ limit: 1 })
    expect(entries[0]!.words).toMatch(/From Priya.*From Tom/)
  })
})

describe('ratings', () => {
  it('AC7: one that is only there is compared with one nobody has touched', async () => {
    const { ours, theirs } = await twoCopies()
    await theirs.page.rating.set({ ...ours.key, set: { level: 2, reason: 'Signed', confidence: 'high' } })
    const brought = await bringIn(ours, theirs)
    expect(said(brought)).toEqual([
      'proposed: 3 Partners beyond the NHS, Level now: Not discussed | Not discussed | 2 Developing',
      'proposed: 3 Partners beyond the NHS, Reason:  |  | Signed',
      'proposed: 3 Partners beyond the NHS, Confidence:  |  | High',
    ])
    await accept(ours, brought, { change: id => !id.endsWith(':reason') })
    expect(rowsOf(ours).ratings).toMatchObject([{ state: 'rated', level: 2, reason: '', confidence: 'high' }])
    expect(said(await bringIn(ours, theirs))).toHaveLength(1)
  })

  it('AC5 AC7: one made on both sides conflicts where the two differ', async () => {
    const { ours, theirs } = await twoCopies()
    await theirs.page.rating.set({ ...ours.key, set: { level: 2, reason: 'Signed' } })
    await ours.page.rating.set({ ...ours.key, set: { level: 3, reason: 'Signed' } })
    expect(said(await bringIn(ours, theirs))).toEqual([
      'conflict: 3 Partners beyond the NHS, Level now: Not discussed | 3 Established | 2 Developing',
    ])
  })

  it('AC7: one that was taken back there is proposed as such', async () => {
    const { ours, theirs } = await twoCopies(({ page, key }) =>
      page.rating.set({ ...key, set: { level: 2 } }),
    )
    await theirs.page.edit.undo()
    const brought = await bringIn(ours, theirs)
    await accept(ours, brought)
    expect(rowsOf(ours).ratings).toMatchObject([{ state: 'not-discussed', level: null }])
    expect(said(await bringIn(ours, theirs))).toEqual([])
  })

  it('AC6: what does not apply comes with the reason why', async () => {
    const { ours, theirs } = await twoCopies()
    const set = { state: 'not-applicable', notApplicableReason: 'No such service' } as const
    await theirs.page.rating.set({ ...ours.key, set })
    const brought = await bringIn(ours, theirs)
    expect(brought.comparison.changes.map(({ change: { header, remarks } }) => [header, remarks])).toEqual([
      ['Level now', ['It brings along why: No such service']],
    ])
    await accept(ours, brought)
    expect(rowsOf(ours).ratings).toMatchObject([set])
  })
})

describe('what was removed', () => {
  it('AC11: there, it stays here with what is tied to it, and is told', async () => {
    const ours = await startWorkbook()
    await withActions(ours)
    const [one, two] = actionIds(ours) as [ActionId, ActionId]
    const targets = { areaIds: [], principleIds: [], actionIds: [one] }
    await ours.page.evidence.addNote({ title: 'Minutes', note: 'Heard', targets })
    const theirs = await copyOf(ours)
    await theirs.page.action.remove({ ids: [one] })
    await theirs.page.area.removePlace({ id: ours.places[0]!.id })
    const brought = await bringIn(ours, theirs)
    expect(said(brought)).toEqual([])
    expect(brought.comparison.files[0]!.remarks.slice(1)).toEqual([
      '1 action was removed there: A-01 Advice line. It stays here unless you remove it.',
      '1 place was removed there: Alderbrook. It stays here unless you remove it.',
    ])
    await accept(ours, brought)
    expect(actionIds(ours)).toEqual([one, two])
  })

  it('AC11: here, what was changed in it there is told with its words', async () => {
    const { ours, theirs } = await twoCopies(withActions)
    const [one] = actionIds(ours) as [ActionId]
    await theirs.page.action.set({ id: one, set: { owner: 'Sunita Rao', dueOn: null } })
    await theirs.page.action.addUpdate({
      actionId: one,
      on: '2026-11-20',
      text: 'Two in post',
      statusId: null,
    })
    await ours.page.action.remove({ ids: [one] })
    const brought = await bringIn(ours, theirs)
    expect(said(brought)).toEqual([])
    expect(brought.comparison.files[0]!.remarks.slice(1)).toEqual([
      'A-01 Advice line was removed here, so what was changed in it there was left out: Owner: Sunita Rao; Due date: empty.',
    ])
    expect(brought.comparison.additions.map(({ addition }) => [addition.title, addition.problem])).toEqual([
      [
        'Two in post',
        'A-01 Advice line, which it belongs to, was removed here. Bring that back first to take this in.',
      ],
    ])
  })
})

describe('the file', () => {
  it('AC4: says until when the two were the same, and who worked on it', async () => {
    const { ours, theirs } = await twoCopies(withActions)
    const [one] = actionIds(ours) as [ActionId]
    await theirs.page.action.set({ id: one, set: { owner: 'Sunita Rao' } })
    const { comparison } = await bringIn(ours, theirs)
    expect(comparison.files).toMatchObject([
      { name: 'From Priya.ninefold', kind: 'copy', forWhom: 'Priya Shah' },
    ])
    expect(comparison.files[0]!.remarks).toEqual([
      expect.stringMatching(
        /^The two were the same until .+ \(Added the action Wellbeing workers\)\. Since then it had 1 change\.$/,
      ),
    ])
  })

  it('AC4: an earlier state of the workbook proposes nothing and says so', async () => {
    const { ours, theirs } = await twoCopies(withActions)
    await ours.page.action.set({ id: actionIds(ours)[0]!, set: { owner: 'Sunita Rao' } })
    const brought = await bringIn(ours, theirs)
    expect([said(brought), added(brought)]).toEqual([[], []])
    expect(brought.comparison.files[0]!.remarks).toEqual([
      expect.stringMatching(/^Nothing was changed in it since the two were the same, /),
    ])
    expect(sessionOf(ours).lastEdit?.words).toContain('owner')
  })
})
