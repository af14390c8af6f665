import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DesktopApp, startDesktop } from '../helpers/desktop-app.ts'
import { closeDisplay } from '../helpers/display.ts'
import { enginesOf } from '../helpers/engines.ts'
import { watchOpening } from '../helpers/watch-opening.ts'
import { createWorkbook, savedState } from '../helpers/workbook-pages.ts'

let desktop: DesktopApp
let file: string
beforeAll(async () => {
  desktop = await startDesktop()
  file = join(desktop.folder, 'Dorset 🌊.ninefold')
})
afterAll(async () => {
  await desktop?.close()
  closeDisplay()
})

it('DT10: a new workbook is a file where the user says, and the window shows it', async () => {
  await desktop.answerDialogs({ saveTo: file })
  await createWorkbook(desktop.page, 'Dorset')
  expect(existsSync(file)).toBe(true)
  expect(await titleOf(desktop)).toContain('Dorset')
})

it('DT4: a rating by keyboard outlives the engine’s death, and the window goes on by itself', async () => {
  const { page } = desktop
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Parity of esteem')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /Parity of esteem/ }).waitFor()
  await page.keyboard.press('2')
  await page.getByRole('radio', { name: /2.*Developing/, checked: true }).waitFor()
  await savedState(page).waitFor()

  const [engine] = enginesOf(desktop)
  process.kill(engine!, 'SIGKILL')
  await expect.poll(() => enginesOf(desktop).filter(pid => pid !== engine).length).toBe(1)
  await page.getByRole('radio', { name: /2.*Developing/, checked: true }).waitFor()
  await expect
    .poll(async () => {
      await page.keyboard.press('3')
      return page.getByRole('radio', { name: /3.*Established/, checked: true }).count()
    })
    .toBe(1)
  await savedState(page).waitFor()
  await page.reload()
  await page.getByRole('radio', { name: /3.*Established/, checked: true }).waitFor()
})

it('DT4: undo reaches what was done before the engine died', async () => {
  const { page } = desktop
  await page.keyboard.press('Control+z')
  await page.getByRole('radio', { name: /2.*Developing/, checked: true }).waitFor()
  await page.keyboard.press('Control+y')
  await page.getByRole('radio', { name: /3.*Established/, checked: true }).waitFor()
})

it('DT14: files chosen in a dialog are attached, and the page sees no path', async () => {
  const paper = join(desktop.folder, 'Board paper.txt')
  writeFileSync(paper, 'Waiting times fell.')
  await desktop.answerDialogs({ open: [paper] })
  const answer = await desktop.page.evaluate(() =>
    window.ninefold!.call(
      'attachByChoice',
      { areaIds: [], principleIds: ['parity-of-esteem'], actionIds: [] } as never,
      false,
    ),
  )
  expect(answer).toEqual({
    ok: true,
    value: { evidenceIds: [expect.any(String)], problems: [], wasCancelled: false },
  })
  await desktop.page.keyboard.press('Control+k')
  await desktop.page.keyboard.type('Evidence')
  await desktop.page.keyboard.press('Enter')
  await desktop.page.getByText('Board paper').first().waitFor()
  const recent = await desktop.page.evaluate(() => window.ninefold!.call('listRecent'))
  expect(JSON.stringify(recent)).not.toContain('.ninefold')
})

it('DT24: evidence opens after a warning from a fresh folder; a file that can run is only shown', async () => {
  const script = join(desktop.folder, 'macro.bat')
  writeFileSync(script, 'echo')
  const asked = await watchOpening(desktop)
  const attach = async (path: string) => {
    await desktop.answerDialogs({ open: [path], button: 0 })
    return desktop.page.evaluate(async () => {
      const targets = { areaIds: [], principleIds: ['parity-of-esteem'], actionIds: [] } as never
      const answer = await window.ninefold!.call('attachByChoice', targets, false)
      return answer.ok ? answer.value!.evidenceIds[0]! : answer.sentence
    })
  }
  const open = (id: string) =>
    desktop.page.evaluate(one => window.ninefold!.call('openEvidence', one as never), id)

  const paper = join(desktop.folder, 'Notes.txt')
  writeFileSync(paper, 'Two new clinics.')
  expect(await open(await attach(paper))).toEqual({ ok: true, value: 'opened' })
  expect(await open(await attach(script))).toEqual({ ok: true, value: 'shown' })
  const { opened, shown } = await asked()
  expect([opened.length, shown.length]).toEqual([1, 1])
  expect(opened[0]).toMatch(/ninefold-opened-.*Notes.*\.txt$/)
  expect(readFileSync(opened[0]!, 'utf8')).toBe('Two new clinics.')
  await desktop.answerDialogs({ open: [paper], button: 2 })
})

it('DT14: a copy of the workbook is saved where the user says', async () => {
  const copy = join(desktop.folder, 'Copy.ninefold')
  await desktop.answerDialogs({ saveTo: copy })
  const answer = await desktop.page.evaluate(() =>
    window.ninefold!.call('saveCopy', { kind: 'full', hasPlanNames: true, forWhom: '' }, null),
  )
  expect(answer).toMatchObject({ ok: true, value: { name: 'Copy.ninefold', remarks: [] } })
  expect(existsSync(copy)).toBe(true)
})

it('DT14: the board workbook is saved where the user says, opens, and is shown in its folder', async () => {
  const to = join(desktop.folder, 'Board.xlsx')
  const seen = await watchOpening(desktop)
  await desktop.answerDialogs({ saveTo: to })
  const saved = await desktop.page.evaluate(exporting)
  expect(saved).toMatchObject({ ok: true, value: { name: 'Board.xlsx' } })
  expect(readFileSync(to).subarray(0, 2).toString()).toBe('PK')
  await desktop.page.evaluate(
    async token => {
      await window.ninefold!.call('openSaved', token)
      await window.ninefold!.call('revealSaved', token)
    },
    saved.ok ? saved.value!.token : '',
  )
  expect(await seen()).toEqual({ opened: [to], shown: [to] })
})

it('DT4: an engine killed while it exports leaves the workbook whole and no half of a file', async () => {
  const to = join(desktop.folder, 'Half.xlsx')
  await desktop.answerDialogs({ saveTo: to })
  const exported = desktop.page.evaluate(exporting)
  const [engine] = enginesOf(desktop)
  process.kill(engine!, 'SIGKILL')
  // Killed before the call reached it, the next engine does it; killed in the middle, it is not done.
  const answer = await exported
  if (!answer.ok) expect(answer.sentence).toContain('try it again.')
  expect(existsSync(to)).toBe(answer.ok)
  await expect.poll(() => enginesOf(desktop).length).toBe(1)
  expect(await desktop.page.evaluate(exporting)).toMatchObject({ ok: true })
})

it('DT10: closing shows the start screen with the workbook in its list, and it opens again', async () => {
  const { page } = desktop
  await page
    .getByRole('button', { name: 'All workbooks' })
    .or(page.getByRole('link', { name: 'All workbooks' }))
    .first()
    .click()
  await page.getByText('Dorset').first().waitFor()
  const answer = await page.evaluate(() => window.ninefold!.call('listRecent'))
  expect(answer).toMatchObject({
    ok: true,
    value: [{ name: 'Dorset 🌊', isMissing: false, summary: { systemName: 'Dorset', discussed: 1 } }],
  })
})

/** Run in the page. */
function exporting() {
  const options = {
    view: 'board',
    purpose: 'decision',
    meeting: '',
    preparedBy: '',
    asks: [],
    readers: 'board',
  }
  return window.ninefold!.call('exportFile', { kind: 'board', options } as never)
}

function titleOf({ app }: DesktopApp): Promise<string> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getTitle())
}
