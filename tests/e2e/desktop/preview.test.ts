import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DesktopApp, startDesktop } from '../helpers/desktop-app.ts'
import { closeDisplay } from '../helpers/display.ts'
import { pdfFile, pngFile, textFile } from '../helpers/files.ts'
import { createWorkbook } from '../helpers/workbook-pages.ts'
import { evidencePage } from '../pages/evidence-page.ts'

let desktop: DesktopApp
beforeAll(async () => {
  desktop = await startDesktop()
})
afterAll(async () => {
  await desktop?.close()
  closeDisplay()
})

it('AS32: picture, PDF and text are previewed in the window, with nothing but its own files', async () => {
  const { page, folder } = desktop
  await desktop.answerDialogs({ saveTo: join(folder, 'Preview.ninefold') })
  await createWorkbook(page, 'Dorset')
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', line => line.type() === 'error' && complaints.push(line.text()))

  const files = [pdfFile(), pngFile(), textFile('Minutes.txt', 'Voted 7 to 2')]
  for (const file of files) writeFileSync(join(folder, file.name), file.buffer)
  await desktop.answerDialogs({ open: files.map(file => join(folder, file.name)) })
  const evidence = evidencePage(page)
  await evidence.go()
  await page.getByRole('button', { name: 'Choose files' }).click()
  await page.getByText('Just attached, 1 of 3.').waitFor()
  await page.getByText('Signed by the council').waitFor({ state: 'attached' })
  await page.getByRole('button', { name: 'Next item' }).click()
  await page.getByRole('img', { name: 'Preview of Waiting times.png' }).waitFor()
  await page.getByRole('button', { name: 'Next item' }).click()
  await page.getByRole('region', { name: 'Text of Minutes.txt' }).getByText('Voted 7 to 2').waitFor()
  expect(complaints).toEqual([])
})
