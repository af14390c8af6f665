import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { BoardExport, PlanExport } from '../../../../shared/contract/export-request.ts'
import { editWithOffice, type OfficeLine, savedByOffice } from '../../../helpers/edit-with-office.ts'
import { office } from '../../../helpers/other-readers.ts'
import { storyForFile } from '../../../helpers/round-trip.ts'

const story = storyForFile()

type Job = {
  readonly lines: readonly OfficeLine[]
  readonly gives: readonly string[]
  readonly says?: RegExp
}

/** What a person does at the keyboard of LibreOffice, with an American's settings, and what must come of it. */
const jobs: Readonly<Record<string, Job>> = {
  'typed into cells': {
    lines: [
      ['type', 'A-01', 'Due date', '2027-02-01'],
      ['text', 'A-02', 'Due date', '1/2/19'],
      ['text', 'A-03', 'Due date', '01.02.2019'],
      ['type', 'A-04', 'Due date', '1 Feb 2027'],
      ['text', 'A-05', 'Due date', '1 Feb'],
      ['type', 'A-06', 'Due date', 'soon'],
      ['type', 'A-01', 'Status (BRAG)', 'on track'],
      ['type', 'A-02', 'Status (BRAG)', 'GREEN'],
      ['type', 'A-03', 'Baseline', '12%'],
      ['type', 'A-04', 'Baseline', '=1+1'],
      ['type', 'A-05', 'Baseline', '=1/0'],
      ['type', 'A-06', 'Target level', '3'],
    ],
    gives: [
      'A-01 Due date: 30 September 2026 → 1 February 2027',
      'A-01 Status (BRAG): Amber: at risk → Green: on track',
      'A-02 Due date: 31 October 2026 → 1 February 2019',
      'A-02 Status (BRAG): Red: off track → Green: on track',
      'A-03 Baseline: 0 of 14 teams → 12.00%',
      'A-03 Due date: 31 January 2027 → 1 February 2019',
      'A-04 Baseline: 0 of 5 proposals → 2',
      'A-04 Due date: 18 December 2026 → 1 February 2027',
      'A-05 Due date: 30 June 2027 → 1 February 2027',
      'A-06 Target level: 2 Developing → 3 Established',
      '? A-05 Baseline: 1 of 6 groups → #DIV/0!',
      '? A-06 Due date: 26 February 2027 → soon',
    ],
    says: /formula/i,
  },
  'sorted, columns and rows put in and taken out': {
    lines: [
      ['type', 'A-02', 'Owner', 'Jo Castell'],
      ['remove', 'A-05'],
      ['hide', 'A-07'],
      ['sort', 'Owner', 'down'],
      ['insert', 'Owner', 'My notes'],
      ['delete', 'Baseline'],
      ['above', 'A-09'],
    ],
    gives: ['A-02 Owner: Daniel Okafor → Jo Castell'],
    says: /A-05/,
  },
  'cells merged and rows added below': {
    lines: [
      ['merge', 'A-02', 'Owner role and organisation', 'Executive sponsor'],
      ['below', 'Action', '2', 'Hold a listening day'],
    ],
    gives: ['+ Action: Hold a listening day'],
    says: /merge/i,
  },
}

describe.skipIf(!office)(`edited in LibreOffice${office ? '' : ' (skipped: no LibreOffice)'}`, () => {
  let folder = ''
  const files = (kind: string, index: number) => join(folder, `${kind} ${index}.xlsx`)

  beforeAll(async () => {
    folder = join(story().folder, 'office')
    mkdirSync(folder)
    const { sendOut } = story()
    const plan = await sendOut('Plan.xlsx', { kind: 'plan', options: PlanExport.parse({}) })
    const board = { kind: 'board', options: BoardExport.parse({ view: 'full' }) } as const
    const full = await sendOut('Full.xlsx', board)
    savedByOffice([plan], 'ods', folder)
    const all = [...Object.values(jobs).entries()].flatMap(([index, job]) =>
      Object.entries({ plan, full }).map(([kind, path]) => [
        ['open', path],
        ['sheet', 'Action plan'],
        ['unprotect'],
        ...job.lines,
        ['save', files(kind, index)],
      ]),
    )
    editWithOffice(all, folder)
  }, 120_000)

  for (const kind of ['plan', 'full'])
    it.each(Object.entries(jobs).map(([name, job], index) => ({ name, job, index })))(
      `RT20: ${kind}, $name`,
      async ({ job, index }) => {
        const { lines, refused, remarks } = await story().reviewOf(files(kind, index))
        expect({ lines: [...lines].sort(), refused }).toEqual({ lines: [...job.gives].sort(), refused: [] })
        if (job.says) expect(remarks.join(' ')).toMatch(job.says)
      },
    )
})
