import { mkdtempSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { BoardExport, PlanExport } from '../../../../shared/contract/export-request.ts'
import { savedByOffice } from '../../../helpers/edit-with-office.ts'
import { office, python } from '../../../helpers/other-readers.ts'
import { editWith, storyForFile } from '../../../helpers/round-trip.ts'

const story = storyForFile()
let exports: string[] = []

/** What people paste into a plan, and what programs do odd things with. */
const odd = [
  '=1+1',
  '+44 20 7946 0000',
  '@home',
  '-',
  '0012',
  '1/2/19',
  'TRUE',
  '#REF!',
  '_x000D_ and _x0041_',
  'a\tb\nc\n\nd  e',
  '👩🏽‍⚕️ नमस्ते שלום نعم ᄒ',
  'A\u0301 e\u0301 \u00a0 \u200b x',
  'bell \u0007 and \ufffe',
  '<b>&amp;</b> "quoted" \'single\' ]]>',
  `Long ${'and longer '.repeat(4000)}`,
  `Many lines${'\nline'.repeat(300)}`,
]

beforeAll(async () => {
  const { page, sendOut } = story()
  const { rows } = await page.workbook.read()
  const fields = [
    'gap',
    'baseline',
    'owner',
    'risk',
    'resources',
    'evidenceNote',
    'verifiedBy',
    'partners',
  ] as const
  await page.action.setMany({
    changes: odd.map((text, at) => ({
      id: rows.actions[at]!.id,
      set: { [fields[at % fields.length]!]: text, [fields[(at + 3) % fields.length]!]: `${text} ` },
    })),
  })
  await page.action.setMany({
    changes: odd.slice(0, 8).map((text, at) => ({ id: rows.actions[at + 20]!.id, set: { owner: text } })),
  })
  for (const [at, text] of odd.entries())
    await page.action.addUpdate({
      actionId: rows.actions[at + 30]!.id,
      on: '2026-11-20',
      text,
      statusId: null,
    })
  const key = { roundId: rows.rounds.at(-1)!.id, areaId: rows.areas[0]!.id }
  const principles = (await page.workbook.read()).framework.principles
  for (const [at, principle] of principles.entries())
    await page.rating.set({ ...key, principleId: principle.id, set: { reason: odd[at + 5]! } })
  const owners = await sendOut('Owners', { kind: 'owners', options: { replyBy: '', replyTo: '' } })
  exports = [
    await sendOut('Plan.xlsx', { kind: 'plan', options: PlanExport.parse({ hasRatings: true }) }),
    await sendOut('Full.xlsx', { kind: 'board', options: BoardExport.parse({ view: 'full' }) }),
    ...readdirSync(owners)
      .filter(name => name.endsWith('.xlsx'))
      .slice(0, 3)
      .map(name => join(owners, name)),
  ]
}, 120_000)

async function expectNothing(paths: readonly string[]): Promise<void> {
  for (const path of paths.slice(0, 2)) {
    const { lines, refused } = await story().reviewOf(path)
    expect([...lines, ...refused], path).toEqual([])
  }
  const owners = paths.slice(2)
  if (owners.length === 0) return
  const { lines, refused } = await story().reviewOf(...owners)
  expect([...lines, ...refused], 'owners').toEqual([])
}

it('RT13: odd text goes out and comes back as it was', async () => {
  await expectNothing(exports)
}, 60_000)

it.skipIf(!python)(
  'RT13: and by way of openpyxl',
  async () => {
    const folder = mkdtempSync(join(story().folder, 'odd-'))
    const jobs = exports.map((from, at) => ({ from, to: join(folder, `${at}.xlsx`), steps: [] }))
    await expectNothing(editWith(jobs))
  },
  60_000,
)

describe.skipIf(!office)(`with LibreOffice${office ? '' : ' (skipped: no LibreOffice)'}`, () => {
  it('RT13: and by way of LibreOffice', async () => {
    const folder = join(story().folder, 'office')
    await expectNothing(savedByOffice(exports, 'xlsx', folder))
    const open = savedByOffice(exports.slice(0, 2), 'ods', folder)
    await expectNothing(savedByOffice(open, 'xlsx', join(folder, 'again')))
  }, 120_000)
})

it('RT14: a file untouched, and everything changed here meanwhile', async () => {
  const { page, reviewOf } = story()
  const { rows } = await page.workbook.read()
  const [first, second, third] = rows.actions
  await page.area.rename({ id: rows.areas[1]!.id, name: 'Alderbrook and Dale' }).catch(() => null)
  await page.action.set({ id: first!.id, set: { title: 'Quite another thing', owner: '', dueOn: null } })
  await page.action.addUpdate({ actionId: second!.id, on: '2026-11-22', text: 'News.', statusId: 'at-risk' })
  await page.action.remove({ ids: [third!.id] })
  await page.action.add({
    areaId: first!.areaId,
    principleId: first!.principleId,
    title: 'A new one',
    set: {},
  })
  const { lines, refused } = await reviewOf(exports[0]!)
  expect([...lines, ...refused]).toEqual([])
})

it('RT14: a file sent after an edit that was then taken back', async () => {
  const { page, reviewOf, sendOut } = story()
  const { rows } = await page.workbook.read()
  await page.action.set({ id: rows.actions[4]!.id, set: { owner: 'For a moment' } })
  const plan = await sendOut('Moment.xlsx', { kind: 'plan', options: PlanExport.parse({}) })
  await page.edit.undo({})
  const { lines, refused } = await reviewOf(plan)
  expect([...lines, ...refused]).toEqual([])
})
