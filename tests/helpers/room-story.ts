import type { Level } from '../../shared/model/fields.ts'
import type { AreaId, PrincipleId, RoundId } from '../../shared/model/ids.ts'
import type { OrganisationType } from '../../shared/model/rating.ts'

/** One call of the contract, as plain data. */
export type RoomCall = { readonly call: string; readonly input: unknown }

/** A clock and ids by the number of the call: the same calls make the same rows, in whatever process they are made. */
export function depsOfCall(number: number) {
  let ids = 0
  return {
    now: () => new Date(Date.UTC(2026, 10, 24, 9, number)).toISOString(),
    newId: () => `call-${number}-${ids++}`,
  }
}

/**
 * A principle in the room from the first who comes in to the next principle, key by key: every kind of call a scribe makes. Each
 * changes something.
 */
export function roomStory(
  roundId: RoundId,
  areaId: AreaId,
  principleIds: readonly PrincipleId[],
): RoomCall[] {
  const room = { roundId, areaId }
  const [first, next] = principleIds as [PrincipleId, PrincipleId]
  const key = { ...room, principleId: first }
  const calls: RoomCall[] = []
  const call = (name: string, input: unknown) => {
    calls.push({ call: `room.${name}`, input })
    return `call-${calls.length - 1}-0`
  }
  const here = (organisationType: OrganisationType, people: number) =>
    call('setAttendance', { ...room, organisationType, people })
  const hand = (from: OrganisationType | 'room', level: Level, hands = 1, count: 1 | 2 = 1) =>
    call('count', { ...key, from, level, hands, count })
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 10, minute)).toISOString()

  here('council', 4)
  here('community', 3)
  here('council', 3)
  const person = call('addPerson', { ...room, name: 'Sunita Rao', organisationType: 'lived-experience' })
  const leaver = call('addPerson', { ...room, name: '', organisationType: 'other' })
  call('removePerson', { id: leaver })
  call('set', { ...room, set: { principleId: first, mode: 'types', endsAt: at(59) } })
  hand('council', 0)
  hand('council', 4, 3)
  hand('council', 4, -1)
  hand('community', 0, 2)
  call('set', { ...room, set: { mode: 'people' } })
  call('vote', { ...key, count: 1, participantId: person, level: 3 })
  call('vote', { ...key, count: 1, participantId: person, level: 4 })
  call('set', { ...room, set: { mode: 'room' } })
  hand('room', 1)
  calls.push({ call: 'edit.undo', input: undefined })
  call('show', { ...key, isShown: true })
  call('setTalk', { ...key, until: at(20), leftSeconds: null })
  call('setTalk', { ...key, until: at(25), leftSeconds: null })
  call('setTalk', { ...key, until: null, leftSeconds: 90 })
  const parked = call('park', { ...key, text: 'Who pays for it?' })
  call('show', { ...key, isShown: false })
  call('show', { ...key, isShown: true })
  call('startSecondCount', key)
  hand('council', 2, 3, 2)
  hand('community', 3, 2, 2)
  call('vote', { ...key, count: 2, participantId: person, level: 2 })
  call('show', { ...key, isShown: true })
  call('agree', {
    ...key,
    level: 3,
    reason: 'The plan has money now',
    minorityView: 'Nothing has changed on the ward',
    minorityType: 'community',
  })
  call('settleParked', { id: parked, outcome: 'action' })
  call('set', { ...room, set: { principleId: next } })
  return calls
}
