import type { OrganisationType } from '../../../shared/model/rating.ts'
import { groupsShown, missingVoices } from '../../../shared/rules/room.ts'
import { organisationWords } from '../../../shared/text/words.ts'
import { Button } from '../../components/button.tsx'
import type { RoomView } from './use-room.ts'

/** Where the hands came from, after the reveal, and whose did not come; groups under three are never shown alone. */
export function ByType({ view, onWhoIsHere }: { view: RoomView; onWhoIsHere: () => void }) {
  const { votes, first, count, isShown, attendance, people } = view
  if (!isShown) return null
  const groups = groupsShown(votes, count === 2 ? first : [])
  // Without attendance nobody is known to be missing.
  const { absent, silent } = people === 0 ? { absent: [], silent: [] } : missingVoices(attendance, votes)
  if (groups.length === 0 && absent.length + silent.length === 0) return null
  return (
    <section className="paper room-part" aria-labelledby="by-type">
      <h2 id="by-type">{groups.length > 0 ? 'Where the votes lie' : 'Missing voices'}</h2>
      <dl className="room-by-type">
        {groups.map(({ label, agreement }) => (
          <div key={label}>
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
        <Missing types={silent} said="no vote" />
        <Missing types={absent} said="not here" />
      </dl>
      <p className="quiet small">
        {groups.length > 0 && 'Groups of fewer than three are put together. '}
        <Button variant="link" onPress={onWhoIsHere}>
          Change who is here
        </Button>
      </p>
    </section>
  )
}

function Missing({ types, said }: { types: readonly OrganisationType[]; said: string }) {
  return types.map(type => (
    <div key={type} className="late">
      <dt>{organisationWords[type]}</dt>
      <dd>{said}</dd>
    </div>
  ))
}
