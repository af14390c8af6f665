import type { Page } from 'playwright-core'

/** The start screen: workbooks to choose from, and a new one. */
export function startPage(page: Page) {
  return {
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

/** The frame around every screen of an open workbook. */
export function workbookPage(page: Page) {
  return {
    async isShown(): Promise<void> {
      await page.getByRole('button', { name: /^Area/ }).waitFor()
    },
    async go(route: string): Promise<void> {
      await page.evaluate(hash => {
        window.location.hash = hash
      }, `#/${route}`)
    },
    async undo(): Promise<void> {
      await page.keyboard.press('Control+z')
    },
  }
}
