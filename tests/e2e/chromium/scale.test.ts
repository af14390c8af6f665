import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createLargeSampleFile } from '../../../electron/engine/sample/large/large-sample.ts'
import { evidencePage } from '../pages/evidence-page.ts'
import { startPage } from '../pages/start-page.ts'
import { workbookPage } from '../pages/workbook-page.ts'
import { expectNoAxeViolations } from './axe.ts'
import { startApp } from './fixtures.ts'

it('SC5: of long lists only what is in sight is drawn; keys reach all of it and paper shows all of it', async () => {
  const { page, complaints } = await startApp({
    workbook: false,
    setUp: folder =>
      createLargeSampleFile(join(folder, 'Large.ninefold'), {
        actions: 900,
        evidence: 400,
        places: 5,
        rounds: 2,
      }),
  })
  await startPage(page).open('Zephmere and Orrin')
  const evidence = evidencePage(page)
  await evidence.go()
  const rows = page.locator('.evidence-row')
  const drawn = await rows.count()
  expect(drawn).toBeLessThan(60)
  expect(await evidence.grid.getAttribute('aria-rowcount')).toBe('401')
  await rows.first().focus()
  await page.keyboard.press('PageDown')
  await page.keyboard.press('End')
  const last = page.locator('.evidence-row:focus')
  await expect.poll(() => last.getAttribute('aria-rowindex')).toBe('401')
  await expect.poll(() => last.innerText()).toContain('E-400')
  // Scrolled away from, the row with the focus stays.
  await page.locator('main').evaluate(main => main.scrollTo(0, 0))
  await expect.poll(() => rows.first().innerText()).toContain('E-01')
  expect(await last.count()).toBe(1)
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowUp')
  expect(await page.locator('th:focus').innerText()).toBe('Item')
  await expectNoAxeViolations(page)
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  expect(await rows.count()).toBe(400)
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect.poll(() => rows.count()).toBeLessThan(80)

  await workbookPage(page).go('principle/parity-of-esteem')
  await page.getByRole('tab', { name: 'Actions' }).click()
  const lines = page.locator('.rows > li[data-id]')
  await lines.first().waitFor()
  expect(await lines.count()).toBeLessThan(60)
  const all = Number(await lines.first().getAttribute('aria-setsize'))
  expect(all).toBeGreaterThan(70)
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  expect(await lines.count()).toBe(all)
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expectNoAxeViolations(page)
  expect(complaints).toEqual([])
})
