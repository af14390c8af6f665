import { useState } from 'react'
import type { Confidence } from '../../../shared/model/rating.ts'
import { changeReasonWords } from '../../../shared/text/words.ts'
import { Button } from '../../components/button.tsx'
import { DateField } from '../../components/date-field.tsx'
import { SegmentedChoice } from '../../components/segmented-choice.tsx'
import { Select } from '../../components/select.tsx'
import { TextArea, TextField } from '../../components/text-field.tsx'
import { useFramework } from '../../state/select.ts'
import { focusPage } from './focus-page.ts'
import { NotApplicable } from './not-applicable.tsx'
import { levelOf } from './rating-view.ts'
import { TieBreakCard } from './tie-break-card.tsx'
import type { PrincipleView } from './use-principle.ts'

/** What the area says about a principle beside its level: why, how sure, and where it wants to be. */
export function RatingForm({ view }: { view: PrincipleView }) {
  const { rating, save } = view
  const isFixed = view.fixed !== ''
  if (rating.state === 'not-applicable')
    return (
      <section className="rating-form" aria-label="Your rating">
        <NotApplicable view={view} onClose={() => {}} />
      </section>
    )
  return (
    <section className="rating-form" aria-label="Your rating">
      {rating.level === null ? (
        <ChooseFirst view={view} />
      ) : (
        <TieBreakCard level={rating.level} isFixed={isFixed} onChoose={level => save({ level })} />
      )}
      <div className="rating-why">
        <TextArea
          label="Why this level"
          value={rating.reason}
          onSave={reason => save({ reason })}
          isReadOnly={isFixed}
          rows={4}
        />
        <Moved view={view} />
      </div>
      <div className="rating-rest">
        <ConfidenceChoice view={view} />
        <div className="rating-target">
          <TargetLevel view={view} />
          <DateField
            label="By"
            value={rating.targetDate}
            onSave={targetDate => save({ targetDate })}
            isReadOnly={isFixed}
          />
        </div>
      </div>
      <ConfidenceMeaning view={view} />
      {view.votes && <p className="rating-votes small quiet">{view.votes}</p>}
      {!isFixed && <Otherwise view={view} />}
    </section>
  )
}

/** Before a level is chosen: how to choose one. */
function ChooseFirst({ view }: { view: PrincipleView }) {
  const rules = useFramework().scale.choosing.rules
  return (
    <div className="tie">
      <span className="tile tile-small tile-none" />
      <div>
        <p>
          <strong>You have not discussed this yet.</strong> {rules[1]}
        </p>
        <p className="small quiet">{rules[0]}</p>
      </div>
      <span className="small quiet nowrap">{view.fixed ? '' : 'Keys 0 to 4 choose'}</span>
    </div>
  )
}

function ConfidenceChoice({ view }: { view: PrincipleView }) {
  const scale = useFramework().scale.confidence
  return (
    <SegmentedChoice
      label="Confidence"
      value={view.rating.confidence}
      isDisabled={view.fixed !== ''}
      choices={scale.map(one => ({
        value: one.id as Confidence,
        label: one.label,
        name: `${one.label}. ${one.meaning}`,
      }))}
      onChange={confidence => view.save({ confidence })}
    />
  )
}

/** What the chosen confidence means, or how to choose one. */
function ConfidenceMeaning({ view }: { view: PrincipleView }) {
  const chosen = useFramework().scale.confidence.find(one => one.id === view.rating.confidence)
  return (
    <p className="confidence-meaning small quiet" aria-live="polite">
      {chosen ? (
        <>
          <strong>{chosen.label} confidence:</strong> {chosen.meaning}
        </>
      ) : (
        'Confidence says how sure you are of the level, from the evidence you have.'
      )}
    </p>
  )
}

function TargetLevel({ view }: { view: PrincipleView }) {
  const names = useFramework().scale.levels
  const { rating } = view
  return (
    <Select
      label="Target"
      value={rating.targetLevel === null ? '' : String(rating.targetLevel)}
      isDisabled={view.fixed !== ''}
      choices={[
        { value: '', label: 'None yet' },
        ...names.map(one => ({ value: String(one.value), label: `${one.value} ${one.label}` })),
      ]}
      onChange={text => view.save({ targetLevel: levelOf(text) })}
    />
  )
}

/** When the level differs from last time: why it moved. */
function Moved({ view }: { view: PrincipleView }) {
  const { rating, last } = view
  if (!last || last.rating.level === null || rating.level === null || last.rating.level === rating.level)
    return null
  return (
    <>
      <Select
        className="field-inline rating-moved"
        label={`It was ${last.rating.level} last round. Why it moved`}
        value={rating.changeReason ?? ''}
        isDisabled={view.fixed !== ''}
        choices={[
          { value: '', label: 'Not said yet' },
          ...Object.entries(changeReasonWords).map(([value, label]) => ({ value, label })),
        ]}
        onChange={text =>
          view.save({ changeReason: text === '' ? null : (text as keyof typeof changeReasonWords) })
        }
      />
      {rating.changeReason && (
        <TextField
          label="What moved it, in a line"
          value={rating.changeNote}
          onSave={changeNote => view.save({ changeNote })}
          isReadOnly={view.fixed !== ''}
        />
      )}
    </>
  )
}

/** The two other things an area can say instead of a level. */
function Otherwise({ view }: { view: PrincipleView }) {
  const [isAsking, setIsAsking] = useState(false)
  if (isAsking) return <NotApplicable view={view} onClose={() => setIsAsking(false)} />
  return (
    <p className="rating-otherwise small">
      {view.rating.level !== null && (
        <Button
          variant="link"
          onPress={() => {
            focusPage()
            void view.save({ state: 'not-discussed' })
          }}
        >
          Set back to not discussed
        </Button>
      )}
      <Button variant="link" onPress={() => setIsAsking(true)}>
        This does not apply here
      </Button>
    </p>
  )
}
