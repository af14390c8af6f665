import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DesktopApp, startDesktop } from '../helpers/desktop-app.ts'
import { closeDisplay } from '../helpers/display.ts'
import { find, tabTo } from '../helpers/keyboard.ts'
import { principlePage } from '../pages/principle-page.ts'
import { workbookPage } from '../pages/workbook-page.ts'

const REASON = 'Spend was compared in the autumn.'

let desktop: DesktopApp
beforeAll(async () => {
  desktop = await startDesktop()
})
afterAll(async () => {
  await desktop?.close()
  closeDisplay()
})

it('J1: in the desktop window, by keyboard alone, through to the board workbook', async () => {
  const { page, folder } = desktop
  const { keyboard: keys } = page
  const file = join(folder, 'Northmoor.ninefold')
  const paper = join(folder, 'Board paper.txt')
  const plan = join(folder, 'Plan.xlsx')
  writeFileSync(paper, 'Waiting times fell.')

  await desktop.answerDialogs({ saveTo: file, open: [paper] })
  await page.getByRole('button', { name: 'New workbook' }).waitFor()
  await tabTo(page, 'New workbook')
  await keys.press('Enter')
  await page.getByRole('combobox', { name: 'Which system' }).waitFor()
  await keys.type('Northmoor and Vale')
  await tabTo(page, 'Create the workbook')
  await keys.press('Enter')
  await workbookPage(page).isShown()
  expect(existsSync(file)).toBe(true)

  await find(page, 'Parity of esteem')
  await page.getByRole('radiogroup', { name: 'Level now' }).waitFor()
  await keys.press('1')
  await principlePage(page).stands(1)
  await tabTo(page, 'Why this level')
  await keys.type(REASON)
  await tabTo(page, 'Target')
  await keys.press('3')
  await tabTo(page, 'Prompts')
  await keys.press('ArrowRight')
  await tabTo(page, 'Choose files')
  await keys.press('Enter')
  await page.getByRole('link', { name: 'Board paper' }).waitFor()
  await tabTo(page, /^Evidence/, 'Shift+Tab')
  await keys.press('ArrowRight')
  await tabTo(page, /^Add to the plan/)
  await keys.press('Enter')
  await workbookPage(page).saved()

  await desktop.answerDialogs({ saveTo: plan })
  await find(page, 'Export')
  await page.getByRole('button', { name: 'Make board workbook' }).waitFor()
  await tabTo(page, 'Make board workbook')
  await keys.press('Enter')
  await expect.poll(() => existsSync(plan), { timeout: 30_000 }).toBe(true)
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(plan)
  const cells = book.worksheets.flatMap(sheet => sheet.getSheetValues().flat().map(String)).join('\n')
  for (const words of ['Northmoor and Vale', REASON, 'Board paper']) expect(cells).toContain(words)
})
