import { type ClientLink, createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { SeenBy } from '../../shared/contract/area.ts'
import type { HostEvent } from '../../shared/contract/host.ts'
import type { HostFetch } from './host-fetch.ts'
import type { Client, Connection } from './shell.ts'

/** A tab out of sight for this long lets go of its stream: a browser keeps only six connections to one place. */
const OUT_OF_SIGHT_MS = 10_000

/**
 * The line to one workbook. Calls go one by one; everything the engine announces, edits and long work, comes over one
 * stream, whose end is the end of the line.
 */
export async function connectTo(
  id: string,
  fetchHost: HostFetch,
  seenBy: SeenBy,
  leaving: AbortController,
): Promise<Connection> {
  const response = await fetchHost(`${location.origin}/w/${id}/events?seen-by=${seenBy}`, {
    signal: leaving.signal,
  })
  const changed = createFeed<unknown>()
  const tasks = createFeed<unknown>()
  const places = createFeed<unknown>()
  const stopWatching = leaveWhenOutOfSight(leaving)
  const whenGone = read(response.body!, event => {
    if (event.kind === 'changed') changed.put(event.value)
    if (event.kind === 'task') tasks.put(event.value)
    if (event.kind === 'place') places.put(event.value)
  }).then(async () => {
    stopWatching()
    await inSight()
    changed.end()
    tasks.end()
    places.end()
  })

  const calls = new RPCLink({ url: `${location.origin}/w/${id}/rpc`, fetch: fetchHost })
  const link: ClientLink<Record<never, never>> = {
    async call(path, input, options) {
      const name = path.join('.')
      if (name === 'workbook.watch') return changed.listen(options.signal)
      if (name === 'task.watch') return tasks.listen(options.signal)
      if (name === 'place.watch') return places.listen(options.signal)
      return calls.call(path, input, options)
    },
  }
  return { client: createORPCClient<Client>(link), whenGone }
}

/** Lines of JSON until the stream ends, however it ends. */
async function read(body: ReadableStream<Uint8Array>, take: (event: HostEvent) => void): Promise<void> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const lines = (rest + value).split('\n')
      rest = lines.pop()!
      for (const line of lines) take(JSON.parse(line) as HostEvent)
    }
  } catch {
    // The host went, or we did.
  }
}

type Feed<T> = { put(value: T): void; end(): void; listen(signal?: AbortSignal): AsyncGenerator<T, void> }

/** Values for whoever listens; what came before the first listener waits for it. */
function createFeed<T>(): Feed<T> {
  const waiting: T[] = []
  let isOver = false
  let wake = () => {}
  return {
    put(value) {
      waiting.push(value)
      wake()
    },
    end() {
      isOver = true
      wake()
    },
    async *listen(signal) {
      signal?.addEventListener('abort', () => wake(), { once: true })
      while (!signal?.aborted) {
        while (waiting.length > 0) yield waiting.shift()!
        if (isOver) return
        await new Promise<void>(resolve => {
          wake = resolve
        })
      }
    },
  }
}

function leaveWhenOutOfSight(leaving: AbortController): () => void {
  let timer = 0
  const look = () => {
    window.clearTimeout(timer)
    if (document.visibilityState === 'hidden')
      timer = window.setTimeout(() => leaving.abort(), OUT_OF_SIGHT_MS)
  }
  const leave = () => leaving.abort()
  document.addEventListener('visibilitychange', look)
  window.addEventListener('pagehide', leave)
  look()
  return () => {
    window.clearTimeout(timer)
    document.removeEventListener('visibilitychange', look)
    window.removeEventListener('pagehide', leave)
  }
}

/** Nobody sees whether a hidden tab is up to date; it connects again when it is looked at. */
function inSight(): Promise<void> {
  if (document.visibilityState === 'visible') return Promise.resolve()
  return new Promise(resolve =>
    document.addEventListener('visibilitychange', () => resolve(), { once: true }),
  )
}
