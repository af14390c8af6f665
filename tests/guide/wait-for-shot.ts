import type { Page } from 'playwright-core'
import { type Shot, windowOf } from './shots.ts'
import type { setStage } from './stage.ts'

/** Leads the page to what a shot shows, and sees to it that all it looks for is in sight. */
export async function waitForShot(
  page: Page,
  stage: Pick<Awaited<ReturnType<typeof setStage>>, 'served' | 'returned'>,
  shot: Shot,
): Promise<void> {
  await page.setViewportSize(windowOf(shot))
  if (page.url() === 'about:blank') await open(page, stage.served.url)
  if (shot.opens) {
    await page.getByRole('button', { name: 'All workbooks' }).click()
    await page.getByRole('button', { name: shot.opens }).click()
  }
  await shot.go(page, stage.returned)
  const missing = await notInSight(page, shot.looksFor)
  if (missing.length > 0)
    throw new Error(
      `The picture “${shot.name}” is there to show what is not in sight any more: ${missing.join(', ')}. Mend tests/guide/shots.ts and the chapter, then run npm run guide:pictures.`,
    )
}

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.getByRole('button', { name: /^Open Northmoor/ }).click()
  await page
    .getByRole('heading', { name: /discussed/ })
    .first()
    .waitFor()
}

/** Words that no element in sight says by itself, in its label or in its beginning. */
async function notInSight(page: Page, words: readonly string[]): Promise<string[]> {
  const isIn = (word: string) =>
    page.evaluate(wanted => {
      const says = (element: Element) =>
        [element.textContent, element.getAttribute('aria-label')].some(text => {
          const said = text?.replace(/\s+/g, ' ').trim() ?? ''
          return said === wanted || said.startsWith(`${wanted} `) || said.startsWith(`${wanted}:`)
        })
      return [...document.querySelectorAll('body *')].some(element => {
        const { top, bottom, width } = element.getBoundingClientRect()
        return width > 1 && top >= 0 && top < innerHeight && bottom > 0 && says(element)
      })
    }, word)
  const missing: string[] = []
  for (const word of words) {
    const until = Date.now() + 3_000
    while (!(await isIn(word)) && Date.now() < until) await page.waitForTimeout(50)
    if (!(await isIn(word))) missing.push(word)
  }
  return missing
}
