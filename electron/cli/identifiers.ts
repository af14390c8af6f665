import type { Command } from 'commander'
import type { IdentifierReport, Leaving } from '../../shared/contract/identifier.ts'
import { count } from '../../shared/text/dates.ts'
import { identifierWords, ONLY_A_HELP } from '../../shared/text/identifiers.ts'
import { shownName } from '../../shared/text/safe-name.ts'
import type { withEngine } from './engine.ts'
import { Failed } from './failed.ts'

type Doors = Parameters<Parameters<typeof withEngine>[0]>[0]

/** A command refused because something in it may point at a person (spec ID). */
const IDENTIFIERS_EXIT = 4

/** What `withIdentifierOption` adds: `false` when nothing may leave that looks like an identifier. */
export type IdentifierOption = { readonly identifiers: boolean }

/** Lets a command that writes something to send be told to refuse. */
export function withIdentifierOption(command: Command): Command {
  return command.option(
    '--no-identifiers',
    'refuse, with 4, when something in it may point at a patient or a member of staff',
  )
}

/** Says on stderr what in it may point at a person, a line each; refuses if it was told to. */
export async function listIdentifiers(
  { page, interrupt }: Pick<Doors, 'page' | 'interrupt'>,
  leaving: Leaving,
  { identifiers }: IdentifierOption,
): Promise<void> {
  const report = await page.identifier.find({ leaving }, { signal: interrupt.signal })
  for (const line of linesOf(report)) console.error(line)
  const found = report.findings.length + report.more
  if (found > 0 && !identifiers)
    throw new Failed(
      `Nothing was written, because ${count(found, 'likely identifier was', 'likely identifiers were')} found and --no-identifiers was given.`,
      IDENTIFIERS_EXIT,
    )
}

function linesOf({ findings, more, notRead }: IdentifierReport): string[] {
  const lines = findings.map(({ kind, text, places, placeCount }) => {
    const rest = placeCount - 1
    const where = shownName(places[0]!.words) + (rest > 0 ? `, and ${count(rest, 'other place')}` : '')
    return `${identifierWords[kind].name}: ${shownName(text)} (${where})`
  })
  if (more > 0) lines.push(`And ${more.toLocaleString('en-GB')} more.`)
  return lines.length > 0 ? [...lines, ...notRead, ONLY_A_HELP] : [...notRead]
}
