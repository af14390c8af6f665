import type { ReactNode } from 'react'
import type { ReviewSubject } from '../../../shared/model/review.ts'
import { Nine } from '../../components/nine.tsx'

/** The line over a card: where in the nine, which action and column, its title; to the right the choice. */
export function CardHead(props: {
  /** None where a head over several cards says it. */
  subject: Pick<ReviewSubject, 'ref' | 'title'> | null
  title: string
  /** The principle's number, 1 to 9. */
  number: number | null | undefined
  children?: ReactNode
}) {
  const { subject, number } = props
  return (
    <div className="review-head">
      {subject && (number ? <Nine here={number} size={16} /> : null)}
      <span className="review-where" title={subject ? `${subject.ref} ${subject.title}` : undefined}>
        <strong>
          {subject?.ref && `${subject.ref} `}
          {props.title}
        </strong>{' '}
        {subject && (
          <bdi className="quiet">
            {number && <span className="hidden-words">Principle {number}, </span>}
            {subject.title}
          </bdi>
        )}
      </span>
      {props.children}
    </div>
  )
}
