import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { chromium, type Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { shots } from '../../guide/shots.ts'
import { NOW, setStage } from '../../guide/stage.ts'
import { waitForShot } from '../../guide/wait-for-shot.ts'
import { neededChromium } from '../../helpers/chromium.ts'
import { notShown, type Step, stepsOf } from '../helpers/guide-steps.ts'
import { hasPoppler, readPdf } from '../helpers/pdf.ts'
import { workbookPage } from '../pages/workbook-page.ts'
import { expectNoAxeViolations } from './axe.ts'
import { startApp } from './fixtures.ts'

/** Does what a step says with the names and texts that it says; gives the names that were there on the way only. */
type Act = (page: Page, step: Step) => Promise<readonly string[] | unknown>

/** A field by the words over it. */
const field = (page: Page, name: string) =>
  page.getByLabel(name, { exact: true }).and(page.locator('input, select, textarea'))

/** Presses the first name of the step where the step says that it is, with the mouse. */
const press: Act = (page, { bold, words }) => {
  const kind = /press the tab/i.test(words)
    ? '[role=tab]'
    : /in the list on the left/.test(words)
      ? '.rail a'
      : 'main button, main a, .start-intro button, .bar button'
  return page.locator(kind).filter({ hasText: bold[0]! }).first().click()
}

describe('followed to the letter', () => {
  it('GD3: the first chapter leads from nothing to a board workbook', { timeout: 90_000 }, async () => {
    const { page, folder, complaints } = await startApp({ workbook: false })
    const file = join(folder, 'Spend.txt')
    writeFileSync(file, 'Spend on mental health rose.')
    let board = ''
    const acts: Readonly<Record<string, readonly Act[]>> = {
      'make-the-workbook': [
        async () => {},
        press,
        (_, { bold, typed }) => field(page, bold[0]!).fill(typed[0]!),
        (_, { bold }) => page.getByText(bold[1]!, { exact: true }).click(),
        async (_, { bold, typed }) => {
          await field(page, bold[0]!).fill(typed[0]!)
          await page.getByText(bold[1]!, { exact: true }).click()
          await page.getByRole('listitem').filter({ hasText: typed[0]! }).waitFor()
        },
        async (_, { bold }) => {
          for (const name of bold) expect(await field(page, name).inputValue()).not.toBe('')
        },
        async (_, { bold }) => {
          await field(page, bold[0]!).fill('Priya Nair')
          await field(page, bold[1]!).fill('Programme lead')
        },
        press,
      ],
      'rate-your-first-principle': [
        press,
        (_, { bold }) => page.getByRole('radio', { name: bold.at(-2)! }).click(),
        (_, { bold }) => page.getByText(bold[2]!, { exact: true }).click(),
        async (_, { bold, typed }) => {
          await field(page, bold[0]!).fill(typed[0]!)
          await page.getByText(/^Saved \d\d:\d\d/).waitFor()
        },
        (_, { bold }) => page.getByText(bold[2]!, { exact: true }).click(),
        async (_, { bold, typed }) => {
          await field(page, bold[0]!).selectOption(bold[1]!)
          await field(page, bold[2]!).fill(typed[0]!)
          await page.keyboard.press('Tab')
        },
      ],
      'attach-what-shows-it': [
        press,
        async (_, step) => {
          const choosing = page.waitForEvent('filechooser')
          await press(page, step)
          await (await choosing).setFiles(file)
          await field(page, step.bold[1]!).waitFor()
        },
        (_, { typed }) => field(page, 'What it shows').fill(typed[0]!),
        async (_, { bold }) => {
          await page.getByRole('button', { name: bold[0]!, exact: true }).click()
          await page.getByLabel(bold[1]!).fill('A conversation')
          await page.getByLabel(bold[2]!).fill('Waiting times are looked at too.')
          await page.getByRole('button', { name: bold[3]! }).click()
          return bold
        },
      ],
      'plan-the-next-step': [
        press,
        async (_, { bold, typed }) => {
          await page
            .getByRole('button', { name: /^Add to the plan/ })
            .first()
            .click()
          await page.getByRole('heading', { name: bold[1]! }).waitFor()
          await page
            .getByRole('link', { name: new RegExp(`^${typed[0]}`) })
            .first()
            .waitFor()
        },
        () => page.getByRole('link', { name: /^A-01/ }).first().click(),
        async (_, { bold, typed, keys }) => {
          await field(page, bold[0]!).first().fill(typed[0]!)
          await field(page, bold[1]!).first().fill(typed[1]!)
          await page.keyboard.press(keys[0]!)
        },
      ],
      'see-where-you-are': [press, press],
      'make-the-file-for-your-board': [
        press,
        async (_, step) => {
          const downloading = page.waitForEvent('download')
          await press(page, step)
          board = await (await downloading).path()
        },
        async () => {
          const book = new ExcelJS.Workbook()
          await book.xlsx.readFile(board)
          expect(book.worksheets.filter(({ state }) => state === 'visible')).toHaveLength(10)
        },
        async (_, { bold }) => {
          await page.getByRole('button', { name: bold[0]! }).click()
          await page.getByRole('heading', { name: bold[1]! }).waitFor()
          await page.getByRole('button', { name: `${bold[2]} Northmoor and Vale` }).waitFor()
        },
      ],
    }
    const steps = stepsOf('first-workbook')
    const places = Object.keys(acts)
    expect([...new Set(steps.map(({ section }) => section))]).toEqual(places)
    for (const section of places) {
      const mine = steps.filter(step => step.section === section)
      expect([section, mine.length]).toEqual([section, acts[section]!.length])
      for (const [at, step] of mine.entries()) {
        const before = await notShown(
          page,
          step.bold.filter(name => !ELSEWHERE.includes(name)),
        )
        const onTheWay = await acts[section]![at]!(page, step)
        const left = before.filter(name => !(Array.isArray(onTheWay) && onTheWay.includes(name)))
        await expect
          .poll(() => notShown(page, left), {
            timeout: 10_000,
            message: `${section} ${at + 1}: ${step.words}`,
          })
          .toEqual([])
      }
    }
    expect(complaints).toEqual([])
  })
})

/** What a step says of the desktop app, while this one runs in a browser. */
const ELSEWHERE = ['Open']

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
