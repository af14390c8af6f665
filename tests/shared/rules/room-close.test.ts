import { expect, it } from 'vitest'
import type { OrganisationType, Rating, Vote, VoteFrom } from '../../../shared/model/rating.ts'
import type { RoomStage } from '../../../shared/model/room.ts'
import { leftOpen } from '../../../shared/rules/room-close.ts'
import { splitSentence, voiceSentences } from '../../../shared/text/room-close.ts'
import { framework } from '../../helpers/framework.ts'
import { OUTCOMES, PARITY, PARTNERS, ROUND, rating, rowsWith, SYSTEM } from '../../helpers/rows.ts'

const at = { roundId: ROUND, areaId: SYSTEM }
const EVERYONE: readonly OrganisationType[] = [
  'commissioner',
  'mental-health-trust',
  'acute-trust',
  'community',
  'primary-care',
  'council',
  'voluntary-sector',
]

function hands(of: Rating, from: VoteFrom, level: Vote['level'], number = 1): Vote {
  const id = `${of.id}:1:${from}:${level}`
  return { id, ratingId: of.id, count: 1, organisationType: from, level, hands: number, participantId: null }
}

function step(of: Rating, stage: RoomStage) {
  const { id, principleId } = of
  return { id, ...at, principleId, stage, talkUntil: null, talkLeftSeconds: null }
}

it('RM2 RM26: voices that did not rate a principle are named with it, and only of what was revealed', () => {
  const [parity, outcomes, partners] = [rating(PARITY), rating(OUTCOMES), rating(PARTNERS)]
  const open = leftOpen(
    rowsWith({
      ratings: [parity, outcomes, partners],
      votes: [
        ...EVERYONE.map(type => hands(parity, type, 2)),
        ...EVERYONE.map(type => hands(outcomes, type, 2)),
        hands(outcomes, 'lived-experience', 1),
        hands(partners, 'lived-experience', 1),
      ],
      roomSteps: [step(parity, 'agreed'), step(outcomes, 'agreed'), step(partners, 'first')],
    }),
    framework.principles,
    at,
  )
  expect(voiceSentences(open)).toEqual(['No lived experience or carer voice has rated principle 1.'])
  expect([open.discussed, open.total, open.notDiscussed.length]).toEqual([3, 9, 6])
})

it('RM26: a count of the whole room says nothing of voices; a split says what is planned from', () => {
  const parity = rating(PARITY, { level: 1, minorityView: 'It works in Alderbrook', minorityType: 'council' })
  const open = leftOpen(
    rowsWith({ ratings: [parity], votes: [hands(parity, 'room', 0, 4), hands(parity, 'room', 3, 4)] }),
    framework.principles,
    at,
  )
  expect(voiceSentences(open)).toEqual([
    'Principle 1 was counted for the whole room, so it is not known whose voices were heard.',
  ])
  expect(open.splits.map(splitSentence)).toEqual(['Split 0 to 3, planned from 1. A council view is kept.'])
  expect(voiceSentences(leftOpen(rowsWith(), framework.principles, at))).toEqual([])
})
