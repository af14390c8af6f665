import { benchEvidence } from './evidence.ts'
import { benchPowerCut } from './power-cut.ts'
import { benchRate } from './rate.ts'
import { benchSnapshot } from './snapshot.ts'
import { benchUndo } from './undo.ts'

/** `npm run bench`: a line a row, `name value-ms reference-ms ratio goal`; with `-- --json`, one array. */
const rows = [
  ...(await benchRate(300)),
  ...(await benchUndo(21)),
  ...(await benchEvidence(7)),
  ...(await benchSnapshot(7)),
  ...(await benchPowerCut(1000)),
]
if (process.argv.includes('--json')) console.log(JSON.stringify(rows))
else {
  for (const { name, value, reference, goal } of rows) {
    const figures = [value, reference, value / reference].map(figure => figure.toFixed(2))
    console.log([name, ...figures, goal].join(' '))
  }
}
