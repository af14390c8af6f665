import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { builtEngine } from './built-engine.ts'
import { median, type Row } from './measure.ts'
import type { Scale } from './scale.ts'

/** `attach-memory`: how many megabytes more a process of its own takes while 100 MB, then 100 photos, are attached. */
export async function benchAttachMemory(scale: Scale): Promise<Row[]> {
  await builtEngine()
  const child = join(import.meta.dirname, 'attach-child.ts')
  const extra: number[] = []
  for (let run = 0; run < scale.runs(5); run++) {
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', child, `${scale.isShort}`])
    extra.push(Number(stdout))
  }
  return [{ name: 'attach-memory', value: median(extra), reference: 64, goal: 1 }]
}
