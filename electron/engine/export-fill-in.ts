import { basename } from 'node:path'
import type { OwnersExport, PlanExport, SlipExport } from '../../shared/contract/export-request.ts'
import type { SentFile } from '../../shared/model/sent-file.ts'
import type { Rows } from '../../shared/model/snapshot.ts'
import type { Area } from '../../shared/model/workbook.ts'
import { openRoundOf, roundToReport } from '../../shared/rules/select.ts'
import { APP_VERSION } from '../../shared/text/app-version.ts'
import { localDay } from '../../shared/text/dates.ts'
import type { OwnerInput, PlanInput, SlipInput } from './exchange/fill-in/input.ts'
import { marksFor } from './export-marks.ts'
import type { Session } from './session.ts'
import { findRow, listAllRows } from './store/rows.ts'
import { Trouble } from './trouble.ts'

/** Everything the plan to fill in is made from, read in one go. */
export function planInputOf(session: Session, options: PlanExport): PlanInput {
  const rows = listAllRows(session.db)
  const { hasRatings, readers, forWhom } = options
  const shared = sharedOf(session, rows, { kind: 'plan', hasRatings, readers, forWhom })
  return { kind: 'plan', ...shared, replyBy: '', replyTo: '' }
}

/** What one owner's workbook is made from. The rows are read once for all owners. */
export function ownerInputOf(
  session: Session,
  rows: Rows,
  name: string,
  { replyBy, replyTo }: OwnersExport,
): OwnerInput {
  const shared = sharedOf(session, rows, { kind: 'owner', forWhom: name })
  return { kind: 'owner', ...shared, replyBy, replyTo }
}

/** What a rating slip is made from. Only an open round can be rated. */
export function slipInputOf(session: Session, options: SlipExport): SlipInput {
  const { name, organisationType, replyBy, replyTo } = options
  const rows = listAllRows(session.db)
  const area = areaOf(session, options)
  const round = openRoundOf(rows)
  if (!round)
    throw new Trouble('REFUSED', 'No round is open, so there is nothing to rate. Start the next round first.')
  const shared = sharedOf(session, rows, {
    kind: 'slip',
    forWhom: name,
    areaId: area.id,
    roundId: round.id,
  })
  return { kind: 'slip', ...shared, name, organisationType, replyBy, replyTo }
}

/** The area a slip asks about. */
export function areaOf(session: Session, { areaId }: Pick<SlipExport, 'areaId'>): Area {
  const area = findRow(session.db, 'areas', areaId)
  if (!area) throw new Trouble('NOT_FOUND', 'That place is no longer in the workbook. Choose another.')
  return area
}

/** Whoever fills in a file is not the board, unless the user says so. */
function sharedOf(
  session: Session,
  rows: Rows,
  about: Pick<SentFile, 'kind' | 'forWhom'> & Partial<SentFile>,
) {
  const roundId = about.roundId ?? roundToReport(rows).id
  const readers = about.readers ?? 'others'
  return {
    rows,
    framework: session.framework,
    roundId,
    options: { view: 'full', readers },
    today: localDay(new Date(session.deps.now())),
    sent: marksFor(session, { view: 'full', areaId: null, hasRatings: false, ...about, roundId, readers }),
    file: { name: basename(session.path), appVersion: APP_VERSION },
  } as const
}
