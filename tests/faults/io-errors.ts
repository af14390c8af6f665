import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { IoLine } from './io-child.ts'
import { quickFolder } from './record.ts'
import { createControl, shimEnv } from './shim.ts'

const CHILD = join(import.meta.dirname, 'io-child.ts')

/** What came of the faults made in some works. */
export type IoTally = { injected: number; survived: number; told: number; readonly wrong: string[] }

/** Does these works in a process of its own while calls fail: at most so many of each kind, spread over all there are. */
export async function runIoErrors(
  names: readonly string[],
  most: number,
  onWork: (line: Extract<IoLine, { work: string }>) => void = () => {},
): Promise<IoTally> {
  const folder = quickFolder('ninefold-io-')
  const [under, outside, control] = ['under', 'outside', 'control'].map(name => join(folder, name)) as [
    string,
    string,
    string,
  ]
  mkdirSync(under)
  mkdirSync(outside)
  createControl(control).close()
  const child = spawn(process.execPath, [CHILD, under, outside, control, String(most), ...names], {
    env: shimEnv({ under, control }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise(resolve => child.once('exit', resolve))
  // The engine logs where each fault came from. That is as it should be, and nobody here wants to read it.
  let said = ''
  child.stderr.on('data', chunk => {
    said += String(chunk)
      .split('\n')
      .filter(line => line && !line.startsWith('fault '))
      .join('\n')
  })
  const tally: IoTally = { injected: 0, survived: 0, told: 0, wrong: [] }
  try {
    for await (const text of createInterface({ input: child.stdout })) {
      const line = JSON.parse(text) as IoLine
      if ('wrong' in line) tally.wrong.push(line.wrong)
      else {
        for (const key of ['injected', 'survived', 'told'] as const) tally[key] += line[key]
        onWork(line)
      }
    }
    const code = await ended
    if (code !== 0) tally.wrong.push(`The process ended by itself with ${String(code)}: ${said}`)
    return tally
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
