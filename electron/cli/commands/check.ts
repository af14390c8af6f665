import { Command } from 'commander'
import type { CheckReport } from '../../../shared/model/check.ts'
import { leftOutOnPurpose } from '../../../shared/rules/copy-words.ts'
import { count } from '../../../shared/text/dates.ts'
import { pathOf, whoHere, withEngine } from '../engine.ts'
import { Failed } from '../failed.ts'
import { sentenceOf } from '../sentence-of.ts'

/** `ninefold check`: whether a workbook is whole (spec CN5). */
export function checkCommand(): Command {
  return new Command('check')
    .summary('check that a workbook is whole')
    .description(
      'Checks a workbook without changing it: its structure, that nothing foreign is in it, the fingerprint of every evidence file, and that its history leads to what it holds now. Ends with 1 if anything is wrong.',
    )
    .argument('<file>', 'the workbook')
    .option('--json', 'print the report as JSON')
    .action(check)
}

async function check(file: string, { json = false }: { json?: boolean }): Promise<void> {
  const report = await reportOn(file)
  if (json) {
    console.log(JSON.stringify(report, null, 2))
  } else if (report.ok) {
    console.log(
      `${file} is whole: ${count(report.editsChecked, 'change')} and ${count(report.evidenceChecked, 'evidence file')} checked.`,
    )
    if (report.filesLeftOut > 0) console.log(leftOutOnPurpose(report.filesLeftOut))
  }
  if (report.ok) return
  if (!json) for (const problem of report.problems) console.error(problem)
  throw new Failed('')
}

/** A file that cannot be opened is a report as well, with that one problem. */
async function reportOn(file: string): Promise<CheckReport> {
  try {
    return await withEngine(async ({ shell }) => {
      await shell.file.open({ path: pathOf(file), who: whoHere(), mode: 'read' })
      return await shell.file.check()
    })
  } catch (error) {
    return { ok: false, problems: [sentenceOf(error)], evidenceChecked: 0, editsChecked: 0, filesLeftOut: 0 }
  }
}
