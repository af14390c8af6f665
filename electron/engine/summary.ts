import type { WorkbookSummary } from '../../shared/contract/control.ts'
import { openRoundOf, ratingOf, systemOf } from '../../shared/rules/select.ts'
import type { Session } from './session.ts'
import { listRows } from './store/rows.ts'

/** What the start screen remembers of a workbook: its system, round and nine levels. */
export function summaryOf(session: Session): WorkbookSummary {
  const rows = {
    areas: listRows(session.db, 'areas'),
    rounds: listRows(session.db, 'rounds'),
    ratings: listRows(session.db, 'ratings'),
  }
  const [workbook] = listRows(session.db, 'workbook')
  const round = openRoundOf(rows) ?? rows.rounds.at(-1)!
  const areaId = systemOf(rows)!.id
  const ratings = session.framework.principles.map(({ id }) =>
    ratingOf(rows, { roundId: round.id, areaId, principleId: id }),
  )
  return {
    uid: workbook!.uid,
    systemName: workbook!.systemName,
    isRehearsal: workbook!.isRehearsal,
    roundName: round.name,
    asAt: round.asAt,
    discussed: ratings.filter(rating => rating && rating.state !== 'not-discussed').length,
    levels: ratings.map(rating => rating?.level ?? null),
    lastSavedAt: session.lastEdit?.at ?? null,
  }
}
