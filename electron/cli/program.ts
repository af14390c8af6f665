import { Command, CommanderError } from 'commander'
import { attachCommand } from './commands/attach.ts'
import { checkCommand } from './commands/check.ts'
import { copyCommand } from './commands/copy.ts'
import { exportCommand } from './commands/export.ts'
import { newCommand } from './commands/new.ts'
import { ownersCommand } from './commands/owners.ts'
import { planCommand } from './commands/plan.ts'
import { restoreCommand } from './commands/restore.ts'
import { reviewCommand } from './commands/review.ts'
import { sampleCommand } from './commands/sample.ts'
import { serveCommand } from './commands/serve.ts'
import { slipCommand } from './commands/slip.ts'
import { snapshotsCommand } from './commands/snapshots.ts'
import { unlockCommand } from './commands/unlock.ts'
import { Failed, UsageError } from './failed.ts'
import { sentenceOf } from './sentence-of.ts'

/** A line as it was asked for that makes no sense. */
const USAGE_EXIT = 2

/**
 * Runs one command line; gives the exit code: 0 done, 1 a sentence on stderr says why not, 2 a wrong command line, 3
 * something is left that only a person can decide, 4 it was told to refuse what may point at a person, and something does.
 */
export async function run(args: readonly string[]): Promise<number> {
  try {
    await program().parseAsync([...args], { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE_EXIT
    if (error instanceof UsageError) {
      console.error(error.message)
      return USAGE_EXIT
    }
    if (!(error instanceof Failed && error.message === '')) console.error(sentenceOf(error))
    return error instanceof Failed ? error.exitCode : 1
  }
}

/** Every command with its arguments and options. */
export function program(): Command {
  const ninefold = new Command('ninefold')
    .description('Makes, fills, exports and checks Ninefold workbooks without the app.')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .configureOutput({ outputError: (message, write) => write(asSentence(message)) })
    .addHelpText('after', EXAMPLES)
    .exitOverride()
  for (const command of [
    newCommand(),
    sampleCommand(),
    attachCommand(),
    exportCommand(),
    planCommand(),
    ownersCommand(),
    slipCommand(),
    copyCommand(),
    unlockCommand(),
    reviewCommand(),
    checkCommand(),
    snapshotsCommand(),
    restoreCommand(),
    serveCommand(),
  ])
    ninefold.addCommand(command.copyInheritedSettings(ninefold).helpOption('-h, --help', 'show this help'))
  return ninefold
}

/** Commander says `error: missing required argument 'file'`. */
function asSentence(message: string): string {
  const plain = message.trim().replace(/^error: /, '')
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}${/[.?]$/.test(plain) ? '' : '.'} See ninefold --help.\n`
}

const EXAMPLES = `
Examples:
  ninefold new vale.ninefold --system "Northmoor and Vale" --place Alderbrook --place Westmere
  ninefold attach vale.ninefold minutes.pdf figures/ --principle parity-of-esteem
  ninefold export vale.ninefold --to board.xlsx --view board
  ninefold owners vale.ninefold --to "Owner workbooks" --reply-by 2026-12-01
  ninefold slip vale.ninefold --to slip.xlsx --place Alderbrook
  ninefold copy vale.ninefold --to "For partners.ninefold" --kind redacted
  ninefold review vale.ninefold returned/ --accept safe
  ninefold check vale.ninefold
  ninefold restore vale.ninefold --snapshot newest --to vale-restored.ninefold

A command that fails says why in one sentence and ends with 1; a command line that makes no sense ends with 2.
A review in which something is left to decide ends with 3, and a command with --no-identifiers
that found what may point at a person with 4.`
