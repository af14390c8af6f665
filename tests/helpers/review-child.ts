import { createRouterClient } from '@orpc/server'
import { createEngine } from '../../electron/engine/engine.ts'

/**
 * An engine in a process of its own that reads a returned file, applies all of it, takes that back and begins again, and
 * tells its parent of each answer, until it is killed. `node review-child.ts WORKBOOK RETURNED`
 */
const [path, returned] = process.argv.slice(2) as [string, string]
const engine = createEngine()
const context = engine.context({ name: 'Test Person', role: '' })
const page = createRouterClient(engine.contract, { context })
const shell = createRouterClient(engine.control, { context })
await shell.file.open({ path, who: { name: 'Test Person', role: '' } })
process.send!({ ready: true })

for (;;) {
  await shell.review.read({ paths: [returned] })
  const review = (await page.review.get())!
  process.send!({ isRead: true })
  const changes = review.changes.map(({ id, options }) => [
    id,
    options.find(({ from }) => from === 'file')!.id,
  ])
  const { seq } = await page.review.apply({
    seq: review.seq,
    turn: review.turn,
    decisions: { changes: Object.fromEntries(changes), additions: {} },
  })
  process.send!({ applied: seq })
  await page.edit.undo()
  process.send!({ applied: 0 })
}
