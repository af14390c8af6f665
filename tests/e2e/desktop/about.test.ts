import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DesktopApp, freshFolder, startDesktop } from '../helpers/desktop-app.ts'
import { closeDisplay } from '../helpers/display.ts'
import { chooseMenu } from '../helpers/menu.ts'
import { createWorkbook, waitForOverview } from '../helpers/workbook-pages.ts'

/** Stands in names of folders and files, and in what people write. */
const CANARY = 'Kanari'

let desktop: DesktopApp
const log = () => readFileSync(join(desktop.folder, 'user-data/logs/ninefold.log'), 'utf8')
const asked = () => desktop.app.evaluate(() => (globalThis as unknown as { asked: readonly string[] }).asked)

beforeAll(async () => {
  desktop = await startDesktop({ folder: freshFolder() })
  const path = join(desktop.folder, `${CANARY}.ninefold`)
  await desktop.answerDialogs({ saveTo: path })
  await createWorkbook(desktop.page, `${CANARY} system`)
  await waitForOverview(desktop.page)
  await desktop.app.evaluate(({ shell }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    shell.openPath = async path => {
      asked.push(path)
      return ''
    }
    shell.showItemInFolder = path => void asked.push(path)
  })
})
afterAll(async () => {
  await desktop?.close()
  closeDisplay()
})

it.skipIf(process.platform !== 'linux')('AB40: the engine is started before the window', async () => {
  expect(startedAt(await enginePid())).toBeLessThanOrEqual(startedAt(await windowPid()))
})

it('AB1 AB3: About opens from the menu, and shows each folder by its name; the page gives no place', async () => {
  const { page, folder } = desktop
  await chooseMenu(desktop, 'help.about')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Electron', { exact: true }).waitFor()
  for (const name of ['workbook', 'settings', 'log'])
    await dialog.getByRole('button', { name: `Show ${name}`, exact: true }).click()
  await expect.poll(async () => (await asked()).length).toBe(3)
  expect(await asked()).toEqual([
    join(folder, `${CANARY}.ninefold`),
    join(folder, 'user-data'),
    join(folder, 'user-data/logs'),
  ])
  await dialog.getByRole('button', { name: 'Show snapshots' }).click()
  await dialog.getByRole('alert').getByText('no folder of snapshots yet').waitFor()
  const refused = await page.evaluate(async () => {
    const call = window.ninefold!.call as (...args: unknown[]) => Promise<{ ok: boolean }>
    const answers = await Promise.all(
      ['/etc', '../..', 'desktop', '__proto__', { id: 'log' }, ['log']].map(id => call('openPlace', id)),
    )
    return answers.map(answer => answer.ok)
  })
  expect(refused).toEqual([false, false, false, false, false, false])
  expect(await asked()).toHaveLength(3)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

it('GD10: the guide opens from the menu, at the part about the screen people are on', async () => {
  const { page } = desktop
  await chooseMenu(desktop, 'go.guide')
  await page.getByRole('heading', { level: 1, name: 'Your first workbook in ten minutes' }).waitFor()
  await page.goBack()
  await waitForOverview(page)
})

it('AB12 AB13 AB14: every kind of fault leaves a line in the log, without its words, and the app goes on', async () => {
  const { app, page } = desktop
  await page.evaluate(canary => {
    setTimeout(() => {
      throw new RangeError(`${canary} wrote this`)
    })
    void Promise.reject(new TypeError(`${canary}\n    at ${canary} (app://ninefold/assets/main.js:1:1)`))
    const call = window.ninefold!.call as (...args: unknown[]) => Promise<unknown>
    void call('reportFault', `Error ${canary}`)
    void call('reportFault', `Error at draw (${canary} wrote.js:1:1)`)
  }, CANARY)
  await app.evaluate((_electron, canary) => {
    setTimeout(() => {
      throw Object.assign(new SyntaxError(`${canary} wrote this`), {
        code: 'ENOENT',
        path: `/home/${canary}`,
      })
    })
    void Promise.reject(new EvalError(`${canary}\n    at ${canary} (/opt/dist/electron/main.cjs:1:1)`))
  }, CANARY)
  for (const line of [
    / app started\n/,
    / app fault EvalError/,
    / app fault SyntaxError ENOENT/,
    / page fault RangeError/,
    / page fault TypeError/,
  ])
    await expect.poll(log).toMatch(line)
  // The engine's own: as if a bug had thrown in it. Then it is gone, and there is another.
  process.kill(await enginePid(), 'SIGKILL')
  await expect.poll(log).toMatch(/ app engine ended killed\n.* app engine started again 1\n/)
  await page.getByText('Reconnecting').waitFor({ state: 'detached' })
  expect(log().toLowerCase()).not.toContain(CANARY.toLowerCase())
  expect(log()).not.toContain(desktop.folder)
})

it('AB20 AB22 AB23: details for support on the desktop hold its versions and log, and nothing of the user’s', async () => {
  const { page, app } = desktop
  await chooseMenu(desktop, 'help.support')
  const dialog = page.getByRole('dialog')
  const shown = dialog.getByRole('region', { name: 'What would be copied' })
  await shown.getByText('Ninefold 0.1.0, desktop app').waitFor()
  const text = await shown.innerText()
  expect(text).toMatch(/Runs on: Electron \d.*Chromium \d.*Node \d.*SQLite \d/)
  expect(text).toMatch(/Workbook: [\d.]+ [KM]B, open to change\nPlace: a disk of this computer/)
  expect(text).toContain('app engine ended killed')
  expect(text.toLowerCase()).not.toContain(CANARY.toLowerCase())
  expect(text).not.toContain(desktop.folder)
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
  await dialog.getByText('Copied.').waitFor()
  expect((await app.evaluate(({ clipboard }) => clipboard.readText())).trim()).toBe(text.trim())
  await page.keyboard.press('Escape')
})

it('AB14: a window whose process ends leaves a line', async () => {
  process.kill(await windowPid(), 'SIGKILL')
  await expect.poll(log).toMatch(/ app window gone \S+ \d+\n/)
})

function windowPid(): Promise<number> {
  return desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
  )
}

async function enginePid(): Promise<number> {
  const [pid] = enginesUnder(desktop.app.process().pid!)
  if (!pid) throw new Error('There is no engine')
  return pid
}

/** The engine runs under a Node of its own here, as a child of the app. */
function enginesUnder(parent: number): number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(pid => {
      try {
        const [, under] = /^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
        return Number(under) === parent && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('engine.mjs')
      } catch {
        return false
      }
    })
}

/** In ticks since the computer started. */
function startedAt(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19])
}
