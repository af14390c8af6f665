import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { createEngine } from '../../electron/engine/engine.ts'

/**
 * An engine in a process of its own that works without a pause and tells its parent of each answer it got, until it is
 * killed. `node crash-child.ts typing|attaching|exporting WORKBOOK FOLDER`
 */
const [work, path, folder] = process.argv.slice(2) as [string, string, string]
const engine = createEngine()
const context = engine.context({ name: 'Test Person', role: '' })
const page = createRouterClient(engine.contract, { context })
const shell = createRouterClient(engine.control, { context })
await shell.file.open({ path, who: { name: 'Test Person', role: '' } })
const { rows, framework } = await page.workbook.read()
const area = rows.areas[0]!
const key = { roundId: rows.rounds.at(-1)!.id, areaId: area.id, principleId: framework.principles[6]!.id }
process.send!({ ready: true })

for (let index = 0; ; index++) {
  if (work !== 'typing') {
    // Someone types while the long work goes on.
    const long =
      work === 'attaching'
        ? shell.evidence.attach({
            paths: [join(folder, `${index % 6}.bin`)],
            targets: { areaIds: [area.id] },
          })
        : shell.export.make({
            to: join(folder, 'board.xlsx'),
            request: { kind: 'board', options: { view: 'full' } },
          })
    void long.then(answer => {
      const ids = 'evidenceIds' in answer ? answer.evidenceIds : []
      if (ids.length > 0) process.send!({ attached: ids })
    })
    for (let pause = 0; pause < 6; pause++) await type(`${index}.${pause}`)
    await long
  } else await type(String(index))
}

async function type(text: string): Promise<void> {
  const { seq } = await page.rating.set({ ...key, set: { reason: `Typed ${text}` } })
  process.send!({ seq, reason: `Typed ${text}` })
  await new Promise(resolve => setImmediate(resolve))
}
