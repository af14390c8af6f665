import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { createEngine } from '../../electron/engine/engine.ts'

/** A real engine with a new workbook in a folder of its own, for one benchmark. */
export async function openBench() {
  const folder = mkdtempSync(join(tmpdir(), 'ninefold-bench-'))
  const engine = createEngine()
  const context = engine.context()
  const page = createRouterClient(engine.contract, { context })
  const shell = createRouterClient(engine.control, { context })
  const path = join(folder, 'bench.ninefold')
  await shell.file.create({
    path,
    who: { name: 'Bench', role: '' },
    details: { systemName: 'Bench', systemKind: 'stp', roundName: 'Round', asAt: '2026-11-30' },
  })
  const { rows, framework } = await page.workbook.read()
  const area = rows.areas[0]!
  const principle = framework.principles[0]!
  const key = { roundId: rows.rounds[0]!.id, areaId: area.id, principleId: principle.id }
  return {
    engine,
    folder,
    path,
    page,
    shell,
    key,
    async close() {
      await engine.state.close()
      rmSync(folder, { recursive: true })
    },
  }
}
