import { mkdtempSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { BoardExport, PlanExport } from '../../../../shared/contract/export-request.ts'
import { savedByOffice } from '../../../helpers/edit-with-office.ts'
import { office, python } from '../../../helpers/other-readers.ts'
import { editWith, type Step, storyForFile } from '../../../helpers/round-trip.ts'

const story = storyForFile()
let exports: Record<string, string> = {}

const kinds = ['board view', 'full view', 'plan', 'plan and ratings', 'owner'] as const

beforeAll(async () => {
  const { sendOut } = story()
  const board = (view: 'board' | 'full') =>
    ({ kind: 'board', options: BoardExport.parse({ view, preparedBy: 'Helen Marsh' }) }) as const
  const plan = (hasRatings: boolean) =>
    ({ kind: 'plan', options: PlanExport.parse({ hasRatings, forWhom: 'Everyone' }) }) as const
  const owners = await sendOut('Owners', { kind: 'owners', options: { replyBy: '', replyTo: '' } })
  const owner = readdirSync(owners).find(name => /Okafor.*\.xlsx$/.test(name))!
  exports = {
    'board view': await sendOut('Board.xlsx', board('board')),
    'full view': await sendOut('Full.xlsx', board('full')),
    plan: await sendOut('Plan.xlsx', plan(false)),
    'plan and ratings': await sendOut('Ratings.xlsx', plan(true)),
    owner: join(owners, owner),
  }
}, 60_000)

/** None of these files proposes anything, and none is refused. */
async function expectNothing(paths: readonly string[]): Promise<void> {
  const { reviewOf } = story()
  const found: Record<string, readonly string[]> = {}
  for (const path of paths) {
    const { lines, refused, review } = await reviewOf(path)
    expect(review?.files, path).toHaveLength(1)
    found[path] = [...lines, ...refused]
  }
  expect(found).toEqual(Object.fromEntries(paths.map(path => [path, []])))
}

it.each(kinds)('RT1: %s, as it was sent', async kind => {
  await expectNothing([exports[kind]!])
})

it('RT1: all of them at once', async () => {
  const { lines, refused, review } = await story().reviewOf(...Object.values(exports))
  expect({ lines, refused, files: review?.files.length }).toEqual({ lines: [], refused: [], files: 5 })
})

it.each(kinds)('RT1: %s, saved by exceljs', async kind => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(exports[kind]!)
  const to = join(mkdtempSync(join(story().folder, 'exceljs-')), 'Back.xlsx')
  await book.xlsx.writeFile(to)
  await expectNothing([to])
})

describe.skipIf(!python)(`with openpyxl${python ? '' : ' (skipped: no Python with openpyxl)'}`, () => {
  const noise: Record<string, { steps: Step[]; untouched?: boolean }> = {
    'saved by openpyxl': { steps: [] },
    'packed without pressing, the other way round': {
      steps: [['pack', { stored: true, backwards: true }]],
      untouched: true,
    },
    'texts kept in one list, a calculation chain and row spans': {
      steps: [['share_strings'], ['add_noise']],
    },
    'with prefixed names of elements': { steps: [['prefixed']] },
    'cells that do not say where they are': { steps: [['no_references']] },
    'days counted from 1904': { steps: [['since_1904']] },
    'with the tables turned into ranges': { steps: [['no_table']] },
    'unprotected, rows made higher, a cell painted, a comment and a link': {
      steps: [
        ['unprotect'],
        ['widen_rows'],
        ['colour', { key: 'A-02', header: 'Action', fill: 'FFFF00' }],
        ['comment', { key: 'A-02', header: 'Owner', text: 'Is he still here?' }],
        ['links', { key: 'A-02', header: 'Owner', target: 'mailto:someone@example.org' }],
      ],
    },
  }
  it.each(Object.entries(noise))('RT1 RT2: %s', async (_, { steps, untouched }) => {
    const folder = mkdtempSync(join(story().folder, 'noise-'))
    const some = steps.length === 0 ? kinds : (['full view', 'plan and ratings'] as const)
    const jobs = some.map((kind, index) => ({
      from: exports[kind]!,
      to: join(folder, `${index}.xlsx`),
      steps,
      untouched: untouched ?? false,
    }))
    await expectNothing(editWith(jobs))
  })

  it('RT2: formatted rows down to the last one a sheet can have', async () => {
    const to = join(story().folder, 'Long.xlsx')
    const steps: Step[] = [['blank_rows', { sheet: 'Action plan' }]]
    await expectNothing(editWith([{ from: exports.plan!, to, steps, untouched: true }]))
  }, 60_000)
})

const both = python && office
describe.skipIf(!both)(`with LibreOffice${both ? '' : ' (skipped: no LibreOffice)'}`, () => {
  it('RT1: saved by LibreOffice as Excel, and by way of its own format', async () => {
    const folder = join(story().folder, 'office')
    const names = Object.values(exports)
    const direct = savedByOffice(names, 'xlsx', folder)
    const open = savedByOffice(names, 'ods', folder)
    const again = savedByOffice(open, 'xlsx', join(folder, 'again'))
    await expectNothing([...direct, ...again])
  }, 90_000)
})
