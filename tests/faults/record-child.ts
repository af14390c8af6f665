import { openSync } from 'node:fs'
import { join } from 'node:path'
import { benchIn } from './bench.ts'
import { workloads } from './workloads.ts'

/**
 * Runs workloads one after the other in folders of their own, under the shim.
 * `node record-child.ts UNDER OUTSIDE MARKS SIZE PRAGMAS NAME…`
 */
const [under, outside, marksPath, size, pragmas, ...names] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
  ...string[],
]
const marks = openSync(marksPath, 'a')
for (const name of names) {
  const workload = workloads.find(one => one.name === name)!
  const bench = await benchIn(join(under, name), join(outside, name), {
    marks,
    pragmas: pragmas.split(';').filter(Boolean),
    isShared: workload.isShared ?? false,
  })
  await workload.prepare(bench)
  bench.mark({ begin: name })
  await workload.run(bench, Number(size))
  if (!bench.engine.state.session) await bench.open()
  const chain = bench.chain()
  bench.mark({ end: name, chain })
  await bench.close()
}
process.exit(0)
