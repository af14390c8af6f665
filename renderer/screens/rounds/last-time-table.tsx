import { useMemo } from 'react'
import type { Decision } from '../../../shared/model/decision.ts'
import type { Level } from '../../../shared/model/fields.ts'
import type { Rating } from '../../../shared/model/rating.ts'
import type { Round } from '../../../shared/model/workbook.ts'
import { decisionsOf, type LastTime, lastTime, type Promised } from '../../../shared/rules/rounds.ts'
import { ratingOf } from '../../../shared/rules/select.ts'
import { ageOf, longDate, monthYear } from '../../../shared/text/dates.ts'
import { levelNameOf } from '../../../shared/text/levels.ts'
import { refOf } from '../../../shared/text/names.ts'
import { changeReasonWords, decisionWords } from '../../../shared/text/words.ts'
import { LevelTile, type LevelTileProps } from '../../components/level-tile.tsx'
import { Scroller } from '../../components/scroller.tsx'
import { hrefOf } from '../../state/route.ts'
import { useArea, useFramework, useRows, useToday } from '../../state/select.ts'

/** Where each principle stood last time, what was promised, and where it stands now. */
export function LastTimeTable({ round, before }: { round: Round; before: Round }) {
  const rows = useRows()
  const area = useArea()
  const { principles } = useFramework()
  const today = useToday()
  const lines = useMemo(
    () => lastTime(rows, principles, { areaId: area.id, round: before }, today),
    [rows, principles, area.id, before, today],
  )
  const decisions = useMemo(() => decisionsOf(rows, before.id), [rows, before.id])
  const onTheWhole = decisions.filter(one => one.principleId === null && one.actionId === null)
  return (
    <section className="paper rounds-part" aria-labelledby="last-time">
      <h2 id="last-time">
        From {before.name} to {round.name}
        {area.kind === 'place' ? `, ${area.name}` : ''}
      </h2>
      <p className="quiet">
        What was said as at {longDate(before.asAt)}, and what became of what was promised.{' '}
        <a href={hrefOf('picture')}>See the levels over the rounds</a>
      </p>
      {onTheWhole.map(one => (
        <p key={one.id}>The board {lowerFirst(saidWords(one))}</p>
      ))}
      <Scroller className="rounds-table" label="What was said last time">
        <table>
          <thead>
            <tr>
              <th scope="col">Principle</th>
              <th scope="col">Then</th>
              <th scope="col">Now</th>
              <th scope="col">Evidence then</th>
              <th scope="col">Promised</th>
              <th scope="col">The board said</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(line => {
              const key = { roundId: round.id, areaId: area.id, principleId: line.principle.id }
              const said = decisions.filter(one => one.principleId === line.principle.id)
              return <Row key={line.principle.id} line={line} now={ratingOf(rows, key)} said={said} />
            })}
          </tbody>
        </table>
      </Scroller>
    </section>
  )
}

function Row({ line, now, said }: { line: LastTime; now: Rating | undefined; said: readonly Decision[] }) {
  const { principle, rating } = line
  const today = useToday()
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf('principle', principle.id)}>
          <span className="number">{principle.number}</span> {principle.title}
        </a>
      </th>
      <td>
        <Standing rating={rating} />
        {rating?.reason && <p className="small">{rating.reason}</p>}
      </td>
      <td>
        <Standing rating={now} />
        {now?.changeReason && <p className="small">{changeReasonWords[now.changeReason]}</p>}
      </td>
      <td className="small">
        {line.evidence.newestOn
          ? `${monthYear(line.evidence.newestOn)}, now ${ageOf(line.evidence.newestOn, today)} old`
          : line.evidence.items > 0
            ? 'None with a date'
            : none('None')}
      </td>
      <td className="small">
        <Promises promises={line.promises} />
      </td>
      <td className="small">
        {said.length === 0 ? none('Nothing') : said.map(one => <p key={one.id}>{saidWords(one)}</p>)}
      </td>
    </tr>
  )
}

/** "2 done, 5 on their way, 1 late: A-01". */
function Promises({ promises }: { promises: readonly Promised[] }) {
  if (promises.length === 0) return none('Nothing')
  const of = (outcome: Promised['outcome']) => promises.filter(promise => promise.outcome === outcome)
  const [kept, going, late] = [of('kept').length, of('on-its-way').length, of('late')]
  const quiet = [kept > 0 && `${kept} done`, going > 0 && `${going} on ${going === 1 ? 'its' : 'their'} way`]
  return (
    <>
      {quiet.filter(Boolean).join(', ')}
      {late.length > 0 && (
        <>
          {kept + going > 0 && ', '}
          <span className="late">{late.length} late</span>:{' '}
          {late.map(({ action }, index) => (
            <span key={action.id}>
              {index > 0 && ', '}
              <a href={hrefOf('actions', action.id)} title={action.title}>
                {refOf('action', action.ref)}
              </a>
            </span>
          ))}
        </>
      )}
    </>
  )
}

function Standing({ rating }: { rating: Rating | undefined }) {
  const { scale } = useFramework()
  const level = tileOf(rating)
  const name = levelNameOf(scale, level)
  return (
    <span className="rounds-level">
      <LevelTile level={level} levelName={name} isDecoration />
      {name || (level === 'not-applicable' ? 'Not applicable' : 'Not discussed')}
    </span>
  )
}

/** What is not there steps back behind what is. */
function none(words: string) {
  return <span className="quiet">{words}</span>
}

function tileOf(rating: Rating | undefined): LevelTileProps['level'] {
  if (rating?.state === 'not-applicable') return 'not-applicable'
  return rating?.state === 'rated' ? (rating.level as Level) : 'not-discussed'
}

/** "Agreed: the plan, 4 December 2026". */
function saidWords({ kind, text, on }: Decision): string {
  return `${decisionWords[kind]}: ${text} (${longDate(on)})`
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
