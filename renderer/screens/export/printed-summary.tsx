import type { ReactNode } from 'react'
import type { BoardExport } from '../../../shared/contract/export-request.ts'
import type { Exception } from '../../../shared/rules/exceptions.ts'
import { AGREEMENT_RULE } from '../../../shared/text/agreement.ts'
import { longDate } from '../../../shared/text/dates.ts'
import { levelNameOf } from '../../../shared/text/levels.ts'
import { Icon } from '../../components/icon.tsx'
import { LevelTile, TargetTile } from '../../components/level-tile.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { useAbout, useFramework, useRedacted, useRound, useStatuses, useToday } from '../../state/select.ts'
import { NextActions } from './next-actions.tsx'
import { pageRoom } from './page-room.ts'
import type { SummaryCell } from './summary-rows.ts'

const PURPOSES = {
  decision: 'For decision.',
  discussion: 'For discussion.',
  information: 'For information.',
} as const

/** Two A4 pages for a board: what is asked, the nine, what worries us; then what comes next, the key and the rule. */
export function PrintedSummary(props: {
  options: BoardExport
  cells: readonly SummaryCell[]
  worries: readonly Exception[]
}) {
  const { options, cells, worries } = props
  const about = useAbout()
  const round = useRound()
  const room = pageRoom(options.asks, worries.length)
  const more = worries.slice(room.first, room.first + room.second)
  return (
    <>
      <Page number={1}>
        <header className="summary-head">
          <div>
            <h1>Mental health in local care: where we are</h1>
            <p className="quiet">
              {about.systemName}. {round.name}, as at {longDate(round.asAt)}. {PURPOSES[options.purpose]}
              {options.meeting && ` ${options.meeting}.`}
              {options.preparedBy && ` Prepared by ${options.preparedBy}.`}
            </p>
          </div>
          <Stamps />
        </header>
        {options.asks.length > 0 && (
          <section className="summary-ask">
            <h2>The board is asked to</h2>
            <ol>
              {options.asks.map((ask, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be the same
                <li key={`${index} ${ask}`}>
                  <span className="number">{index + 1}</span>
                  <span>{ask}</span>
                </li>
              ))}
            </ol>
          </section>
        )}
        <section>
          <h2>Nine principles: level now, and target</h2>
          <ol className="summary-nine">
            {cells.map(cell => (
              <NineCard key={cell.principle.id} cell={cell} />
            ))}
          </ol>
        </section>
        <Worries title="What worries us" worries={worries.slice(0, room.first)} />
      </Page>
      <Page number={2}>
        {more.length > 0 && <Worries title="What else worries us" worries={more} />}
        {room.left > 0 && (
          <p className="quiet">And {room.left} more: see the sheet Exceptions of the board workbook.</p>
        )}
        <NextActions most={room.next} />
        <Key />
      </Page>
    </>
  )
}

function Page(props: { number: number; children: ReactNode }) {
  const { systemName } = useAbout()
  const today = useToday()
  return (
    <article className="summary-page" aria-label={`Summary, page ${props.number} of 2`}>
      {props.number > 1 && (
        <p className="summary-again">
          <span className="quiet">{systemName}: where we are</span>
          <Stamps />
        </p>
      )}
      {props.children}
      <footer>
        <span>
          Principles: The King’s Fund and the Royal College of Psychiatrists, 2017, who have not endorsed the
          levels or this summary. Lateness as on {longDate(today)}.
        </span>
        <span className="nowrap">Page {props.number} of 2</span>
      </footer>
    </article>
  )
}

function Stamps() {
  const { isRehearsal } = useAbout()
  const redacted = useRedacted()
  return (
    <>
      {isRehearsal && <strong className="summary-stamp">REHEARSAL: made-up data</strong>}
      {redacted && <strong className="summary-stamp">REDACTED copy</strong>}
    </>
  )
}

function NineCard({ cell }: { cell: SummaryCell }) {
  const { scale } = useFramework()
  const name = (level: number) => levelNameOf(scale, level)
  return (
    <li className={cell.state === 'not-discussed' ? 'is-open' : ''}>
      <h3>
        <span className="number">{cell.principle.number}</span> {cell.principle.title}
      </h3>
      <span className="summary-step">
        <LevelTile
          size="medium"
          level={cell.level ?? (cell.state === 'not-applicable' ? 'not-applicable' : 'not-discussed')}
          levelName={cell.level === null ? undefined : name(cell.level)}
        />
        {cell.targetLevel !== null && (
          <>
            <Icon name="arrow" />
            <TargetTile size="medium" level={cell.targetLevel} levelName={name(cell.targetLevel)} />
          </>
        )}
        <span className="summary-by">{cell.by}</span>
      </span>
      <p>{cell.line}</p>
    </li>
  )
}

function Worries({ title, worries }: { title: string; worries: readonly Exception[] }) {
  return (
    <section>
      <h2>{title}</h2>
      {worries.length === 0 ? (
        <p>Nothing is late, waiting, split, unplanned or without recent evidence.</p>
      ) : (
        <table className="summary-worries">
          <tbody>
            {worries.map(worry => (
              <tr key={`${worry.kind} ${worry.ref} ${worry.areaId}`}>
                <th scope="row">{worry.ref}</th>
                <td>
                  <span className="summary-line">
                    {worry.detail}. <span className="quiet">{worry.title}</span>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** The scale, the status key of this workbook and the agreement rule, in words as well as colour. */
function Key() {
  const { scale } = useFramework()
  const statuses = useStatuses()
  return (
    <section>
      <h2>Key</h2>
      <p className="summary-key">
        {scale.levels.map(level => (
          <span key={level.value}>
            <LevelTile level={level.value as 0} levelName={level.label} isDecoration /> {level.label}
          </span>
        ))}
      </p>
      <ul className="summary-statuses">
        {statuses.map(status => (
          <li key={status.id}>
            <StatusChip status={status} />
            <span>{status.meaning}</span>
          </li>
        ))}
      </ul>
      <p className="quiet">{AGREEMENT_RULE}</p>
    </section>
  )
}
