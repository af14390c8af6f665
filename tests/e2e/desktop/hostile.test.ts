import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DesktopApp, startDesktop } from '../helpers/desktop-app.ts'
import { closeDisplay } from '../helpers/display.ts'
import { hostileFiles, startCanary } from '../helpers/hostile-files.ts'
import { tryPreviews } from '../helpers/try-previews.ts'
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

it('EN4 EN5: in the window previews of hostile files run nothing, load nothing and open nothing', async () => {
  const { page, folder } = desktop
  const canary = await startCanary()
  try {
    const files = hostileFiles(canary.url)
    const place = join(folder, 'hostile')
    mkdirSync(place, { recursive: true })
    for (const { name, buffer } of files) writeFileSync(join(place, name), buffer)
    await desktop.answerDialogs({ saveTo: join(folder, 'Hostile.ninefold') })
    await createWorkbook(page, 'Dorset')
    await desktop.answerDialogs({ open: files.map(file => join(place, file.name)) })
    await evidencePage(page).go()
    await page.getByRole('button', { name: 'Choose files' }).click()
    await page.getByText(`Just attached, 1 of ${files.length}.`).waitFor()
    const shown = await tryPreviews(page, files, canary)
    expect(shown.find(line => line.startsWith('Flood one.png'))).toContain('too many to preview')
  } finally {
    await canary.close()
  }
}, 120_000)
