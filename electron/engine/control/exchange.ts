import { exportBoardWorkbook, suggestBoardName } from '../export-board.ts'
import { base, requireSession } from './base.ts'

/** The board workbook, to a path. */
export const exporting = {
  board: base.export.board.handler(({ context: { engine }, input: { to, options }, signal }) =>
    exportBoardWorkbook(requireSession(engine), engine.tasks, to, options, signal),
  ),

  suggestName: base.export.suggestName.handler(({ context: { engine } }) => ({
    name: suggestBoardName(requireSession(engine)),
  })),
}
