import { useState } from 'react'
import type { Level } from '../../../shared/model/fields.ts'
import { organisationTypes } from '../../../shared/model/organisation-types.ts'
import type { OrganisationType } from '../../../shared/model/rating.ts'
import { agreementOf, tallyOf } from '../../../shared/rules/agreement.ts'
import { startingLevel, whyNotAgreed } from '../../../shared/rules/room.ts'
import { organisationWords } from '../../../shared/text/words.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { PlainTextField } from '../../components/plain-text-field.tsx'
import { SegmentedChoice } from '../../components/segmented-choice.tsx'
import { Select } from '../../components/select.tsx'
import { AfterFoot } from './after-foot.tsx'
import type { RoomView } from './use-room.ts'
import { useRoomAct } from './use-room-act.ts'

const levels = ['0', '1', '2', '3', '4'] as const

/** The agreed level starts at the median; another needs a line, and who sees it differently is kept by type. */
export function AgreeForm({ view }: { view: RoomView }) {
  const { key, votes, rating, stage } = view
  const start = startingLevel(votes)
  const before = stage === 'agreed' ? (rating?.level ?? start) : start
  const [level, setLevel] = useState<Level | null>(before)
  const [reason, setReason] = useState(rating?.reason ?? '')
  const [minority, setMinority] = useState(rating?.minorityView ?? '')
  const [type, setType] = useState<string>(rating?.minorityType ?? '')
  const [wrong, setWrong] = useState<string | null>(null)
  const act = useRoomAct()
  const isSplit = agreementOf(tallyOf(votes)).verdict === 'split'

  async function agree() {
    if (level === null) return
    const why = whyNotAgreed(votes, level, reason)
    setWrong(why)
    if (why) return
    const minorityType = type === '' ? null : (type as OrganisationType)
    await act(client =>
      client.room.agree({
        ...key,
        level,
        reason: reason.trim(),
        minorityView: minority.trim(),
        minorityType,
      }),
    )
  }

  useCommands([
    {
      id: 'room.agree',
      label: level === null ? 'Agree a level' : `Agree ${level}`,
      group: 'In the room',
      shortcuts: ['A'],
      run: () => void agree(),
    },
  ])

  return (
    <>
      <section className="paper room-part" aria-labelledby="agree">
        <h2 id="agree">
          {isSplit ? 'Plan from a level, and keep the split' : 'Agree a level'}
          {start !== null && (
            <span className="quiet small"> Starts at the median, {start}. Another level needs a reason.</span>
          )}
        </h2>
        <form
          id="agree-form"
          className="room-agree"
          noValidate
          onSubmit={event => {
            event.preventDefault()
            void agree()
          }}
        >
          <SegmentedChoice
            label="Level"
            value={level === null ? null : (String(level) as (typeof levels)[number])}
            choices={levels.map(value => ({ value, label: value }))}
            onChange={value => setLevel(Number(value) as Level)}
          />
          <PlainTextField label="Why" value={reason} onChange={setReason} error={wrong} />
          <PlainTextField label="Minority view" value={minority} onChange={setMinority} />
          <Select
            label="Whose, by type, not name"
            value={type}
            choices={[
              { value: '', label: 'Not said' },
              ...organisationTypes.map(value => ({ value, label: organisationWords[value] })),
            ]}
            onChange={setType}
          />
        </form>
      </section>
      <AfterFoot view={view} level={level} isSplit={isSplit} onAgree={() => void agree()} />
    </>
  )
}
