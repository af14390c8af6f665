import { Command } from 'commander'
import { pathOf, withEngine } from '../engine.ts'
import { askPassword } from '../password.ts'

/** `ninefold unlock`: a workbook out of a file that a password locks (spec CN22). */
export function unlockCommand(): Command {
  return new Command('unlock')
    .summary('open a copy that a password locks')
    .description(
      'Writes the workbook in a locked file beside it, or where you say. It never writes over a file.',
    )
    .argument('<file.ninefold.age>', 'the locked file')
    .option('--to <out.ninefold>', 'the workbook to write')
    .option('--password-file <file>', 'the password is on the first line of this file')
    .action(unlock)
}

async function unlock(file: string, options: { to?: string; passwordFile?: string }): Promise<void> {
  const password = await askPassword(options.passwordFile, false)
  await withEngine(async ({ shell, interrupt }) => {
    const to = options.to === undefined ? {} : { to: pathOf(options.to) }
    const { path } = await shell.file.unlock(
      { path: pathOf(file), password, ...to },
      { signal: interrupt.signal },
    )
    console.log(`Wrote ${path}.`)
  })
}
