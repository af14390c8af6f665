import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { addTo, newTally, type Tally } from './cut.ts'
import { type Recording, record } from './record.ts'

const CHILD = join(import.meta.dirname, 'campaign-child.ts')

/** What came of one workload, when all its cuts are done. */
export type Told = { readonly name: string; readonly tally: Tally }

/**
 * Records each workload, cuts it off at so many points and opens what is left, a process a core. The seeds go on from
 * `seed`, so that each point can be looked at again alone.
 */
export async function runCampaign(
  folder: string,
  names: readonly string[],
  options: { readonly points: number; readonly size: number; readonly seed: number },
  onTold: (told: Told) => void = () => {},
): Promise<Tally> {
  const recording = await record(folder, names, { size: options.size })
  const each = Math.ceil(options.points / names.length)
  const sum = newTally()
  const waiting = [...names]
  const worker = async (number: number) => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      const tally = await cutOne(recording, join(folder, String(number)), name, options.seed, each)
      addTo(sum, tally)
      onTold({ name, tally })
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, (_, number) => worker(number)))
  return sum
}

async function cutOne(
  { trace, under }: Recording,
  folder: string,
  name: string,
  seed: number,
  count: number,
): Promise<Tally> {
  const args = [CHILD, trace, under, folder, name, String(seed), String(count)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const tally = newTally()
  for await (const line of createInterface({ input: child.stdout })) addTo(tally, JSON.parse(line) as Tally)
  if (tally.points !== count)
    tally.failures.push(`${name}: only ${tally.points} of ${count} cuts were looked at`)
  return tally
}
