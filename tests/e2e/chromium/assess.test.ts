import { describe, expect, it } from 'vitest'
import { pngFile, textFile } from '../helpers/files.ts'
import { dropOn, evidencePage, pasteText } from '../pages/evidence-page.ts'
import { principlePage } from '../pages/principle-page.ts'
import { expectNoAxeViolations } from './axe.ts'
import { startApp } from './fixtures.ts'

const TABS = ['Prompts', 'Evidence', 'Actions', 'Examples', 'History'] as const

describe('rating a principle', () => {
  it('AS27: the keys 0 to 4 rate; arrows only move, and Space chooses', async () => {
    const { page, complaints } = await startApp()
    const principle = principlePage(page)
    await principle.go('parity-of-esteem')
    expect(await principle.chosen()).toBe('')
    await page.keyboard.press('2')
    await page.getByRole('radio', { name: '2 Developing', checked: true }).waitFor()

    await principle.level(2).focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-level'))).toBe('3')
    expect(await principle.chosen()).toBe('2')
    await page.keyboard.press('Space')
    await page.getByRole('radio', { name: '3 Established', checked: true }).waitFor()
    await page.keyboard.press('0')
    await page.getByRole('radio', { name: '0 Not started', checked: true }).waitFor()
    expect(complaints).toEqual([])
  })

  it('AS4: the tie-break question sets the level and stays', async () => {
    const { page } = await startApp()
    const principle = principlePage(page)
    await principle.go('parity-of-esteem')
    await page.keyboard.press('2')
    await page.getByText('Yes, 3', { exact: true }).click()
    await page.getByRole('radio', { name: '3 Established', checked: true }).waitFor()
    await page.getByText('No, 2', { exact: true }).click()
    await page.getByRole('radio', { name: '2 Developing', checked: true }).waitFor()
  })

  it('AS28: a reason is kept when the page is left in the middle of typing; confidence and target too', async () => {
    const { page, complaints } = await startApp()
    const principle = principlePage(page)
    await principle.go('parity-of-esteem')
    await page.keyboard.press('1')
    await page.getByText('Medium', { exact: true }).click()
    await page.getByLabel('Target', { exact: true }).selectOption('3')
    await page.getByLabel('By', { exact: true }).fill('30/9/27')
    await principle.reason().fill('Signed in June. مرحبا 😀 =SUM(A1)')
    await page.keyboard.press('Alt+PageDown')
    await page.getByRole('heading', { level: 1, name: /^2/ }).waitFor()
    await page.keyboard.press('Alt+PageUp')
    await page.getByRole('heading', { level: 1, name: /^1/ }).waitFor()
    await expect.poll(() => principle.reason().inputValue()).toBe('Signed in June. مرحبا 😀 =SUM(A1)')
    expect(await page.getByLabel('By', { exact: true }).inputValue()).toBe('30 September 2027')
    expect(await page.getByRole('radio', { name: /^Medium/ }).isChecked()).toBe(true)
    expect(await principle.level(3).textContent()).toContain('Target')
    expect(complaints).toEqual([])
  })

  it('AS29: not applicable asks why first, and can be taken back', async () => {
    const { page } = await startApp()
    const principle = principlePage(page)
    await principle.go('parity-of-esteem')
    await page.getByRole('button', { name: 'This does not apply here' }).click()
    await page.getByRole('button', { name: 'Set as not applicable' }).click()
    await page.getByText('Say why it does not apply first.').waitFor()
    await page.getByLabel(/^Why it does not apply/).fill('Another system answers for it.')
    await page.getByRole('button', { name: 'Set as not applicable' }).click()
    await page.getByText('You said this does not apply to the whole system.').waitFor()
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'It does apply after all' }).press('Enter')
    await page.getByText('You have not discussed this yet.').waitFor()
    // The button is gone; the focus is on the page, whose keys go on working.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.keyboard.press('2')
    await page.getByRole('button', { name: 'Set back to not discussed' }).press('Enter')
    await page.getByText('You have not discussed this yet.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  })

  it('AS30: a starter action is added by one click and then stands in the plan', async () => {
    const { page } = await startApp()
    const principle = principlePage(page)
    await principle.go('beyond-the-nhs')
    await page.keyboard.press('2')
    await principle.tab('Actions')
    const add = principle.panel.getByRole('button', { name: /^Add to the plan: Move wellbeing/ })
    await add.click()
    await principle.panel.getByText('In the plan, A-01').waitFor()
    await page.getByRole('tab', { name: 'Actions 1' }).waitFor()
    await principle.panel.getByRole('button', { name: 'Write your own' }).click()
    await page.getByLabel('What will be done').fill('Meet the housing lead')
    await page.keyboard.press('Enter')
    await page.getByRole('tab', { name: 'Actions 2' }).waitFor()
  })

  it('AS22: files dropped, pasted links and pasted text are evidence for this principle and area', async () => {
    const { page, complaints } = await startApp()
    const principle = principlePage(page)
    await principle.go('beyond-the-nhs')
    await dropOn(page, '.principle', [pngFile(), textFile('Notes.txt', 'What people said')])
    await principle.panel.getByRole('link', { name: 'Waiting times' }).waitFor()
    await principle.panel.getByRole('link', { name: 'Notes' }).waitFor()
    await principle.panel.getByText('No patient-identifiable data').waitFor()
    await page.locator('main').focus()
    await pasteText(page, 'https://example.org/board-paper')
    await page.getByRole('tab', { name: 'Evidence 3' }).waitFor()
    await page.locator('main').focus()
    await pasteText(page, 'The council said they would come.\nThey came twice.')
    await page.getByLabel('Title of the note').waitFor()
    expect(await page.getByLabel('Title of the note').inputValue()).toBe('The council said they would come.')
    await page.getByRole('button', { name: 'Add the note' }).click()
    await page.getByRole('tab', { name: 'Evidence 4' }).waitFor()
    await evidencePage(page).go()
    await page.getByRole('heading', { level: 1, name: /^4 items\./ }).waitFor()
    expect(complaints).toEqual([])
  })

  for (const viewport of [
    { width: 1366, height: 768 },
    { width: 683, height: 384 },
  ])
    it(`AS35: axe finds nothing on any tab at ${viewport.width} pixels`, async () => {
      const { page } = await startApp()
      await page.setViewportSize(viewport)
      const principle = principlePage(page)
      await principle.go('beyond-the-nhs')
      await expectNoAxeViolations(page)
      await page.keyboard.press('2')
      await page.getByRole('button', { name: /^Read on/ }).click()
      for (const tab of TABS) {
        await principle.tab(tab)
        await expectNoAxeViolations(page)
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
    }, 180_000)
})
