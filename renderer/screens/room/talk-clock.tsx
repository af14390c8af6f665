import { useEffect, useState } from 'react'
import type { PrincipleId } from '../../../shared/model/ids.ts'
import { secondsEach } from '../../../shared/rules/room.ts'
import { clockTime, localDay } from '../../../shared/text/dates.ts'
import { Button } from '../../components/button.tsx'
import { useWorkbook } from '../../state/hooks.ts'
import { usePrinciples } from '../../state/select.ts'
import type { RoomView } from './use-room.ts'
import { useRoomAct } from './use-room-act.ts'

/** What a principle gets when nobody said when the day ends: nine in two hours. */
const USUAL_SECONDS = 13 * 60
const EXTEND_SECONDS = 2 * 60

/** The clock of a principle: what is left of the day shared out, running, stopped, or given two minutes more. */
export function TalkClock({ view }: { view: RoomView }) {
  const { key, step, endsAt, isShown } = view
  const now = useNow(step?.talkUntil != null)
  const each = useSecondsEach(view, now)
  const act = useRoomAct()
  const left = step?.talkUntil
    ? Math.round((Date.parse(step.talkUntil) - now.getTime()) / 1000)
    : (step?.talkLeftSeconds ?? each)
  const isRunning = step?.talkUntil != null
  const set = (seconds: number, runs: boolean) =>
    void act(client =>
      client.room.setTalk({
        ...key,
        until: runs ? new Date(Date.now() + Math.max(0, seconds) * 1000).toISOString() : null,
        leftSeconds: runs ? null : Math.max(0, seconds),
      }),
    )
  return (
    <section className="paper room-part" aria-labelledby="room-clock">
      <div className="room-clock">
        <h2 id="room-clock" className="grow">
          <span className={left < 0 ? 'room-time late' : 'room-time'}>{minutes(left)}</span>
          <span className={left < 0 ? 'late small' : 'quiet small'}>
            {left < 0 ? 'over' : isRunning ? 'left to talk' : 'to talk'}
          </span>
        </h2>
        <Button
          onPress={() => set(left, !isRunning)}
          label={isRunning ? 'Pause the clock' : 'Start the clock'}
        >
          {isRunning ? 'Pause' : 'Start'}
        </Button>
      </div>
      <p>
        <Button variant="link" onPress={() => set(Math.max(0, left) + EXTEND_SECONDS, isRunning)}>
          Two minutes more
        </Button>
      </p>
      {/* While the room talks, how long is left for this is all that matters. */}
      {!isShown && <EndOfDay view={view} />}
      {endsAt && !isShown && (
        <p className="quiet small">
          {minutes(each)} for each principle that is left, until {clockTime(new Date(endsAt))}.
        </p>
      )}
    </section>
  )
}

function EndOfDay({ view: { key, endsAt } }: { view: RoomView }) {
  const act = useRoomAct()
  const value = endsAt ? clockTime(new Date(endsAt)) : ''
  return (
    <label className="room-ends small">
      The day ends at{' '}
      <input
        type="time"
        className="input"
        defaultValue={value}
        key={value}
        onBlur={event => {
          const typed = event.target.value
          if (typed === value) return
          const at = typed === '' ? null : new Date(`${localDay(new Date())}T${typed}:00`).toISOString()
          void act(client =>
            client.room.set({ roundId: key.roundId, areaId: key.areaId, set: { endsAt: at } }),
          )
        }}
      />
    </label>
  )
}

function useSecondsEach({ key, endsAt }: RoomView, now: Date): number {
  const principles = usePrinciples()
  const steps = useWorkbook(state => state.rows.roomSteps)
  if (!endsAt) return USUAL_SECONDS
  const agreed = new Set<PrincipleId>()
  for (const step of steps.values())
    if (step.roundId === key.roundId && step.areaId === key.areaId && step.stage === 'agreed')
      agreed.add(step.principleId)
  return secondsEach(endsAt, now, principles, agreed)
}

/** The time, moving on each second while a clock runs and each half minute otherwise. */
export function useNow(isRunning: boolean): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    setNow(new Date())
    const timer = window.setInterval(() => setNow(new Date()), isRunning ? 1000 : 30_000)
    return () => window.clearInterval(timer)
  }, [isRunning])
  return now
}

/** `4:10`. */
export function minutes(seconds: number): string {
  const whole = Math.abs(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
