import { Command } from 'commander'
import { pathOf, whoHere, withEngine } from '../engine.ts'

/** `ninefold sample`: the rehearsal workbook (spec CN2). */
export function sampleCommand(): Command {
  return new Command('sample')
    .summary('make a workbook full of made-up content, to rehearse with')
    .description(
      'Makes a complete made-up workbook, the same every time and stamped REHEARSAL: three places, two rounds, votes, 30 items of evidence and 60 actions.',
    )
    .argument('<file>', 'the workbook to make, such as rehearsal.ninefold')
    .action(makeSample)
}

async function makeSample(file: string): Promise<void> {
  await withEngine(async ({ shell, page }) => {
    const { path } = await shell.file.createRehearsal({ path: pathOf(file), who: whoHere() })
    const { rows } = await page.workbook.read()
    console.log(
      `Made ${path}: a rehearsal with ${rows.areas.length - 1} places, ${rows.evidence.length} items of evidence and ${rows.actions.length} actions.`,
    )
  })
}
