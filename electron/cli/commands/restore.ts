import { Command } from 'commander'
import type { SnapshotLine } from '../../../shared/contract/snapshot.ts'
import { stampWords } from '../../../shared/text/snapshot-names.ts'
import { pathOf, withEngine } from '../engine.ts'
import { Failed } from '../failed.ts'

/** `ninefold restore`: a snapshot as a workbook of its own (spec SN). */
export function restoreCommand(): Command {
  return new Command('restore')
    .summary('make a workbook of a snapshot')
    .description(
      'Copies a snapshot to a workbook of its own. Nothing that is there is replaced: neither the workbook, whole or damaged, nor the snapshot.',
    )
    .argument('<file>', 'the workbook, there or not')
    .requiredOption('--snapshot <id>', 'which one: its word in ninefold snapshots, or “newest”')
    .requiredOption('--to <file>', 'where the new workbook goes')
    .option('--folder <folder>', 'where its snapshots are, if not beside it')
    .action(restore)
}

type Options = { readonly snapshot: string; readonly to: string; readonly folder?: string }

async function restore(file: string, options: Options): Promise<void> {
  const of = { path: pathOf(file), folder: options.folder === undefined ? null : pathOf(options.folder) }
  await withEngine(async ({ shell }) => {
    const { snapshots } = await shell.snapshot.listFor(of)
    const chosen = choose(snapshots, options.snapshot, file)
    const { path, remarks } = await shell.snapshot.restore({ ...of, id: chosen.id, to: pathOf(options.to) })
    console.log(`Made ${path} as it was on ${stampWords(chosen)}.`)
    for (const remark of remarks) console.log(remark)
  })
}

function choose(snapshots: readonly SnapshotLine[], wanted: string, file: string): SnapshotLine {
  const chosen = wanted === 'newest' ? snapshots[0] : snapshots.find(({ id }) => id === wanted)
  if (chosen) return chosen
  throw new Failed(`There is no snapshot “${wanted}” of ${file}. See ninefold snapshots ${file}.`)
}
