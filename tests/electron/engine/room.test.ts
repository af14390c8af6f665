import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Level } from '../../../shared/model/fields.ts'
import { agreementOf, tallyOf } from '../../../shared/rules/agreement.ts'
import { startWorkbook } from '../../helpers/engine.ts'

async function startRoom() {
  const started = await startWorkbook()
  const { page, key } = started
  const room = { roundId: key.roundId, areaId: key.areaId }
  const hand = (
    level: Level,
    hands = 1,
    from: 'council' | 'room' | 'community' = 'council',
    count: 1 | 2 = 1,
  ) => page.room.count({ ...key, count, from, level, hands })
  const rows = async () => (await page.workbook.read()).rows
  return { ...started, room, hand, rows }
}

describe('who is here', () => {
  it('RM1: people are counted a type, by name or without', async () => {
    const { page, room, rows } = await startRoom()
    await page.room.setAttendance({ ...room, organisationType: 'council', people: 3 })
    const { id } = await page.room.addPerson({ ...room, name: 'Sunita Rao', organisationType: 'council' })
    await page.room.setAttendance({ ...room, organisationType: 'council', people: 2 })
    expect((await rows()).participants.map(({ name }) => name).sort()).toEqual(['', 'Sunita Rao'])
    await expect(
      page.room.setAttendance({ ...room, organisationType: 'council', people: 0 }),
    ).rejects.toThrow(/here by name/)
    await page.room.removePerson({ id: id! })
    await page.room.setAttendance({ ...room, organisationType: 'council', people: 0 })
    expect((await rows()).participants).toEqual([])
    const words = (await page.history.list({})).entries.map(entry => entry.words).join()
    expect(words).not.toContain('Sunita')
  })
})

describe('counting', () => {
  it('RM10: each key is one edit, and history never says for which level', async () => {
    const { page, hand, rows } = await startRoom()
    const before = (await page.workbook.read()).seq
    await hand(3)
    await hand(3)
    await hand(1, 2)
    expect((await page.workbook.read()).seq).toBe(before + 3)
    expect((await rows()).votes.map(({ level, hands }) => [level, hands])).toEqual([
      [3, 2],
      [1, 2],
    ])
    const said = (await page.history.list({ limit: 3 })).entries.map(({ words }) => words)
    for (const words of said) expect(words).toMatch(/^Counted hands for [^0-9]+, first count$/)
    await page.edit.undo()
    expect((await rows()).votes).toHaveLength(1)
  })

  it('RM11: people vote by name, and may think again', async () => {
    const { page, key, room, hand, rows } = await startRoom()
    const { id } = await page.room.addPerson({ ...room, name: '', organisationType: 'community' })
    const vote = (level: Level | null) => page.room.vote({ ...key, count: 1, participantId: id!, level })
    await vote(2)
    await vote(4)
    await hand(1, 2, 'room')
    expect((await rows()).votes.map(one => [one.organisationType, one.level, one.hands])).toEqual([
      ['community', 4, 1],
      ['room', 1, 2],
    ])
    await vote(null)
    expect((await rows()).votes).toHaveLength(1)
  })

  it('RM12: never below nought, and not once it is shown', async () => {
    const { page, key, hand, rows } = await startRoom()
    await hand(2)
    await hand(2, -5)
    expect((await rows()).votes).toEqual([])
    await hand(2)
    await page.room.show({ ...key, isShown: true })
    await expect(hand(2)).rejects.toThrow(/already shown/)
    await page.room.show({ ...key, isShown: false })
    await hand(2)
    expect((await rows()).votes[0]?.hands).toBe(2)
  })

  it('RM13: a count without a hand cannot be shown', async () => {
    const { page, key } = await startRoom()
    await expect(page.room.show({ ...key, isShown: true })).rejects.toThrow(/Nobody has voted/)
  })

  it('RM14: the second count follows the first, which stays', async () => {
    const { page, key, hand, rows } = await startRoom()
    await hand(1, 4)
    await expect(page.room.startSecondCount(key)).rejects.toThrow(/Show the first count/)
    await expect(hand(1, 1, 'council', 2)).rejects.toThrow(/Show the first count/)
    await page.room.show({ ...key, isShown: true })
    await page.room.startSecondCount(key)
    await hand(2, 4, 'council', 2)
    await expect(hand(1)).rejects.toThrow(/already shown/)
    await page.room.show({ ...key, isShown: true })
    const { votes, roomSteps } = await rows()
    expect(votes.map(({ count, level, hands }) => [count, level, hands])).toEqual([
      [1, 1, 4],
      [2, 2, 4],
    ])
    expect(roomSteps[0]?.stage).toBe('second-shown')
  })

  it('RM15: a signed-off round takes no hands', async () => {
    const { page, key, hand } = await startRoom()
    await page.round.signOff({ id: key.roundId, by: 'Helen Marsh' })
    await expect(hand(2)).rejects.toThrow(/signed off/)
  })

  it('RM12: whatever is keyed, the tally is what was keyed', async () => {
    const { page, key, hand, rows } = await startRoom()
    const keys = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom(1, 1, 1, -1)), {
      maxLength: 25,
    })
    await fc.assert(
      fc.asyncProperty(keys, async presses => {
        const expected = [0, 0, 0, 0, 0]
        for (const [level, by] of presses) {
          await hand(level as Level, by)
          expected[level] = Math.max(0, expected[level]! + by)
        }
        expect(tallyOf((await rows()).votes)).toEqual(expected)
        for (const vote of (await rows()).votes) await hand(vote.level, -vote.hands)
      }),
      { numRuns: 8 },
    )
    expect(key.roundId).toBeTruthy()
    expect((await page.workbook.check()).ok).toBe(true)
  })
})

describe('agreeing', () => {
  it('RM20 RM21: starts at the median; another level needs a line; dissent is kept with its type', async () => {
    const { page, key, hand, rows } = await startRoom()
    await hand(1, 3)
    await hand(4, 3)
    await page.room.show({ ...key, isShown: true })
    const agree = (level: Level, reason: string) =>
      page.room.agree({
        ...key,
        level,
        reason,
        minorityView: 'It works in Alderbrook',
        minorityType: 'council',
      })
    await expect(agree(3, ' ')).rejects.toThrow('The median is 1. Say in a line why the room agrees on 3.')
    await agree(1, '')
    const { ratings, votes, roomSteps } = await rows()
    expect(ratings[0]).toMatchObject({
      state: 'rated',
      level: 1,
      minorityView: 'It works in Alderbrook',
      minorityType: 'council',
    })
    expect(agreementOf(tallyOf(votes)).verdict).toBe('split')
    expect(roomSteps[0]?.stage).toBe('agreed')
  })

  it('RM22: what is parked is settled later', async () => {
    const { page, key, room, rows } = await startRoom()
    const { id } = await page.room.park({ ...room, principleId: key.principleId, text: 'Who pays for it?' })
    await page.room.settleParked({ id: id!, outcome: 'action' })
    expect((await rows()).parked).toMatchObject([{ text: 'Who pays for it?', outcome: 'action' }])
    expect((await rows()).actions).toMatchObject([
      { ref: 1, title: 'Who pays for it?', principleId: key.principleId, areaId: key.areaId },
    ])
    await page.edit.undo()
    expect((await rows()).parked[0]?.outcome).toBe('open')
    expect((await rows()).actions).toEqual([])
    const loose = await page.room.park({ ...room, principleId: null, text: 'Lunch' })
    await expect(page.room.settleParked({ id: loose.id!, outcome: 'action' })).rejects.toThrow(/a principle/)
    await page.room.settleParked({ id: loose.id!, outcome: 'note' })
  })

  it('RM24: opened again, the room is where it was', async () => {
    const { page, shell, path, key, room, hand } = await startRoom()
    await page.room.set({
      ...room,
      set: { principleId: key.principleId, mode: 'types', endsAt: '2026-11-24T12:00:00.000Z' },
    })
    await hand(2, 3)
    await page.room.show({ ...key, isShown: true })
    await page.room.setTalk({ ...key, until: '2026-11-24T10:30:00.000Z', leftSeconds: null })
    const before = (await page.workbook.read()).rows
    await shell.file.close()
    await shell.file.open({ path, who: { name: 'Somebody', role: '' } })
    const { rooms, roomSteps, votes } = (await page.workbook.read()).rows
    expect({ rooms, roomSteps, votes }).toEqual({
      rooms: before.rooms,
      roomSteps: before.roomSteps,
      votes: before.votes,
    })
    expect(rooms[0]).toMatchObject({ principleId: key.principleId, endsAt: '2026-11-24T12:00:00.000Z' })
  })
})
