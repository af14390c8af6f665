import { createRouterClient } from '@orpc/server'
import { createEngine } from '../../electron/engine/engine.ts'

/**
 * An engine in a process of its own that types and keeps one snapshot after another until it is killed.
 * `node snapshot-child.ts WORKBOOK`
 */
const [path] = process.argv.slice(2) as [string]
const engine = createEngine()
const context = engine.context({ name: 'Test Person', role: '' })
const page = createRouterClient(engine.contract, { context })
const shell = createRouterClient(engine.control, { context })
await shell.file.open({ path, who: { name: 'Test Person', role: '' }, snapshots: { leaveFree: 0 } })
const { rows, framework } = await page.workbook.read()
const key = {
  roundId: rows.rounds.at(-1)!.id,
  areaId: rows.areas[0]!.id,
  principleId: framework.principles[6]!.id,
}
process.send!({ ready: true })

for (let index = 0; ; index++) {
  await page.rating.set({ ...key, set: { reason: `Typed ${index}` } })
  await page.snapshot.take()
}
