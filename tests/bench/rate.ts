import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Level } from '../../shared/model/fields.ts'
import { bareTable } from './bare.ts'
import { measure, type Row } from './measure.ts'
import { openBench } from './workbook.ts'

/** `rate` and `rate-floor`: a rating through the contract, durable with its change log. */
export async function benchRate(runs: number): Promise<Row[]> {
  const bench = await openBench()
  const bare = bareTable(join(bench.folder, 'bare.db'), 1)
  const floor = openSync(join(bench.folder, 'floor'), 'a')
  const page = Buffer.alloc(4096)
  const rate = (run: number) => bench.page.rating.set({ ...bench.key, set: { level: (run % 5) as Level } })
  const rows = [
    await measure('rate', 1.5, runs, { ours: rate, theirs: run => bare.update(run) }),
    await measure('rate-floor', 4, runs, {
      ours: rate,
      theirs() {
        writeSync(floor, page)
        fsyncSync(floor)
      },
    }),
  ]
  closeSync(floor)
  bare.close()
  await bench.close()
  return rows
}
