import { extname } from 'node:path'
import { Command, Option } from 'commander'
import { sizeOf } from '../../../shared/text/sizes.ts'
import { pathOf, whoHere, withEngine } from '../engine.ts'
import { UsageError } from '../failed.ts'

type Options = { readonly to: string; readonly view: 'board' | 'full' }

/** `ninefold export`: the board’s Excel workbook (spec CN9). */
export function exportCommand(): Command {
  return new Command('export')
    .summary('write the board’s Excel workbook')
    .description('Writes the Excel workbook with the action plan. The workbook itself is only read.')
    .argument('<file>', 'the workbook')
    .requiredOption('--to <out.xlsx>', 'the Excel file to write')
    .addOption(
      new Option('--view <view>', 'the columns of the plan: those a board needs, or all')
        .choices(['board', 'full'])
        .default('board'),
    )
    .action(exportBoard)
}

async function exportBoard(file: string, { to, view }: Options): Promise<void> {
  if (extname(to).toLowerCase() !== '.xlsx')
    throw new UsageError(`“${to}” does not end in .xlsx. Give the Excel file a name that does.`)
  await withEngine(async ({ shell, interrupt }) => {
    await shell.file.open({ path: pathOf(file), who: whoHere(), mode: 'read' })
    const { path, size, remarks } = await shell.export.make(
      { to: pathOf(to), request: { kind: 'board', options: { view } } },
      { signal: interrupt.signal },
    )
    console.log(`Wrote ${path} (${sizeOf(size)}).`)
    for (const remark of remarks) console.log(remark)
  })
}
