import { attachPaths } from '../attach.ts'
import { saveOut, saveOutForOpening, suggestName } from '../save-out.ts'
import { base, requireSession } from './base.ts'

/** Files in and out, by paths only a shell may name. */
export const evidence = {
  attach: base.evidence.attach.handler(({ context: { engine }, input: { paths, targets }, signal }) =>
    attachPaths(requireSession(engine), engine.tasks, paths, { targets, signal }),
  ),

  suggestName: base.evidence.suggestName.handler(({ context: { engine }, input: { id } }) => ({
    name: suggestName(requireSession(engine), id),
  })),

  saveOut: base.evidence.saveOut.handler(async ({ context: { engine }, input: { id, to }, signal }) => {
    await saveOut(requireSession(engine), engine.tasks, id, to, signal)
    return { path: to }
  }),

  saveOutForOpening: base.evidence.saveOutForOpening.handler(
    ({ context: { engine }, input: { id, parent }, signal }) =>
      saveOutForOpening(requireSession(engine), engine.tasks, id, parent, signal),
  ),
}
