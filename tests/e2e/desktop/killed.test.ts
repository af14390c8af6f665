import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { startEngineFor, WHO } from '../../helpers/engine.ts'
import { type DesktopApp, freshFolder, startDesktop } from '../helpers/desktop-app.ts'
import { closeDisplay } from '../helpers/display.ts'
import { enginesOf } from '../helpers/engines.ts'
import { createWorkbook } from '../helpers/workbook-pages.ts'
import { principlePage } from '../pages/principle-page.ts'
import { workbookPage } from '../pages/workbook-page.ts'

let desktop: DesktopApp | null = null
afterAll(async () => {
  await desktop?.close()
  closeDisplay()
})

it('CR1 CR3: with the app killed whole while somebody types, what was shown as saved is there, its engine ends, and nobody is locked out', async () => {
  const folder = freshFolder()
  const file = join(folder, 'Killed.ninefold')
  desktop = await startDesktop({ folder })
  await desktop.answerDialogs({ saveTo: file })
  await createWorkbook(desktop.page, 'Dorset')
  for (const ms of [0, 350]) {
    const principle = principlePage(desktop.page)
    await principle.go()
    const words = `Saved before the kill ${ms}.`
    await principle.reason().fill(words)
    await expect.poll(() => principle.reason().getAttribute('data-unsaved')).toBe(null)
    await workbookPage(desktop.page).saved()
    await principle.reason().press('End')
    const typing = desktop.page.keyboard.type(' And more, of which nothing was said yet.', { delay: 15 })
    typing.catch(() => {})
    await desktop.page.waitForTimeout(ms)
    const engines = enginesOf(desktop)
    expect(engines).toHaveLength(1)
    const gone = new Promise<void>(resolve => desktop!.app.once('close', () => resolve()))
    desktop.app.process().kill('SIGKILL')
    await gone
    desktop = null
    await expect.poll(() => isRunning(engines[0]!)).toBe(false)

    const { engine, page, shell } = startEngineFor()
    await shell.file.open({ path: file, who: WHO })
    expect(await shell.file.check()).toMatchObject({ ok: true, problems: [] })
    const { rows } = await page.workbook.read()
    expect(rows.ratings.some(({ reason }) => reason.startsWith(words))).toBe(true)
    await engine.state.close()

    desktop = await startDesktop({ folder, args: [file] })
    await workbookPage(desktop.page).isShown()
    await principlePage(desktop.page).go()
    expect(await principlePage(desktop.page).reason().inputValue()).toContain(words)
  }
  expect(readdirSync(folder).filter(name => name.startsWith('.ninefold-'))).toEqual([])
})

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
