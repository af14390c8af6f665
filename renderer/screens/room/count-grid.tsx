import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { Level } from '../../../shared/model/fields.ts'
import { organisationTypes } from '../../../shared/model/organisation-types.ts'
import type { VoteFrom } from '../../../shared/model/rating.ts'
import { count as counted } from '../../../shared/text/dates.ts'
import { levelNameOf } from '../../../shared/text/levels.ts'
import { voteFromWords } from '../../../shared/text/words.ts'
import { useRunCommand } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { LevelTile } from '../../components/level-tile.tsx'
import { useFramework } from '../../state/select.ts'
import { levelOfKey, rowsOfKey, useCountKeys } from './use-count-keys.ts'
import type { RoomView } from './use-room.ts'
import { useRoomAct } from './use-room-act.ts'

const LEVELS = [0, 1, 2, 3, 4] as const

/** Hands by level, for the room or a type at a time. Keys 0 to 4 add a hand to the row with the focus, Shift takes one away. */
export function CountGrid({ view }: { view: RoomView }) {
  const { mode, votes, attendance } = view
  const froms: VoteFrom[] =
    mode === 'room'
      ? ['room']
      : organisationTypes.filter(
          type => attendance.get(type) || votes.some(vote => vote.organisationType === type),
        )
  const [row, setRow] = useState(0)
  const grid = useRef<HTMLTableElement>(null)
  const at = Math.min(row, froms.length - 1)
  const [last, setLast] = useState<{ readonly from: VoteFrom; readonly level: Level } | null>(null)
  const addHands = useAdd(view)
  const add: typeof addHands = (from, level, hands) => {
    setLast({ from, level })
    addHands(from, level, hands)
  }

  useLayoutEffect(() => {
    grid.current?.querySelector<HTMLElement>('button')?.focus()
  }, [])

  function press(level: number, isShift: boolean) {
    const from = froms[at]
    if (from) add(from, level as Level, isShift ? -1 : 1)
  }
  useCountKeys({ press, move: by => step(by, 0) })

  function onKeyDown(event: KeyboardEvent) {
    const level = levelOfKey(event)
    if (level !== null) {
      event.preventDefault()
      press(level, event.shiftKey)
    }
    const by = rowsOfKey(event)
    if (by === null) return
    event.preventDefault()
    step(by, columnOf(event.target))
  }

  /** Left and right move along the row as Tab does; up and down keep the column. */
  function step(by: 1 | -1, column: number) {
    if (froms.length === 0) return
    const to = (at + by + froms.length) % froms.length
    setRow(to)
    grid.current?.querySelectorAll('tbody tr')[to]?.querySelectorAll('button')[column]?.focus()
  }

  const { scale } = useFramework()
  const handsAt = (from: VoteFrom | null, level: Level) =>
    votes
      .filter(vote => vote.level === level && (from === null || vote.organisationType === from))
      .reduce((sum, vote) => sum + vote.hands, 0)
  const total = (from: VoteFrom | null) =>
    LEVELS.reduce<number>((sum, level) => sum + handsAt(from, level), 0)
  return (
    <section aria-label={view.count === 1 ? 'First count' : 'Second count'}>
      <table
        className={mode === 'room' ? 'room-grid room-grid-whole paper' : 'room-grid paper'}
        ref={grid}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col">{mode === 'room' ? 'Hands up' : 'Hands up, by organisation'}</th>
            {LEVELS.map(level => (
              <th scope="col" key={level} className="room-level">
                <LevelTile level={level} isDecoration />
                <span>{levelNameOf(scale, level)}</span>
              </th>
            ))}
            <th scope="col" className="room-sum">
              Counted
            </th>
          </tr>
        </thead>
        <tbody>
          {froms.map((from, index) => (
            <tr key={from} className={index === at ? 'is-here' : ''}>
              <th scope="row">{voteFromWords[from]}</th>
              {LEVELS.map(level => (
                <td key={level}>
                  <button
                    type="button"
                    className={handsAt(from, level) === 0 ? 'room-cell is-none' : 'room-cell'}
                    aria-label={`${handsAt(from, level)} at ${level}, ${voteFromWords[from]}. Add a hand`}
                    onFocus={() => setRow(index)}
                    onClick={event => add(from, level, event.shiftKey ? -1 : 1)}
                    onKeyDown={event => {
                      if (event.key === '-' || event.key === 'Backspace' || event.key === 'Delete')
                        add(from, level, -1)
                      if (event.key === '+') add(from, level, 1)
                    }}
                  >
                    {handsAt(from, level)}
                  </button>
                </td>
              ))}
              <td className="room-sum">
                <Sum
                  hands={total(from)}
                  people={from === 'room' ? view.people : (attendance.get(from) ?? 0)}
                />
              </td>
            </tr>
          ))}
          {mode === 'types' && <Missing view={view} />}
        </tbody>
        {froms.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">All hands</th>
              {LEVELS.map(level => (
                <td key={level} className="room-all">
                  {handsAt(null, level)}
                </td>
              ))}
              <td className="room-sum">
                <Sum hands={total(null)} people={view.people} />
              </td>
            </tr>
          </tfoot>
        )}
      </table>
      {/* For the scribe's ears alone: this panel is never on the projector. */}
      <p className="hidden-words" aria-live="polite">
        {last && `${voteFromWords[last.from]}: ${handsAt(last.from, last.level)} at ${last.level}`}
      </p>
      <Foot view={view} />
    </section>
  )
}

/** More hands than people is no error, but worth a look. */
function Sum({ hands, people }: { hands: number; people: number }) {
  if (people === 0) return <>{hands}</>
  return (
    <span className={hands > people ? 'late' : hands === people ? '' : 'room-short'}>
      {hands} of {people}
      {hands === people && <span aria-hidden="true"> ✓</span>}
    </span>
  )
}

/** Voices that are missing today, named where their hands would be. */
function Missing({ view: { attendance, votes } }: { view: RoomView }) {
  const absent = organisationTypes.filter(
    type => type !== 'other' && !attendance.get(type) && !votes.some(vote => vote.organisationType === type),
  )
  return absent.map(type => (
    <tr key={type} className="room-absent">
      <th scope="row">{voteFromWords[type]}</th>
      <td colSpan={5}>
        <strong className="late">No one here</strong>{' '}
        <span className="quiet">A voice that is missing today</span>
      </td>
      <td className="room-sum quiet">0 of 0</td>
    </tr>
  ))
}

function Foot({ view }: { view: RoomView }) {
  const run = useRunCommand()
  const hands = view.votes.reduce((sum, vote) => sum + vote.hands, 0)
  const slips = view.count === 1 ? view.slips.cameIn : 0
  return (
    <div className="room-foot">
      <p className="quiet small grow">
        <kbd>0</kbd> to <kbd>4</kbd> add a hand, with <kbd>Shift</kbd> take one away, <kbd>↓</kbd> next row,{' '}
        <kbd>R</kbd> reveal
        {slips > 0 && `. ${counted(slips, 'rating slip')} will count with the hands.`}
      </p>
      <Button
        variant="primary"
        isBig
        offBecause={hands + slips === 0 ? 'Nobody has voted yet, so there is nothing to show.' : null}
        onPress={() => run('room.show')}
        label={`Reveal to the room: ${counted(hands, 'hand')}`}
      >
        Reveal to the room
      </Button>
    </div>
  )
}

function useAdd({ key, count }: RoomView): (from: VoteFrom, level: Level, hands: 1 | -1) => void {
  const act = useRoomAct()
  return (from, level, hands) => void act(client => client.room.count({ ...key, count, from, level, hands }))
}

function columnOf(target: EventTarget): number {
  const cells = (target as HTMLElement).closest('tr')?.querySelectorAll('button') ?? []
  return Math.max(0, [...cells].indexOf(target as HTMLButtonElement))
}
