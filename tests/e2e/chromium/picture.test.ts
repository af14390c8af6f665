import { describe, expect, it } from 'vitest'
import type { Level } from '../../../shared/model/fields.ts'
import { picturePage } from '../pages/picture-page.ts'
import { workbookPage } from '../pages/workbook-page.ts'
import { expectNoAxeViolations } from './axe.ts'
import { type AppOptions, startApp } from './fixtures.ts'

const RADAR = 'Now and target'
const TITLES = [RADAR, 'Areas by principle', 'Gaps, largest first', 'Evidence behind each rating']
const NOW: readonly (Level | null)[] = [2, 1, 2, 0, 3, 2, null, null, null]
const TARGET: readonly Level[] = [3, 2, 3, 2, 4, 3]

/** Six of nine principles rated for the system, and the first one in both places; one note as evidence. */
const rate: AppOptions['prepare'] = async page => {
  const { rows, framework } = await page.workbook.read()
  const [system, ...places] = rows.areas
  const roundId = rows.rounds[0]!.id
  for (const [index, level] of NOW.entries()) {
    const principleId = framework.principles[index]!.id
    if (level === null) continue
    await page.rating.set({
      roundId,
      areaId: system!.id,
      principleId,
      set: { level, targetLevel: TARGET[index]! },
    })
  }
  const principleId = framework.principles[0]!.id
  for (const [index, place] of places.entries())
    await page.rating.set({ roundId, areaId: place.id, principleId, set: { level: index === 0 ? 1 : 4 } })
  const targets = { areaIds: [], principleIds: [principleId], actionIds: [] }
  await page.evidence.addNote({ title: 'Board minutes', note: 'Agreed in May.', targets })
}

async function openPictures(options: AppOptions = {}) {
  const app = await startApp({ prepare: rate, ...options })
  const pictures = picturePage(app.page)
  await pictures.open()
  return { ...app, pictures }
}

describe('pictures', () => {
  it('PI6, PI17: the heading answers, every picture has sentences and a table, and axe finds nothing', async () => {
    const { page, pictures, complaints } = await openPictures()
    expect(await pictures.heading.textContent()).toBe('Furthest from target: 4 Mental health from the start')
    for (const title of TITLES) {
      const drawing = pictures.chart(title).getByRole('img')
      expect(await drawing.getAttribute('aria-label')).toContain('4 Mental health from the start')
      const table = await pictures.showTable(title)
      expect(await table.getByRole('row', { name: /4 Mental health from the start/ }).count()).toBe(1)
    }
    await expectNoAxeViolations(page)
    expect(complaints).toEqual([])
  })

  it('PI6: the table opens, and a picture is saved, by keyboard alone', async () => {
    const { page, pictures } = await openPictures()
    await page.getByRole('button', { name: `Show as table: ${RADAR}` }).focus()
    await page.keyboard.press('Enter')
    expect(await pictures.chart(RADAR).getByRole('table').isVisible()).toBe(true)
    await page.keyboard.press('Tab')
    if (await page.getByRole('button', { name: `Copy picture: ${RADAR}` }).count())
      await page.keyboard.press('Tab')
    const download = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: /^PNG/ }).waitFor()
    await page.keyboard.press('Enter')
    expect((await download).suggestedFilename()).toBe(`${RADAR}, Northmoor and Vale, Autumn 2026.png`)
  })

  it('PI16: a saved picture is a PNG or an SVG with its title, area and date; all of them make one sheet', async () => {
    const { pictures } = await openPictures()
    const png = await pictures.save(`Save picture: ${RADAR}`, 'PNG')
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(png.readUInt32BE(16)).toBe(2 * (460 + 48))
    const svg = (await pictures.save('Save picture: Areas by principle', 'SVG')).toString()
    expect(svg).toContain('Northmoor and Vale. Autumn 2026, as at 30 November 2026')
    const sheet = (await pictures.save('Save all pictures', 'SVG')).toString()
    for (const title of TITLES) expect(sheet).toContain(`>${title}</tspan>`)
  })

  it('PI20: copy puts a PNG on the clipboard', async () => {
    const { page, context } = await openPictures()
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: `Copy picture: ${RADAR}` }).click()
    await page.getByText(`Copied: ${RADAR}.`).waitFor()
    const types = await page.evaluate(async () =>
      (await navigator.clipboard.read()).flatMap(item => item.types),
    )
    expect(types).toEqual(['image/png'])
  })

  it('FR10: good news fades while people work on', async () => {
    const { page, context } = await openPictures()
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.clock.install()
    await page.getByRole('button', { name: `Copy picture: ${RADAR}` }).click()
    const news = page.getByText(`Copied: ${RADAR}.`)
    await news.waitFor()
    for (const screen of ['actions', 'picture', 'overview', 'picture']) {
      await workbookPage(page).go(screen)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.clock.runFor(2500)
    }
    expect(await news.count()).toBe(0)
  })

  it('PI21: printed, each picture has a landscape page of its own and nothing to press', async () => {
    const { page } = await openPictures()
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
    const sheets = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, index) => {
        const sheet = await pdf.getPage(index + 1)
        const [, , width, height] = sheet.view
        const { items } = await sheet.getTextContent()
        return {
          isLandscape: width! > height!,
          text: items.map(item => ('str' in item ? item.str : '')).join(' '),
        }
      }),
    )
    expect(sheets.map(sheet => sheet.isLandscape)).toEqual([true, true, true, true])
    TITLES.forEach((title, index) => {
      expect(sheets[index]!.text).toContain(title)
      expect(sheets[index]!.text).toContain('as at 30 November 2026')
    })
    expect(sheets.map(sheet => sheet.text).join(' ')).not.toMatch(/Show as table|Save picture|Undo/)
  })

  it('PI22: before anything is rated the screen says what to do, and leads there', async () => {
    const { page, pictures } = await openPictures({ prepare: async () => {} })
    expect(await pictures.heading.textContent()).toBe('Nothing to picture yet')
    await expectNoAxeViolations(page)
    await page.getByRole('link', { name: 'Discuss 1 Parity of esteem' }).click()
    await page.getByRole('heading', { level: 1, name: /Parity of esteem/ }).waitFor()
  })

  it('PI23: at 200 % zoom and in narrow windows the page does not scroll sideways', async () => {
    const { page } = await openPictures()
    for (const width of [1024, 683]) {
      await page.setViewportSize({ width, height: 384 })
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(over).toBeLessThanOrEqual(0)
    }
    await expectNoAxeViolations(page)
  })

  it('PI9: forty places are drawn without the page scrolling sideways', async () => {
    const places = Array.from({ length: 40 }, (_, index) => `Place ${index + 1}`)
    const { page, pictures } = await openPictures({ workbook: { places } })
    expect(await pictures.chart('Spread of places').isVisible()).toBe(true)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(over).toBeLessThanOrEqual(0)
    await expectNoAxeViolations(page)
  })
})
