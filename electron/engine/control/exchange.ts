import { suggestExportName } from '../export-names.ts'
import { exportOne } from '../export-one.ts'
import { exportOwners } from '../export-owners.ts'
import { base, requireSession } from './base.ts'

/** Excel files, to a path. */
export const exporting = {
  make: base.export.make.handler(({ context: { engine }, input: { to, request }, signal }) => {
    const session = requireSession(engine)
    return request.kind === 'owners'
      ? exportOwners(session, engine.tasks, to, request.options, signal)
      : exportOne(session, engine.tasks, to, request, signal)
  }),

  suggestName: base.export.suggestName.handler(({ context: { engine }, input: { request } }) =>
    suggestExportName(requireSession(engine), request),
  ),
}
