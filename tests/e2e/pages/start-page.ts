import type { Page } from 'playwright-core'
import { workbookPage } from './workbook-page.ts'

/** The start screen: workbooks to choose from, and a new one. */
export function startPage(page: Page) {
  return {
    /** Presses *Open* beside a workbook. Whether it opens is for the caller to see. */
    press: (name: string) => page.getByRole('button', { name: `Open ${name}` }).click(),
    /** Opens a workbook of the list and waits until it is shown. */
    async open(systemName: string): Promise<void> {
      await page.getByRole('button', { name: `Open ${systemName}` }).click()
      await workbookPage(page).isShown()
    },
    /** Fills in the new workbook with the least that is needed, and makes it. */
    async create(systemName: string, places: readonly string[] = []): Promise<void> {
      await page
        .getByRole('link', { name: 'New workbook' })
        .or(page.getByRole('button', { name: 'New workbook' }))
        .first()
        .click()
      await page.getByRole('combobox', { name: 'Which system' }).fill(systemName)
      for (const place of places) {
        await page.getByLabel('Places').fill(place)
        await page.getByRole('button', { name: 'Add place' }).click()
      }
      await page.getByRole('button', { name: 'Create the workbook' }).click()
      await workbookPage(page).isShown()
    },
  }
}
