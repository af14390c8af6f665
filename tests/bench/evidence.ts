import { createHash, randomFillSync } from 'node:crypto'
import { createReadStream, writeFileSync } from 'node:fs'
import { copyFile, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { EvidenceTargets } from '../../shared/model/evidence.ts'
import { measure, type Row } from './measure.ts'
import { openBench } from './workbook.ts'

const BYTES = 100 * 1024 * 1024

/** `attach-100mb` and `save-out-100mb`: a large file into the workbook, hashed and durable, and out again. */
export async function benchEvidence(runs: number): Promise<Row[]> {
  const { shell, page, folder, close } = await openBench()
  const source = join(folder, 'source.bin')
  const bytes = Buffer.alloc(BYTES)
  // Other content each time: the same content is stored only once. Making it is not timed.
  const renew = () => writeFileSync(source, randomFillSync(bytes))
  const rows = [
    await measure('attach-100mb', 1.8, runs, {
      before: renew,
      ours: () => shell.evidence.attach({ paths: [source], targets: EvidenceTargets.parse({}) }),
      theirs: () => copyHashedAndSynced(source, join(folder, 'copy.bin')),
    }),
  ]
  const [item] = (await page.workbook.read()).rows.evidence
  const to = join(folder, 'out.bin')
  rows.push(
    await measure('save-out-100mb', 1.3, runs, {
      before: () => rm(to, { force: true }),
      ours: () => shell.evidence.saveOut({ id: item!.id, to }),
      theirs: () => copyAndSync(source, join(folder, 'copy.bin')),
    }),
  )
  await close()
  return rows
}

async function copyHashedAndSynced(from: string, to: string): Promise<void> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(from, { highWaterMark: 1024 * 1024 })) hash.update(piece)
  hash.digest()
  await copyAndSync(from, to)
}

async function copyAndSync(from: string, to: string): Promise<void> {
  await copyFile(from, to)
  const file = await open(to, 'r+')
  await file.sync()
  await file.close()
}
