import { join } from 'node:path'
import { BrowserWindow, screen, type WebContents } from 'electron'
import { OPENING_QUERY } from '../../shared/contract/bridge.ts'
import type { Opened } from '../../shared/contract/control.ts'
import { logEvent } from '../log/fault-log.ts'
import { PAGE_ORIGIN } from './app-protocol.ts'
import { type EngineProcess, startEngine } from './engine-process.ts'
import { PAGE_POWERS } from './guards.ts'
import { isSamePath } from './recents.ts'
import type { SettingsFile } from './settings.ts'
import { type Supervisor, supervise } from './supervisor.ts'
import { workingFolder } from './working-folder.ts'

/** A window, the engine behind it, and the workbook open in it, if one is. */
export type WorkbookWindow = {
  readonly window: BrowserWindow
  readonly engine: Supervisor<EngineProcess>
  opened: Opened | null
  /** Asked to close, and putting away. */
  isClosing?: boolean
  /** Resolves when it is clear what the window shows; the page asks no earlier. */
  settled: Promise<unknown>
}

/** An engine that does not answer is ended all the same: what was saved is on the disk. */
const CLOSE_WITHIN_MS = 5_000

let beforeGone: (closing: WorkbookWindow) => Promise<void> = async () => {}
let lastWork: (closed: WorkbookWindow) => Promise<void> = async () => {}
const open = new Set<WorkbookWindow>()
const beside = new Set<WorkbookWindow>()
const puttingAway = new Set<Promise<void>>()

/**
 * Makes a window. Its page loads while `opening` opens a workbook in it, and it is shown when both are done; without
 * `opening` it has the start screen. `place` is where in the page to begin.
 */
export function makeWindow(
  settings: SettingsFile,
  options: { opening?: (made: WorkbookWindow) => Promise<unknown>; place?: string } = {},
): WorkbookWindow {
  const engine = engineFor(() => made, settings)
  const window = new BrowserWindow({
    ...placeFor(settings),
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Ninefold',
    backgroundColor: '#f0f4f5',
    autoHideMenuBar: true,
    webPreferences: { ...PAGE_POWERS, preload: join(__dirname, 'preload.cjs') },
  })
  const made: WorkbookWindow = {
    window,
    opened: null,
    settled: Promise.resolve(),
    engine,
  }
  open.add(made)
  window.on('page-title-updated', event => event.preventDefault())
  window.on('close', event => {
    settings.change({ bounds: boundsOf(window) })
    if (!made.opened || !canAnswer(window)) return
    event.preventDefault()
    // Once more by someone who will not wait: the first closing hears it.
    if (made.isClosing) return
    made.isClosing = true
    void whenMayClose(window)
      .then(() => beforeGone(made))
      .then(() => window.destroy())
  })
  window.on('closed', () => {
    open.delete(made)
    const gone = lastWork(made).finally(() => made.engine.stop())
    puttingAway.add(gone)
    void gone.finally(() => puttingAway.delete(gone))
  })
  if (options.opening) made.settled = options.opening(made).catch(() => {})
  showPage(made, options.place, Boolean(options.opening))
  return made
}

/** Loads the page afresh; it asks which workbook it shows. `isOpening`: one is on its way, and what shows it may be loaded. */
export function showPage(made: WorkbookWindow, place = '', isOpening = made.opened !== null): void {
  const { window } = made
  window.once('ready-to-show', async () => {
    await made.settled
    if (!window.isDestroyed()) window.show()
  })
  // A load that another load overtakes is no trouble.
  void window.loadURL(`${PAGE_ORIGIN}/index.html${isOpening ? OPENING_QUERY : ''}${place}`).catch(() => {})
}

/** Every window, the one in front first. */
export function allWindows(): WorkbookWindow[] {
  const inFront = BrowserWindow.getFocusedWindow()
  return [...open].sort((a, b) => Number(b.window === inFront) - Number(a.window === inFront))
}

/** The window a page is in. A presenter's window asks in the name of the workbook it shows. */
export function windowOf(contents: WebContents): WorkbookWindow | undefined {
  return [...open, ...beside].find(one => one.window.webContents === contents)
}

/**
 * Another window of the same workbook and engine: the presenter's. It is none of `allWindows`, has no workbook of its own to
 * close, and goes when the workbook's window goes.
 */
export function addBeside(owner: WorkbookWindow, window: BrowserWindow): void {
  const made: WorkbookWindow = {
    window,
    engine: owner.engine,
    settled: Promise.resolve(),
    get opened() {
      return owner.opened
    },
    set opened(_given) {
      // Only the workbook's own window opens and closes it.
    },
  }
  beside.add(made)
  window.on('page-title-updated', event => event.preventDefault())
  window.on('closed', () => beside.delete(made))
  owner.window.on('closed', () => !window.isDestroyed() && window.destroy())
}

/** The presenter's window of a workbook, if it is open. */
export function windowBeside(owner: WorkbookWindow): BrowserWindow | undefined {
  return [...beside].find(one => one.engine === owner.engine)?.window
}

export function windowShowing(path: string): WorkbookWindow | undefined {
  return [...open].find(one => one.opened && isSamePath(one.opened.path, path))
}

/** Brings a window to the front. */
export function focus({ window }: WorkbookWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** Says what is done with the workbook of a window while the window still shows it. */
export function whenClosing(work: (closing: WorkbookWindow) => Promise<void>): void {
  beforeGone = work
}

/** Says what is done with the workbook of a window that has been closed, before its engine ends. */
export function whenClosed(work: (closed: WorkbookWindow) => Promise<void>): void {
  lastWork = closed =>
    Promise.race([work(closed), new Promise<void>(resolve => setTimeout(resolve, CLOSE_WITHIN_MS))])
}

/** Resolves when every engine of a closed window has put its file away. */
export async function allPutAway(): Promise<void> {
  await Promise.allSettled([...puttingAway])
}

function canAnswer({ webContents }: BrowserWindow): boolean {
  return !webContents.isCrashed() && !webContents.isLoadingMainFrame()
}

/** Lets the page save what is still being typed. A page that does not answer is not waited for. */
function whenMayClose(window: BrowserWindow): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, CLOSE_WITHIN_MS)
    window.once('closed', () => resolve())
    window.webContents.ipc.once('ninefold:may-close', () => resolve())
    window.webContents.send('ninefold:closing')
  })
}

function engineFor(owner: () => WorkbookWindow, settings: SettingsFile): Supervisor<EngineProcess> {
  return supervise<EngineProcess>({
    start: startEngine,
    async reopen(engine) {
      const { opened } = owner()
      if (!opened) return
      const { mode } = opened.access
      await engine.control.file.open({
        path: opened.path,
        who: settings.now.person,
        mode,
        snapshots: settings.now.snapshots,
        workingFolder: workingFolder(),
      })
    },
    onCrash(life, isStartedAgain) {
      logEvent(isStartedAgain ? 'engine started again' : 'engine given up', life)
      const { window } = owner()
      const all = [window, windowBeside(owner())]
      for (const one of all) if (one && !one.isDestroyed()) one.webContents.send('ninefold:engine-gone', life)
    },
  })
}

function placeFor(settings: SettingsFile) {
  const { bounds } = settings.now
  const size = { width: 1366, height: 768 }
  if (!bounds) return size
  // A screen that is no longer plugged in would leave the window out of sight; a second one lies beside the first.
  const { workArea } = screen.getDisplayMatching(bounds)
  const isInSight =
    bounds.x < workArea.x + workArea.width - 100 && bounds.y < workArea.y + workArea.height - 100
  if (!isInSight) return size
  const step = open.size * 24
  return { ...bounds, x: bounds.x + step, y: bounds.y + step }
}

function boundsOf(window: BrowserWindow) {
  const { x, y, width, height } = window.getNormalBounds()
  return { x, y, width, height }
}
