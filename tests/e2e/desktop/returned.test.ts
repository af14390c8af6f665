import { copyFileSync, globSync, mkdirSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createEngine } from '../../../electron/engine/engine.ts'
import { editXlsx } from '../../helpers/edit-xlsx.ts'
import { DETAILS, WHO } from '../../helpers/engine.ts'
import { type DesktopApp, freshFolder, startDesktop } from '../helpers/desktop-app.ts'
import { closeDisplay } from '../helpers/display.ts'
import { chooseMenu } from '../helpers/menu.ts'
import { watchOpening } from '../helpers/watch-opening.ts'
import { waitForOverview } from '../helpers/workbook-pages.ts'

let desktop: DesktopApp
let folder: string
/** Where the user keeps what goes out. */
let parent: string
let sent: string[] = []

beforeAll(async () => {
  folder = freshFolder()
  parent = join(folder, 'Sent – 発送')
  mkdirSync(parent)
  const file = join(folder, 'Northmoor.ninefold')
  await makeWorkbook(file)
  desktop = await startDesktop({ folder, args: [file] })
  await waitForOverview(desktop.page)
  await desktop.page.evaluate(() => {
    window.location.hash = '#/export'
  })
})
afterAll(async () => {
  await desktop?.close()
  closeDisplay()
})

it('DT26: owner workbooks go into a new folder where the user says, open and are shown', async () => {
  const { page } = desktop
  const seen = await watchOpening(desktop)
  await desktop.answerDialogs({ open: [parent] })
  await page.getByRole('button', { name: 'Make 2 files' }).click()
  await page.getByRole('button', { name: /^Open Northmoor/ }).click()
  await page.getByRole('button', { name: /^Show in folder/ }).click()
  const [made] = readdirSync(parent) as [string]
  sent = readdirSync(join(parent, made)).filter(name => name.endsWith('.xlsx'))
  expect(sent).toEqual([
    'Northmoor and Vale action plan, Daniel Okafor.xlsx',
    'Northmoor and Vale action plan, Sunita Rao.xlsx',
  ])
  await expect.poll(seen).toEqual({ opened: [join(parent, made)], shown: [join(parent, made)] })
  sent = sent.map(name => join(parent, made, name))

  // Once more on the same day: nothing is written over.
  await page.getByRole('button', { name: 'Make 2 files' }).click()
  await expect.poll(() => readdirSync(parent).length).toBe(2)
  await page.getByRole('heading', { name: /have not come back$/ }).waitFor()
})

it('DT25: a folder of returned files is read by the menu, and the review says who changed what', async () => {
  const { page } = desktop
  const back = join(folder, 'Returned')
  mkdirSync(back)
  const [daniel, sunita] = sent as [string, string]
  copyFileSync(daniel, join(back, 'Daniel.xlsx'))
  const cell = { row: 'A-01', header: 'Latest progress', value: 'Two clinics opened' }
  await editXlsx(sunita, join(back, 'Sunita FINAL (2).xlsx'), cell)
  await chooseMenu(desktop, 'review.copy')
  await desktop.answerDialogs({ open: [back] })
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await page.getByText('Sunita FINAL (2).xlsx').first().waitFor()
  await page.getByText('Daniel.xlsx').first().waitFor()
  await page.getByText('Two clinics opened').first().waitFor()
})

it('DT25: dropped files are read by their bytes, and nothing of them is left behind', async () => {
  const { page } = desktop
  const again = join(folder, 'Sunita once more.xlsx')
  await editXlsx(sent[1]!, again, { row: 'A-01', header: 'Latest progress', value: 'Three clinics opened' })
  const before = temporary()
  await page.evaluate(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.id = 'chosen'
    document.body.append(input)
  })
  await page.setInputFiles('#chosen', again)
  await page.evaluate(() => {
    const transfer = new DataTransfer()
    transfer.items.add(document.querySelector<HTMLInputElement>('#chosen')!.files![0]!)
    transfer.items.add(new File(['not a spreadsheet'], 'From the mail.xlsx'))
    document
      .querySelector('.review')!
      .dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }))
  })
  await page.getByText('Sunita once more.xlsx').first().waitFor()
  await page.getByText('Three clinics opened').first().waitFor()
  await page
    .getByText(/From the mail\.xlsx/)
    .first()
    .waitFor()
  await expect.poll(temporary).toBe(before)
})

function temporary(): number {
  return globSync(join(tmpdir(), 'ninefold-in-*')).length
}

async function makeWorkbook(path: string): Promise<void> {
  const engine = createEngine()
  const page = createRouterClient(engine.contract, { context: engine.context() })
  const shell = createRouterClient(engine.control, { context: engine.context() })
  await shell.file.create({ path, details: DETAILS, who: WHO })
  const { rows, framework } = await page.workbook.read()
  for (const owner of ['Sunita Rao', 'Daniel Okafor'])
    await page.action.add({
      areaId: rows.areas[0]!.id,
      principleId: framework.principles[0]!.id,
      title: `Agree what ${owner} does`,
      set: { owner, statusId: 'on-track' },
    })
  await engine.state.close()
}
