import { Command, Option } from 'commander'
import { BoardExport } from '../../../shared/contract/export-request.ts'
import { type IdentifierOption, withIdentifierOption } from '../identifiers.ts'
import { requireXlsx, writeExport } from '../write-export.ts'

type Options = IdentifierOption & { readonly to: string; readonly view: 'board' | 'full' }

/** `ninefold export`: the board’s Excel workbook (spec CN9). */
export function exportCommand(): Command {
  return withIdentifierOption(
    new Command('export')
      .summary('write the board’s Excel workbook')
      .description(
        'Writes the Excel workbook with the action plan, and notes in the workbook that it was sent.',
      )
      .argument('<file>', 'the workbook')
      .requiredOption('--to <out.xlsx>', 'the Excel file to write')
      .addOption(
        new Option('--view <view>', 'the columns of the plan: those a board needs, or all')
          .choices(['board', 'full'])
          .default('board'),
      ),
  ).action(exportBoard)
}

async function exportBoard(file: string, { to, view, ...option }: Options): Promise<void> {
  requireXlsx(to)
  await writeExport(file, to, option, () => ({ kind: 'board', options: BoardExport.parse({ view }) }))
}
