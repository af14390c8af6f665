import type { Page } from 'playwright-core'
import { workbookPage } from './workbook-page.ts'

export type TestFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** The page of all evidence. */
export function evidencePage(page: Page) {
  return {
    detail: page.getByRole('complementary').filter({ has: page.getByLabel('Date it refers to') }),
    grid: page.getByRole('grid', { name: 'Evidence' }),
    /** Goes there and waits until it is drawn. */
    async go(id = ''): Promise<void> {
      await workbookPage(page).go(id ? `evidence/${id}` : 'evidence')
      await page.getByRole('heading', { level: 1 }).waitFor()
    },
    row: (title: string) => page.getByRole('row').filter({ hasText: title }),
    /** Attaches by the dialog, here or on a principle. */
    async choose(files: readonly TestFile[]): Promise<void> {
      const [dialog] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Choose files' }).click(),
      ])
      await dialog.setFiles([...files])
    },
  }
}

/** Drops files on a part of the page. */
export async function dropOn(page: Page, selector: string, files: readonly TestFile[]): Promise<void> {
  const data = await page.evaluateHandle(
    all => {
      const transfer = new DataTransfer()
      for (const { name, type, bytes } of all)
        transfer.items.add(new File([new Uint8Array(bytes)], name, { type }))
      return transfer
    },
    files.map(file => ({ name: file.name, type: file.mimeType, bytes: [...file.buffer] })),
  )
  await page.dispatchEvent(selector, 'dragover', { dataTransfer: data })
  await page.dispatchEvent(selector, 'drop', { dataTransfer: data })
}

/** Pastes a text as the clipboard gives it. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate(words => {
    const data = new DataTransfer()
    data.setData('text/plain', words)
    const target = document.activeElement ?? document.body
    target.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, text)
}
