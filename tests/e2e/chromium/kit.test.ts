import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import pieces from '../../../resources/kit/pieces.json' with { type: 'json' }
import preRead from '../../../resources/kit/pre-read.json' with { type: 'json' }
import { AGREEMENT_RULE } from '../../../shared/text/agreement.ts'
import { framework } from '../../helpers/framework.ts'
import { hasPoppler, readPdf } from '../helpers/pdf.ts'
import { workbookPage } from '../pages/workbook-page.ts'
import { expectNoAxeViolations } from './axe.ts'
import { type AppOptions, startApp } from './fixtures.ts'

const PAGES = { 'two-hours': 1, 'half-day': 1, 'pre-read': 1, script: 10, cards: 5, wall: 9 }
const SIZES = { A3: '420 × 297', A4: '210 × 297', A5: '210 × 148' }
const CREDIT = /2017, who have not endorsed the levels, the questions or this sheet/g

/** As long as the name of a system gets. */
const LONG = 'Bath and North East Somerset, Swindon and Wiltshire partnership'

async function openKit(options: AppOptions = {}) {
  const app = await startApp(options)
  await workbookPage(app.page).isShown()
  await workbookPage(app.page).go('kit')
  await app.page.getByRole('heading', { level: 1, name: 'Facilitator kit' }).waitFor()
  return app
}

/** Where a line ends at a hyphen or a dash, the PDF does not tell. */
const flat = (text: string) => text.replace(/[\s-]/g, '')

/** Sheets whose words need more than their paper, or are cut off in it, by name. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.kit-paper .kit-sheet')].flatMap(sheet => {
      const isLong = sheet.offsetHeight > Number.parseFloat(getComputedStyle(sheet).minHeight) + 1
      const isWide = [sheet, ...sheet.querySelectorAll<HTMLElement>('*')].some(
        box =>
          box.scrollWidth > box.clientWidth + 1 &&
          box.clientWidth > 0 &&
          getComputedStyle(box).display !== 'inline',
      )
      return isLong || isWide ? [sheet.getAttribute('aria-label')!] : []
    }),
  )
}

describe('the kit on paper', () => {
  const { principles, scale } = framework
  const said: Record<string, readonly string[]> = {
    'pre-read': [
      AGREEMENT_RULE,
      preRead.names,
      preRead.split,
      ...preRead.what,
      ...preRead.bring,
      ...preRead.votes,
    ],
    script: [
      ...principles.flatMap(({ statement, prompts, evidenceIdeas }) => [
        statement,
        ...prompts,
        ...evidenceIdeas,
      ]),
      ...scale.choosing.neighbours.flatMap(({ question, watchFor }) => [question, watchFor]),
      ...scale.choosing.rules,
    ],
    cards: scale.levels.flatMap(({ label, short }) => [label, short]),
    wall: principles.flatMap(({ title, statement, levels }) => [
      title,
      statement,
      ...levels.map(level => level.descriptor),
    ]),
  }
  it('FK4 FK5 FK6 FK10 FK11 FK12: every piece has its pages, its paper and all its words', async context => {
    const { page, complaints } = await openKit({ workbook: { systemName: LONG } })
    for (const { id, what, paper } of pieces) {
      await workbookPage(page).go(`kit/${id}`)
      await page.locator('.kit-preview').waitFor()
      const count = PAGES[id as keyof typeof PAGES]
      const told = `${count === 1 ? '1 page' : `${count} pages`}, ${paper}`
      expect(await page.locator('.kit-piece', { hasText: what }).innerText()).toContain(told)
      await page.emulateMedia({ media: 'print' })
      const pdf = await page.pdf({ preferCSSPageSize: true })
      // To look at them: NINEFOLD_KEEP_PDFS names a folder.
      if (process.env.NINEFOLD_KEEP_PDFS)
        await writeFile(join(process.env.NINEFOLD_KEEP_PDFS, `${id}.pdf`), pdf)
      expect(await cutOff(page), id).toEqual([])
      await page.emulateMedia({ media: 'screen' })
      if (!hasPoppler()) context.skip('Poppler is not here to read PDFs with.')
      const { pages, words } = readPdf(pdf)
      expect(pages, id).toEqual(Array(count).fill(SIZES[paper as keyof typeof SIZES]))
      expect(words.match(CREDIT), id).toHaveLength(count)
      expect(words, id).not.toContain('REHEARSAL')
      const all = flat(words)
      expect((said[id] ?? []).filter(text => !all.includes(flat(text)))).toEqual([])
    }
    expect(complaints).toEqual([])
  })

  it('FK13: every sheet of a rehearsal says so', async context => {
    if (!hasPoppler()) context.skip('Poppler is not here to read PDFs with.')
    const { page } = await startApp({ workbook: false })
    await page.getByRole('button', { name: 'Open the rehearsal workbook' }).click()
    await workbookPage(page).isShown()
    for (const { id } of pieces) {
      await workbookPage(page).go(`kit/${id}`)
      await page.locator('.kit-preview').waitFor()
      await page.emulateMedia({ media: 'print' })
      expect(await cutOff(page)).toEqual([])
      const { words } = readPdf(await page.pdf({ preferCSSPageSize: true }))
      await page.emulateMedia({ media: 'screen' })
      expect([id, words.match(/REHEARSAL/g)?.length]).toEqual([id, PAGES[id as keyof typeof PAGES]])
    }
  })
})

describe('the kit on screen', () => {
  it('FK20 FK22: is reached from the room and from help, says its paper, and axe finds nothing', async () => {
    const { page, complaints } = await startApp()
    const frame = workbookPage(page)
    await frame.isShown()
    await frame.go('help')
    await page.getByRole('link', { name: 'facilitator kit' }).click()
    await page.getByRole('heading', { level: 1, name: 'Facilitator kit' }).waitFor()
    await frame.go('room')
    await page.getByRole('link', { name: 'Facilitator kit' }).click()
    await page.getByRole('heading', { level: 1, name: 'Facilitator kit' }).waitFor()
    await frame.go('overview')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('facil')
    await page.keyboard.press('Enter')
    await page.getByText('9 pages, A3 on its side').waitFor()
    await expectNoAxeViolations(page)
    for (const { title, id } of pieces) {
      await page.getByRole('button', { name: `Look at it first: ${title}` }).press('Enter')
      await page.getByRole('button', { name: `Put it away: ${title}` }).waitFor()
      expect(new URL(page.url()).hash).toBe(`#/kit/${id}`)
      await expectNoAxeViolations(page)
    }
    expect(complaints).toEqual([])
  })

  it('FK21: Print gives the one piece and nothing of the screen, by keyboard', async () => {
    const { page } = await openKit()
    await page.evaluate(() => {
      window.print = () => {
        const names = [...document.querySelectorAll('.kit-paper .kit-sheet')].map(each => each.ariaLabel)
        Object.assign(window, { printed: names })
      }
    })
    await page.getByRole('button', { name: 'Print: Level cards' }).press('Enter')
    await expect
      .poll(() => page.evaluate(() => (window as never as { printed?: string[] }).printed))
      .toEqual(framework.scale.levels.map(level => `Card ${level.value}, ${level.label}`))
    await workbookPage(page).go('kit/pre-read')
    await page.getByRole('button', { name: 'Put it away: Pre-read' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Print: Pre-read' }).isVisible()).toBe(false)
    expect(
      await page.locator('.kit-paper').getByRole('article', { name: 'Before the workshop' }).isVisible(),
    ).toBe(true)
  })

  it('FK22: at 200 % zoom nothing scrolls sideways but the look at a sheet', async () => {
    const { page } = await openKit({ viewport: { width: 640, height: 400 } })
    await workbookPage(page).go('kit/wall')
    await page.getByRole('region', { name: 'Wall sheets, as it is printed' }).waitFor()
    const isWide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    )
    expect(isWide).toBe(false)
    await expectNoAxeViolations(page)
  })
})
