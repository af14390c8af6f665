import { rmSync } from 'node:fs'
import { runCampaign } from '../faults/campaign.ts'
import { quickFolder } from '../faults/record.ts'
import { whyNoShim } from '../faults/shim.ts'
import { workloads } from '../faults/workloads.ts'
import type { Row } from './measure.ts'

/** `power-cut`: what was answered and lost, and what was broken, in so many simulated cuts over everything people do. */
export async function benchPowerCut(cuts: number): Promise<Row[]> {
  const why = whyNoShim()
  if (why) {
    console.error(`power-cut was left out: ${why}`)
    return []
  }
  const folder = quickFolder('ninefold-cuts-')
  try {
    const names = workloads.map(({ name }) => name)
    const sum = await runCampaign(folder, names, { points: cuts, size: 1, seed: 1 })
    for (const failure of sum.failures) console.error(failure)
    return [{ name: 'power-cut', value: sum.failures.length, reference: sum.points, goal: 0 }]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
