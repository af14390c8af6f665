import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createControl, shimEnv } from './shim.ts'
import { readTrace, type Step } from './trace.ts'

const CHILD = join(import.meta.dirname, 'record-child.ts')

/** A folder in memory where there is one: thousands of images are written, opened and thrown away. */
export function quickFolder(prefix: string): string {
  const base = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
  return realpathSync(mkdtempSync(join(base, prefix)))
}

type Three = [string, string, string]

export type Recording = { readonly trace: string; readonly under: string; readonly steps: readonly Step[] }

/** Runs workloads in a process of its own under the shim and gives all that it did to its folder. */
export async function record(
  folder: string,
  names: readonly string[],
  options: { readonly size: number; readonly pragmas?: readonly string[] },
): Promise<Recording> {
  const [under, outside] = [join(folder, 'under'), join(folder, 'outside')]
  for (const fresh of [under, outside]) {
    rmSync(fresh, { recursive: true, force: true })
    mkdirSync(fresh, { recursive: true })
  }
  const [trace, marks, control] = ['trace', 'marks', 'control'].map(name => join(folder, name)) as Three
  createControl(control).close()
  rmSync(trace, { force: true })
  const args = [under, outside, marks, String(options.size), (options.pragmas ?? []).join(';'), ...names]
  const child = spawn(process.execPath, [CHILD, ...args], {
    env: shimEnv({ under, trace, marks, control }),
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const code = await new Promise(resolve => child.once('exit', resolve))
  if (code !== 0) throw new Error(`The recorded run ended with ${String(code)}`)
  rmSync(under, { recursive: true })
  rmSync(outside, { recursive: true })
  return { trace, under, steps: readTrace(trace, under) }
}
