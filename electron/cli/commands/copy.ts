import { ORPCError } from '@orpc/server'
import { Command, Option } from 'commander'
import { CopyRequest } from '../../../shared/contract/copy-request.ts'
import { CopyKind } from '../../../shared/model/origin.ts'
import { sizeOf } from '../../../shared/text/sizes.ts'
import { pathOf, whoHere, withEngine } from '../engine.ts'
import { type IdentifierOption, listIdentifiers, withIdentifierOption } from '../identifiers.ts'
import { askPassword } from '../password.ts'

type Options = IdentifierOption & {
  readonly to: string
  readonly kind: CopyKind
  readonly planNames: boolean
  readonly for?: string
  readonly password: boolean
  readonly passwordFile?: string
}

/** `ninefold copy`: a copy of the workbook for others (spec CN21). */
export function copyCommand(): Command {
  return withIdentifierOption(
    new Command('copy')
      .summary('make a copy for others')
      .description(
        'Makes a copy of a workbook for others and says what was left out: full, light (without the bytes of evidence files), or redacted (without what is marked board only or keep here, notes, names of people in the room, and the history).',
      )
      .argument('<file>', 'the workbook')
      .requiredOption('--to <out.ninefold>', 'the copy to write')
      .addOption(new Option('--kind <kind>', 'what the copy holds').choices(CopyKind.options).default('full'))
      .option('--no-plan-names', 'leave owners and others the plan names out of a redacted copy')
      .option('--for <name>', 'whom it is for, kept in the list of what was sent')
      .option(
        '--password',
        'lock it with a password, asked for at the terminal or taken from NINEFOLD_PASSWORD',
      )
      .option('--password-file <file>', 'lock it with the password on the first line of this file'),
  ).action(makeCopy)
}

async function makeCopy(file: string, options: Options): Promise<void> {
  const { kind, planNames, for: forWhom = '' } = options
  const request = CopyRequest.parse({ kind, hasPlanNames: planNames, forWhom })
  const { password: wants = false, passwordFile } = options
  const password = wants || passwordFile !== undefined ? await askPassword(passwordFile, true) : undefined
  const to = password !== undefined && !/\.age$/i.test(options.to) ? `${options.to}.age` : options.to
  await withEngine(async ({ shell, page, interrupt }) => {
    const open = (mode: 'edit' | 'read') => shell.file.open({ path: pathOf(file), who: whoHere(), mode })
    const { access } = await open('edit').catch((error: unknown) => {
      if (error instanceof ORPCError && error.code === 'IN_USE') return open('read')
      throw error
    })
    await listIdentifiers({ page, interrupt }, { way: 'copy', request }, options)
    const copied = await shell.file.copy(
      { to: pathOf(to), request, ...(password === undefined ? {} : { password }) },
      { signal: interrupt.signal },
    )
    console.log(`Wrote ${copied.path} (${sizeOf(copied.size)}).`)
    if (access.mode === 'read') console.log(access.why)
    if (password !== undefined)
      console.log('Nobody can open it without the password, and nobody can recover it.')
    if (kind !== 'full') console.log('Left out:')
    for (const remark of copied.remarks) console.log(remark)
  })
}
