import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { createSampleFile } from '../../../electron/engine/sample/sample.ts'
import { freshFolder } from '../../helpers/engine.ts'
import { boardPaper, nextRound, returnedFiles } from '../helpers/later-chapters.ts'
import { type Act, field, press, walk } from '../helpers/walk.ts'
import { startPage } from '../pages/start-page.ts'
import { startApp } from './fixtures.ts'

describe('followed to the letter', () => {
  it('GD3: the first chapter leads from nothing to a board workbook', { timeout: 90_000 }, async () => {
    const { page, folder, complaints } = await startApp({ workbook: false })
    const file = join(folder, 'Spend.txt')
    writeFileSync(file, 'Spend on mental health rose.')
    let board = ''
    const acts: Readonly<Record<string, readonly Act[]>> = {
      'make-the-workbook': [
        async () => {},
        press,
        (_, { bold, typed }) => field(page, bold[0]!).fill(typed[0]!),
        (_, { bold }) => page.getByText(bold[1]!, { exact: true }).click(),
        async (_, { bold, typed }) => {
          await field(page, bold[0]!).fill(typed[0]!)
          await page.getByText(bold[1]!, { exact: true }).click()
          await page.getByRole('listitem').filter({ hasText: typed[0]! }).waitFor()
        },
        async (_, { bold }) => {
          for (const name of bold) expect(await field(page, name).inputValue()).not.toBe('')
        },
        async (_, { bold }) => {
          await field(page, bold[0]!).fill('Priya Nair')
          await field(page, bold[1]!).fill('Programme lead')
        },
        press,
      ],
      'rate-your-first-principle': [
        press,
        (_, { bold }) => page.getByRole('radio', { name: bold.at(-2)! }).click(),
        (_, { bold }) => page.getByText(bold[2]!, { exact: true }).click(),
        async (_, { bold, typed }) => {
          await field(page, bold[0]!).fill(typed[0]!)
          await page.getByText(/^Saved \d\d:\d\d/).waitFor()
        },
        (_, { bold }) => page.getByText(bold[2]!, { exact: true }).click(),
        async (_, { bold, typed }) => {
          await field(page, bold[0]!).selectOption(bold[1]!)
          await field(page, bold[2]!).fill(typed[0]!)
          await page.keyboard.press('Tab')
        },
      ],
      'attach-what-shows-it': [
        press,
        async (_, step) => {
          const choosing = page.waitForEvent('filechooser')
          await press(page, step)
          await (await choosing).setFiles(file)
          await field(page, step.bold[1]!).waitFor()
        },
        (_, { typed }) => field(page, 'What it shows').fill(typed[0]!),
        async (_, { bold }) => {
          await page.getByRole('button', { name: bold[0]!, exact: true }).click()
          await page.getByLabel(bold[1]!).fill('A conversation')
          await page.getByLabel(bold[2]!).fill('Waiting times are looked at too.')
          await page.getByRole('button', { name: bold[3]! }).click()
          return bold
        },
      ],
      'plan-the-next-step': [
        press,
        async (_, { bold, typed }) => {
          await page
            .getByRole('button', { name: /^Add to the plan/ })
            .first()
            .click()
          await page.getByRole('heading', { name: bold[1]! }).waitFor()
          await page
            .getByRole('link', { name: new RegExp(`^${typed[0]}`) })
            .first()
            .waitFor()
        },
        () => page.getByRole('link', { name: /^A-01/ }).first().click(),
        async (_, { bold, typed, keys }) => {
          await field(page, bold[0]!).first().fill(typed[0]!)
          await field(page, bold[1]!).first().fill(typed[1]!)
          await page.keyboard.press(keys[0]!)
        },
      ],
      'see-where-you-are': [press, press],
      'make-the-file-for-your-board': [
        press,
        async (_, step) => {
          const downloading = page.waitForEvent('download')
          await press(page, step)
          board = await (await downloading).path()
        },
        async () => {
          const book = new ExcelJS.Workbook()
          await book.xlsx.readFile(board)
          expect(book.worksheets.filter(({ state }) => state === 'visible')).toHaveLength(10)
        },
        async (_, { bold }) => {
          await page.getByRole('button', { name: bold[0]! }).click()
          await page.getByRole('heading', { name: bold[1]! }).waitFor()
          await page.getByRole('button', { name: `${bold[2]} Northmoor and Vale` }).waitFor()
        },
      ],
    }
    await walk(page, 'first-workbook', acts, ['Open'])
    expect(complaints).toEqual([])
  })

  it('GD7: files that come back, the board paper and the next round, one after the other', {
    timeout: 120_000,
  }, async () => {
    const { page, complaints } = await startApp({
      workbook: false,
      setUp: (_, path) => createSampleFile(path),
    })
    await startPage(page).open('Northmoor and Vale')
    await walk(page, 'returned-files', returnedFiles(freshFolder()))
    await walk(page, 'board-paper', boardPaper, ['Board only', 'Open', 'Show in folder'])
    // The round is signed off by then.
    await walk(page, 'next-round', nextRound, ['Write down what it said'])
    expect(complaints).toEqual([])
  })
})
