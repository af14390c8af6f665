import { mkdir } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { dirname, join } from 'node:path'
import { implement, ORPCError } from '@orpc/server'
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node'
import type { Person } from '../../shared/contract/control.ts'
import { host as contract } from '../../shared/contract/host.ts'
import { toContractError } from '../engine/contract-error.ts'
import { requireSession } from '../engine/control/base.ts'
import { createEngine } from '../engine/engine.ts'
import { router as pageRouter } from '../engine/handlers/router.ts'
import { suggestName } from '../engine/save-out.ts'
import { logFaultWords } from '../log/fault-log.ts'
import { hostAbout, hostSupport } from './about.ts'
import { personOf } from './caller.ts'
import { readPerson, takePersonNews, writePerson } from './person-file.ts'
import type { Returned } from './returned.ts'
import type { Tickets } from './tickets.ts'
import { controlOf, type Workbooks } from './workbooks.ts'
import { zipFolder } from './zip-folder.ts'

/** A block of ten thousand pasted actions fits. */
const LARGEST_MESSAGE = 64 * 1024 * 1024

/** Says, in the words of the contract, that the workbook was closed. */
const noWorkbook = createEngine()

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

/** Answers the page's calls to one workbook: `/w/<id>/rpc/<noun>/<verb>`. */
export function createWorkbookRpc(workbooks: Workbooks): Handler {
  const handler = new RPCHandler(pageRouter, {
    plugins: [new BodyLimitPlugin({ maxBodySize: LARGEST_MESSAGE })],
  })
  return async (request, response) => {
    const id = /^\/w\/([\w-]+)\/rpc\//.exec(request.url!)?.[1]
    if (!id) return false
    const { engine } = workbooks.find(id) ?? { engine: noWorkbook }
    const context = engine.context(personOf(request))
    return (await handler.handle(request, response, { prefix: `/w/${id}/rpc`, context })).matched
  }
}

/** Answers the page's calls to the host itself: `/host/<verb>`. */
export function createHostRpc(workbooks: Workbooks, tickets: Tickets, returned: Returned): Handler {
  const handler = new RPCHandler(hostRouter(workbooks, tickets, returned), {
    plugins: [new BodyLimitPlugin({ maxBodySize: LARGEST_MESSAGE })],
  })
  return async (request, response) => {
    const context = { person: personOf(request) }
    return (await handler.handle(request, response, { prefix: '/host', context })).matched
  }
}

function hostRouter(workbooks: Workbooks, tickets: Tickets, returned: Returned) {
  const base = implement(contract)
    .$context<{ person: Person }>()
    .$config({ initialInputValidationIndex: Number.POSITIVE_INFINITY })
    .use(async ({ next }) => {
      try {
        return await next()
      } catch (error) {
        throw error instanceof ORPCError ? error : toContractError(error)
      }
    })
  return base.router({
    person: base.person.handler(() => readPerson()),
    setPerson: base.setPerson.handler(({ input }) => {
      writePerson(input)
      return true
    }),
    about: base.about.handler(() => hostAbout(workbooks)),
    support: base.support.handler(({ input }) => hostSupport(workbooks, input.id)),
    reportFault: base.reportFault.handler(({ input }) => {
      logFaultWords(input.words, 'page')
      return true
    }),
    news: base.news.handler(() => takePersonNews()),
    list: base.list.handler(() => workbooks.list()),
    create: base.create.handler(({ input, context }) => workbooks.create(input, context.person)),
    rehearsal: base.rehearsal.handler(({ context }) => workbooks.createRehearsal(context.person)),
    open: base.open.handler(({ input, context }) => workbooks.open(input.id, input.mode, context.person)),
    close: base.close.handler(({ input }) => workbooks.close(input.id)),

    saveEvidence: base.saveEvidence.handler(async ({ input, signal }) => {
      const { engine } = workbooks.get(input.id)
      const name = suggestName(requireSession(engine.state), input.evidenceId)
      const address = await tickets.issue(name, to =>
        controlOf(engine).evidence.saveOut({ id: input.evidenceId, to }, { signal }),
      )
      return { address, name, remarks: [] }
    }),

    exportFile: base.exportFile.handler(async ({ input: { id, request }, signal }) => {
      const control = controlOf(workbooks.get(id).engine)
      const suggested = await control.export.suggestName({ request })
      const name = suggested.isFolder ? `${suggested.name}.zip` : suggested.name
      let remarks: string[] = []
      const address = await tickets.issue(name, async to => {
        const made = suggested.isFolder ? join(dirname(to), 'files', suggested.name) : to
        await mkdir(dirname(made), { recursive: true })
        const exported = await control.export.make({ to: made, request }, { signal })
        remarks = exported.remarks
        if (suggested.isFolder) await zipFolder(exported.path, to)
      })
      return { address, name, remarks }
    }),

    readReturned: base.readReturned.handler(({ input, signal }) =>
      returned.read(input.id, input.batch, signal),
    ),

    listSnapshots: base.listSnapshots.handler(({ input }) => workbooks.listSnapshots(input.id)),
    openSnapshot: base.openSnapshot.handler(({ input, context }) =>
      workbooks.openSnapshot(input.id, input.snapshotId, context.person),
    ),

    saveCopy: base.saveCopy.handler(async ({ input: { id, request, password }, signal }) => {
      const { engine, fileName } = workbooks.get(id)
      const stem = fileName.replace(/\.ninefold$/i, '')
      const name = request.kind === 'full' ? `Copy of ${stem}.ninefold` : `${stem} ${request.kind}.ninefold`
      const locked = password === null ? {} : { password }
      let remarks: string[] = []
      const fullName = password === null ? name : `${name}.age`
      const address = await tickets.issue(fullName, async to => {
        const copied = await controlOf(engine).file.copy({ to, request, ...locked }, { signal })
        remarks = copied.remarks
      })
      return { address, name: fullName, remarks }
    }),

    openLocked: base.openLocked.handler(({ input, context }) =>
      workbooks.openLocked(input.id, input.password, context.person),
    ),
  })
}

/** The same answer as a call gets, for what is not a call. */
export function sentenceOf(error: unknown): { status: number; sentence: string } {
  const known = error instanceof ORPCError ? error : toContractError(error)
  if (known instanceof ORPCError) return { status: known.status, sentence: known.message }
  return { status: 500, sentence: 'Something went wrong and nothing was changed. Try again.' }
}
