import { Command } from 'commander'
import { count } from '../../../shared/text/dates.ts'
import { pathOf, whoHere, withEngine } from '../engine.ts'
import { rangeOf, type SizeOptions, sampleSizeOf, sizeParts } from '../sample-size.ts'

/** `ninefold sample`: the rehearsal workbook (spec CN2), or one of any size (spec SC1). */
export function sampleCommand(): Command {
  const command = new Command('sample')
    .summary('make a workbook full of made-up content, to rehearse with')
    .description(
      'Makes a complete made-up workbook, the same every time and stamped REHEARSAL: three places, two rounds, votes, 30 items of evidence and 60 actions. With any of the options it has so many instead, and tells no story.',
    )
    .argument('[file]', 'the workbook to make', 'rehearsal.ninefold')
  for (const part of sizeParts)
    command.option(
      `--${part} <number>`,
      `how many ${part === 'evidence' ? 'items of evidence' : part}, ${rangeOf(part)}`,
    )
  return command.action(makeSample)
}

async function makeSample(file: string, options: SizeOptions): Promise<void> {
  const size = sampleSizeOf(options)
  await withEngine(async ({ shell, page }) => {
    const path = pathOf(file)
    const made = await shell.file.createRehearsal({ path, who: whoHere(), ...(size ? { size } : {}) })
    const { rows } = await page.workbook.read()
    const parts = [
      count(rows.areas.length - 1, 'place'),
      ...(size ? [count(rows.rounds.length, 'round')] : []),
      `${count(rows.evidence.length, 'item')} of evidence`,
    ]
    console.log(
      `Made ${made.path}: a rehearsal with ${parts.join(', ')} and ${count(rows.actions.length, 'action')}.`,
    )
  })
}
