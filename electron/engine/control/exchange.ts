import { exportBoardWorkbook } from '../export-board.ts'
import { base, requireSession } from './base.ts'

export const exporting = {
  board: base.export.board.handler(({ context: { engine }, input: { to, options }, signal }) =>
    exportBoardWorkbook(requireSession(engine), engine.tasks, to, options, signal),
  ),
}
