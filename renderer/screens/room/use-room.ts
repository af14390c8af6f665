import { useEffect, useMemo } from 'react'
import type { RatingKey } from '../../../shared/contract/rating.ts'
import type { Principle } from '../../../shared/model/framework.ts'
import type { OrganisationType, Rating, Vote } from '../../../shared/model/rating.ts'
import { ratingIdOf } from '../../../shared/model/rating-id.ts'
import { type CountMode, type RoomStage, type RoomStep, roomIdOf } from '../../../shared/model/room.ts'
import { attendanceOf } from '../../../shared/rules/room.ts'
import { votesOf } from '../../../shared/rules/select.ts'
import { type SlipsIn, slipsOf } from '../../../shared/rules/slips.ts'
import { useSession, useStage, useWorkbook } from '../../state/hooks.ts'
import { useProjected } from '../../state/presenter.ts'
import { useArea, usePrinciples, useRound } from '../../state/select.ts'

/** Everything the room shows: where it is, who is here, and the hands of both counts. */
export type RoomView = {
  readonly key: RatingKey
  readonly principle: Principle
  readonly rating: Rating | undefined
  readonly mode: CountMode
  readonly endsAt: string | null
  readonly stage: RoomStage
  readonly step: RoomStep | undefined
  /** The count under way, or the last one shown. */
  readonly count: 1 | 2
  readonly isShown: boolean
  readonly votes: readonly Vote[]
  readonly first: readonly Vote[]
  readonly second: readonly Vote[]
  readonly attendance: ReadonlyMap<OrganisationType, number>
  readonly people: number
  /** What may be known of slips before a reveal. */
  readonly slips: SlipsIn
}

/** Tells the presenter's window which room this is. */
export function useTellPresenter({ key: { roundId, areaId } }: RoomView): void {
  const [, project] = useProjected()
  useEffect(() => project({ room: roomIdOf(roundId, areaId) }), [roundId, areaId, project])
}

/** Goes to the room the scribe is in: each window has its own choice of round and area. */
export function useFollowScribe(): void {
  const [{ room: presenterRoom }] = useProjected()
  const choose = useSession(state => state.choose)
  const { workbook } = useStage()
  useEffect(() => {
    const { rounds, areas } = workbook.getState().rows
    for (const round of rounds.values())
      for (const area of areas.values())
        if (roomIdOf(round.id, area.id) === presenterRoom) choose({ roundId: round.id, areaId: area.id })
  }, [presenterRoom, choose, workbook])
}

/** The room of the chosen round and area. Without a choice of its own it begins with the first principle not yet agreed. */
export function useRoomView(): RoomView {
  const area = useArea()
  const round = useRound()
  const principles = usePrinciples()
  const rooms = useWorkbook(state => state.rows.rooms)
  const roomSteps = useWorkbook(state => state.rows.roomSteps)
  const ratings = useWorkbook(state => state.rows.ratings)
  const allVotes = useWorkbook(state => state.rows.votes)
  const participants = useWorkbook(state => state.rows.participants)
  const slips = useWorkbook(state => state.rows.slips)
  const sentFiles = useWorkbook(state => state.rows.sentFiles)
  return useMemo(() => {
    const at = { roundId: round.id, areaId: area.id }
    const room = rooms.get(roomIdOf(round.id, area.id))
    const inOrder = [...principles].sort((a, b) => a.number - b.number)
    const idOf = (principle: Principle) => ratingIdOf(round.id, area.id, principle.id)
    const open = inOrder.find(one => (ratings.get(idOf(one))?.state ?? 'not-discussed') === 'not-discussed')
    const principle = inOrder.find(one => one.id === room?.principleId) ?? open ?? inOrder[0]!
    const id = idOf(principle)
    const step = roomSteps.get(id)
    const first = votesOf({ votes: allVotes }, id, 1)
    const second = votesOf({ votes: allVotes }, id, 2)
    const stage = step?.stage ?? 'first'
    const count = stage.startsWith('second') || (stage === 'agreed' && second.length > 0) ? 2 : 1
    const attendance = attendanceOf({ participants }, at)
    return {
      key: { ...at, principleId: principle.id },
      principle,
      rating: ratings.get(id),
      mode: room?.mode ?? 'types',
      endsAt: room?.endsAt ?? null,
      stage,
      step,
      count,
      isShown: stage.endsWith('shown') || stage === 'agreed',
      votes: count === 2 ? second : first,
      first,
      second,
      attendance,
      people: [...attendance.values()].reduce((sum, one) => sum + one, 0),
      slips: slipsOf({ slips, sentFiles }, at),
    }
  }, [area.id, round.id, principles, rooms, roomSteps, ratings, allVotes, participants, slips, sentFiles])
}
