import { createHash, randomFillSync } from 'node:crypto'
import { createReadStream, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { copyFile, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { EvidenceTargets } from '../../shared/model/evidence.ts'
import { measure, type Row } from './measure.ts'
import type { Scale } from './scale.ts'
import { openBench } from './workbook.ts'

const MB = 1024 * 1024
const NOWHERE = EvidenceTargets.parse({})

/** `attach-100mb`, `attach-100x2mb` and `save-out-100mb`: files into the workbook, hashed and durable, and out again. */
export async function benchEvidence(scale: Scale, names: readonly string[]): Promise<Row[]> {
  const rows: Row[] = []
  if (names.includes('attach-100mb') || names.includes('save-out-100mb')) rows.push(...(await large(scale)))
  if (names.includes('attach-100x2mb')) rows.push(await many(scale))
  return rows.filter(row => names.includes(row.name))
}

async function large(scale: Scale): Promise<Row[]> {
  const { shell, page, folder, close } = await openBench()
  const source = join(folder, 'source.bin')
  const bytes = Buffer.alloc(scale.of(100) * MB)
  // Other content each time: the same content is stored only once. Making it is not timed.
  const renew = () => writeFileSync(source, randomFillSync(bytes))
  const rows = [
    await measure('attach-100mb', 1.8, scale.runs(7), {
      before: renew,
      ours: () => shell.evidence.attach({ paths: [source], targets: NOWHERE }),
      theirs: () => copyHashedAndSynced(source, join(folder, 'copy.bin')),
    }),
  ]
  const [item] = (await page.workbook.read()).rows.evidence
  const to = join(folder, 'out.bin')
  const copy = join(folder, 'copy.bin')
  rows.push(
    await measure('save-out-100mb', 1.3, scale.runs(11), {
      // Neither finds anything there: to write over a file that is there costs otherwise.
      before: async () => [await rm(to, { force: true }), await rm(copy, { force: true })],
      ours: () => shell.evidence.saveOut({ id: item!.id, to }),
      theirs: () => copyAndSync(source, copy),
    }),
  )
  await close()
  return rows
}

/** A hundred photos in one go, beside a hundred plain copies, each hashed and synced. */
async function many(scale: Scale): Promise<Row> {
  const { shell, folder, close } = await openBench()
  const photos = join(folder, 'photos')
  mkdirSync(photos)
  const paths = Array.from({ length: scale.of(100) }, (_, index) => join(photos, `photo-${index}.jpg`))
  const bytes = Buffer.alloc(2 * MB)
  const copies = join(folder, 'copies')
  const row = await measure('attach-100x2mb', 0.8, scale.runs(5), {
    before() {
      for (const path of paths) writeFileSync(path, randomFillSync(bytes))
      rmSync(copies, { recursive: true, force: true })
      mkdirSync(copies)
    },
    ours: () => shell.evidence.attach({ paths, targets: NOWHERE }),
    async theirs() {
      for (const [index, path] of paths.entries())
        await copyHashedAndSynced(path, join(copies, `copy-${index}.jpg`))
    },
  })
  await close()
  return row
}

async function copyHashedAndSynced(from: string, to: string): Promise<void> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(from, { highWaterMark: MB })) hash.update(piece)
  hash.digest()
  await copyAndSync(from, to)
}

async function copyAndSync(from: string, to: string): Promise<void> {
  await copyFile(from, to)
  const file = await open(to, 'r+')
  await file.sync()
  await file.close()
}
