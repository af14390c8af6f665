import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { find, tabTo } from '../helpers/keyboard.ts'
import { principlePage } from '../pages/principle-page.ts'
import { startPage } from '../pages/start-page.ts'
import { workbookPage } from '../pages/workbook-page.ts'
import { startApp } from './fixtures.ts'

const REASON = 'Spend was compared in the autumn.'

describe('J1, the whole of it', () => {
  it('J1: with the mouse: a new workbook, a rating with its evidence and target, an action, the board workbook', async () => {
    const { page, folder, complaints } = await startApp({ workbook: false })
    await startPage(page).create('Northmoor and Vale', ['Alderbrook'])
    const principle = principlePage(page)
    await page
      .getByRole('link', { name: /Parity of esteem/ })
      .first()
      .click()
    await principle.level(1).click()
    await principle.stands(1)
    await principle.reason().fill(REASON)
    await page.getByText('Medium', { exact: true }).click()
    await page.getByRole('combobox', { name: 'Target' }).selectOption('2 Developing')
    await principle.attach(paperIn(folder))
    await page.getByRole('link', { name: 'Board paper' }).waitFor()
    await principle.tab('Actions')
    await page
      .getByRole('button', { name: /^Add to the plan/ })
      .first()
      .click()
    await workbookPage(page).saved()
    await page.getByRole('link', { name: 'Picture' }).click()
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.getByRole('link', { name: 'Export' }).click()
    await expectBoardWorkbook(page, () => page.getByRole('button', { name: 'Make board workbook' }).click())
    expect(complaints).toEqual([])
  })

  it('J1: by keyboard alone, with nothing but keys pressed', async () => {
    const { page, folder, complaints } = await startApp({ workbook: false })
    const keys = page.keyboard
    await page.getByRole('button', { name: 'New workbook' }).waitFor()
    await tabTo(page, 'New workbook')
    await keys.press('Enter')
    await page.getByRole('combobox', { name: 'Which system' }).waitFor()
    await keys.type('Northmoor and Vale')
    await tabTo(page, 'Create the workbook')
    await keys.press('Enter')
    await workbookPage(page).isShown()
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
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keys.press('Enter')])
    await chooser.setFiles(paperIn(folder))
    await page.getByRole('link', { name: 'Board paper' }).waitFor()
    await tabTo(page, /^Evidence/, 'Shift+Tab')
    await keys.press('ArrowRight')
    await tabTo(page, /^Add to the plan/)
    await keys.press('Enter')
    await workbookPage(page).saved()
    await find(page, 'Export')
    await page.getByRole('button', { name: 'Make board workbook' }).waitFor()
    await tabTo(page, 'Make board workbook')
    await expectBoardWorkbook(page, () => keys.press('Enter'))
    expect(complaints).toEqual([])
  })
})

function paperIn(folder: string): string {
  const path = join(folder, 'Board paper.txt')
  writeFileSync(path, 'Waiting times fell.')
  return path
}

async function expectBoardWorkbook(page: Page, press: () => Promise<unknown>): Promise<void> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 30_000 }), press()])
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(await download.path())
  const cells = workbook.worksheets.flatMap(sheet => sheet.getSheetValues().flat().map(String))
  for (const words of ['Northmoor and Vale', REASON, 'Board paper']) expect(cells.join('\n')).toContain(words)
}
