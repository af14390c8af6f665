import type { Tasks } from '../engine/tasks.ts'

/** Shows long work on one line of the terminal, and nothing where there is none. Gives what ends it. */
export function watchProgress(tasks: Tasks, out: NodeJS.WriteStream = process.stderr): () => Promise<void> {
  if (!out.isTTY) return async () => {}
  const stopping = new AbortController()
  const shown = (async () => {
    try {
      for await (const task of tasks.watch(stopping.signal)) {
        const part = task.total > 0 ? ` ${Math.floor((task.done / task.total) * 100)}%` : ''
        out.write(task.state === 'running' ? `\r\x1b[K${fitting(`${task.words}${part}`, out)}` : '\r\x1b[K')
      }
    } catch {
      // The stream ends with an error when it is stopped; there is nothing left to show.
    }
  })()
  return async () => {
    stopping.abort()
    await shown
    out.write('\r\x1b[K')
  }
}

function fitting(words: string, out: NodeJS.WriteStream): string {
  const width = (out.columns || 80) - 1
  return words.length > width ? `${words.slice(0, width - 1)}…` : words
}
