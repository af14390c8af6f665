import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { NewAction } from '../../shared/contract/action.ts'
import { builtEngine } from './built-engine.ts'

export const WHO = { name: 'Bench', role: '' }

/** A real engine with a new workbook in a folder of its own, for one benchmark. */
export async function openBench() {
  const { createEngine, createRouterClient } = await builtEngine()
  const folder = mkdtempSync(join(tmpdir(), 'ninefold-bench-'))
  const engine = createEngine()
  const context = engine.context()
  const page = createRouterClient(engine.contract, { context })
  const shell = createRouterClient(engine.control, { context })
  const path = join(folder, 'bench.ninefold')
  await shell.file.create({
    path,
    who: WHO,
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
    framework,
    /** Adds so many actions with the words that people write into them. */
    async addActions(count: number, more: (index: number) => Partial<NewAction['set']> = () => ({})) {
      const actions = Array.from({ length: count }, (_, index) =>
        actionOf(key, framework, index, more(index)),
      )
      for (let from = 0; from < count; from += 5000)
        await page.action.addMany({ actions: actions.slice(from, from + 5000) })
    },
    /** What the page asks for when it shows this screen, and the half second at least that people look at it. */
    async showScreen(work: 'export' | 'review') {
      await page.task.prepare({ work })
      await setTimeout(500)
    },
    async close() {
      await engine.state.close()
      rmSync(folder, { recursive: true })
    },
  }
}

export type Bench = Awaited<ReturnType<typeof openBench>>

function actionOf(
  { areaId }: Bench['key'],
  { principles }: Bench['framework'],
  index: number,
  more: Partial<NewAction['set']>,
): NewAction {
  const day = (offset: number) => new Date(Date.UTC(2026, 10, 1 + ((index * 7 + offset) % 700))).toISOString()
  return {
    areaId,
    principleId: principles[index % principles.length]!.id,
    title: `Agree with partner ${index} how people are asked what matters to them`,
    set: {
      gap: `No pathway ${index % 400} between the crisis team and housing, and nobody who holds it together`,
      successMeasure: 'Nine in ten people seen within four weeks',
      baseline: `${index % 97} of 100 today`,
      owner: `Owner ${index % 40}`,
      ownerRole: 'Head of service',
      sponsor: 'Chief nurse',
      partners: 'Housing, police, two charities',
      startOn: day(0).slice(0, 10),
      dueOn: day(90).slice(0, 10),
      priority: (['high', 'medium', 'low'] as const)[index % 3]!,
      risk: 'The post stays empty over the winter',
      likelihood: ((index % 5) + 1) as 1,
      consequence: ((index % 4) + 1) as 1,
      mitigation: 'Ask the partners to lend somebody until spring',
      governance: 'Partnership board, each month',
      ...more,
    },
  }
}
