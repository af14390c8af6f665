import { expect, it } from 'vitest'
import { DETAILS, startEngine, WHO } from '../../helpers/engine.ts'
import { principlePage } from '../pages/principle-page.ts'
import { workbookPage } from '../pages/workbook-page.ts'
import { expectNoAxeViolations } from './axe.ts'
import { holdOpen } from './failures.ts'
import { startApp } from './fixtures.ts'

it('FR2: the rehearsal workbook carries its stamp wherever one looks', async () => {
  const { page, complaints } = await startApp({ workbook: false })
  await page.getByRole('button', { name: 'Open the rehearsal workbook' }).click()
  await workbookPage(page).isShown()
  await page.getByRole('banner').getByText('REHEARSAL').waitFor()
  expect(await page.title()).toContain('REHEARSAL')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'All workbooks' }).click()
  await page.getByRole('heading', { name: 'Recent workbooks' }).waitFor()
  await page.getByRole('listitem').getByText('REHEARSAL').waitFor()
  await expectNoAxeViolations(page)
  expect(complaints).toEqual([])
})

it('ST3 FR3 AS31: a workbook that is in use says so, opens to read, and cannot be changed', async () => {
  const { page } = await startApp({
    workbook: false,
    setUp: async (_folder, path) => {
      const { engine, shell } = startEngine()
      await shell.file.create({ path, details: DETAILS, who: WHO })
      await engine.state.close()
      await holdOpen(path)
    },
  })
  await page.getByRole('button', { name: 'Open Northmoor and Vale' }).click()
  await page.getByRole('button', { name: 'Open it to read' }).click()
  await page.getByText('You can read this workbook, not change it.').waitFor()
  await expectNoAxeViolations(page)
  await workbookPage(page).go('settings')
  const name = page.getByRole('textbox', { name: 'Name of the system' })
  await name.waitFor()
  expect(await name.isEditable()).toBe(false)
  expect(await page.getByRole('button', { name: 'Add place' }).count()).toBe(0)

  const principle = principlePage(page)
  await principle.go()
  await page.keyboard.press('3')
  await principle.level(2).click({ force: true })
  await page.waitForTimeout(300)
  expect(await principle.chosen()).toBe('')
  expect(await principle.reason().isEditable()).toBe(false)
})

it('FR1 FR5 HY4: the frame follows the area, and history narrows to a principle and a person', async () => {
  const { page, complaints } = await startApp({ workbook: false })
  await page.getByRole('button', { name: 'Open the rehearsal workbook' }).click()
  await workbookPage(page).isShown()
  const rail = page.getByRole('navigation', { name: 'Workbook' })
  await page.getByText('Autumn 2026, as at 30 November 2026').waitFor()
  await rail.getByRole('link', { name: /Prevention.*Not discussed yet/ }).waitFor()
  await page.getByRole('button', { name: /^Area Whole system, 6 of 9/ }).click()
  await page.getByRole('menuitemradio', { name: /^Westmere/ }).click()
  await page.getByRole('button', { name: /^Area Westmere, 7 of 9/ }).waitFor()
  await rail.getByRole('link', { name: /From the start.*Not applicable/ }).waitFor()
  await expectNoAxeViolations(page)

  await workbookPage(page).go('history')
  const lines = page.locator('.edit')
  await lines.first().waitFor()
  await page.getByRole('button', { name: '2 Outcomes', pressed: false }).click()
  await page.getByRole('button', { name: '2 Outcomes', pressed: true }).waitFor()
  await page.waitForFunction(() => !document.body.innerText.includes('Started the workbook'))
  await page.getByRole('combobox', { name: 'Person' }).selectOption({ index: 1 })
  const who = await page.getByRole('combobox', { name: 'Person' }).inputValue()
  await page.waitForFunction(
    name => [...document.querySelectorAll('.edit-who')].every(cell => cell.textContent === name),
    who,
  )
  expect(await lines.count()).toBeGreaterThan(0)
  await expectNoAxeViolations(page)
  expect(complaints).toEqual([])
})
