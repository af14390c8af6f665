import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DesktopApp, startDesktop } from '../helpers/desktop-app.ts'
import { closeDisplay } from '../helpers/display.ts'
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

it('DT34: the presenter has a window of its own, in step with the scribe’s, and goes with it', async () => {
  const { page, app } = desktop
  await page.evaluate(() => {
    window.location.hash = '#/room'
  })
  await page.getByRole('button', { name: /Count the whole room/ }).click()
  const opening = app.waitForEvent('window')
  await page.getByRole('button', { name: 'Presenter window' }).click()
  const presenter = await opening
  await presenter.getByRole('heading', { name: '1 Parity of esteem' }).waitFor()
  await page.getByRole('button', { name: /at 0, The whole room/ }).focus()
  for (const key of ['2', '2', '3']) await page.keyboard.press(key)
  await presenter.getByText('3 hands counted').waitFor()
  expect(await presenter.locator('svg circle').count()).toBe(0)
  await page.keyboard.press('r')
  await presenter.getByText('We agree.').waitFor()
  expect(await presenter.locator('svg circle').count()).toBe(3)
  // Its window never shows the scribe's panel, whatever is pressed at it.
  for (const key of ['Escape', 'f']) await presenter.keyboard.press(key)
  await presenter.getByText('We agree.').waitFor()
  expect(await presenter.getByRole('button', { name: /scribe/i }).count()).toBe(0)
  expect(app.windows()).toHaveLength(2)
  await page.getByRole('button', { name: 'Presenter window' }).click()
  expect(app.windows()).toHaveLength(2)
})
