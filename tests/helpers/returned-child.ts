import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { knownTables } from '../../electron/engine/exchange/returned/known-tables.ts'
import { readReturnedFile } from '../../electron/engine/exchange/returned/read-returned-file.ts'
import { framework } from './framework.ts'

/**
 * Reads the files it is given one after the other in a process of its own and prints, a line each, what came of it and
 * what it took: milliseconds, MB of memory over an idle process, and the longest the process did not answer.
 */
const known = knownTables(framework)
await wait(200)
for (const path of process.argv.slice(2)) {
  globalThis.gc?.()
  const idle = process.memoryUsage().rss
  let peak = idle
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 5)
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const start = performance.now()
  const came = await readReturnedFile(path, known).then(
    book => ({
      sentence: '',
      rows: book.tables.reduce((sum, table) => sum + table.rows.length, 0),
      remarks: book.remarks,
    }),
    (error: Error) => ({
      sentence: error.message,
      kind: error.name,
      cause: String(error.cause).slice(0, 300),
    }),
  )
  const ms = Math.round(performance.now() - start)
  delay.disable()
  clearInterval(watch)
  const megabytes = Math.round((peak - idle) / 2 ** 20)
  console.log(JSON.stringify({ ...came, ms, megabytes, stopMs: Math.round(delay.max / 1e6) }))
}
