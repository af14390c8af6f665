import { expect, it } from 'vitest'
import { expectNoAxeViolations } from './axe.ts'
import { startApp } from './fixtures.ts'

/** Stands wherever people can write something. */
const CANARY = 'Kanari'

async function startWithCanaries(viewport = { width: 1366, height: 768 }) {
  return startApp({
    viewport,
    workbook: { systemName: `${CANARY} system`, places: [`${CANARY} place`], roundName: `${CANARY} round` },
    async prepare(page) {
      const { rows, framework } = await page.workbook.read()
      await page.action.add({
        areaId: rows.areas[0]!.id,
        principleId: framework.principles[0]!.id,
        title: `${CANARY} action`,
      })
    },
  })
}
const dialogOf = (app: Awaited<ReturnType<typeof startApp>>) => app.page.getByRole('dialog')

it('AB1 AB2 AB4: the About box opens from commands and Help, says what it should, fits, and Esc closes it', async () => {
  const app = await startApp({ viewport: { width: 1024, height: 768 } })
  const { page } = app
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox', { name: 'Find or do' }).fill('about nine')
  await page.keyboard.press('Enter')
  const dialog = dialogOf(app)
  await dialog.getByRole('heading', { name: 'About Ninefold' }).waitFor()
  await dialog.getByText('SQLite').waitFor()
  for (const words of [
    'Ninefold 0.1.0',
    'Chromium',
    'Node',
    'Workbook schema',
    'MIT licence',
    'King’s Fund',
    'Snapshots',
  ])
    await dialog.getByText(words).first().waitFor()
  expect(await dialog.getByRole('button', { name: /^Show (log|settings)/ }).count()).toBe(0)
  await page.route('**/licences.txt', route => route.fulfill({ status: 404 }))
  await dialog.getByRole('button', { name: 'Show the licences of what it is built with' }).click()
  await dialog.getByText('This is a development build').waitFor()
  await dialog.getByRole('button', { name: 'Hide those licences' }).click()
  await page.unroute('**/licences.txt')
  await page.route('**/licences.txt', route =>
    route.fulfill({ contentType: 'text/plain; charset=utf-8', body: 'zod 4.6.7\nMIT License\n'.repeat(500) }),
  )
  await dialog.getByRole('button', { name: 'Show the licences of what it is built with' }).click()
  await dialog
    .getByRole('region', { name: 'Licences of what Ninefold is built with' })
    .getByText('zod 4.6.7')
    .waitFor()
  await dialog.getByRole('button', { name: 'Show the licence of Ninefold' }).click()
  await expectNoAxeViolations(page)
  // A window of half the width is what 200 % leaves of it.
  for (const size of [
    { width: 1024, height: 768 },
    { width: 683, height: 384 },
  ]) {
    await page.setViewportSize(size)
    const box = (await dialog.boundingBox())!
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(size.width)
    const close = (await dialog.getByRole('button', { name: 'Close' }).last().boundingBox())!
    expect(close.y + close.height).toBeLessThanOrEqual(size.height)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  }
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.goto(`${new URL(page.url()).origin}/#/help`)
  await page.getByRole('button', { name: 'About Ninefold' }).click()
  await dialog.getByRole('heading', { name: 'About Ninefold' }).waitFor()
  expect(app.complaints.filter(one => !one.includes('404'))).toEqual([])
})

it('AB20 AB22 AB23: details for support are shown before they are copied, and hold nothing of the user’s', async () => {
  const app = await startWithCanaries()
  const { page, context } = app
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(canary => {
    setTimeout(() => {
      throw new Error(`${canary} wrote this`)
    })
    void Promise.reject(new TypeError(`${canary}\n    at ${canary} (app://ninefold/assets/main.js:1:1)`))
  }, CANARY)
  await page.goto(`${new URL(page.url()).origin}/#/help`)
  await page.getByRole('button', { name: 'Copy details for support' }).click()
  const dialog = dialogOf(app)
  await dialog.getByText('It holds nothing you wrote').waitFor()
  const shown = dialog.getByRole('region', { name: 'What would be copied' })
  await shown.getByText('Ninefold 0.1.0, in a browser').waitFor()
  const text = await shown.innerText()
  expect(text).toMatch(/Holds: .*actions 1.*edits \d+/)
  expect(text).toMatch(/System: \w+ [\d.]+, \w+\n/)
  expect(text.toLowerCase()).not.toContain(CANARY.toLowerCase())
  expect(text).not.toContain(app.folder)
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
  await dialog.getByText('Copied.').waitFor()
  expect((await page.evaluate(() => navigator.clipboard.readText())).trim()).toBe(text.trim())
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox', { name: 'Find or do' }).fill('close show all')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'About Ninefold' }).click()
  await dialog.getByRole('button', { name: 'Copy details for support' }).click()
  await shown.getByText('Workbook: none open').waitFor()
})
