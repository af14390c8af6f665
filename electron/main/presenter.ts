import { join } from 'node:path'
import { BrowserWindow, screen } from 'electron'
import { PAGE_ORIGIN } from './app-protocol.ts'
import { PAGE_POWERS } from './guards.ts'
import { addBeside, type WorkbookWindow, windowBeside } from './windows.ts'

/** The window for the projector: on another screen if there is one, else beside the scribe's. Asked again, it comes to the front. */
export function openPresenter(owner: WorkbookWindow): void {
  const there = windowBeside(owner)
  if (there) {
    there.show()
    return
  }
  const here = screen.getDisplayMatching(owner.window.getBounds())
  const other = screen.getAllDisplays().find(display => display.id !== here.id)
  const window = new BrowserWindow({
    ...(other ? { ...other.workArea, fullscreen: true } : { width: 1024, height: 768 }),
    title: 'Ninefold presenter',
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    webPreferences: { ...PAGE_POWERS, preload: join(__dirname, 'preload.cjs') },
  })
  addBeside(owner, window)
  // A load that another load overtakes is no trouble.
  void window.loadURL(`${PAGE_ORIGIN}/index.html#/present/window`).catch(() => {})
}
