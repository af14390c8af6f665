import { statSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BridgeCall } from '../../../shared/contract/bridge.ts'
import { type DesktopApp, startDesktop } from '../helpers/desktop-app.ts'
import { closeDisplay } from '../helpers/display.ts'
import { watchOpening } from '../helpers/watch-opening.ts'

/** Every call there is: the compiler asks for a new one to be named here, and so tried. */
const BRIDGE_CALLS = {
  person: true,
  setPerson: true,
  current: true,
  listRecent: true,
  forgetRecent: true,
  create: true,
  openByChoice: true,
  openRecent: true,
  findRecent: true,
  openRehearsal: true,
  openLocked: true,
  connect: true,
  closeWorkbook: true,
  attachByChoice: true,
  saveEvidence: true,
  openEvidence: true,
  exportFile: true,
  readReturned: true,
  saveCopy: true,
  listSnapshots: true,
  openSnapshot: true,
  snapshotPlace: true,
  setSnapshotPlace: true,
  setSnapshotLimit: true,
  savePicture: true,
  openSaved: true,
  revealSaved: true,
  openPresenter: true,
  print: true,
  setTitle: true,
  about: true,
  openPlace: true,
  support: true,
  reportFault: true,
  news: true,
} satisfies Record<BridgeCall, true>

let desktop: DesktopApp
let elsewhere: Server
let address: string
let visits = 0
beforeAll(async () => {
  elsewhere = createServer((_request, response) => {
    visits += 1
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.end('elsewhere')
  })
  await new Promise<void>(resolve => elsewhere.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`
  desktop = await startDesktop()
  await desktop.page.getByRole('button', { name: 'New workbook' }).waitFor()
})
afterAll(async () => {
  await desktop?.close()
  elsewhere?.close()
  closeDisplay()
})

it('DT20: the page has no Node and no Electron, only the bridge', async () => {
  const found = await desktop.page.evaluate(() => {
    const names = ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer']
    return {
      node: names.filter(name => name in globalThis),
      bridge: Object.keys(window.ninefold!).sort(),
      isSealed: Object.isFrozen(window.ninefold),
    }
  })
  expect(found).toEqual({
    node: [],
    bridge: ['call', 'onClosing', 'onCommand', 'onEngineGone'],
    isSealed: true,
  })
})

it('DT20: every power of the page is set outright', async () => {
  const powers = await desktop.app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    const contents = webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
      contents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag }
  })
  expect(powers).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  })
})

it('DT20: script that the app did not ship does not run', async () => {
  const ran = await desktop.page.evaluate(async () => {
    const inline = document.createElement('script')
    inline.textContent = 'window.ranInline = true'
    document.head.append(inline)
    // Later, since what a debugger calls may evaluate all the same.
    const evaluates = await new Promise(resolve =>
      setTimeout(() => {
        try {
          resolve(new Function('return true')())
        } catch {
          resolve(false)
        }
      }),
    )
    return { inline: 'ranInline' in window, evaluates }
  })
  expect(ran).toEqual({ inline: false, evaluates: false })
})

it('DT21: no window opens, and no link leads away', async () => {
  const { page, app } = desktop
  expect(await page.evaluate(to => window.open(to) === null, address)).toBe(true)
  await page.evaluate(to => {
    location.href = to
  }, address)
  await page.evaluate(to => {
    const link = document.createElement('a')
    link.href = to
    link.target = '_blank'
    link.textContent = 'away'
    document.body.append(link)
    link.click()
  }, address)
  await page.waitForTimeout(500)
  expect({ url: page.url(), windows: app.windows().length, visits }).toEqual({
    url: 'app://ninefold/index.html',
    windows: 1,
    visits: 0,
  })
})

it('DT21: nothing reaches the network', async () => {
  const answer = await desktop.page.evaluate(
    to =>
      fetch(to).then(
        () => 'answered',
        () => 'refused',
      ),
    address,
  )
  await desktop.page.evaluate(to => {
    new Image().src = to
  }, address)
  await desktop.page.waitForTimeout(300)
  expect({ answer, visits }).toEqual({ answer: 'refused', visits: 0 })
})

it('DT21: permissions are denied', async () => {
  const states = await desktop.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read']
    const found: Record<string, string> = {}
    for (const name of names)
      found[name] = await navigator.permissions
        .query({ name: name as PermissionName })
        .then(({ state }) => state)
        .catch(() => 'denied')
    return found
  })
  expect(new Set(Object.values(states))).toEqual(new Set(['denied']))
  const camera = await desktop.page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'given',
      () => 'denied',
    ),
  )
  expect(camera).toBe('denied')
})

it('DT22: a call we do not know, or with arguments of another shape, is refused', async () => {
  const answers = await desktop.page.evaluate(async () => {
    const call = window.ninefold!.call as (name: string, ...args: unknown[]) => Promise<{ ok: boolean }>
    return Promise.all([
      call('constructor'),
      call('openFile', '/etc/passwd'),
      call('openRecent', '/etc/passwd', 'edit'),
      call('openRecent', 7, 'edit'),
      call('create', { path: '/tmp/x' }),
      call('openSaved', '/etc/passwd'),
      call('savePicture', 'x.png', 'not bytes'),
    ])
  })
  expect(answers.map(answer => answer.ok)).toEqual(answers.map(() => false))
})

it('DT28: a page that was taken over reads, opens and reaches nothing by any call', async () => {
  const secret = join(desktop.folder, 'secret.txt')
  writeFileSync(secret, 'CANARY')
  // Older than the change, so that any reading would move it.
  utimesSync(secret, new Date(0), new Date())
  const opened = await watchOpening(desktop)
  await desktop.answerDialogs({})
  const said = await desktop.page.evaluate(
    async ([names, path]) => {
      const call = window.ninefold!.call as (name: string, ...args: unknown[]) => Promise<unknown>
      const hostile = [
        [path],
        [path, 'edit'],
        [`file://${path}`],
        [{ path, to: path, from: path }],
        [[path], true],
        [JSON.parse(`{"__proto__":{"path":${JSON.stringify(path)}},"constructor":{"prototype":{"x":1}}}`)],
        [{ kind: 'board', to: path, options: { path } }],
        [null, undefined, Number.NaN, path],
        ['../../../../../../etc/passwd\u0000.png', new Uint8Array([1])],
      ]
      const answers: string[] = []
      for (const name of names)
        for (const args of hostile) answers.push(`${name} ${JSON.stringify(await call(name, ...args))}`)
      return { answers, polluted: 'x' in {} || 'path' in {} }
    },
    [Object.keys(BRIDGE_CALLS), secret] as const,
  )
  expect(said.answers.length).toBe(Object.keys(BRIDGE_CALLS).length * 9)
  expect(said.answers.filter(answer => answer.includes('CANARY') || answer.includes('root:'))).toEqual([])
  expect(said.polluted).toBe(false)
  expect(statSync(secret).atimeMs).toBe(0)
  expect(await opened()).toEqual({ opened: [], shown: [] })
  expect({ url: desktop.page.url().split('#')[0], visits }).toEqual({
    url: 'app://ninefold/index.html',
    visits: 0,
  })
})

it('DT23: app:// gives the files of the page’s folder and nothing else', async () => {
  const found = await desktop.page.evaluate(async () => {
    const statuses: Record<string, number> = {}
    for (const path of ['index.html', '..%2felectron%2fmain.cjs', '%2e%2e/package.json', 'nothing.js'])
      statuses[path] = (await fetch(`app://ninefold/${path}`)).status
    const page = await fetch('app://ninefold/index.html')
    return { statuses, policy: page.headers.get('content-security-policy') ?? '' }
  })
  expect(found.statuses).toEqual({
    'index.html': 200,
    '..%2felectron%2fmain.cjs': 404,
    '%2e%2e/package.json': 404,
    'nothing.js': 404,
  })
  expect(found.policy).toContain("default-src 'none'; script-src 'self'")
})
