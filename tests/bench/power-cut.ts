import { rmSync } from 'node:fs'
import { runCampaign } from '../faults/campaign.ts'
import { quickFolder } from '../faults/record.ts'
import { whyNoShim } from '../faults/shim.ts'
import { workloads } from '../faults/workloads.ts'
import type { Row } from './measure.ts'
import type { Scale } from './scale.ts'

/** Why there can be no power cuts here. */
export const whyNoPowerCuts = whyNoShim

/** `power-cut`: what was answered and lost, and what was broken, in so many simulated cuts over everything people do. */
export async function benchPowerCut(scale: Scale): Promise<Row[]> {
  const folder = quickFolder('ninefold-cuts-')
  try {
    const names = workloads.map(({ name }) => name)
    const some = scale.isShort ? names.slice(0, 1) : names
    const sum = await runCampaign(folder, some, { points: scale.of(1000), size: 1, seed: 1 })
    for (const failure of sum.failures) console.error(failure)
    return [{ name: 'power-cut', value: sum.failures.length, reference: sum.points, goal: 0 }]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
