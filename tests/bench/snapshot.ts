import { randomFillSync } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { copyFile, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { takeSnapshot } from '../../electron/engine/snapshots/take.ts'
import { EvidenceTargets } from '../../shared/model/evidence.ts'
import { measure, type Row } from './measure.ts'
import { openBench } from './workbook.ts'

const BYTES = 100 * 1024 * 1024

/** `snapshot-100mb`: a workbook of 100 MB copied, made durable, read back and named; against copying, syncing and renaming it. */
export async function benchSnapshot(runs: number): Promise<Row[]> {
  const { engine, shell, folder, path, close } = await openBench()
  const source = join(folder, 'source.bin')
  writeFileSync(source, randomFillSync(Buffer.alloc(BYTES)))
  await shell.evidence.attach({ paths: [source], targets: EvidenceTargets.parse({}) })
  rmSync(source)
  // What is open here is copied only through its own connection: the plain copy is of the first snapshot.
  const place = { path, folder: null }
  const task = { signal: new AbortController().signal, report: () => {} }
  const { path: plain } = await takeSnapshot(engine.state.session!, place, task)
  let made = ''
  const rows = [
    await measure('snapshot-100mb', 4, runs, {
      before: () => made && rmSync(made),
      ours: async () => {
        made = (await takeSnapshot(engine.state.session!, place, task)).path
      },
      theirs: () => copySyncAndRename(plain, join(folder, 'plain.ninefold')),
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
