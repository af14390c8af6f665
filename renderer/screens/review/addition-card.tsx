import { memo } from 'react'
import type { PrincipleId } from '../../../shared/model/ids.ts'
import type { ReviewAddition, ReviewDecisions } from '../../../shared/model/review.ts'
import { Nine } from '../../components/nine.tsx'
import { Select } from '../../components/select.tsx'
import type { Handlers } from './handlers.ts'
import { Remarks } from './remarks.tsx'
import { isLong } from './shortened.ts'
import { ShowAll } from './show-all.tsx'
import type { Facts } from './use-facts.ts'
import { Value } from './value.tsx'
import { VerdictButtons } from './verdict-buttons.tsx'

export type AdditionCardProps = {
  addition: ReviewAddition
  decision: ReviewDecisions['additions'][string] | undefined
  isOpened: boolean
  isActive: boolean
  facts: Facts
  on: Handlers
}

/** A row that came back and matches nothing here, offered as new. */
export const AdditionCard = memo(function AdditionCard(props: AdditionCardProps) {
  const { addition, decision, isActive, facts, on } = props
  const number = addition.principleId && facts.numbers.get(addition.principleId)
  const verdict = decision ? (decision.accept ? 'accepted' : 'refused') : 'open'
  const fields = addition.fields.filter(field => field.value.text !== '')
  const file = facts.files.get(addition.fileId)
  return (
    <>
      <div className="review-head">
        {number ? <Nine here={number} size={16} /> : null}
        <span className="review-where" title={addition.title}>
          <strong>New: {addition.kind}</strong>{' '}
          {file && <span className="quiet">from {file.forWhom || file.name}</span>}
        </span>
        <VerdictButtons
          verdict={verdict}
          of={`${addition.kind}: ${addition.title}`}
          isReachable={isActive}
          canAccept={addition.problem === ''}
          onVerdict={next => on.add(addition, next === 'open' ? null : next === 'accepted')}
        />
      </div>
      <p className={verdict === 'refused' ? 'review-new is-refused' : 'review-new'}>
        {verdict === 'refused' ? <s>{addition.title}</s> : <strong>{addition.title}</strong>}
      </p>
      {verdict !== 'refused' && (
        <dl className="review-fields">
          {fields
            .filter(field => field.value.text !== addition.title)
            .map(field => (
              <div key={field.header}>
                <dt>{field.header}</dt>
                <dd>
                  <Value
                    value={field.value}
                    columnId={field.header}
                    facts={facts}
                    isShort={!props.isOpened}
                  />
                </dd>
              </div>
            ))}
        </dl>
      )}
      {addition.needsPrinciple && verdict !== 'refused' && (
        <PrincipleChoice {...props} isMissing={verdict === 'accepted' && decision?.principleId === null} />
      )}
      {addition.problem && <Remarks remarks={[addition.problem]} isWrong />}
      <Remarks remarks={addition.remarks} />
      {fields.some(field => isLong(field.value)) && verdict !== 'refused' && (
        <ShowAll
          isOpened={props.isOpened}
          isReachable={isActive}
          onOpen={isOpened => on.open(addition.id, isOpened)}
        />
      )}
    </>
  )
})

function PrincipleChoice(props: AdditionCardProps & { isMissing: boolean }) {
  const { addition, decision, facts, on } = props
  return (
    <Select
      className="review-principle"
      isReachable={props.isActive}
      label="Which principle is it about?"
      error={props.isMissing ? 'Choose one, so that it can be added.' : null}
      value={decision?.principleId ?? ''}
      choices={[
        { value: '', label: 'Choose a principle' },
        ...facts.principles.map(principle => ({ value: principle.id as string, label: principle.words })),
      ]}
      onChange={value => on.add(addition, true, value === '' ? null : (value as PrincipleId))}
    />
  )
}
