import { DecisionKind } from '../../../../shared/model/decision.ts'
import { ratingIdOf } from '../../../../shared/model/rating-id.ts'
import { roomIdOf } from '../../../../shared/model/room.ts'
import type { SentFile } from '../../../../shared/model/sent-file.ts'
import { count } from '../../../../shared/text/dates.ts'
import { decisionWords } from '../../../../shared/text/words.ts'
import { shippedFramework } from '../../framework.ts'
import { insertRow, updateRow } from '../../store/rows.ts'
import type { SampleEdit } from '../edits.ts'
import { LEAD } from '../places.ts'
import { ROOM } from '../rating-shape.ts'
import { actionIdAt, type SampleBook, shareOf } from './book.ts'
import { addDays, type SampleRound } from './calendar.ts'
import { chanceFor } from './chance.ts'
import { MEETINGS, personName, says } from './words.ts'

/** Rounds opened and signed off, what boards said back, what was sent out, and the room that meets now. */
export function roundEdits(book: SampleBook): SampleEdit[] {
  return [
    ...book.rounds.slice(1).map((round, index) => opening(round, index + 2)),
    ...book.rounds.flatMap(signingOff),
    ...decisions(book),
    ...sending(book),
    meeting(book),
  ]
}

function opening({ id, name, asAt, opensOn }: SampleRound, position: number): SampleEdit {
  return {
    on: opensOn,
    words: `Started the round ${name}`,
    work: db =>
      insertRow(db, 'rounds', {
        id,
        name,
        asAt,
        state: 'open',
        position,
        signedOffAt: null,
        signedOffBy: '',
      }),
  }
}

function signingOff({ id, name, signedOffOn }: SampleRound): SampleEdit[] {
  if (!signedOffOn) return []
  return [
    {
      on: signedOffOn,
      words: `Signed off ${name}: ${LEAD}`,
      work: (db, at) =>
        updateRow(db, 'rounds', id, { state: 'signed-off', signedOffAt: at, signedOffBy: LEAD }),
    },
  ]
}

/** A dozen a round: about all of it, a principle or an action. */
function decisions({ rounds, size }: SampleBook): SampleEdit[] {
  const chance = chanceFor('decisions')
  return rounds.flatMap((round, index) => {
    const { signedOffOn } = round
    if (!signedOffOn) return []
    const [, added] = shareOf(size.actions, index, rounds.length)
    return Array.from({ length: 12 }, (_, number): SampleEdit => {
      const kind = chance.pick(DecisionKind.options)
      const on = addDays(signedOffOn, 7 + Math.floor(number / 4))
      const principleId = number % 3 === 1 ? chance.pick(shippedFramework.principles).id : null
      const actionId = number % 3 === 2 && added > 0 ? actionIdAt(1 + chance.number(added)) : null
      const text = says(chance)
      return {
        on,
        words: `The board ${decisionWords[kind].toLowerCase()}: ${text}`,
        about: { ...(principleId ? { principleId } : {}), ...(actionId ? { actionId } : {}) },
        work: (db, at) =>
          insertRow(db, 'decisions', {
            id: `sample-decision-${index + 1}-${number + 1}`,
            roundId: round.id,
            kind,
            text,
            on,
            meeting: chance.pick(MEETINGS),
            principleId,
            actionId,
            addedAt: at,
          }),
      }
    })
  })
}

/** Each round the owners get their actions; of the last round's files a third is still out. */
function sending({ rounds, people, size }: SampleBook): SampleEdit[] {
  const chance = chanceFor('sent')
  if (size.actions === 0) return []
  return rounds.map((round, index): SampleEdit => {
    const madeOn = addDays(round.opensOn, 45)
    const isLast = index === rounds.length - 1
    const owners = people.slice(0, 30)
    return {
      on: madeOn,
      words: `Made workbooks for ${count(owners.length, 'owner')}`,
      work: (db, at) => {
        const editSeq = (db.prepare('SELECT max(seq) FROM edit').pluck().get() as number) ?? 0
        owners.forEach((owner, number) => {
          const isAwaited = isLast && number % 3 === 0
          const fileName = `${owner}, ${round.name}.xlsx`
          const file: SentFile = {
            id: returnCode(index * 100 + number),
            kind: 'owner',
            madeAt: at,
            madeOn,
            editSeq,
            forWhom: owner,
            fileName,
            fingerprint: '',
            rowCount: 1 + chance.number(40),
            view: 'board',
            readers: 'others',
            roundId: round.id,
            areaId: null,
            hasRatings: false,
            isAwaited,
            returnedAt: isAwaited ? null : `${addDays(madeOn, 6)}T12:00:00.000Z`,
            returnedName: isAwaited ? '' : fileName,
          }
          insertRow(db, 'sentFiles', file)
        })
      },
    }
  })
}

/** Eight letters and digits, none of them easily confused. */
function returnCode(number: number): string {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  let rest = (number + 1) * 7_368_787
  return Array.from({ length: 8 }, () => {
    const letter = letters[rest % 32]!
    rest = Math.floor(rest / 32) + rest * 3
    return letter
  }).join('')
}

/** Who sits in the room of the round that is open, where it has come, and what is parked. */
function meeting({ rounds, areas }: SampleBook): SampleEdit {
  const chance = chanceFor('room')
  const { id: roundId, opensOn } = rounds.at(-1)!
  const { id: areaId } = areas[0]!
  const key = { roundId, areaId }
  const [next, ...discussed] = [shippedFramework.principles[6]!, ...shippedFramework.principles.slice(0, 6)]
  return {
    on: addDays(opensOn, 60),
    words: 'Said who is in the room',
    about: { areaId },
    work: (db, at) => {
      insertRow(db, 'rooms', {
        id: roomIdOf(roundId, areaId),
        ...key,
        principleId: next.id,
        mode: 'types',
        endsAt: null,
      })
      ROOM.forEach((organisationType, seat) => {
        const person = { id: `sample-seat-${seat + 1}`, ...key, organisationType, addedAt: at }
        insertRow(db, 'participants', { ...person, name: personName(seat * 7) })
      })
      for (const { id: principleId } of discussed)
        insertRow(db, 'roomSteps', {
          id: ratingIdOf(roundId, areaId, principleId),
          ...key,
          principleId,
          stage: 'agreed',
          talkUntil: null,
          talkLeftSeconds: null,
        })
      for (let number = 1; number <= 6; number++)
        insertRow(db, 'parked', {
          id: `sample-parked-${number}`,
          ...key,
          principleId: chance.pick(shippedFramework.principles).id,
          text: says(chance),
          outcome: number < 4 ? 'open' : 'note',
          addedAt: at,
        })
    },
  }
}
