import { useMemo, useSyncExternalStore } from 'react'
import { type AttentionGroup, type AttentionItem, attentionOf } from '../../../shared/rules/attention.ts'
import { challengesOf } from '../../../shared/rules/challenge.ts'
import { count } from '../../../shared/text/dates.ts'
import { hrefOf } from '../../state/route.ts'
import { useArea, useFramework, useRound, useRows, useToday } from '../../state/select.ts'

/** How many lines of a group are listed; the rest is one link away. On a laptop the panel ends with the nine. */
const most = { tall: 5, low: 3, lowWaiting: 2 }
const TALL = '(min-height: 900px)'

/** What needs attention in this area, each line a link to where it is put right. */
export function AttentionPanel({ isBeginning }: { isBeginning: boolean }) {
  const rows = useRows()
  const framework = useFramework()
  const area = useArea()
  const round = useRound()
  const today = useToday()
  const { groups, questions } = useMemo(() => {
    const at = { areaId: area.id, roundId: round.id }
    return {
      groups: attentionOf(rows, framework, at, today),
      questions: challengesOf(rows, framework, at, today).length,
    }
  }, [rows, framework, area.id, round.id, today])
  const isTall = useSyncExternalStore(whenTallChanges, () => window.matchMedia(TALL).matches)
  const mostOf = (heading: AttentionGroup['heading']) =>
    isTall ? most.tall : heading === 'Waiting' ? most.lowWaiting : most.low
  if (isBeginning && groups.length === 0) return <Beginning />
  return (
    <section className="attention paper" aria-labelledby="attention">
      <h2 id="attention">Needs attention</h2>
      {groups.length === 0 && <p className="quiet">Nothing is late, split or out of date.</p>}
      {groups.map(group => (
        <div key={group.heading} className="attention-group">
          <h3>{group.heading}</h3>
          <ul>
            {group.items.slice(0, mostOf(group.heading)).map(item => (
              <li key={item.label}>
                <AttentionLink item={item} />
              </li>
            ))}
            {group.items.length > mostOf(group.heading) && (
              <li>
                <a href={hrefOf(placeOf(group))}>
                  and {(group.items.length - mostOf(group.heading)).toLocaleString('en-GB')} more
                </a>
              </li>
            )}
          </ul>
        </div>
      ))}
      {questions > 0 && (
        <p className="attention-more">
          <a href={hrefOf('evidence')}>{count(questions, 'question')} a non-executive may ask</a>
        </p>
      )}
    </section>
  )
}

/** The screen where all of a group stand. */
function placeOf(group: AttentionGroup): string {
  const { screen } = group.items[0]!.target
  return screen === 'principle' ? 'picture' : screen
}

function whenTallChanges(notify: () => void): () => void {
  const query = window.matchMedia(TALL)
  query.addEventListener('change', notify)
  return () => query.removeEventListener('change', notify)
}

function AttentionLink({ item }: { item: AttentionItem }) {
  return (
    <a href={hrefOf(item.target.screen, item.target.id)} title={`${item.label}: ${item.detail}`}>
      <b>{item.label}</b>
      <span>{item.detail}</span>
    </a>
  )
}

/** Before anything is rated: what to do, in the order it is done. */
function Beginning() {
  return (
    <section className="attention paper" aria-labelledby="attention">
      <h2 id="attention">How it goes</h2>
      <ol className="steps">
        <li>
          <strong>Discuss a principle.</strong> Read the five descriptions side by side, choose the one that
          is true today, and say why.
        </li>
        <li>
          <strong>Attach what shows it.</strong> Files, links and notes go into this workbook and stay with
          it.
        </li>
        <li>
          <strong>Set a target and take actions.</strong> Each step comes with first actions you can take as
          they are.
        </li>
        <li>
          <strong>Export for the board.</strong> One Excel workbook with where you are, the plan and what
          worries you.
        </li>
      </ol>
      <p className="attention-more quiet small">
        Everything is saved as you go, and every change can be undone.{' '}
        <a href={hrefOf('guide', 'first-workbook.rate-your-first-principle')}>Show me, step by step</a>
      </p>
    </section>
  )
}
