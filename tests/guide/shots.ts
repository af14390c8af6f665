import type { Page } from 'playwright-core'

/** What a picture of the guide shows, and how to get there. Several are taken one after another of one workbook. */
export type Shot = {
  /** Of its file, without the ending. */
  readonly name: string
  /** The start screen's button that opens what it is taken of; none goes on where the last one was. */
  readonly opens?: string
  /** From the overview of the workbook to what is shown. */
  readonly go: (page: Page, returned: readonly string[]) => Promise<unknown>
  /** What it is there to show: each has to be in sight. */
  readonly looksFor: readonly string[]
  /** The window, and so the pixels of the picture, where a laptop's is too low. */
  readonly window?: { readonly width: number; readonly height: number }
}

/** A small laptop; the guide shows it at about two thirds, where it is sharp on a finer screen too. */
const LAPTOP = { width: 1280, height: 760 }

/** The window a shot is taken in. */
export const windowOf = ({ window = LAPTOP }: Shot) => window

const to = (page: Page, hash: string) =>
  page.evaluate(address => {
    window.location.hash = address
  }, `#/${hash}`)

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first()

/** Brings a heading to the top of the page. */
async function scrollTo(page: Page, name: string): Promise<void> {
  const found = heading(page, name)
  await found.waitFor()
  await found.evaluate(element => element.scrollIntoView({ block: 'start' }))
}

/** Every picture of the guide, in the order in which they are taken. */
export const shots: readonly Shot[] = [
  {
    name: 'principle',
    go: async page => {
      await to(page, 'principle/parity-of-esteem')
      await page.getByRole('tab', { name: /^Actions/ }).click()
      await page.getByText('In the plan', { exact: true }).first().waitFor()
    },
    looksFor: ['Now', 'Why this level', 'Confidence', 'Target', 'By', 'Evidence', 'Actions', 'In the plan'],
    window: { width: 1280, height: 980 },
  },
  {
    name: 'picture',
    go: async page => {
      await to(page, 'picture')
      await page.getByRole('img').first().waitFor()
    },
    looksFor: ['Show as table', 'Save all pictures', 'Areas by principle'],
  },
  {
    name: 'export-board',
    go: async page => {
      await to(page, 'export')
      await heading(page, 'Board workbook').waitFor()
    },
    looksFor: [
      'What the board is asked to do, a line each',
      'The paper is for',
      'Who reads it',
      'For which meeting',
      'Prepared by',
      'Make board workbook',
      'Plan',
      'Summary to print',
    ],
  },
  {
    name: 'export-back',
    go: page => scrollTo(page, 'Out and back'),
    looksFor: [
      'Send back by',
      'Send back to',
      'Owner workbooks',
      'Left out, and why',
      'Plan to fill in',
      'Rating slip',
    ],
  },
  {
    name: 'copies',
    go: page => scrollTo(page, 'Copies for others'),
    looksFor: [
      'Which copy',
      'Full',
      'Light',
      'Redacted',
      'Goes',
      'Stays here',
      'For',
      'Lock it with a password',
    ],
  },
  {
    name: 'rounds',
    go: async page => {
      await to(page, 'rounds')
      await heading(page, /^From /).waitFor()
    },
    looksFor: ['Then', 'Now', 'Evidence then', 'Promised', 'The board said', 'Signed off by'],
  },
  {
    name: 'history',
    go: async page => {
      await to(page, 'history')
      await page.locator('.edit button[aria-expanded]').first().click()
      await page
        .getByRole('button', { name: /^Back to here/ })
        .first()
        .waitFor()
    },
    looksFor: ['Back to here', 'Now', 'Words', 'Area', 'Person', 'Kind of thing'],
  },
  {
    name: 'review',
    go: async (page, returned) => {
      await to(page, 'review')
      const choosing = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Choose files' }).click()
      await (await choosing).setFiles([...returned])
      await heading(page, 'What Apply will do').waitFor()
    },
    looksFor: [
      'Before',
      'Returned',
      'Accept',
      'Refuse',
      'What Apply will do',
      'Accept the rest',
      'Changed on both sides',
    ],
  },
  {
    name: 'room-count',
    go: async page => {
      await to(page, 'room')
      const start = page.getByRole('button', { name: /^Start with/ })
      const grid = page.getByRole('region', { name: 'First count' })
      await start.or(grid).first().waitFor()
      if (await start.isVisible()) {
        for (const [type, people] of PEOPLE) await page.getByLabel(`${type}, how many`).fill(people)
        await page.keyboard.press('Tab')
        await start.click()
      }
      await grid.waitFor()
      for (const [row, digits] of HANDS.entries()) {
        if (row > 0) await page.keyboard.press('ArrowDown')
        for (const digit of digits) await page.keyboard.press(digit)
      }
      await page
        .getByText(`${HANDS.join('').length} of ${HANDS.join('').length}`)
        .first()
        .waitFor()
    },
    looksFor: [
      'First count',
      'Reveal to the room',
      'The room sees',
      'Presenter window',
      'The day ends at',
      'Park it',
    ],
  },
  {
    name: 'room-after',
    go: async page => {
      await page.keyboard.press('r')
      await heading(page, 'Agree a level')
        .or(heading(page, 'Plan from a level, and keep the split'))
        .first()
        .waitFor()
    },
    looksFor: [
      'Level',
      'Why',
      'Minority view',
      'Whose, by type, not name',
      'Hide again',
      'Count a second time',
    ],
  },
  {
    name: 'new-overview',
    opens: 'New workbook',
    go: async page => {
      await page.getByRole('combobox', { name: 'Which system' }).fill('Northmoor and Vale')
      await page.getByLabel('Places').fill('Alderbrook')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Create the workbook' }).click()
      await heading(page, 'None of 9 discussed yet.').waitFor()
    },
    looksFor: ['None of 9 discussed yet.', 'How it goes', 'Discuss 1 Parity of esteem', 'Next to discuss'],
  },
]

/** Who is in the room of the pictures, and the hands of each in that order. */
const PEOPLE = [
  ['Commissioner', '4'],
  ['Mental health trust', '5'],
  ['Acute trust', '4'],
  ['Primary care', '3'],
  ['Council', '5'],
  ['Voluntary sector', '4'],
] as const
const HANDS = ['1112', '22211', '1223', '112', '22111', '1233']
