import { count } from '../../../shared/text/dates.ts'
import { listOf } from '../../../shared/text/sizes.ts'
import { hrefOf } from '../../state/route.ts'
import type { RoomView } from './use-room.ts'

/** What may be known of rating slips before a reveal: how many came in, and who has not answered (RM16). */
export function SlipsIn({ view: { slips } }: { view: RoomView }) {
  const { cameIn, notAnswered } = slips
  if (cameIn === 0 && notAnswered.length === 0) return null
  return (
    <section className="paper room-part" aria-labelledby="room-slips">
      <h2 id="room-slips">
        {cameIn === 0 ? 'No rating slip came in' : `${count(cameIn, 'rating slip')} came in`}
      </h2>
      {cameIn > 0 && (
        <p className="quiet small">
          {cameIn === 1 ? 'It stays hidden, and counts' : 'They stay hidden, and count'} with the first count
          when you reveal it.
        </p>
      )}
      {notAnswered.length > 0 && (
        <p>
          Not answered: <strong>{listOf(notAnswered)}</strong>.{' '}
          <a href={hrefOf('review')}>Read returned files</a>
        </p>
      )}
    </section>
  )
}
