import { extname } from 'node:path'
import { Command } from 'commander'
import { OwnersExport } from '../../../shared/contract/export-request.ts'
import { UsageError } from '../failed.ts'
import { type IdentifierOption, withIdentifierOption } from '../identifiers.ts'
import { writeExport } from '../write-export.ts'

type Options = IdentifierOption & {
  readonly to: string
  readonly replyBy?: string
  readonly replyTo?: string
}

/** `ninefold owners`: a workbook for each owner of open actions (spec CN12). */
export function ownersCommand(): Command {
  return withIdentifierOption(
    new Command('owners')
      .summary('write a workbook for each owner of open actions')
      .description(
        'Makes a new folder with an Excel file for each owner of open actions, and a covering note.',
      )
      .argument('<file>', 'the workbook')
      .requiredOption('--to <folder>', 'the folder to make; a number is added to a name that is taken')
      .option('--reply-by <when>', 'by when the files are to come back, a day or in words')
      .option('--reply-to <whom>', 'whom they go back to, a name and an address'),
  ).action(exportOwners)
}

async function exportOwners(
  file: string,
  { to, replyBy = '', replyTo = '', ...option }: Options,
): Promise<void> {
  if (/^\.(xlsx|ninefold|zip)$/i.test(extname(to)))
    throw new UsageError(`“${to}” is the name of a file. Owner workbooks are several: give a folder.`)
  const options = OwnersExport.safeParse({ replyBy, replyTo })
  if (!options.success)
    throw new UsageError('--reply-by takes 200 characters and --reply-to takes 400. Shorten them.')
  await writeExport(file, to, option, () => ({ kind: 'owners', options: options.data }))
}
