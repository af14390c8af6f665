import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createSampleFile } from '../../../electron/engine/sample/sample.ts'
import { freshFolder, startEngine, WHO } from '../../helpers/engine.ts'
import { startPage } from '../pages/start-page.ts'
import { workbookPage } from '../pages/workbook-page.ts'
import { expectNoAxeViolations } from './axe.ts'
import { startApp } from './fixtures.ts'

it('CO2 CO16 CO20 CO22: a redacted copy with a password says what stays, is asked for its password, and says what it is', async () => {
  const { page, folder, complaints } = await startApp({
    workbook: false,
    setUp: to => createSampleFile(join(to, 'Sample.ninefold')),
  })
  await startPage(page).press('Northmoor and Vale')
  await workbookPage(page).isShown()
  await workbookPage(page).go('export')
  await page.getByRole('radio', { name: /Redacted/ }).check()
  await page.getByText('7 board-only items and 3 keep-here items').waitFor()
  await page.getByLabel('Lock it with a password').check()
  await page.getByRole('button', { name: 'Suggest six words' }).click()
  const field = page.getByLabel('Password', { exact: true })
  expect(await field.getAttribute('type')).toBe('password')
  const password = await field.inputValue()
  expect(password.split(' ').length).toBeGreaterThanOrEqual(6)
  await page.getByText('A lost password cannot be recovered').waitFor()
  await expectNoAxeViolations(page)
  const coming = page.waitForEvent('download', { timeout: 60_000 })
  await page.getByRole('button', { name: 'Make a redacted copy' }).click()
  const onWithIt = page.getByRole('button', { name: /all the same|Go on|Make it/ })
  await Promise.race([coming, onWithIt.waitFor({ timeout: 60_000 })]).catch(() => {})
  if (await onWithIt.isVisible()) await onWithIt.click()
  const download = await coming
  expect(download.suggestedFilename()).toBe('Sample redacted.ninefold.age')
  await page.getByText('7 board-only items and 3 keep-here items').nth(1).waitFor()
  expect(await field.count()).toBe(0)

  copyFileSync(await download.path(), join(folder, 'From them.ninefold.age'))
  await page.getByRole('button', { name: 'All workbooks' }).click()
  await page.getByRole('button', { name: 'Open From them' }).click()
  const asking = page.getByRole('dialog', { name: 'This workbook is locked' })
  await asking.getByLabel('Password', { exact: true }).fill('not this')
  await asking.getByLabel('Password', { exact: true }).press('Enter')
  await asking.getByText('That is not the password').waitFor({ timeout: 30_000 })
  await expectNoAxeViolations(page)
  await asking.getByLabel('Password', { exact: true }).fill(password)
  await asking.getByLabel('Password', { exact: true }).press('Enter')
  await page.getByText('REDACTED', { exact: true }).waitFor({ timeout: 30_000 })
  await page.getByText(/^This is a redacted copy, made .* it does not hold everything\.$/).waitFor()
  await expectNoAxeViolations(page)
  // The browser tells of the two refusals: locked, and the wrong password.
  expect(complaints.filter(line => !/status of (428|403)/.test(line))).toEqual([])
  const { shell } = startEngine()
  const opened = join(freshFolder(), 'opened.ninefold')
  copyFileSync(join(folder, 'From them.ninefold'), opened)
  await shell.file.open({ path: opened, who: WHO, mode: 'read' })
  expect(await shell.file.check()).toMatchObject({ ok: true, editsChecked: 1 })
}, 180_000)
