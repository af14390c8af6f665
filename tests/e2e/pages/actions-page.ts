import type { Locator, Page } from 'playwright-core'
import { workbookPage } from './workbook-page.ts'

/** The plan of actions: its grid, its tools and the panel beside it. */
export function actionsPage(page: Page) {
  const grid = page.getByRole('grid', { name: 'Actions' })
  return {
    grid,
    heading: page.getByRole('heading', { level: 1 }),
    panel: page.locator('.actions-side'),
    async open(id = ''): Promise<void> {
      await workbookPage(page).go(id ? `actions/${id}` : 'actions')
      await page.locator('.actions').waitFor()
    },
    /** The row of an action by its reference. */
    row: (ref: string): Locator =>
      grid.getByRole('row').filter({ has: page.getByText(ref, { exact: true }) }),
    cell(ref: string, column: string): Locator {
      return this.row(ref).locator(`.sheet-cell-${column}`)
    },
    /** What the cell with the focus says, or what is being typed in it. */
    focused: () =>
      page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement
        return element.value ?? element.textContent
      }),
    /** Puts text on the clipboard as a spreadsheet would, and pastes it. */
    async paste(text: string): Promise<void> {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.evaluate(block => navigator.clipboard.writeText(block), text)
      await page.keyboard.press('Control+v')
    },
    clipboard: () => page.evaluate(() => navigator.clipboard.readText()),
    refs: () => grid.locator('.sheet-body .sheet-cell-ref').allTextContents(),
  }
}
