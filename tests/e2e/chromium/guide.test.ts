import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { shots } from '../../guide/shots.ts'
import { NOW, setStage } from '../../guide/stage.ts'
import { waitForShot } from '../../guide/wait-for-shot.ts'
import { neededChromium } from '../../helpers/chromium.ts'
import { stepsOf } from '../helpers/guide-steps.ts'
import { hasPoppler, readPdf } from '../helpers/pdf.ts'
import { workbookPage } from '../pages/workbook-page.ts'
import { expectNoAxeViolations } from './axe.ts'
import { startApp } from './fixtures.ts'

describe('pictures', () => {
  it('GD6: all that each picture is there to show is still on its screen', { timeout: 90_000 }, async () => {
    const stage = await setStage()
    onTestFinished(stage.end)
    const browser = await chromium.launch({
      executablePath: neededChromium(),
      args: ['--no-sandbox', '--disable-gpu'],
    })
    onTestFinished(() => browser.close())
    const page = await browser.newPage({ reducedMotion: 'reduce', locale: 'en-GB' })
    await page.clock.setFixedTime(NOW)
    for (const shot of shots) await waitForShot(page, stage, shot)
  })
})

describe('in the app', () => {
  it('GD10 GD14: before a workbook is open, by link and by F1, and nothing of it is loaded before', async () => {
    const { page, complaints } = await startApp({ workbook: false })
    const loaded = () =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(entry => entry.name)
          .join(),
      )
    await page.getByRole('link', { name: 'Your first workbook in ten minutes' }).waitFor()
    expect(await loaded()).not.toMatch(/guide|webp/)
    await page.getByRole('link', { name: 'Your first workbook in ten minutes' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Your first workbook in ten minutes' }).waitFor()
    expect(await loaded()).toMatch(/guide/)
    await expectNoAxeViolations(page)
    await page.getByRole('link', { name: 'All workbooks' }).click()
    await page.getByRole('button', { name: 'New workbook' }).waitFor()
    await page.keyboard.press('F1')
    await page.getByRole('heading', { level: 1, name: 'Guide' }).waitFor()
    await expectNoAxeViolations(page)
    expect(complaints).toEqual([])
  })

  it('GD10 GD11 GD12: in a workbook by F1, by keyboard through search and chapters, axe finds nothing', async () => {
    const { page, complaints } = await startApp()
    const at = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
    await workbookPage(page).go('room')
    await at('Who is here?')
    await page.keyboard.press('F1')
    await at('Running a workshop')
    await page.getByRole('searchbox', { name: 'Search the guide' }).fill('disk ful')
    await page
      .getByText('1 place found')
      .or(page.getByText(/places found/))
      .waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await at('When something goes wrong')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('the-disk-is-full')
    await page.getByRole('searchbox', { name: 'Search the guide' }).fill('')
    await expectNoAxeViolations(page)
    await page.getByRole('link', { name: 'Next: On the command line' }).press('Enter')
    await at('On the command line')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('moving to a new')
    await page.keyboard.press('Enter')
    await at('Moving to a new laptop')
    await page.goBack()
    await at('On the command line')
    await workbookPage(page).go('help')
    await page.getByRole('link', { name: 'open the guide' }).press('Enter')
    await at('Guide')
    expect(complaints).toEqual([])
  })

  it('GD12 GD13: nothing scrolls sideways at 200 %; the quick start prints on one A4 page, a chapter without the frame', async context => {
    const { page } = await startApp({ viewport: { width: 640, height: 400 } })
    for (const id of ['', '/first-workbook', '/trouble', '/command-line', '/quick-start']) {
      await workbookPage(page).go(`guide${id}`)
      await page.locator('.guide-text h1').waitFor()
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect([id, wide]).toEqual([id, 0])
    }
    await expectNoAxeViolations(page)
    await page.setViewportSize({ width: 1366, height: 768 })
    if (!hasPoppler()) context.skip('Poppler is not here to read PDFs with.')
    await workbookPage(page).go('guide/quick-start')
    await page.getByRole('button', { name: 'Print on one page' }).waitFor()
    const one = await page.pdf({ preferCSSPageSize: true })
    if (process.env.NINEFOLD_KEEP_PDFS)
      writeFileSync(join(process.env.NINEFOLD_KEEP_PDFS, 'quick-start.pdf'), one)
    const read = readPdf(one)
    expect(read.pages).toEqual(['210 × 297'])
    const flat = (text: string) => text.replace(/\s+/g, '')
    const steps = stepsOf('quick-start')
    expect(steps.filter(({ words }) => !flat(read.words).includes(flat(words)))).toEqual([])
    await page.emulateMedia({ media: 'print' })
    await workbookPage(page).go('guide/workshop')
    await page.getByRole('heading', { level: 1, name: 'Running a workshop' }).waitFor()
    const chapter = readPdf(await page.pdf({ preferCSSPageSize: true }))
    expect(new Set(chapter.pages)).toEqual(new Set(['210 × 297']))
    expect(chapter.words).not.toMatch(/Search the guide|Find or do|Print this chapter/)
  })
})
