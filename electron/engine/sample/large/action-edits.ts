import { count } from '../../../../shared/text/dates.ts'
import { insertRow, updateRow } from '../../store/rows.ts'
import type { SampleEdit } from '../edits.ts'
import type { Life, Line } from './actions.ts'
import { inPieces, together } from './book.ts'

/** Rows in one edit: what a paste or a returned workbook brings. */
const MOST = 250

/** What each place brought along in each round, and the progress that came in by month. */
export function actionEdits(lives: readonly Life[]): SampleEdit[] {
  return [...additions(lives), ...progress(lives)]
}

function additions(lives: readonly Life[]): SampleEdit[] {
  return together(lives, ({ round, area }) => `${round} ${area.id}`).flatMap(all =>
    inPieces(all, MOST).map(
      (piece): SampleEdit => ({
        on: piece[0]!.addedOn,
        words: `Added ${count(piece.length, 'action')} ${piece[0]!.area.isSystem ? 'of the whole system' : `of ${piece[0]!.area.name}`}`,
        about: { areaId: piece[0]!.area.id },
        work: (db, at) => {
          for (const { action } of piece)
            insertRow(db, 'actions', { ...action, createdAt: at, updatedAt: at })
        },
      }),
    ),
  )
}

function progress(lives: readonly Life[]): SampleEdit[] {
  const lines = lives
    .flatMap(({ lines: all }) => all)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return together(lines, line => line.on.slice(0, 7)).flatMap(month =>
    inPieces(month, MOST).map(
      (piece): SampleEdit => ({
        // When the last of them was written.
        on: piece.at(-1)!.on,
        words: `Took in ${count(piece.length, 'update')} from the owners`,
        work: (db, at) => {
          for (const line of piece) report(db, line, at)
        },
      }),
    ),
  )
}

function report(db: Parameters<SampleEdit['work']>[0], { update, checkedBy }: Line, at: string): void {
  const { statusId, actionId, on } = update
  insertRow(db, 'updates', { ...update, author: checkedBy ?? update.author, addedAt: at })
  updateRow(db, 'actions', actionId, {
    updatedAt: at,
    ...(statusId ? { statusId } : {}),
    ...(checkedBy ? { verifiedBy: checkedBy, verifiedOn: on } : {}),
  })
}
