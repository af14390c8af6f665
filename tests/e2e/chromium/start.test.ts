import { describe, expect, it } from 'vitest'
import { startPage } from '../pages/start-page.ts'
import { expectNoAxeViolations } from './axe.ts'
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
    await startPage(page).create('Northmoor and Vale', ['Alderbrook'])
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
})
