import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { TestFile } from '../pages/evidence-page.ts'
import { evidencePage } from '../pages/evidence-page.ts'
import type { startCanary } from './hostile-files.ts'

type Canary = Awaited<ReturnType<typeof startCanary>>

/** Looks at each attached file in turn; nothing of it may have run, asked for anything or moved the page. */
export async function tryPreviews(page: Page, files: readonly TestFile[], canary: Canary): Promise<string[]> {
  const asked: string[] = []
  const opened: string[] = []
  page.on('request', request => request.url().startsWith(canary.url) && asked.push(request.url()))
  page.on('popup', popup => opened.push(popup.url()))
  page.on('dialog', dialog => {
    opened.push(dialog.message())
    void dialog.dismiss()
  })
  const evidence = evidencePage(page)
  const where = new URL(page.url()).origin
  const shown: string[] = []
  for (const { name } of files) {
    await evidence
      .row(name.replace(/\.\w+$/, ''))
      .first()
      .click()
    const preview = page.locator('.preview').first()
    await preview.waitFor()
    await page.waitForFunction(
      () => !/Opening the preview/.test(document.querySelector('.preview')?.textContent ?? ''),
    )
    shown.push(`${name}: ${(await preview.innerText()).slice(0, 120).replaceAll('\n', ' ')}`)
    expect(await page.locator('iframe, object, embed, webview').count(), name).toBe(0)
    expect(await page.evaluate(() => 'canary' in globalThis), name).toBe(false)
  }
  await page.waitForTimeout(500)
  expect(new URL(page.url()).origin).toBe(where)
  expect([canary.asked, asked, opened]).toEqual([[], [], []])
  return shown
}
