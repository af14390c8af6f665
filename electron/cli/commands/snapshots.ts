import { Command } from 'commander'
import type { SnapshotLine } from '../../../shared/contract/snapshot.ts'
import { count } from '../../../shared/text/dates.ts'
import { sizeOf } from '../../../shared/text/sizes.ts'
import { stampWords } from '../../../shared/text/snapshot-names.ts'
import { pathOf, withEngine } from '../engine.ts'

/** `ninefold snapshots`: the dated snapshots of a workbook (spec SN). */
export function snapshotsCommand(): Command {
  return new Command('snapshots')
    .summary('list the snapshots of a workbook')
    .description(
      'Lists the dated snapshots of a workbook, newest first, each with the word that ninefold restore asks for. The workbook may be damaged or gone: its snapshots are found by the folder beside it.',
    )
    .argument('<file>', 'the workbook, there or not')
    .option('--folder <folder>', 'where its snapshots are, if not beside it')
    .option('--json', 'print the list as JSON')
    .action(listSnapshots)
}

async function listSnapshots(file: string, options: { folder?: string; json?: boolean }): Promise<void> {
  const folder = options.folder === undefined ? null : pathOf(options.folder)
  const found = await withEngine(({ shell }) => shell.snapshot.listFor({ path: pathOf(file), folder }))
  if (options.json) {
    console.log(JSON.stringify(found, null, 2))
    return
  }
  for (const line of found.snapshots) console.log(lineWords(line))
  if (found.snapshots.length === 0) console.log(`There are no snapshots of ${file} in “${found.folderName}”.`)
  if (found.unreadable > 0) console.log(`${count(found.unreadable, 'file')} there could not be read.`)
}

function lineWords(line: SnapshotLine): string {
  const { roundName, discussed, principles, actions, evidence, size } = line
  const parts = [
    `${roundName}: ${discussed} of ${principles} discussed`,
    count(actions, 'action'),
    count(evidence, 'item of evidence', 'items of evidence'),
    sizeOf(size),
  ]
  const standing = line.standing === 'apart' ? ' It is of a copy that went its own way.' : ''
  return oneLine(
    `${line.id}  ${stampWords(line)}  ${parts.join(', ')}. Last: ${line.lastEdit.words}.${standing}`,
  )
}

/** What people typed may hold line breaks, and codes that terminals obey. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
}
