import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { editXlsx } from '../../helpers/edit-xlsx.ts'
import { freshFolder } from '../../helpers/engine.ts'
import { tabTo } from '../helpers/keyboard.ts'
import { actionsPage } from '../pages/actions-page.ts'
import type { TestFile } from '../pages/evidence-page.ts'
import { reviewPage } from '../pages/review-page.ts'
import { startPage } from '../pages/start-page.ts'
import { workbookPage } from '../pages/workbook-page.ts'
import { expectNoAxeViolations } from './axe.ts'
import { type AppOptions, startApp } from './fixtures.ts'

/** Three actions of two owners leave; then one status is changed here as well. */
async function sentOut() {
  const folder = freshFolder()
  const prepare: AppOptions['prepare'] = async (page, _, shell) => {
    const { rows, framework } = await page.workbook.read()
    const areaId = rows.areas[0]!.id
    const principleId = framework.principles[2]!.id
    const plan = [
      ['Agree a costed plan', 'Sunita Rao'],
      ['Move roles to longer contracts', 'Sunita Rao'],
      ['Agree information sharing', 'Daniel Okafor'],
    ] as const
    await page.action.addMany({
      actions: plan.map(([title, owner]) => ({
        areaId,
        principleId,
        title,
        set: { owner, dueOn: '2027-01-31', statusId: 'at-risk' },
      })),
    })
    const options = { replyBy: '', replyTo: '' }
    await shell.export.make({ to: join(folder, 'out'), request: { kind: 'owners', options } })
    const [first] = (await page.workbook.read()).rows.actions
    await page.action.set({ id: first!.id, set: { statusId: 'off-track' } })
  }
  const path = (owner: string) => {
    const out = join(folder, 'out')
    return join(out, readdirSync(out).find(name => name.includes(owner))!)
  }
  return { folder, prepare, path }
}

type Cell = { row: string; header: string; value: string | Date }

/** The file as its owner would send it back. */
async function filledIn(
  from: string,
  folder: string,
  name: string,
  cells: readonly Cell[],
): Promise<TestFile> {
  mkdirSync(folder, { recursive: true })
  let path = from
  for (const [index, cell] of cells.entries()) {
    const to = join(folder, `${index} ${name}`)
    await editXlsx(path, to, cell)
    path = to
  }
  return { name, mimeType: '', buffer: readFileSync(path) }
}

async function startReview(more: Partial<AppOptions> = {}) {
  const out = await sentOut()
  const app = await startApp({ prepare: out.prepare, ...more })
  const review = reviewPage(app.page)
  await review.open()
  const sunita = await filledIn(out.path('Sunita'), out.folder, 'Sunita v2 FINAL.xlsx', [
    { row: 'A-01', header: 'Status (BRAG)', value: 'green' },
    { row: 'A-01', header: 'Due date', value: '1/2/2027' },
    { row: 'A-02', header: 'Due date', value: 'soon' },
    { row: 'A-02', header: 'Status (BRAG)', value: 'On track' },
  ])
  const daniel: TestFile = { name: 'Daniel.xlsx', mimeType: '', buffer: readFileSync(out.path('Daniel')) }
  return { ...app, review, sunita, daniel, keys: app.page.keyboard }
}

const cannot: TestFile = { name: 'Letter.docx', mimeType: '', buffer: Buffer.from('not a spreadsheet') }

/** Presses a key until the row with the focus begins like this. */
async function moveTo(app: Awaited<ReturnType<typeof startReview>>, name: string): Promise<void> {
  await app.keys.press('Home')
  for (let press = 0; press < 20; press++) {
    if ((await app.review.focused()).startsWith(name)) return
    await app.keys.press('ArrowDown')
  }
  throw new Error(`No row is called ${name}`)
}

describe('nothing read yet', () => {
  it('RS19: the page says what it is for and what is still out; waiting can be stopped', async () => {
    const { page, review, complaints } = await startReview()
    expect(await review.heading.textContent()).toBe('2 files are still out')
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Choose files' }).waitFor()
    await page.getByText('Another copy of this workbook (.ninefold)').waitFor()
    await page.getByRole('button', { name: /^Stop waiting for Daniel Okafor/ }).press('Enter')
    await page.getByRole('heading', { level: 1, name: '1 file is still out' }).waitFor()
    await workbookPage(page).undo()
    await page.getByRole('heading', { level: 1, name: '2 files are still out' }).waitFor()
    expect(complaints).toEqual([])
  })
})

describe('a review', () => {
  it('RS20 RS23 RS25 RS18: dropped, decided by keyboard alone, applied in one step, undone in one', {
    timeout: 120_000,
  }, async () => {
    const app = await startReview()
    const { page, review, keys } = app
    await review.drop([app.sunita, app.daniel, cannot])
    await page
      .getByRole('heading', { level: 1, name: '4 cells came back changed, 1 needs you to choose' })
      .waitFor()
    await page.getByText('Letter.docx').first().waitFor()
    await page.getByText('Not read', { exact: true }).waitFor()
    await expectNoAxeViolations(page)

    await tabTo(page, /^A-01 Status/)
    expect(await review.focused()).toMatch(
      /^A-01 Status \(BRAG\), Agree a costed plan\. Changed on both sides\./,
    )
    const green = await review
      .row(/^A-01 Status/)
      .getByRole('radio')
      .evaluateAll(radios =>
        radios.findIndex(radio => radio.closest('label')!.textContent!.includes('Green')),
      )
    await keys.press(String(green + 1))
    expect(await review.said()).toBe(`Chosen ${green + 1}, 1 of 4 decided.`)

    await moveTo(app, 'A-01 Due date')
    await keys.press('a')
    expect(await review.said()).toBe('Accepted, 2 of 4 decided.')
    expect(await review.focused()).toMatch(/Returned( by Sunita Rao)?: 1 February 2027.*Accepted$/)

    await moveTo(app, 'A-02 Due date')
    await keys.press('a')
    expect(await review.said()).toBe('It cannot be read, so it can only be refused.')
    await keys.press('r')
    await expect
      .poll(() =>
        review
          .row(/^A-02 Due date/)
          .locator('s')
          .textContent(),
      )
      .toBe('soon')
    await expectNoAxeViolations(page)

    await tabTo(page, 'Apply these changes')
    await review.apply.getByText('Change 2 cells in 1 action, from 1 file.').waitFor()
    await keys.press('Enter')
    await page.getByText('Changed 2 cells').waitFor()
    await page.getByRole('heading', { level: 1, name: '1 cell came back changed' }).waitFor()
    await review.row(/^A-02 Status/).waitFor()

    await keys.press('Control+z')
    await page
      .getByRole('heading', { level: 1, name: '4 cells came back changed, 1 needs you to choose' })
      .waitFor()
    await review.apply.getByText('Change 2 cells in 1 action, from 1 file.').waitFor()
    const actions = actionsPage(page)
    await actions.open()
    expect(await actions.cell('A-01', 'status').textContent()).toContain('Red: off track')
    expect(await actions.cell('A-01', 'due').textContent()).toBe('31 Jan 2027')

    // As it was left, and applied after all.
    await review.open()
    await review.apply.getByRole('button', { name: 'Accept the rest' }).press('Enter')
    await review.apply.getByRole('button', { name: 'Apply these changes' }).press('Enter')
    await page.getByText('Changed 3 cells').waitFor()
    await actions.open()
    await expect.poll(() => actions.cell('A-01', 'status').textContent()).toContain('Green: on track')
    expect(await actions.cell('A-01', 'due').textContent()).toBe('1 Feb 2027')
    expect(await actions.cell('A-02', 'status').textContent()).toContain('Green: on track')
    expect(app.complaints).toEqual([])
  })

  it('RS21: single letters do nothing when they are turned off, nor outside the list', {
    timeout: 120_000,
  }, async () => {
    const app = await startReview()
    const { page, review, keys } = app
    await review.drop([app.sunita])
    await expect.poll(review.focused).toMatch(/^A-01 Status/)
    await page.locator('h1').click()
    await keys.press('a')
    await keys.press('ArrowDown')
    expect(await review.focused()).toMatch(/^A-01 Status.*Choose one$/)
    await moveTo(app, 'A-01 Due date')
    await tabTo(page, 'Accept the rest')
    await keys.press('a')
    await review.apply.getByText('Nothing yet').first().waitFor()
    await page.evaluate(() => localStorage.setItem('ninefold.preferences', '{"singleKeys":false}'))
    await page.reload()
    await review.open()
    await tabTo(page, /^A-01 Status/)
    await moveTo(app, 'A-01 Due date')
    await keys.press('a')
    expect(await review.focused()).toMatch(/Not decided$/)
    await tabTo(page, 'Accept A-01 Due date')
    await keys.press('Enter')
    await review.apply.getByText('Change 1 cell in 1 action, from 1 file.').waitFor()
    await keys.press('Escape')
    expect(await review.focused()).toMatch(/^A-01 Due date.*Accepted$/)
  })

  it('RS13 RS11: what changes here meanwhile is seen, and a decision on it is taken back and named', {
    timeout: 120_000,
  }, async () => {
    const app = await startReview()
    const { page, review } = app
    await review.drop([app.sunita])
    await review
      .row(/^A-02 Status/)
      .getByRole('button', { name: /^Accept/ })
      .click()
    await review.apply.getByText('Change 1 cell').waitFor()
    const tab = await app.openTab()
    await startPage(tab).open('Northmoor and Vale')
    const elsewhere = actionsPage(tab)
    await elsewhere.open()
    await elsewhere.cell('A-02', 'status').click()
    await tab.keyboard.press('Enter')
    await tab.keyboard.type('red')
    await tab.keyboard.press('Enter')
    await page
      .getByRole('alert')
      .getByText(/^Your decision on A-02 Status \(BRAG\) was taken back/)
      .waitFor()
    await page
      .getByRole('heading', { level: 1, name: '4 cells came back changed, 2 need you to choose' })
      .waitFor()
    await expectNoAxeViolations(page)
  })

  it('RS22 RS8: a file narrows the list, is put aside, and one that came back unchanged is noted', {
    timeout: 120_000,
  }, async () => {
    const app = await startReview()
    const { page, review } = app
    await review.drop([app.sunita, app.daniel])
    const menu = (name: string) => page.getByRole('button', { name: `What to do with ${name}` })
    await page.getByRole('button', { name: /Sunita v2 FINAL\.xlsx.*4 cells changed/ }).press('Enter')
    await page.getByText('Only what came back in Sunita v2 FINAL.xlsx.').waitFor()
    await page.getByRole('button', { name: 'Show all files' }).press('Enter')
    await menu('Sunita v2 FINAL.xlsx').press('Enter')
    await page.getByRole('menuitem', { name: 'Put this file aside' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Nothing came back changed' }).waitFor()
    await review.apply.getByText('Note that 1 file came back unchanged.').waitFor()
    await expectNoAxeViolations(page)
    await review.apply.getByRole('button', { name: 'Note this' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: '1 file is still out' }).waitFor()
    expect(app.complaints).toEqual([])
  })

  it('RS24: at 200 % zoom and 1024 pixels nothing is cut off, Apply is at hand, and axe finds nothing', {
    timeout: 120_000,
  }, async () => {
    const app = await startReview({ viewport: { width: 683, height: 384 } })
    const { page, review } = app
    await review.drop([app.sunita, app.daniel, cannot])
    await review.grid.waitFor()
    const overflow = () =>
      page.evaluate(() =>
        [document.documentElement, document.querySelector('main')!].map(
          one => one.scrollWidth - one.clientWidth,
        ),
      )
    expect(await overflow()).toEqual([0, 0])
    // One file came back unchanged, and nothing is decided yet: so far Apply would note that.
    const button = page.getByRole('button', { name: 'Note this' })
    const isAtHand = async () => {
      const box = (await button.boundingBox())!
      return box.y + box.height <= page.viewportSize()!.height
    }
    expect(await isAtHand()).toBe(true)
    await expectNoAxeViolations(page)
    await page.setViewportSize({ width: 1024, height: 768 })
    expect(await overflow()).toEqual([0, 0])
    expect(await isAtHand()).toBe(true)
    await expectNoAxeViolations(page)
  })
})

describe('a review that is cut off', () => {
  it('RS26: when the engine goes away with the files it had read, the page asks for them again', async () => {
    const app = await startReview()
    const { page, review } = app
    await review.drop([app.sunita])
    await review.row(/^A-02 Status/).waitFor()
    app.kill()
    await page.getByRole('alert').getByText('please add the files again').waitFor({ timeout: 20_000 })
    await page.getByRole('heading', { level: 1, name: '2 files are still out' }).waitFor()
    await review.drop([app.sunita])
    await review.row(/^A-02 Status/).waitFor()
  })
})

describe('a long review', () => {
  it('RS16: of two thousand cells those in sight are drawn, and the focus goes from end to end', {
    timeout: 120_000,
  }, async () => {
    const folder = freshFolder()
    const app = await startApp({
      prepare: async (page, _, shell) => {
        const { rows, framework } = await page.workbook.read()
        const at = { areaId: rows.areas[0]!.id, principleId: framework.principles[0]!.id }
        const actions = Array.from({ length: 500 }, (_, index) => ({
          ...at,
          title: `Action ${index + 1}`,
          set: { owner: 'Sunita Rao', dueOn: '2027-01-31', statusId: 'at-risk', baseline: 'As it was' },
        }))
        await page.action.addMany({ actions })
        const options = { hasRatings: false, readers: 'others' as const, forWhom: '' }
        await shell.export.make({ to: join(folder, 'Plan.xlsx'), request: { kind: 'plan', options } })
      },
    })
    const { page } = app
    const review = reviewPage(page)
    await review.open()
    await review.drop([await changedThroughout(join(folder, 'Plan.xlsx'))])
    await page
      .getByRole('heading', { level: 1, name: '2,000 cells came back changed' })
      .waitFor({ timeout: 30_000 })
    const drawn = () => page.locator('.review-list [data-row]').count()
    expect(await drawn()).toBeLessThan(40)
    await tabTo(page, /^A-01/)
    await page.keyboard.press('End')
    await expect.poll(review.focused).toMatch(/^A-500 /)
    const last = page.locator('.review-list [data-row]:focus')
    await expect
      .poll(async () => {
        const box = (await last.boundingBox())!
        return box.y > 48 && box.y + box.height < 768
      })
      .toBe(true)
    expect(await drawn()).toBeLessThan(40)
    await page.mouse.move(700, 400)
    await page.mouse.wheel(0, -60_000)
    // Out of sight, and still the one with the focus.
    expect(await review.focused()).toMatch(/^A-500 /)
    await page.keyboard.press('PageUp')
    await page.keyboard.press('Home')
    await expect.poll(review.focused).toMatch(/^A-01 /)
    await review.apply.getByRole('button', { name: 'Accept the rest' }).press('Enter')
    await review.apply.getByText('Change 2,000 cells in 500 actions, from 1 file.').waitFor()
    expect(app.complaints).toEqual([])
  })
})

/** Four cells of each row changed. */
async function changedThroughout(path: string): Promise<TestFile> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  const changes: Readonly<Record<string, string>> = {
    'Status (BRAG)': 'Green: on track',
    'Due date': '1 March 2027',
    Owner: 'Daniel Okafor',
    Baseline: 'Counted again, and more than was thought',
  }
  for (const sheet of book.worksheets) {
    const columns = new Map<number, string>()
    sheet.eachRow(row => {
      if (columns.size < 4)
        row.eachCell((cell, column) => changes[cell.text] && columns.set(column, changes[cell.text]!))
      else if (/^A-\d+$/.test(row.getCell(1).text))
        for (const [column, value] of columns) row.getCell(column).value = value
    })
  }
  return { name: 'Plan back.xlsx', mimeType: '', buffer: Buffer.from(await book.xlsx.writeBuffer()) }
}
