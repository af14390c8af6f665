import { runCampaign } from '../helpers/hostile/campaign.ts'

/** `npm run test:hostile [bytes] [schemas] [values] [seed]`: the whole campaign, with its figures. */
const [bytes = 10_000, schemas = 1000, values = 1000, seed = 20_261_123] = process.argv.slice(2).map(Number)
const started = Date.now()
let saidAt = started
// Ctrl+C gives the figures so far.
const early = new AbortController()
process.once('SIGINT', () => early.abort())
const figures = await runCampaign({
  bytes,
  schemas,
  values,
  seed,
  deadlineMs: 5000,
  signal: early.signal,
  onProgress(done, total, faults) {
    for (const fault of faults) console.log(`FAULT ${fault}`)
    if (Date.now() - saidAt < 15_000) return
    saidAt = Date.now()
    console.log(`${done} of ${total} files, ${Math.round((saidAt - started) / 1000)} s`)
  },
})
for (const [family, counts] of Object.entries(figures.counts)) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const said = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`)
  console.log(`${family}: ${all} files, ${said.join(', ')}`)
}
console.log(`slowest door ${figures.slowestMs} ms, most memory ${figures.largestRssMb} MB, seed ${seed}`)
console.log(`${figures.faults.length} faults in ${Math.round((Date.now() - started) / 1000)} s`)
process.exitCode = figures.faults.length > 0 ? 1 : 0
