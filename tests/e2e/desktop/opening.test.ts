import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testElectron } from '../../../scripts/test-electron.ts'
import {
  type DesktopApp,
  desktopEnv,
  electronFlags,
  freshFolder,
  startDesktop,
} from '../helpers/desktop-app.ts'
import { closeDisplay } from '../helpers/display.ts'
import { createWorkbook, waitForOverview } from '../helpers/workbook-pages.ts'

let folder: string
let first: string
let second: string
let desktop: DesktopApp
beforeAll(async () => {
  folder = freshFolder()
  first = join(folder, 'First.ninefold')
  second = join(folder, 'Second.ninefold')
  for (const [path, name] of [
    [first, 'Dorset'],
    [second, 'Somerset'],
  ] as const) {
    const maker = await startDesktop()
    await maker.answerDialogs({ saveTo: path })
    await createWorkbook(maker.page, name)
    await maker.close()
  }
  mkdirSync(join(folder, 'user-data'))
  writeFileSync(join(folder, 'user-data', 'settings.json'), 'not settings')
  desktop = await startDesktop({ folder, args: [first] })
})
afterAll(async () => {
  await desktop?.close()
  closeDisplay()
})

it('DT12: a file named on the command line opens at start', async () => {
  await waitForOverview(desktop.page)
  await desktop.page.getByText('Dorset').first().waitFor()
  expect(desktop.app.windows().length).toBe(1)
})

it('DT13 AB33: settings that cannot be read are set aside, which is said once over what was opened', async () => {
  const dialog = desktop.page.getByRole('dialog', { name: 'Settings' })
  await dialog.getByText('set aside as “settings unreadable').waitFor()
  await dialog.getByRole('button', { name: 'I have read this' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(readdirSync(join(folder, 'user-data')).filter(name => name.includes('unreadable')).length).toBe(1)
})

it('DT11: a second start with another file opens it here, in a window of its own', async () => {
  const arrival = desktop.app.waitForEvent('window')
  expect(await startAgain(second)).toBe(0)
  const page: Page = await arrival
  await waitForOverview(page)
  await page.getByText('Somerset').first().waitFor()
  expect(desktop.app.windows().length).toBe(2)
})

it('DT10: opening a file that a window shows brings that window forward', async () => {
  await startAgain(first)
  await expect.poll(() => focusedTitle(desktop)).toContain('Dorset')
  expect(desktop.app.windows().length).toBe(2)
  const answer = await desktop.app
    .windows()
    .at(-1)!
    .evaluate(async () => {
      const recent = await window.ninefold!.call('listRecent')
      const other = recent.ok ? recent.value.find(one => one.name === 'First') : undefined
      return window.ninefold!.call('openRecent', other!.id, 'edit')
    })
  expect(answer).toEqual({ ok: true, value: { kind: 'opened-elsewhere' } })
})

it('DT12: a file that is no workbook is refused in one sentence, and the start screen stays', async () => {
  const notes = join(folder, 'Notes.ninefold')
  writeFileSync(notes, 'These are only notes.')
  await desktop.app.evaluate(({ dialog }) => {
    const said: string[] = []
    Object.assign(globalThis, { said })
    Object.assign(dialog, {
      showMessageBox: (_window: unknown, { message }: { message: string }) => {
        said.push(message)
        return Promise.resolve({ response: 0, checkboxChecked: false })
      },
    })
  })
  const arrival = desktop.app.waitForEvent('window')
  await startAgain(notes)
  await (await arrival).getByRole('button', { name: 'New workbook' }).waitFor()
  await expect.poll(said).toEqual([expect.stringMatching(/Notes.*\.$/)])
})

it('PK9: a file that is not there is told by its name, and the app goes on', async () => {
  expect(await startAgain(join(folder, 'Gone.ninefold'))).toBe(0)
  await expect.poll(said).toEqual([expect.anything(), expect.stringMatching(/Gone.*\.$/)])
})

/** What the dialogs said since they were caught. */
function said(): Promise<string[]> {
  return desktop.app.evaluate(() => (globalThis as unknown as { said: string[] }).said)
}

/** Starts the app once more with the same settings; gives its exit code. */
async function startAgain(path: string): Promise<number | null> {
  const { executable } = await testElectron()
  const child = spawn(executable, [...electronFlags(folder), path], {
    env: await desktopEnv({ NINEFOLD_ENGINE_NODE: process.execPath }),
    stdio: 'ignore',
  })
  return new Promise(resolve => child.once('exit', resolve))
}

function focusedTitle({ app }: DesktopApp): Promise<string | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.getTitle())
}
