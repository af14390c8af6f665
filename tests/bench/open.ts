import { randomFillSync } from 'node:crypto'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { EvidenceTargets } from '../../shared/model/evidence.ts'
import { growth, interleaved, type Row } from './measure.ts'
import type { Scale } from './scale.ts'
import { type Bench, openBench, WHO } from './workbook.ts'

const MB = 1024 * 1024

/** Pieces a file is made of: 256 MB, so that no one is over the limit of a single file. */
const PIECE_MB = 256

/** `open-1gb`: what the page needs for its overview, of a workbook of 1 GB beside one of 1 MB. */
export async function benchOpen(scale: Scale): Promise<Row[]> {
  const workbooks = [await holding(scale.of(1024)), await holding(1)]
  const [large, small] = await interleaved(scale.runs(15), workbooks.map(opening))
  for (const { close } of workbooks) await close()
  return [{ name: 'open-1gb', value: large!, reference: small!, goal: 1.2 }]
}

/** `growth-open`: the same by the number of actions, which all go to the page. */
export async function benchOpenGrowth(scale: Scale): Promise<Row[]> {
  const workbooks: Bench[] = []
  for (const count of scale.growth) {
    const bench = await openBench()
    await bench.addActions(scale.of(count))
    workbooks.push(bench)
  }
  const times = await interleaved(scale.runs(7), workbooks.map(opening))
  for (const { close } of workbooks) await close()
  return growth('growth-open', times)
}

function opening({ shell, page, path }: Bench) {
  return async () => {
    await shell.file.open({ path, who: WHO })
    await page.workbook.read()
  }
}

async function holding(megabytes: number): Promise<Bench> {
  const bench = await openBench()
  const source = join(bench.folder, 'source.bin')
  for (let left = megabytes; left > 0; left -= PIECE_MB) {
    writeNoise(source, Math.min(left, PIECE_MB))
    await bench.shell.evidence.attach({ paths: [source], targets: EvidenceTargets.parse({}) })
  }
  rmSync(source)
  return bench
}

function writeNoise(path: string, megabytes: number): void {
  const file = openSync(path, 'w')
  const bytes = Buffer.alloc(MB)
  for (let done = 0; done < megabytes; done++) writeSync(file, randomFillSync(bytes))
  closeSync(file)
}
