import { exportBoardWorkbook, suggestBoardName } from '../export-board.ts'
import { Trouble } from '../trouble.ts'
import { base, requireSession } from './base.ts'

/** Excel files, to a path. */
export const exporting = {
  make: base.export.make.handler(({ context: { engine }, input: { to, request }, signal }) => {
    const session = requireSession(engine)
    if (request.kind === 'board')
      return exportBoardWorkbook(session, engine.tasks, to, request.options, signal)
    throw new Trouble('REFUSED', 'That cannot be exported yet.')
  }),

  suggestName: base.export.suggestName.handler(({ context: { engine }, input: { request } }) => ({
    name: suggestBoardName(requireSession(engine)),
    isFolder: request.kind === 'owners',
  })),
}
