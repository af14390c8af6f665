import { expect, it } from 'vitest'
import { workbookPage } from '../pages/workbook-page.ts'
import { expectNoAxeViolations } from './axe.ts'
import { startApp } from './fixtures.ts'

it('HY5 HY6 HY8 HY10: a change tells what it was, is found again, goes out, and leads back after a restart', async () => {
  const app = await startApp({
    prepare: async page => {
      const { rows, framework } = await page.workbook.read()
      const key = {
        roundId: rows.rounds[0]!.id,
        areaId: rows.areas[0]!.id,
        principleId: framework.principles[2]!.id,
      }
      await page.rating.set({ ...key, set: { level: 1, reason: 'Few staff.' } })
      await page.rating.set({ ...key, set: { reason: 'More staff.' } })
      await page.action.add({ ...key, title: 'Agree a plan' })
    },
  })
  const { page, complaints } = app
  await workbookPage(page).go('history')
  const changes = page.getByRole('region', { name: 'Changes' })
  const reason = changes.getByRole('button', { name: /^Changed the reason/ })
  await reason.press('Enter')
  const row = changes.getByRole('row', { name: /Reason/ })
  await row.waitFor()
  expect(await row.getByRole('cell').allTextContents()).toEqual(['Few staff.', 'More staff.'])
  await expectNoAxeViolations(page)

  await page.getByRole('searchbox', { name: 'Words' }).fill('reason')
  await changes.getByRole('listitem').nth(1).waitFor({ state: 'detached' })
  await page.getByLabel('Kind of thing').selectOption('evidence')
  await page.getByText('No such change').waitFor()
  await page.getByLabel('Kind of thing').selectOption('ratings')
  await reason.waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 30_000 }),
    page.getByRole('button', { name: 'Export these to Excel' }).press('Enter'),
  ])
  expect(download.suggestedFilename()).toMatch(/ - history - /)
  await page.getByRole('button', { name: 'Show every change' }).press('Enter')

  app.kill()
  await page.getByText('Reconnecting').first().waitFor({ timeout: 30_000 })
  await page
    .getByRole('banner')
    .getByText(/^Saved/)
    .waitFor({ timeout: 30_000 })
  await changes.getByRole('button', { name: /^Back to here: Set .*Partners/ }).press('Enter')
  await page.getByText(/^The workbook is as it was after/).waitFor({ timeout: 30_000 })
  await workbookPage(page).go('principle/beyond-the-nhs')
  const field = page.getByRole('textbox', { name: 'Why this level' }).first()
  await field.waitFor()
  expect(await field.inputValue()).toBe('Few staff.')
  await page.getByRole('heading', { level: 1 }).click()
  await workbookPage(page).undo()
  await page.waitForFunction(() =>
    [...document.querySelectorAll('textarea')].some(area => area.value === 'More staff.'),
  )
  expect(complaints.filter(line => !line.startsWith('Failed to load'))).toEqual([])
})
