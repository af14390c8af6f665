import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, onTestFailed, onTestFinished } from 'vitest'
import { createEngine } from '../../../electron/engine/engine.ts'
import { type Served, serve } from '../../../electron/host/serve.ts'
import { build, root } from '../../../scripts/build.ts'
import type { NewWorkbook } from '../../../shared/contract/control.ts'
import { CHROMIUM_FLAGS, neededChromium } from '../../helpers/chromium.ts'
import { DETAILS, WHO } from '../../helpers/engine.ts'
import { namesInUtf8 } from '../helpers/names-in-utf8.ts'
import { startPage } from '../pages/start-page.ts'

export type AppOptions = {
  /** Made before the page is opened, and opened in it; `false` stays on the start screen. */
  readonly workbook?: Partial<NewWorkbook> | false
  /** Does something to the workbook, through the engine's own calls, before the page sees it. */
  readonly prepare?: (page: PageCalls, path: string, shell: ShellCalls) => Promise<unknown>
  /** Does something to the folder before the host starts: see failures.ts. */
  readonly setUp?: (folder: string, path: string) => Promise<unknown> | unknown
  readonly viewport?: { readonly width: number; readonly height: number }
}

export type App = {
  readonly page: Page
  readonly context: BrowserContext
  /** The folder of workbooks, and the workbook in it. */
  readonly folder: string
  readonly path: string
  readonly url: string
  /** Another tab at the same address. */
  openTab(): Promise<Page>
  /** Ends the serving process the hard way. The supervisor starts another one. */
  kill(): void
  /** Stops the host properly, so that a test may look into the file. */
  stop(): Promise<void>
  /** What the page complained of: uncaught errors and console errors. Empty at the end of a good test. */
  readonly complaints: string[]
}

type PageCalls = ReturnType<typeof callsOf>['page']
type ShellCalls = ReturnType<typeof callsOf>['shell']

let browser: Browser | undefined
afterAll(() => browser?.close())

/** The app in a real Chromium: a fresh folder, a host of its own on a free port, and one page. */
export async function startApp(options: AppOptions = {}): Promise<App> {
  await build({ ifStale: true, quiet: true })
  const folder = await mkdtemp(join(tmpdir(), 'ninefold-e2e-'))
  const path = join(folder, 'Northmoor.ninefold')
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  if (options.workbook !== false) await makeWorkbook(path, options)
  await options.setUp?.(folder, path)
  // Nobody's own settings are read or written, and no test hears of another's.
  process.env.NINEFOLD_SETTINGS = join(folder, '.settings')
  // The built one starts in a third of the time that the sources take.
  const served = await serve(folder, undefined, join(root, 'dist/electron/host.mjs'))
  onTestFinished(() => served.stop())
  const app = await openBrowser(served, options)
  if (options.workbook !== false)
    await startPage(app.page).open(options.workbook?.systemName ?? DETAILS.systemName)
  return { ...app, folder, path }
}

/** A page of the same Chromium at an address that another host gave. */
export async function openPage(url: string): Promise<Page> {
  return (await openBrowser({ url, pid: () => undefined, stop: async () => {} }, {})).page
}

async function makeWorkbook(path: string, { workbook, prepare }: AppOptions): Promise<void> {
  const engine = createEngine()
  const { page, shell } = callsOf(engine)
  await shell.file.create({ path, details: { ...DETAILS, ...workbook }, who: WHO })
  await prepare?.(page, path, shell)
  await engine.state.close()
}

function callsOf(engine: ReturnType<typeof createEngine>) {
  const page = createRouterClient(engine.contract, { context: engine.context() })
  const shell = createRouterClient(engine.control, { context: engine.context() })
  return { page, shell }
}

async function openBrowser(
  served: Pick<Served, 'url' | 'pid' | 'stop'>,
  options: AppOptions,
): Promise<Omit<App, 'folder' | 'path'>> {
  browser ??= await chromium.launch({
    executablePath: neededChromium(),
    args: CHROMIUM_FLAGS,
    env: namesInUtf8(),
  })
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1366, height: 768 },
    acceptDownloads: true,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  })
  onTestFinished(() => context.close())
  context.setDefaultTimeout(10_000)
  const complaints: string[] = []
  const openTab = async () => {
    const page = await context.newPage()
    page.on('pageerror', error => complaints.push(error.message))
    page.on('console', line => line.type() === 'error' && complaints.push(line.text()))
    await page.goto(served.url)
    return page
  }
  const page = await openTab()
  onTestFailed(async () => {
    await page.screenshot({ path: join(tmpdir(), 'ninefold-e2e-failed.png') }).catch(() => {})
    if (complaints.length > 0) console.error(`The page complained: ${complaints.join('\n')}`)
  })
  const kill = () => void process.kill(served.pid()!, 'SIGKILL')
  return { page, context, url: served.url, openTab, kill, stop: served.stop, complaints }
}
