import { randomFillSync } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { copyFile, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { EvidenceTargets } from '../../shared/model/evidence.ts'
import { builtEngine } from './built-engine.ts'
import { measure, type Row } from './measure.ts'
import type { Scale } from './scale.ts'
import { openBench } from './workbook.ts'

/** `snapshot-100mb`: a workbook of 100 MB copied, made durable, read back and named; against copying, syncing and renaming it. */
export async function benchSnapshot(scale: Scale): Promise<Row[]> {
  const { takeSnapshot } = await builtEngine()
  const { engine, shell, folder, path, close } = await openBench()
  const source = join(folder, 'source.bin')
  writeFileSync(source, randomFillSync(Buffer.alloc(scale.of(100) * 1024 * 1024)))
  await shell.evidence.attach({ paths: [source], targets: EvidenceTargets.parse({}) })
  rmSync(source)
  // What is open here is copied only through its own connection: the plain copy is of the first snapshot.
  const place = { path, folder: null }
  const task = { signal: new AbortController().signal, report: () => {} }
  const { path: plain } = await takeSnapshot(engine.state.session!, place, task)
  let made = ''
  const copy = join(folder, 'plain.ninefold')
  const rows = [
    await measure('snapshot-100mb', 4, scale.runs(9), {
      // Neither finds anything there: to write over a file that is there costs otherwise.
      before() {
        if (made) rmSync(made)
        rmSync(copy, { force: true })
      },
      ours: async () => {
        made = (await takeSnapshot(engine.state.session!, place, task)).path
      },
      theirs: () => copySyncAndRename(plain, copy),
    }),
  ]
  await close()
  return rows
}

async function copySyncAndRename(from: string, to: string): Promise<void> {
  await copyFile(from, `${to}.new`)
  const file = await open(`${to}.new`, 'r')
  await file.sync()
  await file.close()
  await rename(`${to}.new`, to)
}
