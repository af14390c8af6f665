import type { Page } from 'playwright-core'

/** The frame around every screen of an open workbook. */
export function workbookPage(page: Page) {
  return {
    async isShown(): Promise<void> {
      await page.getByRole('button', { name: /^Area/ }).waitFor()
    },
    /** Goes to a screen by its address: `principle/parity-of-esteem`. */
    async go(route: string): Promise<void> {
      await page.evaluate(hash => {
        window.location.hash = hash
      }, `#/${route}`)
    },
    /** Waits until the bar says when everything was saved. */
    saved: () => page.getByText(/^Saved \d\d:\d\d$/).waitFor(),
    async undo(): Promise<void> {
      await page.keyboard.press('Control+z')
    },
  }
}
