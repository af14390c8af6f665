import type { SnapshotLine } from '../../../shared/contract/snapshot.ts'
import type { Day } from '../../../shared/model/fields.ts'
import { count, weekdayDate } from '../../../shared/text/dates.ts'
import { listOf, sizeOf } from '../../../shared/text/sizes.ts'

/** Snapshots by day, newest first; one of them is chosen. */
export function SnapshotList(props: {
  snapshots: readonly SnapshotLine[]
  chosenId: string | null
  today: Day
  onChoose: (id: string) => void
}) {
  const days = [...new Set(props.snapshots.map(({ day }) => day))]
  return days.map(day => (
    <section key={day} className="restore-day" aria-label={headingOf(day, props.today)}>
      <h2>{headingOf(day, props.today)}</h2>
      <ol>
        {props.snapshots
          .filter(one => one.day === day)
          .map(one => (
            <li key={one.id}>
              <button
                type="button"
                className="restore-line"
                aria-pressed={one.id === props.chosenId}
                onClick={() => props.onChoose(one.id)}
              >
                <span className="restore-time">{one.time}</span>
                <span className="restore-words">
                  <span>{contentWords(one)}</span>
                  <span className="small quiet">{afterWords(one)}</span>
                  {remarkOf(one) && <span className="small restore-remark">{remarkOf(one)}</span>}
                </span>
                <span className="restore-size small quiet">{sizeOf(one.size)}</span>
              </button>
            </li>
          ))}
      </ol>
    </section>
  ))
}

/** "Autumn 2026: 6 of 9 discussed, 14 ratings, 60 actions and 30 items of evidence". */
export function contentWords(line: SnapshotLine): string {
  const { roundName, discussed, principles, ratings, actions, evidence } = line
  const parts = [
    discussed === 0 ? 'none discussed yet' : `${discussed} of ${principles} discussed`,
    ...(ratings > discussed ? [count(ratings, 'rating')] : []),
    ...(actions > 0 ? [count(actions, 'action')] : []),
    ...(evidence > 0 ? [count(evidence, 'item of evidence', 'items of evidence')] : []),
  ]
  return `${roundName}: ${listOf(parts)}`
}

function afterWords({ lastEdit: { words, who } }: SnapshotLine): string {
  return `Made after: ${words}${who ? ` (${who})` : ''}`
}

function remarkOf({ standing, isOlder }: SnapshotLine): string {
  if (standing === 'same') return 'The workbook stands just so now.'
  if (standing === 'apart') return 'Of a copy that went its own way.'
  return isOlder ? 'From before the workbook was brought up to date.' : ''
}

function headingOf(day: Day, today: Day): string {
  const words = weekdayDate(day, today)
  return day === today ? `Today, ${words}` : words
}
