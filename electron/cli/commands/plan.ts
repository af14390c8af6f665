import { Command } from 'commander'
import { PlanExport } from '../../../shared/contract/export-request.ts'
import { UsageError } from '../failed.ts'
import { type IdentifierOption, withIdentifierOption } from '../identifiers.ts'
import { requireXlsx, writeExport } from '../write-export.ts'

type Options = IdentifierOption & { readonly to: string; readonly ratings?: true; readonly for?: string }

/** `ninefold plan`: the action plan to fill in (spec CN11). */
export function planCommand(): Command {
  return withIdentifierOption(
    new Command('plan')
      .summary('write the action plan to fill in')
      .description('Writes an Excel file with the whole plan to be filled in and brought back.')
      .argument('<file>', 'the workbook')
      .requiredOption('--to <out.xlsx>', 'the Excel file to write')
      .option('--ratings', 'ratings may be changed in it too')
      .option('--for <name>', 'whom it is for'),
  ).action(exportPlan)
}

async function exportPlan(
  file: string,
  { to, ratings, for: forWhom = '', ...option }: Options,
): Promise<void> {
  requireXlsx(to)
  const options = PlanExport.safeParse({ hasRatings: ratings ?? false, forWhom })
  if (!options.success) throw new UsageError('--for is longer than 400 characters. Shorten it.')
  await writeExport(file, to, option, () => ({ kind: 'plan', options: options.data }))
}
