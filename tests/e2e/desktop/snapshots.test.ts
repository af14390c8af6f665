import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { namesIn } from '../../helpers/snapshots.ts'
import { type DesktopApp, startDesktop } from '../helpers/desktop-app.ts'
import { closeDisplay } from '../helpers/display.ts'
import { createWorkbook, savedState } from '../helpers/workbook-pages.ts'

let desktop: DesktopApp
afterAll(async () => {
  await desktop?.close()
  closeDisplay()
})

it('SN4 SN7 SN19 SN23: closing a window keeps a snapshot first; one opens in a window of its own, from the folder the user chose', async () => {
  desktop = await startDesktop()
  const { page, app, folder } = desktop
  const backups = join(folder, 'Backups')
  mkdirSync(backups)
  await desktop.answerDialogs({ saveTo: join(folder, 'Dorset.ninefold'), open: [backups] })
  await createWorkbook(page, 'Dorset')
  await savedState(page).waitFor()
  const go = (route: string) =>
    page.evaluate(hash => {
      window.location.hash = hash
    }, `#/${route}`)
  await go('settings')
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await page.getByText(/They go into .*Backups/).waitFor()
  await go('restore')
  await page.getByRole('button', { name: 'Keep a snapshot now' }).click()
  await page
    .getByRole('button', { name: /Autumn|round/i })
    .first()
    .waitFor()
  expect(namesIn(backups)).toHaveLength(1)
  const beside = app.waitForEvent('window')
  await page.getByRole('button', { name: 'Open it as a workbook of its own' }).click()
  await (await beside).getByRole('button', { name: /^Area/ }).waitFor()
  expect(namesIn(folder).filter(name => /^Dorset \(as at .*\)\.ninefold$/.test(name))).toHaveLength(1)

  await go('principle/parity-of-esteem')
  await page.getByRole('heading', { name: /Parity of esteem/ }).waitFor()
  await page.keyboard.press('2')
  await page.getByRole('radio', { name: /2.*Developing/, checked: true }).waitFor()
  await savedState(page).waitFor()
  const closed = page.waitForEvent('close')
  await (await app.browserWindow(page)).evaluate(window => window.close())
  await closed
  expect(namesIn(backups).filter(name => name.startsWith('Dorset 2'))).toHaveLength(2)
})
