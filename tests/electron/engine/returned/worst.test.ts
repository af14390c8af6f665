import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { PlanExport } from '../../../../shared/contract/export-request.ts'
import { python } from '../../../helpers/other-readers.ts'
import { editWith, type Step, storyForFile } from '../../../helpers/round-trip.ts'

const story = storyForFile()
let [plan, workbook] = ['', '']

beforeAll(async () => {
  const { folder, shell, sendOut } = story()
  plan = await sendOut('Plan.xlsx', { kind: 'plan', options: PlanExport.parse({ hasRatings: true }) })
  workbook = join(folder, 'Copy.ninefold')
  await shell.file.copy({ to: workbook })
}, 60_000)

const CHILD = join(import.meta.dirname, '../../../helpers/round-trip-child.ts')

type Measured = {
  time: number
  rose: number
  quiet: number
  state: string
  problem: string
  changes: number
}

async function measured(name: string, steps: readonly Step[]): Promise<Measured> {
  const to = join(story().folder, name)
  editWith([{ from: plan, to, steps, untouched: true }])
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', CHILD, workbook, to])
  return JSON.parse(stdout)
}

describe.skipIf(!python)(`the worst${python ? '' : ' (skipped: no Python with openpyxl)'}`, () => {
  it.each([
    ['10,000 rows of 500 cells of junk', [['junk_sheet']], /read|refused/],
    ['formatted rows to the end of the sheet', [['blank_rows', { sheet: 'Action plan' }]], /read/],
    ['a shared string of 600 MB', [['bomb']], /refused/],
    ['rules and merges over whole sheets', [['whole_columns']], /read/],
  ] as const)(
    'RT18: %s: under 300 MB over idle, under 20 s, and the engine answers meanwhile',
    async (name, steps, state) => {
      const found = await measured(`${name}.xlsx`, steps as readonly Step[])
      expect(found.state).toMatch(state)
      expect(found.changes).toBe(0)
      expect(found.rose, JSON.stringify(found)).toBeLessThan(300)
      expect(found.time, JSON.stringify(found)).toBeLessThan(20_000)
      expect(found.quiet, JSON.stringify(found)).toBeLessThan(1000)
    },
    60_000,
  )
})
