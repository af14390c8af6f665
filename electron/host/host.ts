import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { logFault } from '../log/fault-log.ts'
import { answer } from './answer.ts'
import { createGuard, strictHeaders } from './guard.ts'
import { createReturned } from './returned.ts'
import { createDownloadHandler, createPageHandler } from './serve-files.ts'
import { createHostRpc, createWorkbookRpc, sentenceOf } from './serve-rpc.ts'
import { serveAttach, serveEvents } from './serve-workbook.ts'
import { createTickets, sweepLeftovers } from './tickets.ts'
import { createWorkbooks, type Looking } from './workbooks.ts'

/** What to serve, to whom, and where. */
export type HostSettings = {
  /** The folder of the workbooks. */
  readonly folder: string
  readonly token: string
  /** 0 takes any free one. */
  readonly port?: number
  /** The built page. */
  readonly pageFolder?: string | undefined
} & Looking

/** A host that is listening. */
export type Host = { readonly port: number; close(): Promise<void> }

/** Serves the page and the workbooks of a folder on 127.0.0.1, to whoever has the token. */
export async function startHost(settings: HostSettings): Promise<Host> {
  void sweepLeftovers()
  const tickets = createTickets()
  const workbooks = createWorkbooks(settings.folder, settings.token, settings)
  const servePage = await createPageHandler(settings.pageFolder ?? builtPage())
  const serveDownload = createDownloadHandler(tickets)
  const returned = createReturned(workbooks)
  const hostRpc = createHostRpc(workbooks, tickets, returned)
  const workbookRpc = createWorkbookRpc(workbooks)

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, first = '', id = '', what = ''] = request.url!.split('?')[0]!.split('/')
    if (first === 'w' && what === 'events' && request.method === 'GET')
      return serveEvents(workbooks, id, request, response)
    if (first === 'w' && what === 'evidence' && request.method === 'PUT')
      return serveAttach(workbooks, id, request, response)
    if (first === 'w' && what === 'returned' && request.method === 'PUT')
      return returned.serve(id, request, response)
    if (first === 'w' && request.method === 'POST' && (await workbookRpc(request, response))) return
    if (first === 'host' && request.method === 'POST' && (await hostRpc(request, response))) return
    if (first === 'download' && request.method === 'GET') return serveDownload(request, response)
    if (first !== 'w' && first !== 'host' && request.method !== 'POST' && request.method !== 'PUT')
      return servePage(request, response)
    answer(response, 404, 'There is nothing at this address.')
  }

  const server = createServer({ requireHostHeader: false, requestTimeout: 0, headersTimeout: 20_000 })
  await listen(server, settings.port ?? 0)
  const { port } = server.address() as AddressInfo
  const guard = createGuard({ port, token: settings.token })
  server.on('request', (request, response) => {
    for (const [name, value] of Object.entries(strictHeaders)) response.setHeader(name, value)
    const refusal = guard(request)
    if (refusal) {
      // Nothing of the body is read; the connection goes with it.
      response.setHeader('connection', 'close')
      answer(response, refusal.status, refusal.sentence)
      response.on('finish', () => request.destroy())
      return
    }
    route(request, response).catch(error => {
      const { status, sentence } = sentenceOf(error)
      if (status === 500) logFault(error)
      request.resume()
      answer(response, status, sentence)
    })
  })
  return {
    port,
    async close() {
      await workbooks.closeAll()
      await tickets.close()
      await returned.close()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** Where the built page lies, from the sources and from the bundle alike. */
function builtPage(): string {
  const isBundle = !import.meta.filename.endsWith('.ts')
  return join(import.meta.dirname, isBundle ? '../renderer' : '../../dist/renderer')
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
