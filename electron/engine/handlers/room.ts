import type { RatingKey } from '../../../shared/contract/rating.ts'
import type { RoomKey } from '../../../shared/contract/room.ts'
import { blankAction } from '../../../shared/model/action.ts'
import type { ActionId, RatingId } from '../../../shared/model/ids.ts'
import { blankRating, type Vote } from '../../../shared/model/rating.ts'
import { ratingIdOf } from '../../../shared/model/rating-id.ts'
import { type Room, type RoomStep, roomIdOf } from '../../../shared/model/room.ts'
import { personKey } from '../../../shared/rules/closing.ts'
import { whyNotAgreed } from '../../../shared/rules/room.ts'
import { shownVotes } from '../../../shared/rules/select.ts'
import { handEditWords, voteEditWords } from '../../../shared/text/room-edits.ts'
import { edit, type Session } from '../session.ts'
import type { WritableDb } from '../store/database.ts'
import { insertActions } from '../store/insert-actions.ts'
import {
  changedFields,
  definedFields,
  deleteRow,
  findRow,
  insertRow,
  listRowsWhere,
  updateRow,
} from '../store/rows.ts'
import { Trouble } from '../trouble.ts'
import { base } from './base.ts'
import { ratingWords } from './rating-words.ts'
import { requirePrinciple, requireRow } from './require-row.ts'
import { roomPeople } from './room-people.ts'
import { assertOpen } from './round.ts'

/** Room mode. Each key a scribe presses is one edit, so that a crash costs at most the key being pressed. */
export const room = {
  ...roomPeople,

  set: base.room.set.handler(({ context: { session, person }, input: { set, ...key } }) => {
    assertRoom(session, key)
    if (set.principleId) titleOf(session, set.principleId)
    const before = findRow(session.db, 'rooms', roomIdOf(key.roundId, key.areaId))
    const after: Room = { ...(before ?? blankRoom(key)), ...definedFields(set) }
    const words = set.principleId
      ? `The room went to ${titleOf(session, set.principleId)}`
      : 'Set how the room works'
    return edit(session, person, { words, about: { areaId: key.areaId } }, db => {
      if (before) updateRow(db, 'rooms', before.id, changedFields(before, after))
      else insertRow(db, 'rooms', after)
    })
  }),

  count: base.room.count.handler(({ context: { session, person }, input }) => {
    const { count, from, level, hands, ...key } = input
    const { id, title } = assertCounting(session, key, count)
    const voteId = `${id}:${count}:${from}:${level}`
    const before = findRow(session.db, 'votes', voteId)?.hands ?? 0
    const after = Math.max(0, before + hands)
    const words = handEditWords(hands < 0, title, countWords(count))
    return edit(session, person, { words, about: aboutOf(key) }, db => {
      ensureRating(db, key)
      setVote(db, {
        id: voteId,
        ratingId: id,
        count,
        organisationType: from,
        level,
        hands: after,
        participantId: null,
      })
      ensureStep(db, key)
    })
  }),

  vote: base.room.vote.handler(({ context: { session, person }, input }) => {
    const { count, participantId, level, ...key } = input
    const { id, title } = assertCounting(session, key, count)
    const { organisationType } = requireRow(session, 'participants', participantId)
    const earlier = listRowsWhere(session.db, 'votes', 'ratingId', id).filter(
      vote => vote.count === count && vote.participantId === participantId,
    )
    const words = voteEditWords(level === null, title, countWords(count))
    return edit(session, person, { words, about: aboutOf(key) }, db => {
      ensureRating(db, key)
      ensureStep(db, key)
      for (const vote of earlier) if (vote.level !== level) deleteRow(db, 'votes', vote.id)
      const voteId = `${id}:${count}:person:${participantId}`
      if (level !== null)
        setVote(db, { id: voteId, ratingId: id, count, organisationType, level, hands: 1, participantId })
    })
  }),

  show: base.room.show.handler(({ context: { session, person }, input: { isShown, ...key } }) => {
    const { id, title } = assertRoom(session, key)
    const step = stepOf(session, key)
    const all = listRowsWhere(session.db, 'votes', 'ratingId', id)
    const hasSecond = step.stage === 'agreed' && all.some(vote => vote.count === 2)
    const count = step.stage.startsWith('second') || hasSecond ? 2 : 1
    const votes = all.filter(vote => vote.count === count)
    const slips = count === 1 ? slipVotes(session, key, id, votes) : []
    if (isShown && votes.length + slips.length === 0)
      throw new Trouble('REFUSED', `Nobody has voted on ${title} yet, so there is nothing to show.`)
    const stage = count === 2 ? (isShown ? 'second-shown' : 'second') : isShown ? 'first-shown' : 'first'
    const words = `${isShown ? 'Showed' : 'Hid'} the ${countWords(count)} of ${title}`
    return edit(session, person, { words, about: aboutOf(key) }, db => {
      ensureRating(db, key)
      ensureStep(db, key)
      // What a slip says is as hidden again as the hands are.
      for (const vote of slips) setVote(db, isShown ? vote : { ...vote, hands: 0 })
      updateRow(db, 'roomSteps', id, { stage })
    })
  }),

  startSecondCount: base.room.startSecondCount.handler(({ context: { session, person }, input: key }) => {
    const { id, title } = assertRoom(session, key)
    if (stepOf(session, key).stage !== 'first-shown')
      throw new Trouble('REFUSED', `Show the first count of ${title} before you count a second time.`)
    return edit(session, person, { words: `Began the second count of ${title}`, about: aboutOf(key) }, db =>
      updateRow(db, 'roomSteps', id, { stage: 'second', talkUntil: null, talkLeftSeconds: null }),
    )
  }),

  setTalk: base.room.setTalk.handler(({ context: { session, person }, input }) => {
    const { until, leftSeconds, ...key } = input
    const { id, title } = assertRoom(session, key)
    const words = until ? `The room talks about ${title}` : `The clock stands still for ${title}`
    return edit(session, person, { words, about: aboutOf(key) }, db => {
      ensureStep(db, key)
      updateRow(db, 'roomSteps', id, { talkUntil: until, talkLeftSeconds: leftSeconds })
    })
  }),

  agree: base.room.agree.handler(({ context: { session, person }, input }) => {
    const { level, reason, minorityView, minorityType, ...key } = input
    const { id, title, subject } = assertRoom(session, key)
    const { votes, hidden } = seenAndHidden(session, key, id)
    if (hidden.length > 0)
      throw new Trouble(
        'REFUSED',
        `Hands for ${title} were counted that nobody has seen. Reveal them, or take them back, before you agree.`,
      )
    const why = whyNotAgreed(votes, level, reason)
    if (why) throw new Trouble('REFUSED', why, { field: 'reason' })
    const existing = findRow(session.db, 'ratings', id)
    const before = existing ?? blankRating(key)
    const said = reason.trim() === '' ? {} : { reason }
    const after = { ...before, state: 'rated' as const, level, ...said, minorityView, minorityType }
    const words = ratingWords(subject, before, after, session.framework)
    return edit(session, person, { words: `The room agreed. ${words}`, about: aboutOf(key) }, db => {
      if (existing) updateRow(db, 'ratings', id, changedFields(existing, after))
      else insertRow(db, 'ratings', after)
      ensureStep(db, key)
      updateRow(db, 'roomSteps', id, { stage: 'agreed', talkUntil: null, talkLeftSeconds: null })
    })
  }),

  park: base.room.park.handler(({ context: { session, person }, input }) => {
    assertRoom(session, input)
    const id = session.deps.newId()
    const about = { areaId: input.areaId, ...(input.principleId ? { principleId: input.principleId } : {}) }
    return edit(
      session,
      person,
      { words: `Parked: ${input.text}`, about },
      db => insertRow(db, 'parked', { id, ...input, outcome: 'open', addedAt: session.deps.now() }),
      id,
    )
  }),

  settleParked: base.room.settleParked.handler(({ context: { session, person }, input: { id, outcome } }) => {
    const { text, areaId, principleId } = requireRow(session, 'parked', id)
    if (outcome === 'action' && !principleId)
      throw new Trouble(
        'REFUSED',
        'An action belongs to a principle. Keep this as a note, or write the action yourself.',
      )
    const words = {
      action: 'Made an action of',
      note: 'Kept as a note',
      dropped: 'Let go',
      open: 'Parked again',
    }
    return edit(session, person, { words: `${words[outcome]}: ${text}` }, db => {
      updateRow(db, 'parked', id, { outcome })
      if (outcome !== 'action' || !principleId) return
      const blank = blankAction(session.deps.newId() as ActionId, session.deps.now())
      insertActions(db, [{ ...blank, areaId, principleId, title: text }])
    })
  }),
}

type Found = { readonly id: RatingId; readonly title: string; readonly subject: string }

/** The round is open, and the area and the principle are there. */
function assertRoom(
  session: Session,
  key: RoomKey & { readonly principleId?: RatingKey['principleId'] | null },
): Found {
  assertOpen(requireRow(session, 'rounds', key.roundId))
  const area = requireRow(session, 'areas', key.areaId)
  if (!key.principleId) return { id: '' as RatingId, title: '', subject: '' }
  const title = titleOf(session, key.principleId)
  const subject = area.kind === 'system' ? title : `${title} in ${area.name}`
  return { id: ratingIdOf(key.roundId, key.areaId, key.principleId), title, subject }
}

/** Hands come in only while their count is the one under way and hidden. */
function assertCounting(session: Session, key: RatingKey, count: 1 | 2): Found {
  const found = assertRoom(session, key)
  const { stage } = stepOf(session, key)
  if (stage === (count === 1 ? 'first' : 'second')) return found
  const isShown = stage.endsWith('shown') || stage === 'agreed' || (count === 1 && stage === 'second')
  throw new Trouble(
    'REFUSED',
    isShown
      ? `The ${countWords(count)} of ${found.title} is already shown. Hide it again to change it.`
      : `Show the first count of ${found.title} before you count a second time.`,
  )
}

/** The votes of a principle that everyone may see, and the others. */
function seenAndHidden(session: Session, key: RatingKey, id: RatingId) {
  const all = listRowsWhere(session.db, 'votes', 'ratingId', id)
  const votes = shownVotes({ votes: all, roomSteps: [stepOf(session, key)] })
  return { votes, hidden: all.filter(vote => !votes.includes(vote)) }
}

function titleOf(session: Session, principleId: RatingKey['principleId']): string {
  return requirePrinciple(session, principleId).title
}

function stepOf(session: Session, key: RatingKey): RoomStep {
  const id = ratingIdOf(key.roundId, key.areaId, key.principleId)
  return findRow(session.db, 'roomSteps', id) ?? blankStep(key)
}

/**
 * Slips that came in, as votes of the first count. Their ids say which slip, so that none counts twice; nor does the slip of
 * somebody who has voted by name (RM16).
 */
function slipVotes(session: Session, key: RatingKey, ratingId: RatingId, votes: readonly Vote[]): Vote[] {
  const voted = new Set(
    votes.flatMap(({ participantId }) => {
      const one = participantId ? findRow(session.db, 'participants', participantId) : undefined
      return one ? [whoOf(one)] : []
    }),
  )
  return listRowsWhere(session.db, 'slips', 'areaId', key.areaId)
    .filter(slip => slip.roundId === key.roundId && !(personKey(slip.name) && voted.has(whoOf(slip))))
    .flatMap(slip =>
      listRowsWhere(session.db, 'slipAnswers', 'slipId', slip.id)
        .filter(answer => answer.principleId === key.principleId)
        .flatMap(({ level }) =>
          level === null
            ? []
            : [
                {
                  id: `${ratingId}:1:slip:${slip.id}`,
                  ratingId,
                  count: 1 as const,
                  organisationType: slip.organisationType,
                  level,
                  hands: 1,
                  participantId: null,
                },
              ],
        ),
    )
}

function whoOf({ name, organisationType }: { name: string; organisationType: string }): string {
  return `${organisationType}:${personKey(name)}`
}

function setVote(db: WritableDb, vote: Vote): void {
  const before = findRow(db, 'votes', vote.id)
  if (vote.hands === 0) {
    if (before) deleteRow(db, 'votes', vote.id)
  } else if (before) updateRow(db, 'votes', vote.id, changedFields(before, vote))
  else insertRow(db, 'votes', vote)
}

/** A vote belongs to a rating; before anything is agreed that is one not yet discussed. */
function ensureRating(db: WritableDb, key: RatingKey): void {
  const { id } = blankRating(key)
  if (!findRow(db, 'ratings', id)) insertRow(db, 'ratings', blankRating(key))
}

/** The first key on a principle makes its step, and keeps the room at it until somebody goes on. */
function ensureStep(db: WritableDb, key: RatingKey): void {
  const step = blankStep(key)
  if (!findRow(db, 'roomSteps', step.id)) insertRow(db, 'roomSteps', step)
  const { principleId } = key
  const here = findRow(db, 'rooms', roomIdOf(key.roundId, key.areaId))
  if (!here) insertRow(db, 'rooms', { ...blankRoom(key), principleId })
  else if (here.principleId === null) updateRow(db, 'rooms', here.id, { principleId })
}

function blankStep({ roundId, areaId, principleId }: RatingKey): RoomStep {
  const id = ratingIdOf(roundId, areaId, principleId)
  return { id, roundId, areaId, principleId, stage: 'first', talkUntil: null, talkLeftSeconds: null }
}

function blankRoom({ roundId, areaId }: RoomKey): Room {
  return { id: roomIdOf(roundId, areaId), roundId, areaId, principleId: null, mode: 'types', endsAt: null }
}

function aboutOf({ areaId, principleId }: RatingKey) {
  return { areaId, principleId }
}

function countWords(count: 1 | 2): string {
  return count === 1 ? 'first count' : 'second count'
}
