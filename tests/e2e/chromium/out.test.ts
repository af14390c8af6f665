import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { createSampleFile } from '../../../electron/engine/sample/sample.ts'
import { freshFolder, startEngine, WHO } from '../../helpers/engine.ts'
import { startPage } from '../pages/start-page.ts'
import { workbookPage } from '../pages/workbook-page.ts'
import { expectNoAxeViolations } from './axe.ts'
import { startApp } from './fixtures.ts'

describe('what leaves by the browser', () => {
  it('J1: the rehearsal workbook opens, and its board workbook can be read by Excel’s rules', async () => {
    const { page, complaints } = await startApp({ workbook: false })
    await page.getByRole('button', { name: 'Open the rehearsal workbook' }).click()
    await workbookPage(page).isShown()
    await workbookPage(page).go('export')
    const file = await downloaded(page, 'Make board workbook')
    expect(file.name).toMatch(/^REHEARSAL .*\.xlsx$/)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(file.path)
    expect(workbook.worksheets.length).toBeGreaterThanOrEqual(8)
    expect(complaints).toEqual([])
  })

  it('J1: a saved copy is the whole workbook, sound, evidence included', async () => {
    const { page } = await startApp({
      workbook: false,
      setUp: folder => createSampleFile(join(folder, 'Sample.ninefold')),
    })
    await startPage(page).press('Northmoor and Vale')
    await workbookPage(page).isShown()
    await workbookPage(page).go('export')
    const file = await downloaded(page, 'Save a copy')
    const copy = join(freshFolder(), 'copy.ninefold')
    copyFileSync(file.path, copy)
    const { shell } = startEngine()
    await shell.file.open({ path: copy, who: WHO })
    expect(await shell.file.check()).toMatchObject({
      ok: true,
      problems: [],
      evidenceChecked: expect.any(Number),
    })
  })

  it('HO17: the start screen of the browser offers only what a browser can do', async () => {
    const { page } = await startApp({ workbook: false })
    await page.getByRole('button', { name: 'New workbook' }).waitFor()
    expect(await page.getByRole('button', { name: 'Open a workbook' }).count()).toBe(0)
    await expectNoAxeViolations(page)
  })
})

async function downloaded(page: Page, button: string): Promise<{ name: string; path: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 30_000 }),
    page.getByRole('button', { name: button }).click(),
  ])
  return { name: download.suggestedFilename(), path: await download.path() }
}
