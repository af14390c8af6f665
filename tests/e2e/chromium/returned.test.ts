import { globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openPromise } from 'yauzl'
import { editXlsx } from '../../helpers/edit-xlsx.ts'
import { freshFolder } from '../../helpers/engine.ts'
import { dropOn } from '../pages/evidence-page.ts'
import { exportPage } from '../pages/export-page.ts'
import { workbookPage } from '../pages/workbook-page.ts'
import { expectNoAxeViolations } from './axe.ts'
import { type AppOptions, startApp } from './fixtures.ts'

/** Two owners, one typed two ways, and one action that nobody owns. */
const owned: AppOptions['prepare'] = async page => {
  const { rows, framework } = await page.workbook.read()
  const areaId = rows.areas[0]!.id
  const principleId = framework.principles[0]!.id
  for (const owner of ['Sunita Rao', 'Börje Łukasz', 'sunita  RAO', ''])
    await page.action.add({
      areaId,
      principleId,
      title: `Agree what ${owner || 'nobody'} does`,
      set: { owner, dueOn: '2027-01-31', statusId: 'on-track' },
    })
}

async function start(options: AppOptions = {}) {
  const app = await startApp({ prepare: owned, ...options })
  const exports = exportPage(app.page)
  await exports.open()
  return { ...app, exports }
}

/** The owner workbooks as they were downloaded, on disk. */
async function sendOut(exports: ReturnType<typeof exportPage>) {
  const { name, bytes } = await exports.download('Make 2 files')
  const folder = freshFolder()
  writeFileSync(join(folder, 'all.zip'), bytes)
  const files: Record<string, string> = {}
  const zip = await openPromise(join(folder, 'all.zip'))
  for await (const entry of zip.eachEntry()) {
    const path = join(folder, entry.fileName)
    const pieces: Buffer[] = []
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer)
    writeFileSync(path, Buffer.concat(pieces))
    files[entry.fileName] = path
  }
  return {
    name,
    folder,
    files,
    of: (who: string) => Object.entries(files).find(([one]) => one.includes(who))![1],
  }
}

function testFile(path: string, name: string) {
  return { name, mimeType: '', buffer: readFileSync(path) }
}

const arriving = () => globSync(join(tmpdir(), 'ninefold-in-*')).length

const notBack = (page: Page, words: string) => page.getByRole('heading', { name: words })

it('HO24 WO14 WO15: owner workbooks leave as one zip, a file for each owner, and say what reaches nobody', async () => {
  const { page, exports, complaints } = await start()
  await page.getByText('2 owners each get only their own actions').waitFor()
  await page.getByText('2 files with 3 open actions').waitFor()
  await page.getByText('1 open action without an owner').waitFor()
  expect(await page.getByRole('link', { name: 'A-04' }).getAttribute('href')).toMatch(/^#\/actions\//)
  const { name, files } = await sendOut(exports)
  expect(name).toMatch(/^Northmoor and Vale - owner workbooks - .*\.zip$/)
  expect(Object.keys(files).sort()).toEqual([
    'Northmoor and Vale action plan, Börje Łukasz.xlsx',
    'Northmoor and Vale action plan, Sunita Rao.xlsx',
    'Read me first.txt',
  ])
  await page.getByText('1 open action has no owner and is in no file: A-04.').waitFor()
  await notBack(page, '2 owner workbooks have not come back').waitFor()
  expect(complaints).toEqual([])
})

it('SL2 SL3: waiting is stopped and taken up again by keyboard, and undone', async () => {
  const { page, exports } = await start()
  await sendOut(exports)
  await page.getByRole('button', { name: 'Stop waiting for Sunita Rao' }).press('Enter')
  await notBack(page, '1 of 2 owner workbooks has not come back').waitFor()
  await page.getByRole('button', { name: 'Show 1 other' }).press('Enter')
  await page.getByRole('button', { name: 'Wait again for Sunita Rao' }).press('Enter')
  await notBack(page, '2 owner workbooks have not come back').waitFor()
  await workbookPage(page).undo()
  await notBack(page, '1 of 2 owner workbooks has not come back').waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: '1 of 2 owner workbooks has not come back' }).press('Enter')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
    '1 of 2 owner workbooks has not come back',
  )
})

it('HO21 SL5: chosen files are read together and shown under their own names; the list says what came back', async () => {
  const before = arriving()
  const { page, exports, complaints } = await start()
  const { folder, of } = await sendOut(exports)
  const edited = join(folder, 'edited.xlsx')
  await editXlsx(of('Sunita'), edited, {
    row: 'A-01',
    header: 'Latest progress',
    value: 'Two clinics opened',
  })
  await page.getByRole('link', { name: 'Read returned files' }).click()
  const [dialog] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose files' }).click(),
  ])
  await dialog.setFiles([
    testFile(edited, 'Sunita FINAL (2).xlsx'),
    testFile(of('Börje'), 'Börje – 計画.xlsx'),
  ])
  await page.getByText('Sunita FINAL (2).xlsx').first().waitFor()
  await page.getByText('Börje – 計画.xlsx').first().waitFor()
  await page.getByText('Two clinics opened').first().waitFor()
  await expect.poll(arriving).toBe(before)

  await page
    .getByRole('button', { name: /^Accept/ })
    .first()
    .click()
  await page
    .getByRole('button', { name: /^Apply/ })
    .first()
    .click()
  await exports.open()
  await page.getByRole('button', { name: /^Show .*other/ }).click()
  await page.getByText(/^Came back on .* as Sunita FINAL \(2\)\.xlsx$/).waitFor()
  expect(complaints).toEqual([])
})

it('HO23: of a chosen folder only what can have come back is sent', async () => {
  const { page, exports } = await start()
  const { of } = await sendOut(exports)
  const folder = mkdtempSync(join(freshFolder(), 'Returned '))
  mkdirSync(join(folder, 'more'))
  writeFileSync(join(folder, 'more', 'Sunita.xlsx'), readFileSync(of('Sunita')))
  writeFileSync(join(folder, '~$Sunita.xlsx'), 'lock')
  writeFileSync(join(folder, 'Minutes.pdf'), 'pdf')
  await workbookPage(page).go('review')
  const sent: string[] = []
  page.on(
    'request',
    request => request.method() === 'PUT' && sent.push(new URL(request.url()).searchParams.get('name')!),
  )
  const [dialog] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a folder' }).click(),
  ])
  await dialog.setFiles(folder)
  await page.getByText('Sunita.xlsx').first().waitFor()
  expect(sent).toEqual(['Sunita.xlsx'])
})

it('HO21: files dropped on the way out and back are read; one that cannot be is told in a sentence', async () => {
  const { page, exports } = await start()
  const { of } = await sendOut(exports)
  await dropOn(page, '.reply-options', [
    testFile(of('Sunita'), 'Sunita.xlsx'),
    { name: 'Letter.docx', mimeType: '', buffer: Buffer.from('PK not a spreadsheet') },
  ])
  await page.getByText('Sunita.xlsx').first().waitFor()
  await page
    .getByText(/Letter\.docx/)
    .first()
    .waitFor()
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('#/review')
})

it('WO16: at 200 % zoom nothing is cut off sideways, and axe finds nothing', async () => {
  const { page, exports } = await start({ viewport: { width: 683, height: 384 } })
  await sendOut(exports)
  await notBack(page, '2 owner workbooks have not come back').waitFor()
  const overflow = await page.evaluate(() =>
    [document.documentElement, document.querySelector('main')!].map(one => one.scrollWidth - one.clientWidth),
  )
  expect(overflow).toEqual([0, 0])
  await expectNoAxeViolations(page)
})

it('WO17: the plan to fill in and a rating slip are made for whom they are said to be', async () => {
  const { page, exports } = await start()
  await page.getByLabel('For whom').fill('Westmere team')
  await page.getByLabel('Ratings may be changed in it too').check()
  const plan = await exports.download('Make plan to fill in')
  expect(plan.name).toMatch(/ - action plan to fill in - .*\.xlsx$/)
  await page.getByRole('combobox', { name: 'Area' }).selectOption({ label: 'Alderbrook' })
  await page.getByLabel('From').fill('Helen Marsh')
  await page.getByLabel('Who is').selectOption({ label: 'Council' })
  const slip = await exports.download('Make rating slip')
  expect(slip.name).toMatch(/ - rating slip - Alderbrook - .*\.xlsx$/)
  await notBack(page, '2 files have not come back').waitFor()
  const rows = await page.getByRole('row').allInnerTexts()
  expect(
    rows.map(row =>
      row
        .split('\t')
        .slice(0, 2)
        .map(cell => cell.trim()),
    ),
  ).toEqual([
    ['For', 'What'],
    ['Westmere team', 'Plan to fill in, with ratings'],
    ['Helen Marsh', 'Rating slip, Alderbrook'],
  ])
})
