import { Command } from 'commander'
import { Text } from '../../../shared/model/fields.ts'
import type { Framework } from '../../../shared/model/framework.ts'
import type { PrincipleId } from '../../../shared/model/ids.ts'
import { systemOf } from '../../../shared/rules/select.ts'
import { count } from '../../../shared/text/dates.ts'
import { refOf } from '../../../shared/text/names.ts'
import { sizeOf } from '../../../shared/text/sizes.ts'
import { pathOf, whoHere, withEngine } from '../engine.ts'
import { Failed, UsageError } from '../failed.ts'

type Options = { readonly principle: string; readonly shows?: string }

/** `ninefold attach`: files as evidence (spec CN3). */
export function attachCommand(): Command {
  return new Command('attach')
    .summary('attach files as evidence')
    .description(
      'Attaches files as evidence for a principle of the whole system. A folder attaches every file in it.',
    )
    .argument('<file>', 'the workbook')
    .argument('<paths...>', 'files and folders to attach')
    .requiredOption('--principle <id>', 'the principle they back: its number, 1 to 9, or its id')
    .option('--shows <text>', 'what they show, in a sentence')
    .action(attach)
}

async function attach(file: string, paths: string[], options: Options): Promise<void> {
  // Before anything is attached: half of what was asked is worse than none.
  if (options.shows !== undefined && !Text.safeParse(options.shows).success)
    throw new UsageError('--shows is longer than 200,000 characters. Shorten it, or attach it as a file.')
  await withEngine(async ({ shell, page, interrupt }) => {
    await shell.file.open({ path: pathOf(file), who: whoHere(), snapshots: {} })
    const { rows, framework } = await page.workbook.read()
    const principleId = principleFrom(framework, options.principle)
    const targets = { principleIds: [principleId], areaIds: [systemOf(rows)!.id] }
    const attached = await shell.evidence.attach(
      { paths: paths.map(pathOf), targets },
      { signal: interrupt.signal },
    )
    if (options.shows !== undefined)
      for (const id of attached.evidenceIds) await page.evidence.set({ id, set: { shows: options.shows } })

    const items = new Map((await page.workbook.read()).rows.evidence.map(item => [item.id, item]))
    for (const id of attached.evidenceIds) {
      const item = items.get(id)!
      console.log(`${refOf('evidence', item.ref)} ${item.fileName} (${sizeOf(item.size)})`)
    }
    for (const { sentence } of attached.problems) console.error(sentence)
    if (attached.wasCancelled)
      throw new Failed(`Stopped: ${count(attached.evidenceIds.length, 'file')} had been attached by then.`)
    if (attached.problems.length > 0) throw new Failed('')
  })
}

function principleFrom(framework: Framework, wanted: string): PrincipleId {
  const found = framework.principles.find(({ id, number }) => id === wanted || String(number) === wanted)
  if (found) return found.id
  const choices = framework.principles.map(({ id, number }) => `${number} ${id}`).join(', ')
  throw new UsageError(`There is no principle “${wanted}”. Choose one of these: ${choices}.`)
}
