import { createRouterClient } from '@orpc/server'
import { createEngine } from '../../electron/engine/engine.ts'

/**
 * Reads a returned file in a process of its own: how long it took, how far the memory rose above what the open workbook
 * needs, and for how long the engine answered nobody. Its answer is a line of JSON.
 */
const [workbook, path] = process.argv.slice(2) as [string, string]
const engine = createEngine()
const page = createRouterClient(engine.contract, { context: engine.context() })
const shell = createRouterClient(engine.control, { context: engine.context() })
await shell.file.open({ path: workbook, who: { name: 'Test Person', role: 'Tester' } })
await page.workbook.read()
globalThis.gc?.()
const idle = process.memoryUsage.rss()
let [peak, quiet, last] = [idle, 0, performance.now()]
const watch = setInterval(() => {
  const now = performance.now()
  quiet = Math.max(quiet, now - last)
  last = now
  peak = Math.max(peak, process.memoryUsage.rss())
}, 10)
const started = performance.now()
await shell.review.read({ paths: [path] })
const review = await page.review.get()
const time = performance.now() - started
clearInterval(watch)
const [file] = review?.files ?? []
console.log(
  JSON.stringify({
    time: Math.round(time),
    rose: Math.round((peak - idle) / 1024 / 1024),
    quiet: Math.round(quiet),
    state: file?.state,
    problem: file?.problem,
    changes: review?.changes.length,
  }),
)
await engine.state.close()
