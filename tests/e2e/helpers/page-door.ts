import type { ChildProcess } from 'node:child_process'

/** Evaluates an expression in the page and gives its value, promises awaited. */
export type PageDoor = {
  readonly port: string
  run(expression: string): Promise<unknown>
  /** The titles of every page of the app. */
  titles(): Promise<string[]>
  close(): void
}

/**
 * A line to the first page of an app started with `--remote-debugging-port=0`, for one that has no inspector for
 * Playwright to attach to.
 */
export async function doorTo(child: ChildProcess): Promise<PageDoor> {
  const { host } = new URL(await addressOf(child))
  const target = await firstPage(host)
  const socket = new WebSocket(target)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', reject)
  })
  let last = 0
  return {
    port: new URL(`http://${host}`).port,
    run(expression) {
      const id = ++last
      return new Promise((resolve, reject) => {
        const hear = ({ data }: MessageEvent) => {
          const message = JSON.parse(String(data))
          if (message.id !== id) return
          socket.removeEventListener('message', hear)
          if (message.result?.exceptionDetails) reject(new Error(message.result.exceptionDetails.text))
          else resolve(message.result?.result?.value)
        }
        socket.addEventListener('message', hear)
        const params = { expression, awaitPromise: true, returnByValue: true }
        socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }))
      })
    },
    titles: async () => (await pagesAt(host)).map(({ title }) => title),
    close: () => socket.close(),
  }
}

/** Where Chromium listens, which it writes as it starts. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr!.on('data', (piece: Buffer) => {
      said += piece
      const address = said.match(/DevTools listening on (ws:\S+)/)?.[1]
      if (address) resolve(address)
    })
    child.once('exit', code => reject(new Error(`the app ended with ${code}: ${said}`)))
  })
}

async function firstPage(host: string): Promise<string> {
  for (;;) {
    const [page] = await pagesAt(host)
    if (page) return page.webSocketDebuggerUrl
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

async function pagesAt(host: string): Promise<{ title: string; webSocketDebuggerUrl: string }[]> {
  const targets = (await (await fetch(`http://${host}/json/list`)).json()) as {
    type: string
    url: string
    title: string
    webSocketDebuggerUrl: string
  }[]
  return targets.filter(target => target.type === 'page' && target.url.startsWith('app:'))
}
