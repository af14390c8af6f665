import { describe, expect, it } from 'vitest'
import type { ActionId, AreaId, EvidenceId } from '../../../../../shared/model/ids.ts'
import {
  accept,
  added,
  bringIn,
  rowsOf,
  type Started,
  said,
  sessionOf,
  twoCopies,
} from '../../../../helpers/copies.ts'

type Page = Pick<Started, 'page'>

async function addAction({ page }: Page, { system, principle }: Started, title: string, areaId = system.id) {
  const { id } = await page.action.add({ areaId, principleId: principle.id, title, set: {} })
  return id as ActionId
}

async function addNote({ page }: Page, title: string, targets = {}) {
  const none = { areaIds: [], principleIds: [], actionIds: [] }
  const { id } = await page.evidence.addNote({ title, note: 'Heard it', targets: { ...none, ...targets } })
  return id as EvidenceId
}

describe('new rows', () => {
  it('AC8: an action comes with its updates and gets a number of its own, which is told', async () => {
    const { ours, theirs } = await twoCopies(started => addAction(started, started, 'Advice line'))
    await addAction(ours, ours, 'Only here')
    const id = await addAction(theirs, ours, 'Wellbeing workers')
    await theirs.page.action.addUpdate({
      actionId: id,
      on: '2026-11-20',
      text: 'Two in post',
      statusId: null,
    })
    const brought = await bringIn(ours, theirs)
    expect(added(brought)).toEqual(['Action: Wellbeing workers'])
    const { addition } = brought.comparison.additions[0]!
    expect(addition.remarks).toEqual(['A-02 there becomes A-03 here when all that is new is added.'])
    expect(addition.fields).toContainEqual({
      header: 'Update, 20 November 2026',
      value: { text: 'Two in post', statusId: null, level: null },
    })
    await accept(ours, brought)
    expect(rowsOf(ours).actions.map(({ ref, title }) => [ref, title])).toEqual([
      [1, 'Advice line'],
      [2, 'Only here'],
      [3, 'Wellbeing workers'],
    ])
    expect(rowsOf(ours).updates).toMatchObject([{ actionId: id, text: 'Two in post' }])
  })

  it('AC8: an update of an action that is here is offered by itself', async () => {
    const { ours, theirs } = await twoCopies(started => addAction(started, started, 'Advice line'))
    const [action] = rowsOf(ours).actions
    const update = { actionId: action!.id, on: '2026-11-20', text: 'Two in post', statusId: 'on-track' }
    await theirs.page.action.addUpdate(update)
    const brought = await bringIn(ours, theirs)
    expect(added(brought)).toEqual(['Update of A-01: Two in post'])
    expect(said(brought)).toEqual([expect.stringContaining('Green: on track')])
    await accept(ours, brought)
    expect(rowsOf(ours).updates).toMatchObject([update])
  })

  it('AC8: an update written down in both is not offered again', async () => {
    const { ours, theirs } = await twoCopies(started => addAction(started, started, 'Advice line'))
    const actionId = rowsOf(ours).actions[0]!.id
    const update = { actionId, on: '2026-11-20', text: 'Two in post', statusId: null }
    for (const { page } of [ours, theirs]) await page.action.addUpdate(update)
    await theirs.page.action.addUpdate({ ...update, text: 'Three in post' })
    expect(added(await bringIn(ours, theirs))).toEqual(['Update of A-01: Three in post'])
  })

  it('AC9: a new place comes along with an action that was moved there, whether or not it is accepted itself', async () => {
    const { ours, theirs } = await twoCopies(started => addAction(started, started, 'Advice line'))
    const [action] = rowsOf(ours).actions
    const { id: areaId } = await theirs.page.area.addPlace({ name: 'Westmere' })
    await theirs.page.action.set({ id: action!.id, set: { areaId: areaId as AreaId } })
    await addAction(theirs, ours, 'Wellbeing workers', areaId as AreaId)
    const brought = await bringIn(ours, theirs)
    expect(brought.comparison.changes[0]!.change.remarks).toEqual([
      'It brings the place Westmere with it, which is new there.',
    ])
    await accept(ours, brought, { addition: () => false })
    expect(rowsOf(ours).areas.map(({ name }) => name)).toContain('Westmere')
    expect(rowsOf(ours).actions).toMatchObject([{ areaId }])
    await accept(ours, await bringIn(ours, theirs))
    expect(rowsOf(ours).actions).toMatchObject([{ areaId }, { areaId }])
  })

  it('AC8: a place comes with its ratings', async () => {
    const { ours, theirs } = await twoCopies()
    const { id: areaId } = await theirs.page.area.addPlace({ name: 'Westmere' })
    await theirs.page.rating.set({ ...ours.key, areaId: areaId as AreaId, set: { level: 4 } })
    const brought = await bringIn(ours, theirs)
    expect([said(brought), added(brought)]).toEqual([[], ['Place: Westmere']])
    expect(brought.comparison.additions[0]!.addition.fields).toMatchObject([
      { header: 'Name', value: { text: 'Westmere' } },
      { header: 'Ratings', value: { text: '1 rating' } },
    ])
    await accept(ours, brought)
    expect(rowsOf(ours).ratings).toMatchObject([{ areaId, level: 4 }])
  })

  it('AC8: what is new belongs to a place that was removed here: it is shown and cannot be added', async () => {
    const { ours, theirs } = await twoCopies()
    await addAction(theirs, ours, 'Advice line', ours.places[0]!.id)
    await ours.page.area.removePlace({ id: ours.places[0]!.id })
    const { comparison } = await bringIn(ours, theirs)
    expect(comparison.additions.map(({ addition }) => addition.problem)).toEqual([
      'Alderbrook, which it belongs to, was removed here. Bring that back first to take this in.',
    ])
  })
})

describe('ties', () => {
  it('AC10: are one change a list, and what either side tied stays tied', async () => {
    const { ours, theirs } = await twoCopies(started =>
      addNote(started, 'Minutes', { areaIds: [started.system.id] }),
    )
    const [item] = rowsOf(ours).evidence
    const [here, there] = ours.places.map(({ id }) => id)
    const none = { principleIds: [], actionIds: [] }
    await theirs.page.evidence.tie({ id: item!.id, targets: { ...none, areaIds: [there!] } })
    await ours.page.evidence.tie({ id: item!.id, targets: { ...none, areaIds: [ours.system.id, here!] } })
    const brought = await bringIn(ours, theirs)
    expect(said(brought)).toEqual([
      'proposed: E-01 Minutes, Places: Northmoor and Vale | Alderbrook, Northmoor and Vale | Alderbrook, Castle Vale',
    ])
    await accept(ours, brought)
    expect(rowsOf(ours).evidenceLinks.map(link => link.areaId)).toEqual([here, there])
    expect(said(await bringIn(ours, theirs))).toEqual([])
  })

  it('AC9: to an action that was not accepted are dropped, and the words say so beforehand', async () => {
    const { ours, theirs } = await twoCopies()
    const action = await addAction(theirs, ours, 'Advice line')
    await addNote(theirs, 'Minutes', { actionIds: [action], principleIds: [ours.principle.id] })
    const brought = await bringIn(ours, theirs)
    const remarks = brought.comparison.additions.map(({ addition }) => [addition.title, addition.remarks])
    expect(Object.fromEntries(remarks)).toEqual({
      Minutes: ['What ties it to A-01 Advice line comes along only when that is added too.'],
      'Advice line': ['What ties it to E-01 Minutes comes along only when that is added too.'],
    })
    await accept(ours, brought, { addition: id => id.includes(':evidence:') })
    expect(rowsOf(ours).actions).toEqual([])
    expect(rowsOf(ours).evidenceLinks).toMatchObject([{ principleId: ours.principle.id, actionId: null }])
    await accept(ours, await bringIn(ours, theirs))
    expect(rowsOf(ours).evidenceLinks.map(link => link.actionId)).toEqual([null, action])
  })

  it('AC9: both accepted, they are tied once', async () => {
    const { ours, theirs } = await twoCopies()
    const action = await addAction(theirs, ours, 'Advice line')
    await addNote(theirs, 'Minutes', { actionIds: [action] })
    await accept(ours, await bringIn(ours, theirs))
    expect(rowsOf(ours).evidenceLinks).toMatchObject([{ actionId: action }])
    expect(await ours.shell.file.check()).toMatchObject({ problems: [] })
  })
})

describe('one name, two rows', () => {
  it('AC12: a place added in both copies is one, and its ratings meet', async () => {
    const { ours, theirs } = await twoCopies()
    const here = (await ours.page.area.addPlace({ name: 'Westmere' })).id as AreaId
    const there = (await theirs.page.area.addPlace({ name: 'westmere' })).id as AreaId
    await ours.page.rating.set({ ...ours.key, areaId: here, set: { level: 1 } })
    await theirs.page.rating.set({ ...ours.key, areaId: there, set: { level: 2, reason: 'Seen' } })
    await addAction(theirs, ours, 'Advice line', there)
    await addNote(theirs, 'Minutes', { areaIds: [there] })
    const brought = await bringIn(ours, theirs)
    expect(said(brought).map(line => line.replace(/:.* in /, ': '))).toEqual([
      'conflict: Westmere, Level now: Not discussed | 1 Emerging | 2 Developing',
      'proposed: Westmere, Reason:  |  | Seen',
    ])
    expect(brought.comparison.files[0]!.remarks[1]).toBe(
      'Westmere was added here and in the copy; the two are taken as one place.',
    )
    await accept(ours, brought)
    expect(rowsOf(ours).areas.map(({ name }) => name)).toEqual([
      'Northmoor and Vale',
      'Alderbrook',
      'Castle Vale',
      'Westmere',
    ])
    expect(rowsOf(ours).actions).toMatchObject([{ areaId: here }])
    expect(rowsOf(ours).evidenceLinks).toMatchObject([{ areaId: here }])
    expect(added(await bringIn(ours, theirs))).toEqual([])
  })

  it('AC12: so is a round that both started', async () => {
    const { ours, theirs } = await twoCopies()
    for (const each of [ours, theirs]) {
      await each.page.round.signOff({ id: ours.key.roundId, by: 'Helen Marsh' })
      await each.page.round.start({ name: 'Spring 2027', asAt: '2027-05-31' })
    }
    const roundId = rowsOf(theirs).rounds[1]!.id
    await theirs.page.rating.set({ ...ours.key, roundId, set: { level: 2 } })
    const brought = await bringIn(ours, theirs)
    expect(added(brought)).toEqual([])
    await accept(ours, brought)
    expect(rowsOf(ours).ratings).toMatchObject([{ roundId: rowsOf(ours).rounds[1]!.id, level: 2 }])
  })
})

describe('rounds', () => {
  it('AC9: a round started there comes with the signing off of the one before, and with its ratings', async () => {
    const { ours, theirs } = await twoCopies(({ page, key }) =>
      page.rating.set({ ...key, set: { level: 1 } }),
    )
    await theirs.page.round.signOff({ id: ours.key.roundId, by: 'Helen Marsh' })
    const { id } = await theirs.page.round.start({ name: 'Spring 2027', asAt: '2027-05-31' })
    await theirs.page.rating.set({ ...ours.key, roundId: id as never, set: { level: 3 } })
    const brought = await bringIn(ours, theirs)
    expect(said(brought)).toEqual([expect.stringContaining('Open | Open | Signed off')])
    expect(added(brought)).toEqual(['Round: Spring 2027'])
    await accept(ours, brought, { change: () => false })
    expect(rowsOf(ours).rounds.map(({ state }) => state)).toEqual(['signed-off', 'open'])
    expect(rowsOf(ours).ratings.map(({ level }) => level)).toEqual([1, 3])
  })

  it('AC8: a second open round cannot be added', async () => {
    const { ours, theirs } = await twoCopies()
    await theirs.page.round.signOff({ id: ours.key.roundId, by: 'Helen Marsh' })
    await theirs.page.round.start({ name: 'Spring 2027', asAt: '2027-05-31' })
    await ours.page.round.signOff({ id: ours.key.roundId, by: 'Helen Marsh' })
    await ours.page.round.start({ name: 'Summer 2027', asAt: '2027-06-30' })
    const { comparison } = await bringIn(ours, theirs)
    expect(comparison.additions.map(({ addition }) => addition.problem)).toEqual([
      'Summer 2027 is still open here. Sign it off, then bring in the copy again.',
    ])
  })

  it('AC7: one that is signed off here takes no rating', async () => {
    const { ours, theirs } = await twoCopies()
    await theirs.page.rating.set({ ...ours.key, set: { level: 2 } })
    await ours.page.round.signOff({ id: ours.key.roundId, by: 'Helen Marsh' })
    const { comparison } = await bringIn(ours, theirs)
    const [found] = comparison.changes
    expect(found!.change).toMatchObject({
      state: 'unreadable',
      remarks: ['Autumn 2026 is signed off here and can only be read, so this stays as it is.'],
      options: [{ id: 'now' }],
    })
    expect([...found!.writes]).toEqual([['now', []]])
    expect(sessionOf(ours).lastEdit?.words).toMatch(/^Signed off/)
  })

  it('AC8: what the board said is offered, signed off or not, and stays when the action it was about is gone', async () => {
    const { ours, theirs } = await twoCopies(async started => {
      await addAction(started, started, 'Advice line')
      await started.page.round.signOff({ id: started.key.roundId, by: 'Helen Marsh' })
    })
    const decision = { kind: 'challenged', text: 'Why so late?', on: '2026-12-04', meeting: 'Board' } as const
    const { roundId } = ours.key
    const actionId = rowsOf(ours).actions[0]!.id
    await theirs.page.decision.add({ ...decision, roundId, principleId: null, actionId })
    await ours.page.action.remove({ ids: [actionId] })
    const brought = await bringIn(ours, theirs)
    expect(added(brought)).toEqual(['What the board said: Why so late?'])
    await accept(ours, brought)
    expect(rowsOf(ours).decisions).toMatchObject([decision])
  })
})
