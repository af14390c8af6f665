import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRouterClient } from '@orpc/server'
import type { HostEvent } from '../../shared/contract/host.ts'
import { EvidenceTargets } from '../../shared/model/evidence.ts'
import { attachFiles } from '../engine/attach.ts'
import { requireSession } from '../engine/control/base.ts'
import { isAbort } from '../engine/exchange/file-trouble.ts'
import { answer } from './answer.ts'
import { personOf } from './caller.ts'
import type { HostedWorkbook, Workbooks } from './workbooks.ts'

const ALIVE_EVERY_MS = 15_000

/**
 * `GET /w/<id>/events`, with `?seen-by=room` for the room's own window: every edit, every change of long work and of the place, a line of JSON each, until the page goes or the
 * workbook is closed. One stream a page, because a browser keeps only six connections to one place.
 */
export async function serveEvents(
  workbooks: Workbooks,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const workbook = workbooks.get(id)
  const left = new AbortController()
  response.on('close', () => left.abort())
  const signal = AbortSignal.any([left.signal, workbook.closed])
  const page = createRouterClient(workbook.engine.contract, {
    context: workbook.engine.context(personOf(request)),
  })
  const say = (event: HostEvent) => void response.write(`${JSON.stringify(event)}\n`)
  const listener = {}
  workbook.listeners.add(listener)
  const alive = setInterval(say, ALIVE_EVERY_MS, { kind: 'alive' })
  response.writeHead(200, { 'content-type': 'application/x-ndjson' })
  try {
    // The room's own window hears of the room alone.
    const isRoom = new URL(request.url!, 'http://host').searchParams.get('seen-by') === 'room'
    const edits = await page.workbook.watch({ seenBy: isRoom ? 'room' : 'scribe' }, { signal })
    const tasks = isRoom ? null : await page.task.watch(undefined, { signal })
    const places = isRoom ? null : await page.place.watch(undefined, { signal })
    say({ kind: 'alive' })
    await Promise.all([
      pass(edits, 'changed'),
      ...(tasks ? [pass(tasks, 'task')] : []),
      ...(places ? [pass(places, 'place')] : []),
    ])
  } catch (error) {
    if (!isAbort(error) && !signal.aborted) throw error
  } finally {
    clearInterval(alive)
    workbook.listeners.delete(listener)
    response.end()
  }

  async function pass(events: AsyncIterable<unknown>, kind: 'changed' | 'task' | 'place'): Promise<void> {
    for await (const value of events) say({ kind, value })
  }
}

/**
 * `PUT /w/<id>/evidence?name=…&targets=…`: the bytes of one file, streamed straight into the workbook. What it is
 * tied to comes in the address, so that the body is nothing but the file.
 */
export async function serveAttach(
  workbooks: Workbooks,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const workbook: HostedWorkbook = workbooks.get(id)
  const { searchParams } = new URL(request.url!, 'http://host')
  const targets = EvidenceTargets.safeParse(jsonOf(searchParams.get('targets')))
  const name = searchParams.get('name')
  if (!targets.success || !name)
    return answer(response, 400, 'The file came without its name or what it is for.')
  const left = new AbortController()
  response.on('close', () => left.abort())
  const file = { name, size: lengthOf(request), from: request.iterator({ destroyOnReturn: false }) }
  const attached = await attachFiles(
    requireSession(workbook.engine.state),
    workbook.engine.state.tasks,
    [file],
    {
      targets: targets.data,
      person: personOf(request),
      signal: left.signal,
    },
  )
  // What is still coming of a file that was refused: a browser reads the answer only once it has sent everything.
  request.resume()
  answer(response, 200, attached)
}

function lengthOf(request: IncomingMessage): number | undefined {
  const said = request.headers['content-length']
  return said === undefined ? undefined : Number(said)
}

function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
