import { describe, expect, it } from 'vitest'
import { createWorkbookFile } from '../../../electron/engine/create.ts'
import { realDeps } from '../../../electron/engine/deps.ts'
import { DETAILS } from '../../helpers/engine.ts'
import { principlePage } from '../pages/principle-page.ts'
import { startPage } from '../pages/start-page.ts'
import { workbookPage } from '../pages/workbook-page.ts'
import { expectNoAxeViolations } from './axe.ts'
import { cutInHalf, flipBytes, holdOpen, makeFromTheFuture } from './failures.ts'
import { startApp } from './fixtures.ts'

describe('in the browser', () => {
  it('HO10: the key leaves the address at once', async () => {
    const { page } = await startApp({ workbook: false })
    await page.getByText('New workbook').first().waitFor()
    expect(page.url()).toMatch(/#\/$/)
    await expectNoAxeViolations(page)
  })

  it('J1: a new workbook is made, shown and there again after a reload', async () => {
    const { page, complaints } = await startApp({ workbook: false })
    await startPage(page).create('Northmoor and Vale')
    await page.getByText('Northmoor and Vale').first().waitFor()
    await page.reload()
    await page.getByText('Northmoor and Vale').first().waitFor()
    expect(complaints).toEqual([])
  })

  it('J1: a workbook of the folder is opened from the list', async () => {
    const { page, complaints } = await startApp()
    await page.getByText('Northmoor and Vale').first().waitFor()
    expect(complaints).toEqual([])
  })

  it('HO14: a page opened without its key says which link to open', async () => {
    const { context, url } = await startApp({ workbook: false })
    const page = await context.newPage()
    await page.goto(url.replace(/#.*/, ''))
    await page.getByText('Open the link that Ninefold printed').waitFor()
  })

  it('HO15: a workbook that is open elsewhere can be read, and says who has it', async () => {
    const { page } = await startApp({ workbook: false, setUp: (_, path) => makeAndHold(path) })
    await startPage(page).press('Northmoor')
    await page.getByRole('alert').getByText(/open/).first().waitFor()
    await page.getByRole('button', { name: 'Open it to read' }).click()
    await workbookPage(page).isShown()
    await principlePage(page).go()
    await page.keyboard.press('2')
    await page.reload()
    await page.getByRole('radiogroup', { name: 'Level now' }).waitFor()
    expect(await page.getByRole('radio', { checked: true, name: 'Developing' }).count()).toBe(0)
  })

  it.each([
    ['cut in half', cutInHalf, /damaged|not a Ninefold workbook/],
    ['with flipped bytes', flipBytes, /damaged|changed by another program/],
    ['from a newer version', makeFromTheFuture, /newer Ninefold/],
  ] as const)('HO16: a workbook %s is refused in a sentence', async (_, harm, sentence) => {
    const { page } = await startApp({ workbook: false, setUp: (_folder, path) => makeAnd(path, harm) })
    await startPage(page).press('Northmoor')
    await page.getByText(sentence).first().waitFor()
    await expectNoAxeViolations(page)
  })
})

async function makeAnd(path: string, harm: (path: string) => unknown): Promise<void> {
  createWorkbookFile(path, DETAILS, 'Test Person', realDeps)
  await harm(path)
}

function makeAndHold(path: string): Promise<void> {
  return makeAnd(path, holdOpen)
}
