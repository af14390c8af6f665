import { describe, expect, it } from 'vitest'
import { edit } from '../../../electron/engine/session.ts'
import { insertRow } from '../../../electron/engine/store/rows.ts'
import type { Level } from '../../../shared/model/fields.ts'
import type { OrganisationType } from '../../../shared/model/rating.ts'
import { agreementOf, tallyOf } from '../../../shared/rules/agreement.ts'
import { roundChecks } from '../../../shared/rules/rounds.ts'
import { agreementIn, shownVotes } from '../../../shared/rules/select.ts'
import { startWorkbook } from '../../helpers/engine.ts'

/** A room to which slips came back. */
async function startRoom() {
  const started = await startWorkbook()
  const { engine, page, key } = started
  const { principleId, ...room } = key
  /** A slip as the review writes it when it is accepted. */
  const slip = (id: string, level: Level | null, name = '', organisationType: OrganisationType = 'council') =>
    edit(engine.state.session!, undefined, { words: `Took in the rating slip ${id}` }, db => {
      const readAt = '2026-11-20T09:00:00.000Z'
      const file = { sentFileId: '', fileName: `${id}.xlsx`, fileHash: id }
      insertRow(db, 'slips', { id, ...room, ...file, name, organisationType, readAt })
      insertRow(db, 'slipAnswers', { id: `${id}:1`, slipId: id, principleId, level, reason: 'Seen it' })
    })
  const hand = (level: Level, hands = 1, count: 1 | 2 = 1) =>
    page.room.count({ ...key, count, from: 'community', level, hands })
  const show = (isShown = true) => page.room.show({ ...key, isShown })
  const rows = async () => (await page.workbook.read()).rows
  const tally = async (count: 1 | 2 = 1) => tallyOf((await rows()).votes.filter(vote => vote.count === count))
  return { ...started, room, slip, hand, show, rows, tally }
}

describe('slips', () => {
  it('RM16: they count once with the first count when it is shown, and leave it when it is hidden', async () => {
    const { page, key, slip, hand, show, rows, tally } = await startRoom()
    slip('one', 4)
    slip('two', 4, 'Sunita Rao', 'lived-experience')
    slip('empty', null)
    await hand(1, 3)
    expect(await tally()).toEqual([0, 3, 0, 0, 0])
    await show()
    expect(await tally()).toEqual([0, 3, 0, 0, 2])
    const types = (await rows()).votes.filter(vote => vote.level === 4).map(vote => vote.organisationType)
    expect(types.sort()).toEqual(['council', 'lived-experience'])
    await show(false)
    expect(await tally()).toEqual([0, 3, 0, 0, 0])
    slip('three', 0)
    await show()
    await show()
    expect(await tally()).toEqual([1, 3, 0, 0, 2])
    await page.room.startSecondCount(key)
    await hand(2, 4, 2)
    await show()
    expect(await tally(2)).toEqual([0, 0, 4, 0, 0])
    expect(await tally()).toEqual([1, 3, 0, 0, 2])
    expect((await page.workbook.check()).ok).toBe(true)
  })

  it('RM16: slips alone can be shown; none of another round, area or principle counts', async () => {
    const { page, key, places, slip, show, tally, rows } = await startRoom()
    await expect(show()).rejects.toThrow(/Nobody has voted/)
    slip('one', 2)
    await page.room.set({ ...key, areaId: places[0]!.id, set: { mode: 'types' } })
    const elsewhere = { ...key, areaId: places[0]!.id }
    await expect(page.room.show({ ...elsewhere, isShown: true })).rejects.toThrow(/Nobody has voted/)
    await show()
    expect(await tally()).toEqual([0, 0, 1, 0, 0])
    expect((await rows()).votes).toMatchObject([
      { ratingId: `${key.roundId}:${key.areaId}:${key.principleId}` },
    ])
  })

  it('RM16: who votes by name in the room is not counted a second time by slip', async () => {
    const { page, key, room, slip, show, tally } = await startRoom()
    slip('one', 4, ' sunita  RAO')
    slip('two', 3, 'Helen Marsh')
    const { id } = await page.room.addPerson({ ...room, name: 'Sunita Rao', organisationType: 'council' })
    await page.room.vote({ ...key, count: 1, participantId: id!, level: 1 })
    await show()
    expect(await tally()).toEqual([0, 1, 0, 1, 0])
  })

  it('RM16: history says nothing of what a slip says', async () => {
    const { page, slip, hand, show } = await startRoom()
    slip('one', 4)
    await hand(1)
    await show()
    await show(false)
    const said = (await page.history.list({ limit: 4 })).entries.map(({ words }) => words).join('\n')
    expect(said).not.toMatch(/[0-9]|Leading|Seen it/)
  })
})

describe('hidden', () => {
  it('RM13: hidden hands are in no verdict anywhere; of a second count the first stays to be seen', async () => {
    const { page, key, hand, show, rows } = await startRoom()
    const id = `${key.roundId}:${key.areaId}:${key.principleId}` as Parameters<typeof agreementIn>[1]
    await page.rating.set({ ...key, set: { state: 'rated', level: 2 } })
    await hand(0, 5)
    expect(shownVotes(await rows())).toEqual([])
    expect(agreementIn(await rows(), id).verdict).toBe('no-votes')
    await show()
    expect(agreementIn(await rows(), id)).toMatchObject({ verdict: 'agreed', median: 0 })
    await page.room.startSecondCount(key)
    await hand(4, 5, 2)
    expect(agreementIn(await rows(), id)).toMatchObject({ median: 0 })
    await show()
    expect(agreementIn(await rows(), id)).toEqual(agreementOf([0, 0, 0, 0, 5]))
    await show(false)
    expect(agreementIn(await rows(), id)).toMatchObject({ median: 0 })
  })

  it('RM13: an agreed principle hides and shows the count it was agreed on', async () => {
    const { page, key, hand, show, rows } = await startRoom()
    await hand(1, 3)
    await show()
    await page.room.startSecondCount(key)
    await hand(2, 3, 2)
    await show()
    await page.room.agree({ ...key, level: 2, reason: '', minorityView: '', minorityType: null })
    await show(false)
    expect((await rows()).roomSteps[0]?.stage).toBe('second')
  })

  it('RM25: a place that is removed takes its room and its slips with it', async () => {
    const { page, key, places, rows } = await startRoom()
    const at = { ...key, areaId: places[0]!.id }
    const { principleId, ...room } = at
    await page.room.setAttendance({ ...room, organisationType: 'council', people: 2 })
    await page.room.count({ ...at, count: 1, from: 'council', level: 2, hands: 2 })
    await page.room.park({ ...room, principleId, text: 'Who pays?' })
    await page.area.removePlace({ id: places[0]!.id })
    const { participants, rooms, roomSteps, parked, votes } = await rows()
    expect([participants, rooms, roomSteps, parked, votes]).toEqual([[], [], [], [], []])
    await page.edit.undo()
    expect((await rows()).parked).toHaveLength(1)
  })
})

describe('never revealed', () => {
  it('RN6: signing off names it and keeps it hidden; opened again, it can still be shown', async () => {
    const { page, key, slip, hand, show, rows } = await startRoom()
    const checks = async () =>
      roundChecks(await rows(), (await page.workbook.read()).framework, key.roundId, '2026-11-30')
        .filter(({ kind }) => kind === 'hidden-count')
        .map(({ label, detail }) => `${label}: ${detail}`)
    await hand(0, 5)
    slip('one', 4)
    expect(await checks()).toEqual([
      '3 Partners beyond the NHS: 5 hands of the first count and 1 rating slip were never revealed. Signing off keeps it hidden',
    ])
    await page.round.signOff({ id: key.roundId, by: 'Helen Marsh' })
    expect(shownVotes(await rows())).toEqual([])
    await expect(show()).rejects.toThrow(/signed off/)
    await page.round.reopen({ id: key.roundId, reason: 'One count was never revealed' })
    await show()
    expect(tallyOf(shownVotes(await rows()))).toEqual([5, 0, 0, 0, 1])
    expect(await checks()).toEqual([])
    await page.room.startSecondCount(key)
    await hand(2, 1, 2)
    expect(await checks()).toEqual([
      '3 Partners beyond the NHS: 1 hand of the second count was never revealed. Signing off keeps it hidden',
    ])
  })

  it('RM31: nothing is agreed over hands that nobody has seen', async () => {
    const { page, key, hand, show, rows } = await startRoom()
    const agree = () =>
      page.room.agree({ ...key, level: 2, reason: '', minorityView: '', minorityType: null })
    await hand(2, 3)
    await expect(agree()).rejects.toThrow(/that nobody has seen/)
    await show()
    await page.room.startSecondCount(key)
    await hand(3, 1, 2)
    await expect(agree()).rejects.toThrow(/that nobody has seen/)
    await hand(3, -1, 2)
    await agree()
    expect((await rows()).ratings[0]).toMatchObject({ state: 'rated', level: 2 })
  })

  it('RM34: history says that it was written down who is here, with no type, number or name', async () => {
    const { page, room } = await startRoom()
    await page.room.setAttendance({ ...room, organisationType: 'lived-experience', people: 1 })
    const { id } = await page.room.addPerson({ ...room, name: 'Sunita Rao', organisationType: 'council' })
    await page.room.removePerson({ id: id! })
    const said = (await page.history.list({ limit: 3 })).entries.map(({ words }) => words)
    expect(new Set(said)).toEqual(new Set(['Wrote down who is in the room']))
  })
})
