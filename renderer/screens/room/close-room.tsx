import { useMemo } from 'react'
import type { PrincipleId } from '../../../shared/model/ids.ts'
import { leftOpen } from '../../../shared/rules/room-close.ts'
import { count } from '../../../shared/text/dates.ts'
import { hiddenCountWords, splitSentence, voiceSentences } from '../../../shared/text/room-close.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { hrefOf } from '../../state/route.ts'
import { usePrinciples, useRound, useRows } from '../../state/select.ts'
import { ParkedList, useParked } from './parked-list.tsx'
import { SlipsIn } from './slips-in.tsx'
import type { RoomView } from './use-room.ts'
import { useRoomAct } from './use-room-act.ts'

/** Before people go: whose voice is missing, what is split or parked, and what was not reached. It forbids nothing. */
export function CloseRoom({ view, onBack }: { view: RoomView; onBack: () => void }) {
  const { roundId, areaId } = view.key
  const rows = useRows()
  const principles = usePrinciples()
  const round = useRound()
  const open = useMemo(
    () => leftOpen(rows, principles, { roundId, areaId }),
    [rows, principles, roundId, areaId],
  )
  const parked = useParked(view)
  const voices = voiceSentences(open)
  const act = useRoomAct()
  const { discussed, total, notDiscussed, splits, hidden } = open
  async function goTo(principleId: PrincipleId) {
    await act(client => client.room.set({ roundId, areaId, set: { principleId } }))
    onBack()
  }
  return (
    <>
      <PageHead
        title="Before the room closes"
        lead={`${discussed} of ${total} discussed, ${splits.length === 0 ? 'none' : splits.length} split. ${
          parked.length === 0 ? 'Nothing is parked.' : `${count(parked.length, 'thing')} parked.`
        }`}
        actions={
          <>
            <Button onPress={onBack} isAutoFocused>
              Back to the room
            </Button>
            <ButtonLink variant="primary" href={hrefOf('rounds')}>
              Sign off {round.name}
            </ButtonLink>
          </>
        }
      />
      <div className="room-here">
        <div className="room-here-side">
          <section className="paper room-part" aria-labelledby="close-voices">
            <h2 id="close-voices">Missing voices</h2>
            {voices.length === 0 ? (
              <p>Every kind of organisation has rated what was counted.</p>
            ) : (
              <ul className="room-left">
                {voices.map(sentence => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            )}
          </section>
          <section className="paper room-part" aria-labelledby="close-splits">
            <h2 id="close-splits">Splits</h2>
            {splits.length === 0 && <p>Nothing is split.</p>}
            <ul className="room-left">
              {splits.map(split => (
                <li key={split.principle.id}>
                  <a href={hrefOf('principle', split.principle.id)}>
                    {split.principle.number} {split.principle.title}
                  </a>
                  : {splitSentence(split)}
                </li>
              ))}
            </ul>
          </section>
        </div>
        <div className="room-here-side">
          {hidden.length > 0 && (
            <section className="paper room-part" aria-labelledby="close-hidden">
              <h2 id="close-hidden">Counted and never revealed</h2>
              <ul className="room-left">
                {hidden.map(({ principle: { id, number, title }, count: unseen }) => (
                  <li key={id}>
                    <Button variant="link" onPress={() => void goTo(id)}>
                      {number} {title}
                    </Button>
                    : {hiddenCountWords(unseen)}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {notDiscussed.length > 0 && (
            <section className="paper room-part" aria-labelledby="close-open">
              <h2 id="close-open">Not discussed yet</h2>
              <ul className="room-left">
                {notDiscussed.map(({ id, number, title }) => (
                  <li key={id}>
                    <Button variant="link" onPress={() => void goTo(id)}>
                      {number} {title}
                    </Button>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <ParkedList view={view} />
          <SlipsIn view={view} />
        </div>
      </div>
    </>
  )
}
