import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { exportPage } from '../pages/export-page.ts'
import { workbookPage } from '../pages/workbook-page.ts'
import { expectNoAxeViolations } from './axe.ts'
import { type AppOptions, startApp } from './fixtures.ts'

/** One principle rated, one action late under green, one item kept here. */
const little: AppOptions['prepare'] = async page => {
  const { rows, framework } = await page.workbook.read()
  const areaId = rows.areas[0]!.id
  const principleId = framework.principles[0]!.id
  await page.rating.set({
    roundId: rows.rounds[0]!.id,
    areaId,
    principleId,
    set: { level: 2, targetLevel: 3, reason: 'Because.' },
  })
  await page.action.add({
    areaId,
    principleId,
    title: 'Agree a costed plan',
    set: { owner: 'Helen Marsh', dueOn: '2026-01-31', statusId: 'on-track' },
  })
  const targets = { areaIds: [areaId], principleIds: [principleId], actionIds: [] }
  const { id } = await page.evidence.addNote({ title: 'Staff survey', note: 'Raw answers.', targets })
  await page.evidence.set({ id: id as never, set: { handling: 'keep' } })
}

async function openExport(options: AppOptions = {}) {
  const app = await startApp({ prepare: little, ...options })
  const exports = exportPage(app.page)
  await exports.open()
  return { ...app, exports }
}

describe('the ways out', () => {
  it('WO9: say what they hold and leave out with real counts, and axe finds nothing', async () => {
    const { page, complaints } = await openExport()
    await page.getByText('1 item marked keep here.').waitFor()
    await page.getByText('2, 3, 4, 5, 6, 7, 8 and 9 appear as “not discussed”, never as 0.').waitFor()
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Look at it first' }).click()
    await expectNoAxeViolations(page)
    expect(complaints).toEqual([])
  })

  it('WO10: the board workbook is a real spreadsheet with what was typed, made by keyboard alone', async () => {
    const { page, exports, folder } = await openExport()
    await page.getByRole('button', { name: /^Start from what worries us/ }).press('Enter')
    await page.getByLabel('For which meeting').fill('Partnership board, 8 December 2026')
    const { name, bytes } = await exports.download('Make board workbook')
    expect(name).toMatch(/^Northmoor and Vale - mental health action plan - .*\.xlsx$/)
    const path = join(folder, 'board.xlsx')
    await writeFile(path, bytes)
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(path)
    expect(book.worksheets.filter(sheet => sheet.state === 'visible').map(sheet => sheet.name)).toEqual([
      'Summary',
      'Exceptions',
      'Action plan',
      'Ratings',
      'Votes',
      'Rounds',
      'Evidence',
      'Measures',
      'Changes',
      'Key',
    ])
    const words = JSON.stringify(book.getWorksheet('Summary')!.getSheetValues())
    expect(words).toContain('Partnership board, 8 December 2026')
    expect(words).toContain('Agree a new date for “Agree a costed plan” (A-01)')
    expect(JSON.stringify(book.getWorksheet('Evidence')!.getSheetValues())).not.toContain('Staff survey')
    await page
      .getByText(/^Saved \d\d:\d\d$/)
      .last()
      .waitFor()
    await page.getByText(name, { exact: false }).first().waitFor()
  })

  it('WO11: the last options stay while the window is open', async () => {
    const { page, exports } = await openExport()
    await page.getByLabel('Plan').selectOption('full')
    await page.getByText('Discussion', { exact: true }).click()
    await page.getByLabel('Prepared by').fill('Anna Whitcombe')
    await workbookPage(page).go('actions')
    await page.locator('.actions').waitFor()
    await exports.open()
    expect(await page.getByLabel('Plan').inputValue()).toBe('full')
    expect(await page.getByLabel('Prepared by').inputValue()).toBe('Anna Whitcombe')
    expect(await page.getByRole('radio', { name: 'Discussion' }).isChecked()).toBe(true)
  })

  it('WO12: on paper there is only the summary, two A4 pages', async () => {
    const { page } = await openExport()
    await page.getByRole('button', { name: /^Start from what worries us/ }).press('Enter')
    await page.getByRole('heading', { name: 'Six ways to send it out' }).waitFor()
    const pdf = await page.pdf({ preferCSSPageSize: true })
    const text = pdf.toString('latin1')
    expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(text)!
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842])
    const look = page.getByRole('button', { name: 'Look at it first' })
    await look.click()
    const sheet = page.getByRole('article', { name: 'Summary, page 1 of 2' })
    await expect.poll(async () => (await sheet.boundingBox())?.y).toBeLessThan(500)
    expect((await page.getByRole('button', { name: 'Put it away' }).boundingBox())!.y).toBeGreaterThan(48)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
    expect(await page.getByRole('article', { name: 'Summary, page 1 of 2' }).isVisible()).toBe(true)
  })

  it('WO13: a copy of the workbook is the whole workbook', async () => {
    const { exports } = await openExport()
    const { name, bytes } = await exports.download('Save a copy')
    expect(name).toMatch(/\.ninefold$/)
    expect(bytes.subarray(0, 15).toString()).toBe('SQLite format 3')
  })
})
