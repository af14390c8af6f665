import { memo } from 'react'
import type { ReviewChange, ReviewDecisions, ReviewSubject } from '../../../shared/model/review.ts'
import { count } from '../../../shared/text/dates.ts'
import { CardHead } from './card-head.tsx'
import { verdictOf } from './decide.ts'
import type { Handlers } from './handlers.ts'
import type { Facts } from './use-facts.ts'

/** The head over several cells of one action, with the choice for all of them. */
export const SubjectHead = memo(function SubjectHead(props: {
  subject: ReviewSubject
  changes: readonly ReviewChange[]
  decisions: ReviewDecisions['changes']
  /** The cursor is within: its buttons are reached by Tab. */
  isActive: boolean
  facts: Facts
  on: Handlers
}) {
  const { subject, changes, on } = props
  const isConflict = changes[0]!.state === 'conflict'
  const acceptable = changes.filter(change => change.state === 'proposed')
  const all = (of: readonly ReviewChange[], verdict: string) =>
    of.length > 0 && of.every(change => verdictOf(props.decisions[change.id]) === verdict)
  const button = (words: string, isPressed: boolean, onClick: () => void) => (
    <button
      type="button"
      className={isPressed ? 'segment is-chosen' : 'segment'}
      tabIndex={props.isActive ? 0 : -1}
      aria-pressed={isPressed}
      aria-label={`${words}: ${subject.ref} ${subject.title}`}
      onClick={onClick}
    >
      <span>{words}</span>
    </button>
  )
  return (
    <CardHead
      subject={{ ref: '', title: `${subject.title}, ${count(changes.length, 'cell')}` }}
      title={subject.ref || subject.title}
      number={subject.principleId && props.facts.numbers.get(subject.principleId)}
    >
      {!isConflict && (
        <span className="segments review-verdict">
          {button('Refuse all', all(changes, 'refused'), () => on.refuseAll(changes, []))}
          {acceptable.length > 0 &&
            button('Accept all', all(acceptable, 'accepted'), () => on.acceptAll(changes, []))}
        </span>
      )}
    </CardHead>
  )
})
