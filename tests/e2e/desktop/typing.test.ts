import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DesktopApp, freshFolder, startDesktop } from '../helpers/desktop-app.ts'
import { closeDisplay } from '../helpers/display.ts'
import { enginesOf } from '../helpers/engines.ts'
import { chooseMenu } from '../helpers/menu.ts'
import { createWorkbook } from '../helpers/workbook-pages.ts'
import { actionsPage } from '../pages/actions-page.ts'
import { evidencePage } from '../pages/evidence-page.ts'
import { principlePage } from '../pages/principle-page.ts'
import { workbookPage } from '../pages/workbook-page.ts'

const folder = freshFolder()
const file = join(folder, 'Typing.ninefold')
let desktop: DesktopApp
beforeAll(async () => {
  desktop = await startDesktop({ folder })
  await desktop.answerDialogs({ saveTo: file })
  await createWorkbook(desktop.page, 'Dorset')
})
afterAll(async () => {
  await desktop?.close()
  closeDisplay()
})

it('DT16: Copy and Paste, by key and in the menu bar, are the grid’s while a cell has the focus', async () => {
  const { page } = desktop
  const actions = actionsPage(page)
  const principle = principlePage(page)
  const keys = page.keyboard
  await principle.go()
  await keys.press('1')
  await page.getByRole('combobox', { name: 'Target' }).selectOption('2 Developing')
  await principle.tab('Actions')
  for (const ref of ['A-01', 'A-02']) {
    await page
      .getByRole('button', { name: /^Add to the plan/ })
      .first()
      .click()
    await page.getByText(ref).first().waitFor()
  }
  await actions.open()
  await actions.cell('A-01', 'owner').click()
  await keys.type('Asha')
  await keys.press('Enter')
  await expect.poll(() => actions.cell('A-01', 'owner').textContent()).toBe('Asha')

  await actions.cell('A-01', 'owner').click()
  await keys.press('Control+c')
  await expect.poll(clipboard).toBe('Asha')
  await actions.cell('A-02', 'owner').click()
  await keys.press('Control+v')
  await expect.poll(() => actions.cell('A-02', 'owner').textContent()).toBe('Asha')

  await actions.cell('A-02', 'action').click()
  await chooseMenu(desktop, 'copy')
  const second = `${await actions.cell('A-02', 'action').textContent()}`
  await expect.poll(clipboard).toBe(second)
  await actions.cell('A-01', 'action').click()
  await chooseMenu(desktop, 'paste')
  await expect.poll(() => actions.cell('A-01', 'action').textContent()).toBe(second)
})

it('AS22: a link pasted on the page of evidence is kept as a link', async () => {
  await evidencePage(desktop.page).go()
  await desktop.app.evaluate(({ clipboard }) => clipboard.writeText('https://example.org/minutes'))
  await chooseMenu(desktop, 'paste')
  await desktop.page.getByText('example.org/minutes').first().waitFor()
})

it('DT17: Undo in the menu bar takes back letters first, then what was saved, and names what it took back', async () => {
  const principle = principlePage(desktop.page)
  await principle.go()
  await desktop.page.keyboard.press('2')
  await principle.stands(2)
  await principle.reason().fill('Agreed.')
  await workbookPage(desktop.page).saved()
  await expect.poll(() => principle.reason().getAttribute('data-unsaved')).toBe(null)
  await principle.reason().press('End')
  await desktop.page.keyboard.type('X')
  await chooseMenu(desktop, 'edit.undo')
  await expect.poll(() => principle.reason().inputValue()).toBe('Agreed.')
  await expect.poll(() => principle.reason().getAttribute('data-unsaved')).toBe(null)
  await principle.reason().blur()
  await chooseMenu(desktop, 'edit.undo')
  await desktop.page.getByText(/^Undone: .*reason/).waitFor()
  await expect.poll(() => principle.reason().inputValue()).toBe('')
})

it('DT15: a window closed while the engine is dead and words are unsaved loses none of them', async () => {
  const { app, page } = desktop
  await principlePage(page).reason().click()
  process.kill(enginesOf(desktop)[0]!, 'SIGKILL')
  await page.keyboard.type('Typed last.')
  const isGone = new Promise<void>(resolve => app.once('close', () => resolve()))
  await app.evaluate(({ BrowserWindow }) => {
    setTimeout(() => BrowserWindow.getAllWindows()[0]!.close())
  })
  await isGone
  desktop = await startDesktop({ folder, args: [file] })
  const principle = principlePage(desktop.page)
  await workbookPage(desktop.page).isShown()
  await principle.go()
  expect(await principle.reason().inputValue()).toBe('Typed last.')
})

function clipboard(): Promise<string> {
  return desktop.app.evaluate(electron => electron.clipboard.readText())
}
