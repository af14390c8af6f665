import { availableParallelism } from 'node:os'
import { type IoTally, runIoErrors } from './io-errors.ts'
import { works } from './io-works.ts'
import { whyNoShim } from './shim.ts'

/** `npm run test:io-errors`: every call of every work fails, in every way; `-- --most 10` takes ten of each kind. */
const why = whyNoShim()
if (why) console.log(`Skipped: ${why}.`)
else await all()

async function all(): Promise<void> {
  const at = process.argv.indexOf('--most')
  const most = at < 0 ? 1_000_000 : Number(process.argv[at + 1])
  const sum: IoTally = { injected: 0, survived: 0, told: 0, wrong: [] }
  const waiting = works.map(({ name }) => name)
  const worker = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      const tally = await runIoErrors([name], most, ({ work, injected, survived, told, goesOn }) =>
        console.log(
          `${work.padEnd(8)} ${injected} faults, ${survived} survived, ${told} told, ${goesOn} gone on from in the same session`,
        ),
      )
      for (const key of ['injected', 'survived', 'told'] as const) sum[key] += tally[key]
      sum.wrong.push(...tally.wrong)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  console.log(
    `all      ${sum.injected} faults, ${sum.survived} survived, ${sum.told} told in a sentence, the others done all the same`,
  )
  for (const words of sum.wrong) console.log(words)
  process.exitCode = sum.wrong.length === 0 ? 0 : 1
}
