import type { RoomKey } from '../../../shared/contract/room.ts'
import type { Participant } from '../../../shared/model/room.ts'
import { count } from '../../../shared/text/dates.ts'
import { WHO_IS_HERE } from '../../../shared/text/room-edits.ts'
import { organisationWords } from '../../../shared/text/words.ts'
import { edit, type Session } from '../session.ts'
import { deleteRow, insertRow, listRowsWhere } from '../store/rows.ts'
import { Trouble } from '../trouble.ts'
import { base } from './base.ts'
import { requireRow } from './require-row.ts'
import { assertOpen } from './round.ts'

/** Who is in the room. A name is optional; history has neither a name, nor a type, nor a number (RM34). */
export const roomPeople = {
  setAttendance: base.room.setAttendance.handler(({ context: { session, person }, input }) => {
    const { organisationType, people, ...key } = input
    assertHere(session, key)
    const here = peopleOf(session, key).filter(one => one.organisationType === organisationType)
    const named = here.filter(one => one.name !== '')
    if (people < named.length)
      throw new Trouble(
        'REFUSED',
        `${count(named.length, 'person', 'people')} of ${organisationWords[organisationType].toLowerCase()} are here by name. Take a name off the list first.`,
      )
    const nameless = here.filter(one => one.name === '')
    return edit(session, person, { words: WHO_IS_HERE, about: { areaId: key.areaId } }, db => {
      for (const one of nameless.slice(people - named.length)) deleteRow(db, 'participants', one.id)
      for (let more = people - here.length; more > 0; more--)
        insertRow(db, 'participants', newPerson(session, key, organisationType, ''))
    })
  }),

  addPerson: base.room.addPerson.handler(({ context: { session, person }, input }) => {
    const { name, organisationType, ...key } = input
    assertHere(session, key)
    const row = newPerson(session, key, organisationType, name)
    return edit(
      session,
      person,
      { words: WHO_IS_HERE, about: { areaId: key.areaId } },
      db => insertRow(db, 'participants', row),
      row.id,
    )
  }),

  removePerson: base.room.removePerson.handler(({ context: { session, person }, input: { id } }) => {
    const { areaId } = requireRow(session, 'participants', id)
    return edit(session, person, { words: WHO_IS_HERE, about: { areaId } }, db =>
      deleteRow(db, 'participants', id),
    )
  }),
}

function assertHere(session: Session, { roundId, areaId }: RoomKey): void {
  assertOpen(requireRow(session, 'rounds', roundId))
  requireRow(session, 'areas', areaId)
}

function peopleOf(session: Session, { roundId, areaId }: RoomKey): Participant[] {
  return listRowsWhere(session.db, 'participants', 'areaId', areaId).filter(one => one.roundId === roundId)
}

function newPerson(
  session: Session,
  { roundId, areaId }: RoomKey,
  organisationType: Participant['organisationType'],
  name: string,
): Participant {
  return { id: session.deps.newId(), roundId, areaId, name, organisationType, addedAt: session.deps.now() }
}
