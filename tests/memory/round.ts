import type { Page } from 'playwright-core'
import { evidencePage } from '../e2e/pages/evidence-page.ts'
import { exportPage } from '../e2e/pages/export-page.ts'
import { principlePage } from '../e2e/pages/principle-page.ts'
import { workbookPage } from '../e2e/pages/workbook-page.ts'

const SCREENS = [
  'overview',
  'principle/parity-of-esteem',
  'actions',
  'evidence',
  'picture',
  'history',
  'export',
  'review',
  'room',
  'rounds',
  'restore',
  'settings',
  'help',
  'kit',
  'guide',
]

/** What a person does in about a minute: looks at every screen, finds, rates, takes back, opens and closes, exports. */
export async function oneRound(page: Page, round: number): Promise<void> {
  const go = (route: string) => workbookPage(page).go(route)
  for (const screen of SCREENS) {
    await go(screen)
    await page.locator('main h1').first().waitFor()
    await page.waitForTimeout(30)
  }
  await findAndSort(page)
  await rateAndTakeBack(page, round)
  await lookAtEvidence(page, round)
  await go('history')
  await page
    .locator('.edit-open')
    .nth(round % 20)
    .click()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('board', { delay: 10 })
  await page.keyboard.press('Escape')
  if (round % 5 === 0) {
    await exportPage(page).open()
    await exportPage(page).download('Make board workbook')
  }
  await go('overview')
  await page.locator('.cards').waitFor()
}

async function findAndSort(page: Page): Promise<void> {
  await workbookPage(page).go('actions')
  const find = page.getByLabel('Find in actions')
  await find.fill('clinic')
  await find.fill('')
  await page.locator('.sheet').getByRole('columnheader').nth(2).click()
  await page.locator('.sheet').evaluate(sheet => sheet.scrollTo(0, 4000))
  await page.locator('.sheet [data-column="1"]').nth(4).click()
  await page.keyboard.press('Space')
  await page.locator('.actions-side').waitFor()
  await page.locator('.actions-side').getByRole('button', { name: 'Close the panel' }).click()
}

async function rateAndTakeBack(page: Page, round: number): Promise<void> {
  const principle = principlePage(page)
  await principle.go('beyond-the-nhs')
  const level = (round % 5) as 0 | 1 | 2 | 3 | 4
  await principle.level(level).click()
  await principle.stands(level)
  await principle.tab('Actions')
  await principle.tab('Evidence')
  await principle.tab('History')
  await principle.tab('Prompts')
  await page.keyboard.press('Control+z')
  await page.waitForTimeout(200)
}

async function lookAtEvidence(page: Page, round: number): Promise<void> {
  const evidence = evidencePage(page)
  await evidence.go()
  await page.getByLabel('Find in evidence').fill('plan')
  await page.getByLabel('Find in evidence').fill('')
  for (let at = 0; at < 4; at++) {
    await page
      .locator('.evidence-row')
      .nth((round + at) % 8)
      .click()
    await evidence.detail.waitFor()
    await page.waitForTimeout(150)
  }
  await evidence.detail.getByRole('button', { name: 'Close the panel' }).click()
}
