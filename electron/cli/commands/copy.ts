import { ORPCError } from '@orpc/server'
import { Command, Option } from 'commander'
import { CopyRequest } from '../../../shared/contract/copy-request.ts'
import { CopyKind } from '../../../shared/model/origin.ts'
import { sizeOf } from '../../../shared/text/sizes.ts'
import { pathOf, whoHere, withEngine } from '../engine.ts'

type Options = {
  readonly to: string
  readonly kind: CopyKind
  readonly planNames: boolean
  readonly for?: string
}

/** `ninefold copy`: a copy of the workbook for others (spec CN14). */
export function copyCommand(): Command {
  return new Command('copy')
    .summary('make a copy for others')
    .description(
      'Makes a copy of a workbook for others and says what was left out: full, light (without the bytes of evidence files), or redacted (without what is marked board only or keep here, notes, names of people in the room, and the history).',
    )
    .argument('<file>', 'the workbook')
    .requiredOption('--to <out.ninefold>', 'the copy to write')
    .addOption(new Option('--kind <kind>', 'what the copy holds').choices(CopyKind.options).default('full'))
    .option('--no-plan-names', 'leave owners and others the plan names out of a redacted copy')
    .option('--for <name>', 'whom it is for, kept in the list of what was sent')
    .action(makeCopy)
}

async function makeCopy(file: string, options: Options): Promise<void> {
  const { kind, planNames, for: forWhom = '' } = options
  const request = CopyRequest.parse({ kind, hasPlanNames: planNames, forWhom })
  await withEngine(async ({ shell, interrupt }) => {
    const open = (mode: 'edit' | 'read') => shell.file.open({ path: pathOf(file), who: whoHere(), mode })
    const { access } = await open('edit').catch((error: unknown) => {
      if (error instanceof ORPCError && error.code === 'IN_USE') return open('read')
      throw error
    })
    const copied = await shell.file.copy({ to: pathOf(options.to), request }, { signal: interrupt.signal })
    console.log(`Wrote ${copied.path} (${sizeOf(copied.size)}).`)
    if (access.mode === 'read') console.log(access.why)
    if (kind !== 'full') console.log('Left out:')
    for (const remark of copied.remarks) console.log(remark)
  })
}
