import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openPromise } from 'yauzl'
import { plainOf } from '../../../renderer/screens/guide/tokens.ts'
import { theGuide } from '../../guide/guide.ts'
import { editXlsx } from '../../helpers/edit-xlsx.ts'
import { workbookPage } from '../pages/workbook-page.ts'
import { type Act, field, press } from './walk.ts'

type Acts = Readonly<Record<string, readonly Act[]>>

/** Owners send back cells, a conflict and a new row. Files are written to the folder given. */
export function returnedFiles(folder: string): Acts {
  const files: Record<string, string> = {}
  const of = (owner: string) => files[Object.keys(files).find(name => name.includes(owner))!]!
  const mail = (name: string) => join(folder, `${name}, sent back.xlsx`)
  const panel = (page: Page) => page.getByRole('region', { name: 'What Apply will do' })
  return {
    'send-owners-their-actions': [
      press,
      async (page, { bold }) => {
        await field(page, bold[0]!).fill('Friday 4 December')
        await field(page, bold[1]!).fill('Sam Okoro, sam.okoro@example.org')
      },
      async page => {
        const downloading = page.waitForEvent('download')
        await button(page, 'Make 19 files').click()
        await (await downloading).saveAs(join(folder, 'all.zip'))
        Object.assign(files, await unpacked(join(folder, 'all.zip'), folder))
      },
      async (_, { typed }) => expect(Object.keys(files)).toContain(typed[0]),
      async page => {
        const [ruth, priya, again] = [mail('Ruth'), mail('Priya'), mail('Priya, again')]
        const [first, second] = [join(folder, 'one.xlsx'), join(folder, 'two.xlsx')]
        await editXlsx(of('Ruth Bell'), first, { row: 'A-05', header: 'Due date', value: '31 March 2027' })
        await editXlsx(first, second, { row: 'A-05', header: 'Latest progress', value: 'Two are named.' })
        await addRow(second, ruth, 'Meet the carers group')
        await editXlsx(of('Priya Nair'), first, { row: 'A-03', header: 'Due date', value: '30 April 2027' })
        await editXlsx(first, second, { row: 'A-40', header: 'Status (BRAG)', value: 'Red: off track' })
        await editXlsx(second, priya, { row: 'A-03', header: 'Latest progress', value: 'We met.' })
        await editXlsx(of('Priya Nair'), again, {
          row: 'A-03',
          header: 'Latest progress',
          value: 'We met twice.',
        })
        await workbookPage(page).go('actions/sample-action-3')
        await field(page, 'Due').first().fill('28 February 2027')
        await page.keyboard.press('Tab')
        await page.getByText('28 Feb 2027').waitFor()
      },
    ],
    'read-what-came-back': [
      async () => {},
      async (page, { bold, keys }) => {
        await rail(page, bold[0]!)
        await button(page, bold[1]!).click()
        await page.getByRole('heading', { name: '19 files are still out' }).waitFor()
        await rail(page, bold[0]!)
        await page.getByRole('heading', { name: 'Six ways to send it out' }).waitFor()
        await page.keyboard.press(keys[0]!.replace('Ctrl', 'Control'))
        await page.getByRole('heading', { name: '19 files are still out' }).waitFor()
        return bold
      },
      async (page, { bold }) => {
        const choosing = page.waitForEvent('filechooser')
        await button(page, bold[0]!).click()
        await (await choosing).setFiles(['Ruth', 'Priya', 'Priya, again'].map(mail))
        await page.getByText('5 cells came back changed, 2 need you to choose').waitFor()
        return bold
      },
      async (page, { bold, keys }) => {
        const press = async (key: string) => page.keyboard.press(key === 'Down' ? 'ArrowDown' : key)
        const [accept, refuse, down] = keys
        for (const key of [down!, down!, refuse!, down!, accept!]) await press(key)
        await panel(page).getByText('Change 1 cell').waitFor()
        await page.getByRole('button', { name: `${bold[2]} A-05 Due date` }).click()
        await panel(page).getByText('Change 2 cells').waitFor()
      },
      async (page, { bold }) => {
        await page.getByRole('button', { name: /^What to do with .*Ruth/ }).click()
        await page.getByRole('menuitem', { name: bold[0]! }).click()
        await button(page, bold[1]!).click()
        return [bold[0]]
      },
      async (page, { bold }) => {
        const title = await page.locator('h1').textContent()
        await button(page, bold[1]!).click()
        await page.getByRole('button', { name: bold[2]!, exact: true }).waitFor()
        // The sentence after the steps: all of it comes back in one step, and the review with it.
        await page.keyboard.press('Control+z')
        await page.getByRole('heading', { name: title! }).waitFor()
        return bold
      },
    ],
    conflicts: [
      async page => {
        await page.getByText('Changed on both sides').waitFor()
        await page.getByText('Two files differ').waitFor()
      },
      async page => {
        await page.locator('.review-list label').filter({ hasText: '30 April 2027' }).click()
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('3')
      },
      (page, { bold }) => panel(page).getByText(`${bold[0]}0`).waitFor(),
    ],
    'new-rows': [
      async page => {
        await page.keyboard.press('End')
        await page.getByText('New: Action').waitFor()
      },
      async (page, { bold }) => {
        await field(page, bold[0]!).selectOption('2 Outcomes that matter to people')
        await panel(page).getByText('1 of 1').waitFor()
        await button(page, 'Apply these changes').click()
        await page.getByText(/Added 1 new action|and added 1 new action/i).waitFor()
        return bold
      },
    ],
    'who-has-not-answered': [
      async (page, { bold }) => rail(page, bold[0]!),
      async page => {
        await page.getByRole('button', { name: 'Stop waiting for Ali Hassan' }).click()
        await page.getByRole('button', { name: 'Stop waiting for Ali Hassan' }).waitFor({ state: 'detached' })
      },
    ],
  }
}

/** The board workbook, with figures, the summary and what the board said. */
export const boardPaper: Acts = {
  'say-what-you-ask': [
    press,
    async (page, { bold }) => {
      await button(page, bold[1]!).click()
      expect(await field(page, bold[0]!).inputValue()).toContain('\n')
    },
    async (page, { bold }) => choose(page, bold[2]!),
    async (page, { bold }) => {
      await choose(page, bold[2]!)
      await page.getByText('7 items marked board only').waitFor()
      await choose(page, bold[1]!)
    },
    async (page, { bold }) => {
      for (const name of bold) await field(page, name).fill(`${name}: it`)
    },
  ],
  'bring-figures-along': [
    async (page, { bold }) => {
      await rail(page, 'Parity of esteem')
      await page.getByRole('tab', { name: bold[0]! }).click()
    },
    async (page, { bold }) => {
      await page
        .getByRole('button', { name: /^Add the measure/ })
        .first()
        .click()
      await field(page, bold[1]!).fill('1')
    },
    async (page, { bold }) => {
      for (const [day, figure] of [
        ['31 March 2026', '1.5'],
        ['30 September 2026', '2'],
      ] as const) {
        await field(page, bold[0]!).nth(1).fill(day)
        await field(page, bold[1]!).nth(1).fill(figure)
        await page
          .getByRole('button', { name: /^Add a figure/ })
          .nth(1)
          .click()
        await page.getByText(`percentage points on ${day}`).first().waitFor()
      }
    },
  ],
  'make-the-board-workbook': [
    async (page, { bold }) => {
      await rail(page, 'Export')
      for (const name of [bold[2]!, bold[1]!]) await field(page, bold[0]!).selectOption(name)
    },
    async (page, { bold }) => {
      const downloading = page.waitForEvent('download')
      await button(page, bold[0]!).click()
      const book = new ExcelJS.Workbook()
      await book.xlsx.readFile(await (await downloading).path())
      const sheets = book.worksheets.filter(({ state }) => state === 'visible').map(({ name }) => name)
      expect(sheets).toEqual(sheetsOfTheChapter())
    },
    async () => {},
  ],
  'print-the-summary': [
    async (page, { bold }) => {
      await button(page, bold[1]!).click()
      await expect.poll(async () => (await sheet(page).boundingBox())?.y).toBeLessThan(600)
      return [bold[1]]
    },
    async (page, { bold }) => {
      await page.evaluate(() => Object.assign(window, { print: () => Object.assign(window, { printed: 1 }) }))
      await button(page, bold[0]!).click()
      await page.waitForFunction(() => 'printed' in window)
      await button(page, bold[1]!).click()
      await sheet(page).waitFor({ state: 'hidden' })
    },
  ],
  'after-the-meeting': [
    async (page, { bold }) => {
      await rail(page, bold[0]!)
      await page.getByRole('heading', { name: bold[1]! }).waitFor()
      await button(page, bold[2]!).click()
      return bold
    },
    async (page, { bold }) => {
      for (const name of bold.slice(0, 3)) await choose(page, name)
      await field(page, bold[3]!).fill('A plan for waiting times.')
      await field(page, bold[4]!).selectOption({ index: 1 })
      await button(page, bold[5]!).click()
      await page.getByText('A plan for waiting times.').waitFor()
    },
  ],
}

/** The round is signed off, the next one started and a level moved. */
export const nextRound: Acts = {
  'sign-a-round-off': [
    press,
    (page, { bold }) => page.getByRole('heading', { name: bold[0]! }).waitFor(),
    (page, { bold }) => field(page, bold[0]!).fill('Anna Whitcombe, chair'),
    (page, { bold }) => button(page, bold[0]!.replace('…', '')).click(),
  ],
  'write-down-what-the-board-said': [
    (page, { bold }) => page.getByRole('heading', { name: bold[0]! }).waitFor(),
    async (page, { bold }) => {
      await choose(page, bold[0]!)
      await field(page, bold[3]!).fill('The plan is agreed.')
      expect(await field(page, bold[5]!).inputValue()).toMatch(/ 20\d\d$/)
      await button(page, bold[6]!).click()
      await page.getByText('The plan is agreed.').waitFor()
    },
  ],
  'start-the-next-round': [
    (page, { bold }) => rail(page, bold[0]!),
    (page, { bold }) => button(page, bold[0]!.replace('…', '')).click(),
    (page, { bold }) => page.getByRole('columnheader', { name: bold[1]! }).first().waitFor(),
  ],
  'rate-again': [
    page => rail(page, 'Parity of esteem'),
    async (page, { bold }) => {
      await page.getByRole('radio', { name: 'Leading' }).click()
      await page.getByLabel(/Why it moved/).selectOption(bold[2]!)
      await field(page, bold.at(-1)!).fill('A new audit.')
      await workbookPage(page).saved()
    },
    async (page, { bold }) => {
      await rail(page, bold[0]!)
      const date = page.getByRole('columnheader', { name: bold[1]! })
      await date.getByRole('button').or(date).first().click()
      await expect.poll(() => page.locator('main').innerText()).toMatch(/^(?:(?!months)[\s\S])*1[67] months/)
    },
  ],
}

/** A button or a link of the page by its words. */
function button(page: Page, words: string) {
  return page.locator('main button, main a').filter({ hasText: words }).filter({ visible: true }).first()
}

function rail(page: Page, name: string): Promise<void> {
  return page
    .locator('.rail a')
    .filter({ has: page.locator('.rail-name', { hasText: name }) })
    .click()
}

/** One of the choices that stand side by side. */
function choose(page: Page, name: string): Promise<void> {
  return page.locator('main label').filter({ hasText: name }).first().click()
}

function sheet(page: Page) {
  return page.getByRole('article', { name: 'Summary, page 1 of 2' })
}

/** The names in the table of sheets. */
function sheetsOfTheChapter(): string[] {
  const { blocks } = theGuide().find(({ id }) => id === 'board-paper')!
  return blocks.flatMap(block => (block.kind === 'table' ? block.rows.map(([name]) => plainOf(name!)) : []))
}

async function unpacked(zip: string, folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  const opened = await openPromise(zip)
  for await (const entry of opened.eachEntry()) {
    const pieces: Buffer[] = []
    for await (const piece of await opened.openReadStreamPromise(entry)) pieces.push(piece as Buffer)
    files[entry.fileName] = join(folder, entry.fileName)
    writeFileSync(files[entry.fileName]!, Buffer.concat(pieces))
  }
  return files
}

/** A row below the others, as an owner types one. */
async function addRow(from: string, to: string, action: string): Promise<void> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(from)
  const table = book.worksheets[0]!
  let [head, last] = [0, 0]
  table.eachRow((row, at) => {
    if (row.getCell(1).text === 'Ref') head = at
    if (/^A-\d/.test(row.getCell(1).text)) last = at
  })
  table.getRow(head).eachCell(cell => {
    if (cell.text === 'Action') table.getRow(last + 1).getCell(Number(cell.col)).value = action
  })
  await book.xlsx.writeFile(to)
}
