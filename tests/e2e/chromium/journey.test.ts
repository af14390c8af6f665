import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { startEngine, WHO } from '../../helpers/engine.ts'
import { principlePage } from '../pages/principle-page.ts'
import { workbookPage } from '../pages/workbook-page.ts'
import { startApp } from './fixtures.ts'

const MIB = 1024 * 1024

describe('J1 in Chromium', () => {
  it('J1: rate by keyboard, say why, attach a file; all of it is in the workbook', async () => {
    const { page, folder, complaints } = await startApp()
    const principle = principlePage(page)
    await principle.go()
    await page.keyboard.press('2')
    await principle.stands(2)
    await principle.reason().fill('Spend was compared in the autumn.')
    await page.keyboard.press('Tab')
    const paper = join(folder, 'Board paper.txt')
    writeFileSync(paper, 'Waiting times fell.')
    await principle.attach(paper)
    await page.getByText('Board paper').first().waitFor()
    await page.reload()
    await principle.stands(2)
    expect(await principle.reason().inputValue()).toBe('Spend was compared in the autumn.')
    expect(complaints).toEqual([])
  })

  it('HO9: what was attached is saved out again, byte for byte', async () => {
    const { page, folder } = await startApp()
    const bytes = randomBytes(3 * MIB)
    writeFileSync(join(folder, 'Data é.bin'), bytes)
    await principlePage(page).go()
    await principlePage(page).attach(join(folder, 'Data é.bin'))
    await page.getByRole('link', { name: 'Data é' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save out' }).first().click(),
    ])
    expect(download.suggestedFilename()).toBe('Data é.bin')
    expect(readFileSync(await download.path()).equals(bytes)).toBe(true)
  })

  it('HO9: dropped and pasted files are attached', async () => {
    const { page } = await startApp()
    await principlePage(page).go()
    await principlePage(page).tab('Evidence')
    for (const [kind, name] of [
      ['drop', 'Dropped.txt'],
      ['paste', 'Pasted.txt'],
    ] as const) {
      await page.evaluate(
        ([kind, name]) => {
          const data = new DataTransfer()
          data.items.add(new File([`words of ${name}`], name!, { type: 'text/plain' }))
          const options = { bubbles: true, cancelable: true }
          const event =
            kind === 'drop'
              ? new DragEvent('drop', { ...options, dataTransfer: data })
              : new ClipboardEvent('paste', { ...options, clipboardData: data })
          document.querySelector('.attach-drop')!.dispatchEvent(event)
        },
        [kind, name],
      )
      await page.getByText(name.replace('.txt', '')).first().waitFor()
    }
  })

  it('HO9: a folder brings its files, without the hidden ones', async () => {
    const { page, folder } = await startApp()
    const papers = join(folder, 'papers')
    mkdirSync(join(papers, 'inner'), { recursive: true })
    for (const name of ['One.txt', 'inner/Two.txt', '.hidden.txt']) writeFileSync(join(papers, name), name)
    await principlePage(page).go()
    await principlePage(page).tab('Evidence')
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Folder' }).click(),
    ])
    await chooser.setFiles(papers)
    await page.getByText('One').first().waitFor()
    await page.getByText('Two').first().waitFor()
    expect(await page.getByText('hidden').count()).toBe(0)
  })

  it('HO8: a second tab sees a rating at once, and undo in either reaches it', async () => {
    const { page, openTab, folder } = await startApp()
    const other = await openTab()
    await other.getByRole('button', { name: 'Open Northmoor and Vale' }).click()
    for (const tab of [page, other]) await principlePage(tab).go()
    await page.bringToFront()
    await page.keyboard.press('3')
    await principlePage(page).stands(3)
    await principlePage(other).stands(3)
    await other.bringToFront()
    await other.keyboard.press('Control+z')
    await expect.poll(() => principlePage(page).level(3).getAttribute('aria-checked')).toBe('false')
    // Closed for both, the file may be copied.
    for (const tab of [page, other]) await tab.getByRole('button', { name: 'All workbooks' }).click()
    await expect.poll(() => readdirSync(folder).filter(name => name.startsWith('~$'))).toEqual([])
  })

  it('HO18: a tab out of sight lets go of its line, and is up to date when it is looked at again', async () => {
    const { page, openTab } = await startApp()
    const other = await openTab()
    await other.getByRole('button', { name: 'Open Northmoor and Vale' }).click()
    for (const tab of [page, other]) await principlePage(tab).go()
    const ended = other.waitForEvent('requestfailed', {
      predicate: request => new URL(request.url()).pathname.endsWith('/events'),
      timeout: 15_000,
    })
    await setSeen(other, 'hidden')
    await ended
    await page.bringToFront()
    await page.keyboard.press('3')
    await principlePage(page).stands(3)
    expect(await principlePage(other).level(3).getAttribute('aria-checked')).toBe('false')
    await setSeen(other, 'visible')
    await principlePage(other).stands(3)
  })

  it('HO12: killed between two keys, the page goes on by itself and nothing saved is lost', async () => {
    const { page, kill } = await startApp()
    const principle = principlePage(page)
    await principle.go()
    await page.keyboard.press('1')
    await principle.stands(1)
    await workbookPage(page).saved()
    for (const level of [2, 3] as const) {
      kill()
      await expect
        .poll(
          async () => {
            await page.keyboard.press(String(level))
            return principle.level(level).getAttribute('aria-checked')
          },
          { timeout: 15_000 },
        )
        .toBe('true')
    }
    await workbookPage(page).saved()
    await page.reload()
    await principle.stands(3)
  })

  it('HO12: killed in the middle of attaching, nothing is half in and the workbook is sound', async () => {
    const { page, kill, folder, path, stop } = await startApp()
    const big = join(folder, 'Big.bin')
    writeFileSync(big, randomBytes(64 * MIB))
    await principlePage(page).go()
    await principlePage(page).attach(big)
    await page
      .getByText(/Attaching Big/)
      .first()
      .waitFor()
    kill()
    await page
      .getByText(/Ninefold stopped for a moment/)
      .first()
      .waitFor()
    await workbookPage(page).saved()
    await principlePage(page).attach(big)
    await page.getByRole('link', { name: 'Big' }).first().waitFor({ timeout: 20_000 })
    await stop()
    const { shell, page: engine } = startEngine()
    await shell.file.open({ path, who: WHO })
    expect(await shell.file.check()).toMatchObject({ ok: true, evidenceChecked: 1 })
    expect((await engine.workbook.read()).rows.evidence).toHaveLength(1)
  })
})

function setSeen(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  return page.evaluate(state => {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)
}
