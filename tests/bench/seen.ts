import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { freshFolder, startDesktop } from '../e2e/helpers/desktop-app.ts'
import { principlePage } from '../e2e/pages/principle-page.ts'
import { workbookPage } from '../e2e/pages/workbook-page.ts'
import { builtEngine } from './built-engine.ts'
import { pressToPainted, twoFrames } from './in-page.ts'
import { quantile, type Row } from './measure.ts'
import type { Scale } from './scale.ts'

/**
 * The level that stands and what the bar says. The page shows nothing of a change before the engine announces it, which it does
 * when it is on the disk.
 */
const LOOK = `() => [
  document.querySelector('.level[aria-checked=true]')?.dataset.level,
  /^Saved/.test(document.querySelector('.bar-saved')?.textContent ?? ''),
].join()`

/** `rate-seen`: a level chosen by key in the real window until it stands and the bar says Saved, 95th percentile. */
export async function benchSeen(scale: Scale): Promise<Row[]> {
  const { createSampleFile } = await builtEngine()
  const folder = freshFolder()
  const path = join(folder, 'Sample.ninefold')
  createSampleFile(path)
  const desktop = await startDesktop({ folder, args: [path] })
  try {
    const { page } = desktop
    await workbookPage(page).isShown()
    await principlePage(page).go()
    await page.keyboard.press('0')
    await principlePage(page).stands(0)
    const times: number[] = []
    for (let run = 0; run < scale.runs(60); run++)
      times.push(await pressToPainted(page, LOOK, () => page.keyboard.press(run % 2 === 0 ? '1' : '3')))
    return [{ name: 'rate-seen', value: quantile(times, 0.95), reference: await twoFrames(page), goal: 2 }]
  } finally {
    await desktop.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
