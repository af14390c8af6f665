import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { onTestFinished } from 'vitest'
import type { Deps } from '../../electron/engine/deps.ts'
import { createEngine } from '../../electron/engine/engine.ts'
import type { NewWorkbook } from '../../shared/contract/control.ts'

export const WHO = { name: 'Test Person', role: 'Tester' }

export const DETAILS: NewWorkbook = {
  systemName: 'Northmoor and Vale',
  systemKind: 'stp',
  systemKindOther: '',
  places: ['Alderbrook', 'Castle Vale'],
  roundName: 'Autumn 2026',
  asAt: '2026-11-30',
}

/** A folder of its own for one test, gone afterwards. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ninefold-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A real engine with both doors as plain calls, closed when the test ends. */
export function startEngine(deps?: Deps) {
  const started = startEngineFor(deps)
  onTestFinished(async () => {
    await started.engine.state.close()
  })
  return started
}

/** The same for whoever closes it themselves. */
export function startEngineFor(deps?: Deps) {
  const engine = createEngine(deps)
  const page = createRouterClient(engine.contract, { context: engine.context() })
  const shell = createRouterClient(engine.control, { context: engine.context() })
  return { engine, page, shell }
}

/** An engine with a new workbook open, and what tests need most. */
export async function startWorkbook(details: NewWorkbook = DETAILS, deps?: Deps) {
  const { engine, page, shell } = startEngine(deps)
  const path = join(freshFolder(), 'Northmoor.ninefold')
  await shell.file.create({ path, details, who: WHO })
  const { rows, framework } = await page.workbook.read()
  const [system, ...places] = rows.areas
  const principle = framework.principles[2]!
  const key = { roundId: rows.rounds[0]!.id, areaId: system!.id, principleId: principle.id }
  return { engine, page, shell, path, system: system!, places, principle, key }
}
