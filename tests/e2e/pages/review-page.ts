import type { Page } from 'playwright-core'
import { dropOn, type TestFile } from './evidence-page.ts'
import { workbookPage } from './workbook-page.ts'

/** The screen for what came back. */
export function reviewPage(page: Page) {
  const grid = page.getByRole('grid', { name: 'Changed cells' })
  return {
    grid,
    heading: page.getByRole('heading', { level: 1 }),
    apply: page.getByRole('region', { name: 'What Apply will do' }),
    async open(): Promise<void> {
      await workbookPage(page).go('review')
      await page.locator('.review h1').waitFor()
    },
    drop: (files: readonly TestFile[]) => dropOn(page, '.review', files),
    /** A row by the beginning of what it reads out. */
    row: (name: string | RegExp) => grid.getByRole('row', { name }),
    /** What the row with the focus reads out; empty when none has it. */
    focused: () =>
      page.evaluate(() => document.activeElement?.closest('[role="row"]')?.getAttribute('aria-label') ?? ''),
    /** What was last said to a screen reader. */
    said: () => page.locator('p.hidden-words[role="status"]').textContent(),
  }
}
