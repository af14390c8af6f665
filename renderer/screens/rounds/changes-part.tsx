import { useMemo } from 'react'
import type { Round } from '../../../shared/model/workbook.ts'
import { ratingOf, ratingStateOf } from '../../../shared/rules/select.ts'
import { longDate } from '../../../shared/text/dates.ts'
import { ratingChangeWords } from '../../../shared/text/rating-change.ts'
import { useSession } from '../../state/hooks.ts'
import { hrefOf } from '../../state/route.ts'
import { useAreas, usePrinciples, useRows } from '../../state/select.ts'

/** What changed since the last round, a sentence each, in the words of the Changes sheet. Only what this round discussed. */
export function ChangesPart({ round, before }: { round: Round; before: Round }) {
  const rows = useRows()
  const areas = useAreas()
  const principles = usePrinciples()
  const choose = useSession(state => state.choose)
  const changes = useMemo(
    () =>
      areas.flatMap(area =>
        principles.flatMap(principle => {
          const key = { areaId: area.id, principleId: principle.id }
          const now = ratingOf(rows, { ...key, roundId: round.id })
          if (ratingStateOf(now) === 'not-discussed') return []
          const words = ratingChangeWords(ratingOf(rows, { ...key, roundId: before.id }), now)
          return words ? [{ area, principle, words }] : []
        }),
      ),
    [rows, areas, principles, round.id, before.id],
  )
  return (
    <section className="paper rounds-part" aria-labelledby="what-changed">
      <h2 id="what-changed">What changed since {before.name}</h2>
      <p className="quiet">
        {changes.length === 0
          ? `No level discussed in ${round.name} differs from ${before.name}.`
          : `Levels compared with those as at ${longDate(before.asAt)}. The Changes sheet of the board workbook says the same.`}
      </p>
      <ul className="rounds-changes">
        {changes.map(({ area, principle, words }) => (
          <li key={`${area.id} ${principle.id}`}>
            <a href={hrefOf('principle', principle.id)} onClick={() => choose({ areaId: area.id })}>
              {principle.number} {principle.title}
              {area.kind === 'place' && ` (${area.name})`}
            </a>
            : {words}
          </li>
        ))}
      </ul>
    </section>
  )
}
