import { expect, it } from 'vitest'
import { principlePage } from '../pages/principle-page.ts'
import { startPage } from '../pages/start-page.ts'
import { workbookPage } from '../pages/workbook-page.ts'
import { startApp } from './fixtures.ts'

it('ST1 OV5: first the nine principles, then how it goes, then the workbooks of late', async () => {
  const { page } = await startApp({ workbook: false })
  await page.getByRole('heading', { name: 'The nine principles' }).waitFor()
  await startPage(page).create('Northmoor and Vale')
  await page.getByRole('heading', { name: 'How it goes' }).waitFor()
  await principlePage(page).go()
  await page.keyboard.press('2')
  await principlePage(page).stands(2)
  await workbookPage(page).go('overview')
  await page.getByRole('heading', { name: /1 of 9 discussed/ }).waitFor()
  expect(await page.getByRole('heading', { name: 'How it goes' }).count()).toBe(0)
  await page.getByRole('button', { name: 'All workbooks' }).click()
  await page.getByRole('heading', { name: 'Recent workbooks' }).waitFor()
  expect(await page.getByRole('heading', { name: 'The nine principles' }).count()).toBe(0)
})

it('CM3: keys without Ctrl or Alt are left to text fields, and can be turned off', async () => {
  const { page } = await startApp()
  const principle = principlePage(page)
  await principle.go()
  await principle.reason().fill('')
  await page.keyboard.type('3 of 4')
  expect(await principle.chosen()).toBe('')
  await workbookPage(page).go('settings')
  await page.getByText('Single keys, such as 0 to 4').click()
  await principle.go()
  await page.keyboard.press('3')
  await page.keyboard.press('?')
  await page.waitForTimeout(300)
  expect(await principle.chosen()).toBe('')
  expect(await page.getByRole('dialog').count()).toBe(0)
  await workbookPage(page).go('settings')
  await page.getByText('Single keys, such as 0 to 4').click()
  await principle.go()
  await page.keyboard.press('3')
  await principle.stands(3)
})

it('FR7: a new screen has the focus on the page and starts at its top', async () => {
  const { page } = await startApp({ viewport: { width: 1024, height: 500 } })
  await workbookPage(page).go('help')
  await page.getByRole('heading', { name: 'Help', level: 1 }).waitFor()
  await page.getByRole('main').evaluate(main => {
    for (const box of [document.scrollingElement, main, main.parentElement]) box?.scrollTo(0, 400)
  })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Settings')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
  await expect
    .poll(() =>
      page.evaluate(
        () => document.activeElement?.closest('main') !== null && document.activeElement !== document.body,
      ),
    )
    .toBe(true)
  expect(
    await page.getByRole('heading', { level: 1 }).evaluate(head => head.getBoundingClientRect().top),
  ).toBeGreaterThan(0)
})
