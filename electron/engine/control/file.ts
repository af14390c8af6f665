import type { Opened } from '../../../shared/contract/control.ts'
import { makeCopy } from '../copies/make-copy.ts'
import { unlockWorkbook } from '../copies/unlock.ts'
import { createWorkbookFile } from '../create.ts'
import type { OpenSession } from '../open.ts'
import { makeAnywhere } from '../places/make-anywhere.ts'
import { placeDepsOf } from '../places/place-deps.ts'
import { findKept } from '../places/working-folder.ts'
import { createLargeSampleFile } from '../sample/large/large-sample.ts'
import { createSampleFile } from '../sample/sample.ts'
import { summaryOf } from '../summary.ts'
import { Trouble } from '../trouble.ts'
import { checkSession } from '../verify.ts'
import { base, requireSession } from './base.ts'

/** Making, opening, copying, checking and closing the one workbook of this engine. */
export const file = {
  create: base.file.create.handler(
    async ({ context: { engine }, input: { path, details, who, snapshots, workingFolder } }) => {
      assertNewPlaces(details.places)
      await makeAnywhere(path, engine.deps, to => createWorkbookFile(to, details, who.name, engine.deps))
      return openedOf(await engine.open(path, who, 'edit', { snapshots, workingFolder, isNew: true }))
    },
  ),

  createRehearsal: base.file.createRehearsal.handler(
    async ({ context: { engine }, input: { path, who, size, snapshots, workingFolder } }) => {
      await makeAnywhere(path, engine.deps, to =>
        size ? createLargeSampleFile(to, size) : createSampleFile(to),
      )
      return openedOf(await engine.open(path, who, 'edit', { snapshots, workingFolder, isNew: true }))
    },
  ),

  open: base.file.open.handler(
    async ({ context: { engine }, input: { path, who, mode, snapshots, workingFolder } }) => {
      return openedOf(await engine.open(path, who, mode, { snapshots, workingFolder }))
    },
  ),

  listWorking: base.file.listWorking.handler(({ context: { engine }, input: { paths, workingFolder } }) => {
    const folder = workingFolder ?? placeDepsOf(engine.deps).workingFolder
    return paths.filter(path => findKept(folder, path, path) !== null)
  }),

  where: base.file.where.handler(({ context: { engine } }) =>
    engine.session ? { path: engine.session.path } : null,
  ),

  copy: base.file.copy.handler(({ context: { engine }, input: { to, request, password }, signal }) =>
    makeCopy(requireSession(engine), engine.tasks, { to, request, password }, signal),
  ),

  unlock: base.file.unlock.handler(
    async ({ context: { engine }, input: { path, password, to }, signal }) => ({
      path: await unlockWorkbook(engine.tasks, path, password, to, signal),
    }),
  ),

  summary: base.file.summary.handler(({ context: { engine } }) => summaryOf(requireSession(engine))),

  check: base.file.check.handler(({ context: { engine } }) => checkSession(requireSession(engine))),

  close: base.file.close.handler(({ context: { engine } }) => engine.close()),
}

/** Who is at the keyboard. */
export const person = {
  set: base.person.set.handler(({ context: { engine }, input }) => {
    requireSession(engine).person = input
    return true
  }),
}

function openedOf(session: OpenSession): Opened {
  return { path: session.path, access: session.access, summary: summaryOf(session) }
}

function assertNewPlaces(places: readonly string[]): void {
  const seen = new Set<string>()
  for (const place of places) {
    const key = place.toLowerCase()
    if (seen.has(key))
      throw new Trouble('REFUSED', `The place ${place} is there twice. Give each place its own name.`)
    seen.add(key)
  }
}
