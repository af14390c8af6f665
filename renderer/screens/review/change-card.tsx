import { memo } from 'react'
import type { ReviewChange } from '../../../shared/model/review.ts'
import { listOf } from '../../../shared/text/sizes.ts'
import { Icon } from '../../components/icon.tsx'
import { CardHead } from './card-head.tsx'
import { ConflictOptions } from './conflict-options.tsx'
import { acceptOption, verdictOf } from './decide.ts'
import type { Handlers } from './handlers.ts'
import { Remarks } from './remarks.tsx'
import { isLong } from './shortened.ts'
import { ShowAll } from './show-all.tsx'
import type { Facts } from './use-facts.ts'
import { Value } from './value.tsx'
import { VerdictButtons } from './verdict-buttons.tsx'
import { differences } from './word-diff.ts'
import { stateWords } from './words.ts'

export type ChangeCardProps = {
  change: ReviewChange
  place: 'alone' | 'within' | 'last'
  /** The option chosen. */
  chosen: string | undefined
  /** Long texts are shown whole. */
  isOpened: boolean
  /** It has the cursor: its controls are reached by Tab. */
  isActive: boolean
  facts: Facts
  on: Handlers
}

/** One cell that came back changed: what it was, what it would become, and the choice. */
export const ChangeCard = memo(function ChangeCard(props: ChangeCardProps) {
  const { change, chosen, isActive, facts, on } = props
  const isConflict = change.state === 'conflict'
  const words = stateWords(change)
  const accept = acceptOption(change)
  const hasLong =
    isLong(change.sent) || isLong(change.now) || change.returned.some(each => isLong(each.value))
  return (
    <>
      <CardHead
        subject={props.place === 'alone' ? change.subject : null}
        title={change.header}
        number={change.subject.principleId && facts.numbers.get(change.subject.principleId)}
      >
        {words && <span className="late small nowrap">{words}</span>}
        {!isConflict && (
          <VerdictButtons
            verdict={verdictOf(chosen)}
            of={`${change.subject.ref} ${change.header}`}
            isReachable={isActive}
            canAccept={accept !== null}
            onVerdict={verdict =>
              on.choose(change, verdict === 'open' ? null : verdict === 'refused' ? 'now' : accept)
            }
          />
        )}
      </CardHead>
      {isConflict ? <ConflictOptions {...props} /> : <BeforeAfter {...props} />}
      {isConflict && <Remarks remarks={change.remarks} isWrong={change.state === 'unreadable'} />}
      {hasLong && (
        <ShowAll
          isOpened={props.isOpened}
          isReachable={isActive}
          onOpen={isOpened => on.open(change.id, isOpened)}
        />
      )}
    </>
  )
})

function BeforeAfter({ change, chosen, isOpened, facts }: ChangeCardProps) {
  const before = change.sent ?? change.now
  const [returned] = change.returned
  const isRefused = verdictOf(chosen) === 'refused'
  const marks = differences(before.text, returned!.value.text)
  const hasNow = change.sent !== null && change.now.text !== change.sent.text
  const draw = { columnId: change.columnId, facts, isShort: !isOpened }
  return (
    <div className={`review-sides${hasNow ? ' has-now' : ''}${isRefused ? ' is-refused' : ''}`}>
      <div>
        <span className="review-side">Before</span>
        {isRefused && !hasNow ? (
          <strong>
            <Value {...draw} value={before} />
          </strong>
        ) : (
          <Value {...draw} value={before} pieces={marks?.before} side="before" />
        )}
        {isRefused && !hasNow && <span className="review-side">stays</span>}
      </div>
      <span className="review-arrow">
        <Icon name="arrow" />
      </span>
      <div className="review-returned">
        <span className="review-side">Returned</span>
        {isRefused ? (
          <s>
            <Value {...draw} value={returned!.value} />
          </s>
        ) : (
          <strong>
            <Value {...draw} value={returned!.value} pieces={marks?.after} side="after" />
          </strong>
        )}
        {facts.files.size > 1 && <span className="review-side">{bysOf(change)}</span>}
        <Remarks remarks={change.remarks} isWrong={change.state === 'unreadable'} />
      </div>
      {hasNow && (
        <div>
          <span className="review-side">Now</span>
          <Value {...draw} value={change.now} />
          {isRefused && <span className="review-side">stays</span>}
        </div>
      )}
    </div>
  )
}

/** Whose file it came back in; several may say the same. */
function bysOf({ returned }: ReviewChange): string {
  return listOf([...new Set(returned.map(each => each.by).filter(Boolean))])
}
