import { basename } from 'node:path'
import type { BoardExport } from '../../shared/contract/export-request.ts'
import type { Edit } from '../../shared/model/edit.ts'
import type { SentFile } from '../../shared/model/sent-file.ts'
import type { Rows } from '../../shared/model/snapshot.ts'
import type { Round } from '../../shared/model/workbook.ts'
import { roundToReport } from '../../shared/rules/select.ts'
import { APP_VERSION } from '../../shared/text/app-version.ts'
import { localDay } from '../../shared/text/dates.ts'
import type { BoardInput } from './exchange/board/input.ts'
import { marksFor } from './export-marks.ts'
import type { Session } from './session.ts'
import { listEdits } from './store/edits.ts'
import { listAllRows } from './store/rows.ts'

/** Everything the board workbook is made from, read in one go. */
export function boardInputOf(session: Session, options: BoardExport): BoardInput {
  const edits = listEdits(session.db)
  const { undoneBy } = session.stacks
  const rows = listAllRows(session.db)
  const last = lastOf(rows.sentFiles.filter(({ kind }) => kind === 'board'))
  const round = roundToReport(rows)
  const since = last?.madeAt ?? signedOffBefore(rows, round)
  return {
    kind: 'board',
    rows,
    framework: session.framework,
    roundId: round.id,
    options,
    sent: marksFor(session, {
      kind: 'board',
      forWhom: '',
      view: options.view,
      readers: options.readers,
      roundId: round.id,
      areaId: null,
      hasRatings: false,
    }),
    today: localDay(new Date(session.deps.now())),
    changes: {
      since,
      edits: lastSaid(
        edits.filter(made => made.kind === 'do' && isAfter(made, last, since) && !undoneBy.has(made.seq)),
      ).map(({ at, who, words, about }) => ({ at, who, words, about })),
    },
    file: { name: basename(session.path), appVersion: APP_VERSION },
  }
}

/** Edits said in the same words, such as a reason mended three times, once: where they were said last. */
function lastSaid(edits: readonly Edit[]): Edit[] {
  const last = new Map(edits.map(made => [made.words, made.seq]))
  return edits.filter(made => last.get(made.words) === made.seq)
}

/** After the last export by number, since a clock may be put back; without one, after the last round by its moment. */
function isAfter(made: Edit, last: SentFile | undefined, since: string | null): boolean {
  return last ? made.seq > last.editSeq : since === null || made.at > since
}

/** The one that was made from the newest edit. */
function lastOf(files: readonly SentFile[]): SentFile | undefined {
  return [...files].sort((a, b) => a.editSeq - b.editSeq || (a.madeAt < b.madeAt ? -1 : 1)).at(-1)
}

/** When the round before this one was signed off; `null` in the first. That this one is signed off hides nothing of it. */
function signedOffBefore(rows: Rows, { position }: Round): string | null {
  const moments = rows.rounds.flatMap(round => (round.position < position ? (round.signedOffAt ?? []) : []))
  return moments.sort().at(-1) ?? null
}
