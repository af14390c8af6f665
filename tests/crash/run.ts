import { LARGE } from './activities.ts'
import { runCrashes } from './campaign.ts'

/**
 * `npm run test:crash [kills] [seed] [activity…]`: kills, then prints what came of it. Ends with 1 when anything was lost.
 * A busy computer may be given more than its fourteen minutes: `NINEFOLD_CRASH_MINUTES`.
 */
const [kills = '240', seed = '20261123', ...names] = process.argv.slice(2)
const started = Date.now()
const { byActivity, faults, wrong } = await runCrashes({
  kills: Number(kills),
  seed: Number(seed),
  large: LARGE.long,
  withinMs: Number(process.env.NINEFOLD_CRASH_MINUTES ?? 14) * 60_000,
  ...(names.length > 0 ? { names } : {}),
  onKill: words => console.log(words),
})
const all = { kills: 0, underWay: 0, answered: 0, refused: 0, survived: 0 }
console.log('')
for (const [name, counts] of byActivity) {
  console.log(line(name, counts))
  for (const key of ['kills', 'underWay', 'answered', 'refused', 'survived'] as const) all[key] += counts[key]
}
console.log(line('all', all))
for (const [name, count] of faults) console.log(`${count} of them after ${name}`)
for (const words of wrong) console.log(`WRONG ${words}`)
console.log(`seed ${seed}, ${Math.round((Date.now() - started) / 1000)} s`)
process.exitCode = wrong.length > 0 ? 1 : 0

function line(name: string, { kills: count, underWay, answered, refused, survived }: typeof all): string {
  return `${name.padEnd(18)} ${count} kills, ${underWay} in a call under way, ${survived} survived; ${answered} answers kept, ${refused} refusals in words`
}
