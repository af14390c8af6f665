import type { Page } from 'playwright-core'

/** Fills the page for a new workbook and creates it; where the file goes is answered beforehand. */
export async function createWorkbook(page: Page, systemName: string): Promise<void> {
  await page.getByRole('button', { name: 'New workbook' }).click()
  await page.getByRole('combobox', { name: 'Which system' }).fill(systemName)
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Create the workbook' }).click()
  await waitForOverview(page)
}

/** Waits until a workbook is open and its overview is there. */
export async function waitForOverview(page: Page): Promise<void> {
  await page.getByRole('heading', { name: /discussed/ }).waitFor()
}

/** What the bar says of saving: "Saved 10:42". */
export function savedState(page: Page) {
  return page.getByText(/^Saved \d\d:\d\d$/)
}
