import { closeDisplay } from '../e2e/helpers/display.ts'
import { type Bench, benches } from './benches.ts'
import type { Row } from './measure.ts'
import { shortScale, wholeScale } from './scale.ts'
import { lineOf, writeTable } from './table.ts'

/**
 * `npm run bench`: a line a row, `name value reference ratio goal`, as each is done. `-- --json` prints one array at the end,
 * `--only row,row` measures those, `--write` puts the table into docs/performance.md, and `--short` only sees that every
 * row works: small, once each.
 */
const only = process.argv[process.argv.indexOf('--only') + 1]?.split(',')
const isOnly = process.argv.includes('--only')
const isJson = process.argv.includes('--json')
const isShort = process.argv.includes('--short')

const rows: Row[] = []
try {
  for (const bench of benches) await measured(bench)
} finally {
  closeDisplay()
}
if (isJson) console.log(JSON.stringify(rows.map(row => ({ ...row, ratio: row.value / row.reference }))))
if (process.argv.includes('--write') && !isShort) writeTable(rows)

async function measured(bench: Bench): Promise<void> {
  const names = bench.names.filter(name => !isOnly || only?.includes(name))
  if (names.length === 0) return
  const why = (await bench.whyNot?.()) ?? null
  if (why) return console.error(`${names.join(', ')} left out: ${why}`)
  const started = performance.now()
  for (const row of await bench.run(isShort ? shortScale : wholeScale, names)) {
    rows.push(row)
    if (!isJson) console.log(lineOf(row))
  }
  if (isShort) console.error(`  in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}
