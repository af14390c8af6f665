import { useMemo } from 'react'
import type { Principle } from '../../../shared/model/framework.ts'
import type { Rating } from '../../../shared/model/rating.ts'
import { ratingOf } from '../../../shared/rules/select.ts'
import { monthYear } from '../../../shared/text/dates.ts'
import { levelNameOf } from '../../../shared/text/levels.ts'
import { Icon } from '../../components/icon.tsx'
import { LevelTile, TargetTile } from '../../components/level-tile.tsx'
import { hrefOf } from '../../state/route.ts'
import { useArea, useFramework, useRound, useRows, useToday } from '../../state/select.ts'
import { type Fact, factsOf, movementWords } from './card-facts.ts'

/** One of the nine: level now, target, how sure, what proves it, what is being done. The whole card is its link. */
export function PrincipleCard({ principle, isNext }: { principle: Principle; isNext: boolean }) {
  const rows = useRows()
  const area = useArea()
  const round = useRound()
  const today = useToday()
  const { rating, facts, movement } = useMemo(() => {
    const key = { areaId: area.id, roundId: round.id, principleId: principle.id }
    const found = ratingOf(rows, key)
    return {
      rating: found,
      facts: factsOf(rows, key, today),
      movement: movementWords(rows, key, found),
    }
  }, [rows, area.id, round.id, principle.id, today])
  const isOpen = !rating || rating.state === 'not-discussed'
  return (
    <li className={`card${isOpen ? ' card-open' : ''}${isNext ? ' card-next' : ''}`}>
      <h2>
        <span className="number">{principle.number}</span>
        <a href={hrefOf('principle', principle.id)}>{principle.title}</a>
      </h2>
      <Now rating={rating} isNext={isNext} movement={movement} />
      <div className="card-facts">
        {facts.map((fact, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are the same three, always in this order
          <FactLine key={index} fact={fact} />
        ))}
      </div>
    </li>
  )
}

function Now(props: { rating: Rating | undefined; isNext: boolean; movement: string }) {
  const { rating, movement } = props
  const { scale } = useFramework()
  const labelOf = (value: number | null) => levelNameOf(scale, value)
  if (rating?.state === 'not-applicable')
    return (
      <div className="card-now">
        <LevelTile level="not-applicable" size="large" isDecoration />
        <p>
          Not applicable<span className="card-why">{rating.notApplicableReason}</span>
        </p>
      </div>
    )
  if (rating?.state !== 'rated' || rating.level === null)
    return (
      <div className="card-now">
        <LevelTile level="not-discussed" size="large" isDecoration />
        <p>
          {props.isNext ? 'Next to discuss' : 'Not discussed yet'}
          <span>{movement}</span>
        </p>
      </div>
    )
  return (
    <div className="card-now">
      <LevelTile level={rating.level} size="large" levelName={labelOf(rating.level)} />
      <p aria-hidden={movement ? undefined : true}>
        {labelOf(rating.level)}
        <span>{movement}</span>
      </p>
      {rating.targetLevel !== null && (
        <p className="card-goal">
          <Icon name="arrow" />
          <TargetTile level={rating.targetLevel} size="medium" levelName={labelOf(rating.targetLevel)} />
          <span className="card-by">{rating.targetDate ? monthYear(rating.targetDate) : 'no date'}</span>
        </p>
      )}
    </div>
  )
}

function FactLine({ fact }: { fact: Fact }) {
  return (
    <p>
      {fact.before}
      {fact.strong &&
        (fact.isLate ? <span className="late">{fact.strong}</span> : <strong>{fact.strong}</strong>)}
      {fact.after}
    </p>
  )
}
