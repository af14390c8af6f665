import { Command } from 'commander'
import { Line } from '../../../shared/model/fields.ts'
import { firstRound } from '../../../shared/rules/first-round.ts'
import { count, todayHere } from '../../../shared/text/dates.ts'
import { pathOf, whoHere, withEngine } from '../engine.ts'
import { UsageError } from '../failed.ts'

/** `ninefold new`: a new workbook (spec CN1). */
export function newCommand(): Command {
  return new Command('new')
    .summary('make a new workbook')
    .description('Makes a new workbook for one system. It never writes over a file.')
    .argument('<file>', 'the workbook to make, such as vale.ninefold')
    .requiredOption('--system <name>', 'the system the workbook is about')
    .option('--place <name>', 'a place in the system; repeat it for each', collect, [])
    .action(makeNew)
}

async function makeNew(file: string, options: { system: string; place: string[] }): Promise<void> {
  for (const [option, name] of [
    ['--system', options.system],
    ...options.place.map(place => ['--place', place]),
  ])
    assertName(option!, name!)
  await withEngine(async ({ shell }) => {
    const details = {
      systemName: options.system,
      systemKind: 'stp' as const,
      places: options.place,
      ...firstRound(todayHere()),
    }
    const { path, summary } = await shell.file.create({
      path: pathOf(file),
      details,
      who: whoHere(),
      snapshots: {},
    })
    const places = options.place.length ? ` with ${count(options.place.length, 'place')}` : ''
    console.log(`Made ${path}: ${summary.systemName}${places}, round ${summary.roundName}.`)
  })
}

function assertName(option: string, name: string): void {
  const parsed = Line.safeParse(name)
  if (parsed.success) return
  const why = name.trim() ? 'is longer than 1,000 characters' : 'has no name'
  throw new UsageError(`${option} ${why}. Give it a short name.`)
}

function collect(value: string, before: string[]): string[] {
  return [...before, value]
}
