import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { organisationWords } from '../../../shared/text/words.ts'
import { type DesktopApp, startDesktop } from '../helpers/desktop-app.ts'
import { closeDisplay } from '../helpers/display.ts'
import { keepWhatIsHeard, PEOPLE, rehearse } from '../helpers/rehearsal.ts'
import { createWorkbook } from '../helpers/workbook-pages.ts'

/** The gate rehearses the first two principles; `NINEFOLD_REHEARSAL=1` all nine. */
const NUMBERS = process.env.NINEFOLD_REHEARSAL ? [1, 2, 3, 4, 5, 6, 7, 8, 9] : [1, 2]

let desktop: DesktopApp
beforeAll(async () => {
  desktop = await startDesktop()
  await desktop.answerDialogs({ saveTo: join(desktop.folder, 'Northmoor.ninefold') })
  await createWorkbook(desktop.page, 'Northmoor')
})
afterAll(async () => {
  await desktop?.close()
  closeDisplay()
})

it('DT38 RM13 RM32: thirty voters by keyboard alone in two windows of the desktop app, and nothing told early', async () => {
  const { page, app } = desktop
  await page.evaluate(() => {
    window.location.hash = '#/room'
  })
  for (const [type, people] of PEOPLE) {
    await page.getByRole('textbox', { name: `${organisationWords[type]}, how many` }).fill(String(people))
    await page.keyboard.press('Tab')
  }
  await page.getByRole('heading', { name: '30 people here' }).waitFor()
  await page.getByRole('button', { name: /^Start with 1 Parity/ }).click()
  await keepWhatIsHeard(app.context())
  const opening = app.waitForEvent('window')
  await page.getByRole('button', { name: 'Presenter window' }).click()
  const presenter = await opening
  await presenter.getByRole('heading', { name: '1 Parity of esteem' }).waitFor()
  await page.getByRole('button', { name: /at 0, Commissioner/ }).focus()
  const { seconds, median, worst, keys } = await rehearse({ page, presenter }, NUMBERS)
  console.log(
    `Keying a principle: ${seconds} s at most. ${keys} keys: median ${median} ms, worst ${worst} ms.`,
  )
  expect(seconds).toBeLessThan(60)
  expect(median).toBeLessThan(200)
}, 300_000)
