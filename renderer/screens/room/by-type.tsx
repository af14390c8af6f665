import { groupsShown } from '../../../shared/rules/room.ts'
import type { RoomView } from './use-room.ts'

/** Where the hands came from, after the reveal; groups under three are never shown alone. */
export function ByType({ view: { votes, first, count, isShown } }: { view: RoomView }) {
  const groups = isShown ? groupsShown(votes, count === 2 ? first : []) : []
  if (groups.length === 0) return null
  return (
    <section className="paper room-part" aria-labelledby="by-type">
      <h2 id="by-type">Where the votes lie</h2>
      <dl className="room-by-type">
        {groups.map(({ label, agreement }) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>
              {agreement.verdict === 'no-votes'
                ? ''
                : agreement.lowest === agreement.highest
                  ? `all ${agreement.lowest}`
                  : `${agreement.lowest} to ${agreement.highest}`}
            </dd>
          </div>
        ))}
      </dl>
      <p className="quiet small">Groups of fewer than three are put together.</p>
    </section>
  )
}
