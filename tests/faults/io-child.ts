import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openSession } from '../../electron/engine/open.ts'
import { checkSession } from '../../electron/engine/verify.ts'
import { WHO } from '../helpers/engine.ts'
import { benchIn, SNAPSHOTS } from './bench.ts'
import { attempt, NEVER, type Places } from './io-attempt.ts'
import { type Work, works } from './io-works.ts'
import { type Fault, type Kind, openControl } from './shim.ts'

/** What is printed, a line each. */
export type IoLine =
  | { readonly wrong: string }
  | {
      readonly work: string
      readonly injected: number
      readonly survived: number
      readonly told: number
      readonly goesOn: number
    }

/**
 * Does each work again and again under the shim, with the first call of each kind failing, then the second, and so on.
 * `node io-child.ts UNDER OUTSIDE CONTROL MOST NAME…`: at most so many of the calls of each kind, spread evenly.
 */
const [under, outside, controlPath, most, ...names] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  ...string[],
]
const control = openControl(controlPath)
for (const name of names) await go(works.find(work => work.name === name)!)
process.exit(0)

async function go(work: Work): Promise<void> {
  const own = join(outside, work.name)
  const places: Places = { prepared: join(own, 'prepared'), outside: own, folder: join(under, work.name) }
  mkdirSync(own, { recursive: true })
  const bench = await benchIn(places.prepared, own)
  await work.prepare(bench)
  if (bench.engine.state.session) await bench.close()
  const tally = { work: work.name, injected: 0, survived: 0, told: 0, goesOn: 0 }
  const isShort = Number(most) < 3
  for (const [kinds, faults] of faultsOf()) {
    if (isShort && work.isSlow && !kinds.includes('sync')) continue
    const base: Fault = { kinds, nth: NEVER, times: 1, action: 'fail' }
    const dry = await attempt(work, places, control, base, isWhole)
    for (const words of dry.wrong) say({ wrong: `${work.name} without a fault: ${words}` })
    for (const [index, nth] of spread(dry.seen, Number(most)).entries()) {
      // All of them when every call is tried, else one after the other.
      const chosen = Number(most) >= dry.seen ? faults : [faults[index % faults.length]!]
      for (const fault of chosen) {
        const full = { ...base, nth, ...fault }
        const { hit, sentences, goesOn, wrong } = await attempt(work, places, control, full, isWhole)
        if (hit === 0) continue
        tally.injected++
        if (wrong.length === 0) tally.survived++
        if (sentences.length > 0) tally.told++
        if (goesOn) tally.goesOn++
        const { action, times, error = '' } = full
        const what = `${work.name}: ${kinds.join()} ${nth} of ${dry.seen}, ${action} ${error} ${times === 1 ? 'once' : 'from then on'}`
        for (const words of wrong)
          say({ wrong: `${what}: ${words} (told: ${sentences.join(' ') || 'done'})` })
      }
    }
  }
  say(tally)
}

type Variant = Pick<Fault, 'times' | 'action'> & { readonly error?: 'EIO' | 'ENOSPC' }

function faultsOf(): [Kind[], Variant[]][] {
  const failing = (...errors: ('EIO' | 'ENOSPC')[]): Variant[] =>
    errors.flatMap(error => [
      { times: 1, action: 'fail', error },
      { times: 0, action: 'fail', error },
    ])
  const short: Variant[] = [
    { times: 1, action: 'half' },
    { times: 0, action: 'half' },
  ]
  return [
    [['write'], [...failing('ENOSPC', 'EIO'), ...short]],
    [['sync'], failing('EIO', 'ENOSPC')],
    [['truncate'], failing('EIO')],
    [['rename'], failing('EIO', 'ENOSPC')],
    [['unlink'], failing('EIO')],
    [['open'], failing('EIO', 'ENOSPC')],
    [['mkdir'], failing('EIO', 'ENOSPC')],
    [['write', 'sync', 'truncate', 'rename', 'unlink', 'open', 'mkdir'], failing('EIO')],
  ]
}

/** So many whole numbers from 1 to `end`, the first and the last among them. */
function spread(end: number, count: number): number[] {
  if (end <= count) return Array.from({ length: end }, (_, index) => index + 1)
  return Array.from(
    { length: count },
    (_, index) => 1 + Math.round((index * (end - 1)) / Math.max(1, count - 1)),
  )
}

/** Whether a file that a work makes is all there. */
async function isWhole(path: string): Promise<boolean> {
  if (!existsSync(path)) return false
  if (path.endsWith(SNAPSHOTS)) {
    const files = readdirSync(path).filter(name => !name.startsWith('.'))
    return (await Promise.all(files.map(name => isWhole(join(path, name))))).every(Boolean)
  }
  if (path.endsWith('.bin')) return readFileSync(path).length === 1_500_000
  if (path.endsWith('Owners')) {
    const files = readdirSync(path)
    return files.length === 3 && files.every(name => readFileSync(join(path, name)).length > 100)
  }
  if (path.endsWith('.xlsx')) return endsAsZip(readFileSync(path))
  const session = openSession(path, WHO, 'read', { now: () => '2031-01-01T00:00:00.000Z', newId: () => 'x' })
  try {
    return (await checkSession(session)).ok
  } finally {
    session.close()
  }
}

/** The last record of a zip, at its very end, tells where its directory begins and how long it is. */
function endsAsZip(bytes: Buffer): boolean {
  const end = bytes.length - 22
  return (
    end > 0 &&
    bytes.readUInt32LE(end) === 0x06054b50 &&
    bytes.readUInt32LE(end + 12) + bytes.readUInt32LE(end + 16) === end
  )
}

function say(line: IoLine): void {
  console.log(JSON.stringify(line))
}
