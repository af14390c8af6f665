import { useState } from 'react'
import { changeReasonWords } from '../../../shared/text/words.ts'
import { Button } from '../../components/button.tsx'
import { Nine } from '../../components/nine.tsx'
import { Callout } from '../../components/notices.tsx'
import { useWorkbook } from '../../state/hooks.ts'
import { countSources, factsOf, firstSentence } from './facts.ts'
import { SourceLines } from './source-lines.tsx'
import type { PrincipleView } from './use-principle.ts'

/** Which principle this is, what it says, why it matters, and what was said last time. */
export function PrincipleHead({ view }: { view: PrincipleView }) {
  const { principle } = view
  return (
    <header className="principle-head">
      <div className="principle-top">
        <Nine here={principle.number} size={40} label={`Principle ${principle.number} of 9`} />
        <h1>
          <span className="number">{principle.number}</span> {principle.title}
        </h1>
        <LastRound view={view} />
      </div>
      <p className="principle-statement">{principle.statement}</p>
      <WhyItMatters view={view} />
      {view.fixed && !view.readOnly && (
        <Callout tone="calm">
          <p>{view.fixed}</p>
        </Callout>
      )}
    </header>
  )
}

function LastRound({ view }: { view: PrincipleView }) {
  const names = useWorkbook(state => state.framework.scale.levels)
  if (!view.last) return null
  const { rating, round } = view.last
  const said =
    rating.state === 'not-applicable'
      ? 'not applicable'
      : rating.level === null
        ? 'not discussed'
        : `${rating.level} ${names[rating.level]?.label}`
  const reason = view.rating.changeReason
  return (
    <div className="principle-last">
      <p title={view.last.votes || undefined}>
        Last round, {round.name}: <strong>{said}</strong>
        {view.last.verdict && `, ${view.last.verdict}`}
      </p>
      {reason && view.rating.level !== null && view.rating.level !== rating.level && (
        <p>
          Moved because: <strong>{changeReasonWords[reason].toLowerCase()}</strong>
        </p>
      )}
    </div>
  )
}

/** One line that opens into the reasons and facts, each fact with its sources and any caution. */
function WhyItMatters({ view }: { view: PrincipleView }) {
  const framework = useWorkbook(state => state.framework)
  const [isOpen, setIsOpen] = useState(false)
  const facts = factsOf(framework, view.principle)
  const sources = countSources(facts)
  return (
    <div className="why">
      <p className="why-line">
        <strong className="nowrap">Why it matters</strong>
        <span className={isOpen ? undefined : 'why-first'}>
          {isOpen ? view.principle.whyItMatters : firstSentence(view.principle.whyItMatters)}
        </span>
        <Button variant="link" className="nowrap" isExpanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
          {isOpen ? 'Close' : `Read on, ${sources} ${sources === 1 ? 'source' : 'sources'}`}
        </Button>
      </p>
      {isOpen && (
        <ul className="facts">
          {facts.map(fact => (
            <li key={fact.id}>
              <p>{fact.text}</p>
              {fact.caution && (
                <p className="small">
                  <strong>Take care:</strong> {fact.caution}
                </p>
              )}
              <SourceLines sources={fact.sources} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
