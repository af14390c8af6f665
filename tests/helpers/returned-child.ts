import { setTimeout as wait } from 'node:timers/promises'
import { readReturnedFile } from '../../electron/engine/exchange/returned/read-returned-file.ts'
import { KNOWN } from './returned.ts'

/**
 * Reads a file in a process of its own and prints what came of it and what it took: milliseconds, MB of memory over the
 * idle process, and the longest this thread worked without a pause, in milliseconds of its own time, since other
 * programs on the machine stop it too.
 */
await wait(200)
const idle = process.memoryUsage().rss
let [peak, longest, last] = [idle, 0, process.threadCpuUsage()]
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss)
  const now = process.threadCpuUsage()
  longest = Math.max(longest, now.user + now.system - last.user - last.system)
  last = process.threadCpuUsage()
}, 1)
const start = performance.now()
const came = await readReturnedFile(process.argv[2]!, KNOWN).then(
  book => ({ rows: book.tables.reduce((sum, table) => sum + table.rows.length, 0) }),
  (error: Error) => ({
    sentence: error.name === 'Trouble' ? error.message : `${error.name}: ${error.stack}`,
  }),
)
const ms = Math.round(performance.now() - start)
clearInterval(watch)
const megabytes = Math.round((peak - idle) / 2 ** 20)
console.log(JSON.stringify({ ...came, ms, megabytes, stopMs: Math.round(longest / 100) / 10 }))
