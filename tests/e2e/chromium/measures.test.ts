import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BoardExport } from '../../../shared/contract/export-request.ts'
import { DETAILS, startEngine, WHO } from '../../helpers/engine.ts'
import { readBook } from '../../helpers/read-xlsx.ts'
import { tabTo } from '../helpers/keyboard.ts'
import { principlePage } from '../pages/principle-page.ts'
import { workbookPage } from '../pages/workbook-page.ts'
import { expectNoAxeViolations } from './axe.ts'
import { holdOpen } from './failures.ts'
import { type AppOptions, startApp } from './fixtures.ts'

const CHECKS =
  'People on severe mental illness registers who had a full physical health check in the past 12 months'

/** One measure on the first principle, with some figures. */
const withMeasure =
  (
    name: string,
    figures: readonly (readonly [on: string, value: number])[],
  ): NonNullable<AppOptions['prepare']> =>
  async calls => {
    const { rows, framework } = await calls.workbook.read()
    const where = { areaId: rows.areas[0]!.id, principleId: framework.principles[0]!.id }
    const set = { unit: '%', baseline: 52, baselineOn: '2025-12-31', target: 75, targetOn: '2027-03-31' }
    const { id } = await calls.measure.add({ ...where, name, set })
    for (const [on, value] of figures) await calls.measure.addPoint({ measureId: id as never, on, value })
  }

async function open(options: AppOptions = {}) {
  const app = await startApp(options)
  const frame = workbookPage(app.page)
  await frame.isShown()
  const principle = principlePage(app.page)
  await principle.go()
  await principle.tab('Measures')
  const button = (name: string | RegExp) =>
    app.page.getByRole('button', { name, exact: typeof name === 'string' })
  return { ...app, frame, principle, button }
}

describe('measures', () => {
  it('ME1 ME6 ME10 ME11 ME41 ME42: with the keyboard alone, from a suggestion to the board workbook', async () => {
    const { page, frame, principle, complaints, stop, path, folder } = await open()
    const { keyboard } = page
    await principle.panel.getByText('Nothing is counted here yet.').waitFor()
    await expectNoAxeViolations(page)
    await page.getByRole('tab', { name: 'Measures' }).focus()
    await tabTo(page, `Add the measure: ${CHECKS}`)
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: CHECKS }).waitFor()
    await page.getByRole('button', { name: `Add the measure: ${CHECKS}` }).waitFor({ state: 'detached' })

    // The focus waits in what is missing.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id))
      .toBe(await page.getByLabel('Baseline', { exact: true }).getAttribute('id'))
    await keyboard.type('52%')
    await keyboard.press('Tab')
    await keyboard.type('31/12/25')
    await keyboard.press('Tab')
    await keyboard.type('75')
    await keyboard.press('Tab')
    await keyboard.type('31 Mar 2027')
    await keyboard.press('Enter')
    await principle.panel.getByText('No figure since the baseline').waitFor()

    await tabTo(page, 'Counted on', 'Shift+Tab')
    for (const [day, figure] of [
      ['30 June 2026', '1 061'],
      ['30/9/26', '66.5%'],
    ] as const) {
      await keyboard.type(day)
      await keyboard.press('Tab')
      await keyboard.type(figure)
      await keyboard.press('Enter')
      await expect.poll(() => page.getByLabel('Counted on').inputValue()).toBe('')
    }
    await principle.panel.getByText('Nearer the target: 66.5% on 30 September 2026').waitFor()

    // A figure is put right where it stands; what cannot be read is said and not kept.
    const first = page.getByRole('textbox', { name: 'Figure on 30 June 2026' })
    await first.focus()
    await keyboard.press('Control+a')
    await keyboard.type('12 k')
    await keyboard.press('Enter')
    await page.getByText('This number cannot be read. Type it in figures alone, like 1,234.5.').waitFor()
    await expectNoAxeViolations(page)
    await keyboard.press('Control+a')
    await keyboard.type('61')
    await keyboard.press('Enter')
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Date of 61% on 30 June 2026' }).count())
      .toBe(1)
    await tabTo(page, 'Show as table', 'Shift+Tab')
    await keyboard.press('Enter')
    await page.getByRole('row', { name: '30 Jun 2026 61% +9' }).waitFor()
    await expectNoAxeViolations(page)
    await frame.saved()
    expect(complaints).toEqual([])

    await stop()
    const { shell } = startEngine()
    await shell.file.open({ path, who: WHO })
    const to = join(folder, 'Plan.xlsx')
    const options = BoardExport.parse({ view: 'board', preparedBy: 'Helen Marsh' })
    await shell.export.make({ to, request: { kind: 'board', options } })
    const book = await readBook(to)
    expect(book.column('Measures', 'Measure')).toEqual([CHECKS, CHECKS])
    expect(book.column('Measures', 'Reading')).toEqual([61, 66.5])
    expect(book.column('Measures', 'Target')).toEqual([75, 75])
  })

  it('ME3 ME11 ME42: a line that cannot be taken stays, and says why', async () => {
    const { page, button, principle } = await open({ prepare: withMeasure('In work', [['2026-09-30', 66]]) })
    await button('Add a figure: In work').click()
    await page.getByText('A date is needed here.').waitFor()
    await page.getByText('A number is needed here.').waitFor()
    await expectNoAxeViolations(page)
    await page.getByLabel('Counted on').fill('soon')
    await page.getByText(/^This date cannot be read/).waitFor()
    await page.getByLabel('Counted on').fill('30 September 2026')
    await page.getByLabel('Figure', { exact: true }).fill('70')
    await page.keyboard.press('Enter')
    await page.getByText(/There is already a figure for 30 September 2026: 66%/).waitFor()
    expect(await page.getByLabel('Figure', { exact: true }).inputValue()).toBe('70')
    await page.getByLabel('Counted on').fill('1 October 2026')
    await page.keyboard.press('Enter')
    await principle.panel.getByText('Nearer the target: 70% on 1 October 2026').waitFor()
  })

  it('ME2 ME40 ME43: one of your own, removed and brought back with its figures, for the area in the bar', async () => {
    const { page, button, principle, frame } = await open({
      prepare: withMeasure('In work', [
        ['2026-06-30', 60],
        ['2026-09-30', 66],
      ]),
    })
    await button('Write your own').click()
    await page.keyboard.press('Enter')
    await page.getByText('Say what is counted first.').waitFor()
    await page.keyboard.type('in WORK')
    await page.keyboard.press('Enter')
    await page.getByText('There is already a measure called In work here. Choose another name.').waitFor()
    // The row comes before the answer that says which it is: it opens all the same.
    await page.route(/measure\/add/, async route => {
      const response = await route.fetch()
      await page.getByRole('heading', { name: 'in WORK at 60' }).waitFor()
      await route.fulfill({ response })
    })
    await page.keyboard.type(' at 60')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'in WORK at 60' }).waitFor()
    await page.getByLabel('Baseline', { exact: true }).waitFor()
    await page.getByRole('tab', { name: 'Measures 2' }).waitFor()

    await button('Change details and figures: In work').click()
    await button('Remove: 60% on 30 June 2026').click()
    await page.getByText('Removed: 60% on 30 June 2026').waitFor()
    await button('Remove the measure: In work').click()
    await page.getByRole('heading', { name: 'In work', exact: true }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await page.getByRole('heading', { name: 'In work', exact: true }).waitFor()
    await principle.panel.getByText('Nearer the target: 66% on 30 September 2026').waitFor()
    await page.locator('h1').click()
    await frame.undo()
    await button('Change details and figures: In work').click()
    await button('Remove: 60% on 30 June 2026').waitFor()

    await page.getByRole('button', { name: /^Area/ }).click()
    await page.getByRole('menuitemradio', { name: /Castle Vale/ }).click()
    await principle.panel.getByText('Nothing is counted here yet.').waitFor()
  })

  it('ME5 AS36: they go on in a round that is signed off', async () => {
    const { page, principle } = await open({
      prepare: async (calls, ...rest) => {
        await withMeasure('In work', [['2026-09-30', 66]])(calls, ...rest)
        const { rows } = await calls.workbook.read()
        await calls.round.signOff({ id: rows.rounds[0]!.id, by: 'Helen Marsh' })
      },
    })
    await page.getByLabel('Counted on').fill('1 October 2026')
    await page.getByLabel('Figure', { exact: true }).fill('75')
    await page.keyboard.press('Enter')
    await principle.panel.getByText('Target reached: 75% on 1 October 2026').waitFor()
  })

  it('ME45: at 200 % zoom and in narrow windows nothing is cut off sideways, with 40 figures and a long name', async () => {
    const figures = Array.from({ length: 40 }, (_, index) => {
      const on = new Date(Date.UTC(2023, index, 28)).toISOString().slice(0, 10)
      return [on, index % 2 ? -123_456_789_012 : 999_999_999_999] as const
    })
    const name = `${'Withoutanyspace'.repeat(12)} ${'and many words '.repeat(20)}`.trim()
    const { page, button, principle } = await open({ prepare: withMeasure(name, figures) })
    await button(/^Change details/).click()
    await button(/^Show as table/).click()
    for (const width of [1920, 1366, 1024, 683, 512]) {
      await page.setViewportSize({ width, height: width === 1920 ? 1080 : 768 })
      expect(await principle.panel.locator('circle').count()).toBeGreaterThanOrEqual(41)
      const over = await page.evaluate(() => {
        const panel = document.querySelector('.principle-panel')!
        const right = panel.getBoundingClientRect().right
        const wide = [...panel.querySelectorAll('input, button, h3, li')].filter(
          each => each.getBoundingClientRect().right > right + 1,
        )
        return [document.documentElement.scrollWidth - window.innerWidth, wide.length]
      })
      expect([width, ...over]).toEqual([width, 0, 0])
    }
    await expectNoAxeViolations(page)
  })

  it('ME44: in a workbook opened for reading all is seen and nothing is changed', async () => {
    const { page } = await startApp({
      workbook: false,
      setUp: async (_folder, path) => {
        const { engine, shell, page: calls } = startEngine()
        await shell.file.create({ path, details: DETAILS, who: WHO })
        await withMeasure('In work', [['2026-09-30', 66]])(calls, path, shell)
        await engine.state.close()
        await holdOpen(path)
      },
    })
    await page.getByRole('button', { name: 'Open Northmoor and Vale' }).click()
    await page.getByRole('button', { name: 'Open it to read' }).click()
    await page.getByText('You can read this workbook, not change it.').waitFor()
    const principle = principlePage(page)
    await principle.go()
    await principle.tab('Measures')
    const { panel } = principle
    await panel.getByText('Nearer the target: 66% on 30 September 2026').waitFor()
    await panel.getByRole('button', { name: 'Show details: In work' }).click()
    await panel.getByText(CHECKS).waitFor()
    for (const box of await panel.getByRole('textbox').all()) expect(await box.isEditable()).toBe(false)
    expect(await panel.getByRole('radio', { disabled: false }).count()).toBe(0)
    const buttons = await panel.getByRole('button').allInnerTexts()
    expect(buttons).toEqual(['Show as table', 'Hide details'])
    await expectNoAxeViolations(page)
  })
})
