import { mkdtempSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { serve } from '../../electron/host/serve.ts'
import { root } from '../../scripts/build.ts'
import { CHROMIUM_FLAGS, neededChromium } from '../helpers/chromium.ts'
import { builtEngine } from './built-engine.ts'
import { pressToPainted, twoFrames } from './in-page.ts'
import { growth, quantile, type Row } from './measure.ts'
import type { Scale } from './scale.ts'
import { openBench } from './workbook.ts'

/** What the list shows, as a text that changes with every filter and every sort. */
const LOOK = `() => {
  const grid = document.querySelector('.sheet') ?? document.body
  const rows = [...grid.querySelectorAll('.sheet-body [role=row]')].slice(0, 3)
  const sorted = [...grid.querySelectorAll('[aria-sort]')].map(head => head.getAttribute('aria-sort'))
  return [grid.getAttribute('aria-rowcount'), sorted, ...rows.map(row => row.textContent)].join()
}`

/** Fewer would leave nothing to find. */
const LEAST = 40

/** Letters that narrow the list one after the other, and how often they are taken back again. */
const WORDS = 'partner 12'

/** `list-10k` and `growth-list`: a filter typed and a sort pressed in the list of all actions, until it is painted. */
export async function benchList(scale: Scale, names: readonly string[]): Promise<Row[]> {
  await builtEngine()
  const browser = await chromium.launch({ executablePath: neededChromium(), args: CHROMIUM_FLAGS })
  try {
    // Growth is the same work at three sizes, each with a host of its own: too much to see only that it works.
    const sizes = names.includes('growth-list') && !scale.isShort ? scale.growth : [10_000]
    const found: { took: number; frames: number }[] = []
    for (const size of sizes) found.push(await inListOf(browser, Math.max(LEAST, scale.of(size)), scale))
    const { took, frames } = found.at(-1)!
    return [
      ...(names.includes('list-10k') ? [{ name: 'list-10k', value: took, reference: frames, goal: 3 }] : []),
      ...(sizes.length > 1
        ? growth(
            'growth-list',
            found.map(one => one.took),
          )
        : []),
    ]
  } finally {
    await browser.close()
  }
}

async function inListOf(browser: Browser, actions: number, scale: Scale) {
  const folder = mkdtempSync(join(tmpdir(), 'ninefold-bench-'))
  const bench = await openBench()
  await bench.addActions(actions)
  await bench.engine.state.close()
  await copyFile(bench.path, join(folder, 'Bench.ninefold'))
  await bench.close()
  process.env.NINEFOLD_SETTINGS = join(folder, '.settings')
  const served = await serve(folder, undefined, join(root, 'dist/electron/host.mjs'))
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(served.url)
    await page.getByRole('button', { name: 'Open Bench' }).click()
    await page.getByRole('heading', { name: /discussed/ }).waitFor({ timeout: 60_000 })
    await page.evaluate(() => {
      window.location.hash = '#/actions'
    })
    await page.locator('.sheet').waitFor()
    const times: number[] = []
    for (let run = 0; run < scale.runs(5); run++) times.push(...(await filterAndSort(page)))
    const result = { took: quantile(times, 0.95), frames: await twoFrames(page) }
    await page.close()
    return result
  } finally {
    await served.stop()
    rmSync(folder, { recursive: true })
  }
}

async function filterAndSort(page: Page): Promise<number[]> {
  const times: number[] = []
  const timing = async (press: () => Promise<void>) => times.push(await pressToPainted(page, LOOK, press))
  const find = page.getByRole('searchbox', { name: 'Find in actions' })
  await find.focus()
  // The first letters are in every row and change nothing that is shown.
  await page.keyboard.type(WORDS.slice(0, -2))
  for (const letter of WORDS.slice(-2)) await timing(() => page.keyboard.press(letter))
  for (const _ of WORDS.slice(-2)) await timing(() => page.keyboard.press('Backspace'))
  await find.fill('')
  for (const column of ['owner', 'due']) {
    const head = page.locator(`.sheet-head .sheet-cell-${column}`)
    for (let time = 0; time < 2; time++) await timing(() => head.click())
  }
  return times
}
