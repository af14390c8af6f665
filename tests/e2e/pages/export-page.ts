import type { Download, Page } from 'playwright-core'
import { workbookPage } from './workbook-page.ts'

/** The screen with the ways out. */
export function exportPage(page: Page) {
  return {
    make: page.getByRole('button', { name: 'Make board workbook' }),
    async open(): Promise<void> {
      await workbookPage(page).go('export')
      await page.getByRole('heading', { name: 'Six ways to send it out' }).waitFor()
    },
    /** Presses a button by keyboard and waits for the file it makes. */
    async download(button: string): Promise<{ name: string; bytes: Buffer }> {
      const [download] = await Promise.all([
        page.waitForEvent('download', { timeout: 30_000 }),
        page.getByRole('button', { name: button }).press('Enter'),
      ])
      return { name: download.suggestedFilename(), bytes: await bytesOf(download) }
    },
  }
}

async function bytesOf(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
