import { LevelTile, TargetTile } from '../../components/level-tile.tsx'
import { Nine } from '../../components/nine.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import type { ActionRow } from './action-row.ts'
import type { Column } from './columns.ts'

/** What a cell shows: words, and where the mock draws one, a tile, a chip or the locator. */
export function CellContent({ row, column }: { row: ActionRow; column: Column }) {
  switch (column.id) {
    case 'ref':
      return <strong className="nowrap">{row.ref}</strong>
    case 'principle':
      return row.principle ? (
        <span className="sheet-principle" title={column.text(row)}>
          <Nine here={row.principle.number} size={16} />
          <span className="number">{row.principle.number}</span>
          <span className="hidden-words">{row.principle.title}</span>
        </span>
      ) : null
    case 'lateness':
      return <Lateness row={row} />
    case 'status':
      return <StatusChip status={row.status} />
    case 'currentLevel':
      return row.action.currentLevel === null ? null : (
        <LevelTile level={row.action.currentLevel} levelName={nameOf(column, row)} />
      )
    case 'targetLevel':
      return row.action.targetLevel === null ? null : (
        <TargetTile level={row.action.targetLevel} levelName={nameOf(column, row)} />
      )
    case 'riskScore':
      return row.risk ? (
        <span>
          <strong>{row.risk.score}</strong> {row.risk.band?.label}
        </span>
      ) : null
    case 'evidence':
      return (
        <span className="sheet-words">
          {row.evidence > 0 && <span className="quiet">{row.evidence} linked. </span>}
          {row.action.evidenceNote}
        </span>
      )
    default:
      return (
        <span className="sheet-words" title={column.text(row)}>
          {column.text(row)}
        </span>
      )
  }
}

/** Lateness in words, with what the status claims under it when the two disagree. */
export function Lateness({ row }: { row: ActionRow }) {
  const { standing, words } = row
  if (standing.kind !== 'late')
    return <span className={standing.kind === 'to-be-checked' ? '' : 'quiet'}>{words.main}</span>
  return (
    <span className="late">
      {words.main}
      {words.aside && <small>{words.aside}</small>}
    </span>
  )
}

function nameOf(column: Column, row: ActionRow): string {
  return column.text(row).replace(/^\d\s*/, '')
}
