import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Level } from '../../shared/model/fields.ts'
import { bareTable } from './bare.ts'
import { interleaved, type Row } from './measure.ts'
import type { Scale } from './scale.ts'
import { openBench } from './workbook.ts'

/** `rate` and `rate-floor`: a rating through the contract, durable with its change log. */
export async function benchRate(scale: Scale): Promise<Row[]> {
  const bench = await openBench()
  const bare = bareTable(join(bench.folder, 'bare.db'))
  const floor = openSync(join(bench.folder, 'floor'), 'a')
  const page = Buffer.alloc(4096)
  const [value, one, append] = await interleaved(scale.runs(300), [
    run => bench.page.rating.set({ ...bench.key, set: { level: (run % 5) as Level } }),
    run => bare.update(run),
    () => {
      writeSync(floor, page)
      fsyncSync(floor)
    },
  ])
  closeSync(floor)
  bare.close()
  await bench.close()
  return [
    { name: 'rate', value: value!, reference: one!, goal: 1.5 },
    { name: 'rate-floor', value: value!, reference: append!, goal: 4 },
  ]
}
