import type { Locator, Page } from 'playwright-core'
import { workbookPage } from './workbook-page.ts'

/** The screen of pictures. */
export function picturePage(page: Page) {
  const heading = page.getByRole('heading', { level: 1 })
  return {
    heading,
    async open(): Promise<void> {
      await workbookPage(page).go('picture')
      await page.locator('.picture-page').waitFor()
    },
    /** The paper of one picture, by its title. */
    chart(title: string): Locator {
      return page.getByRole('figure', { name: title })
    },
    async showTable(title: string): Promise<Locator> {
      await page.getByRole('button', { name: `Show as table: ${title}` }).click()
      return this.chart(title).getByRole('table')
    },
    async save(title: string, format: 'PNG' | 'SVG'): Promise<Buffer> {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        (async () => {
          await page.getByRole('button', { name: title }).click()
          await page.getByRole('menuitem', { name: new RegExp(`^${format}`) }).click()
        })(),
      ])
      const chunks: Buffer[] = []
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
      return Buffer.concat(chunks)
    },
  }
}
