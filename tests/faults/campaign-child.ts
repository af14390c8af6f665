import { cutRun, pickCuts, runsOf } from './cut.ts'
import { readTrace } from './trace.ts'

/** Cuts one workload of a recorded trace off and prints the tally. `node campaign-child.ts TRACE UNDER FOLDER NAME SEED COUNT` */
const [trace, under, folder, name, seed, count] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
  string,
]
const run = runsOf(readTrace(trace, under), name)[0]!
const tally = await cutRun(run, pickCuts(run, Number(count), Number(seed)), folder)
console.log(JSON.stringify(tally))
