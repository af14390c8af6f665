import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DesktopApp, startDesktop } from '../helpers/desktop-app.ts'
import { closeDisplay } from '../helpers/display.ts'
import { hasPoppler, readPdf } from '../helpers/pdf.ts'
import { createWorkbook } from '../helpers/workbook-pages.ts'

let desktop: DesktopApp
beforeAll(async () => {
  desktop = await startDesktop()
  await desktop.answerDialogs({ saveTo: join(desktop.folder, 'Dorset.ninefold') })
  await createWorkbook(desktop.page, 'Dorset')
})
afterAll(async () => {
  await desktop?.close()
  closeDisplay()
})

it('FK14: the desktop app asks for the paper of the piece, and prints the piece alone', async context => {
  const { page, app } = desktop
  await page.evaluate(() => {
    window.location.hash = '#/kit'
  })
  // No test can press the system's print window: what it would have been asked for is kept, and made into a PDF.
  await app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    Object.assign(webContents, {
      print: async (options: unknown, done: (isDone: boolean, reason: string) => void) => {
        const pdf = await webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })
        Object.assign(globalThis, { printed: { options, pdf: pdf.toString('base64') } })
        done(true, '')
      },
    })
  })
  await page.getByRole('button', { name: 'Print: Wall sheets' }).press('Enter')
  const printed = () =>
    app.evaluate(() => (globalThis as { printed?: { options: unknown; pdf: string } }).printed)
  await expect.poll(printed).toBeTruthy()
  const { options, pdf } = (await printed())!
  expect(options).toEqual({ printBackground: true, pageSize: 'A3', landscape: true })
  if (!hasPoppler()) context.skip('Poppler is not here to read PDFs with.')
  const { pages, words } = readPdf(Buffer.from(pdf, 'base64'))
  expect(pages).toEqual(Array(9).fill('420 × 297'))
  expect(words).not.toContain('Facilitator kit')
})
