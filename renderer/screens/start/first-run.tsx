import { lineOf } from '../../../shared/text/principles.ts'
import { ninePrinciples } from './shipped.ts'

/** The first time: what the nine are, and the one rule that matters. */
export function FirstRun() {
  return (
    <>
      <h2>The nine principles</h2>
      <p className="start-words first-run-words">
        For each one you choose a level from 0 to 4 and say why. Whatever you leave out stays “not discussed”,
        never 0.
      </p>
      <ol className="first-run">
        {ninePrinciples.map(principle => (
          <li key={principle.id} className="paper">
            <span className="number">{principle.number}</span>
            <strong>{principle.title}</strong>
            <p>{lineOf(principle)}</p>
          </li>
        ))}
      </ol>
    </>
  )
}
