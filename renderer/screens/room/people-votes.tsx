import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Level } from '../../../shared/model/fields.ts'
import type { Participant } from '../../../shared/model/room.ts'
import { organisationWords } from '../../../shared/text/words.ts'
import { useRunCommand } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { LevelTile } from '../../components/level-tile.tsx'
import { useWorkbook } from '../../state/hooks.ts'
import { useFramework } from '../../state/select.ts'
import { levelOfKey, useCountKeys } from './use-count-keys.ts'
import type { RoomView } from './use-room.ts'
import { useRoomAct } from './use-room-act.ts'
import { VoterList } from './voter-list.tsx'

/** One person after another, on a laptop that goes round: nobody sees what the one before chose. */
export function PeopleVotes({ view }: { view: RoomView }) {
  const people = usePeople(view)
  const voted = new Set(view.votes.flatMap(vote => vote.participantId ?? []))
  const [chosen, setChosen] = useState<string | null>(null)
  const now = people.find(one => one.id === chosen) ?? people.find(one => !voted.has(one.id))
  const { levels } = useFramework().scale
  const act = useRoomAct()
  const run = useRunCommand()
  const part = useRef<HTMLElement>(null)
  const isDone = now === undefined

  // The next person finds the laptop at the first level; after the last one the scribe reveals.
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each person anew
  useLayoutEffect(() => {
    part.current?.querySelector<HTMLElement>(isDone ? '.room-foot button' : '.room-choice')?.focus()
  }, [now?.id, isDone])

  function onKeyDown(event: KeyboardEvent) {
    const level = levelOfKey(event)
    if (level === null || !now) return
    event.preventDefault()
    void vote(level as Level)
  }

  // As after a menu, or once the presenter's window is open.
  useCountKeys({ press: level => void vote(level as Level) })

  async function vote(level: Level) {
    if (!now) return
    await act(client => client.room.vote({ ...view.key, count: view.count, participantId: now.id, level }))
    setChosen(null)
  }

  return (
    <section className="paper room-people" aria-label="Person by person" ref={part} onKeyDown={onKeyDown}>
      {now ? (
        <>
          <div className="room-voter">
            <h2 id="voter">{nameOf(now, people)}</h2>
            <p className="quiet">
              Choose the level that is true today. It stays hidden until everyone has voted.
            </p>
          </div>
          <div className="room-choose">
            {levels.map(level => (
              <button
                key={level.value}
                type="button"
                className="room-choice"
                aria-describedby="voter"
                onClick={() => void vote(level.value as Level)}
              >
                <span className="room-choice-head">
                  <LevelTile level={level.value as Level} size="medium" isDecoration />
                  <strong>
                    <span className="hidden-words">{level.value} </span>
                    {level.label}
                  </strong>
                </span>
                <span className="quiet small">{view.principle.levels[level.value]?.descriptor}</span>
              </button>
            ))}
          </div>
        </>
      ) : (
        <h2>{people.length === 0 ? 'Say who is here first' : 'Everyone has voted'}</h2>
      )}
      <VoterList
        voters={people.map(one => ({
          id: one.id,
          name: one.name || nameOf(one, people),
          fullName: nameOf(one, people),
          hasVoted: voted.has(one.id),
          isNow: one.id === now?.id,
        }))}
        onChoose={setChosen}
      />
      <div className="room-foot room-foot-after">
        <p className="quiet small grow">
          {voted.size} of {people.length} have voted. <kbd>0</kbd> to <kbd>4</kbd> choose.
        </p>
        <Button
          variant="primary"
          isBig
          offBecause={view.votes.length === 0 ? 'Nobody has voted yet, so there is nothing to show.' : null}
          onPress={() => run('room.show')}
        >
          Reveal to the room
        </Button>
      </div>
    </section>
  )
}

function usePeople({ key }: RoomView): readonly Participant[] {
  const participants = useWorkbook(state => state.rows.participants)
  return useMemo(
    () => [...participants.values()].filter(one => one.roundId === key.roundId && one.areaId === key.areaId),
    [participants, key.roundId, key.areaId],
  )
}

/** A person without a name is the second one from the council. */
function nameOf(person: Participant, all: readonly Participant[]): string {
  if (person.name) return `${person.name}, ${organisationWords[person.organisationType].toLowerCase()}`
  const alike = all.filter(one => one.organisationType === person.organisationType && one.name === '')
  const number = alike.length > 1 ? ` ${alike.indexOf(person) + 1}` : ''
  return `${organisationWords[person.organisationType]}${number}`
}
