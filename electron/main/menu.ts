import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'

/** Asks the page in front for a command of its registry. */
export function sendCommand(id: string): void {
  BrowserWindow.getFocusedWindow()?.webContents.send('ninefold:command', id)
}

type Item = MenuItemConstructorOptions

/**
 * A command of the page. On Windows and Linux the page hears the keys itself, and knows when they belong to a text
 * field; the menu only shows them. On macOS the menu hears them first.
 */
function command(label: string, id: string, accelerator?: string): Item {
  return {
    label,
    id,
    click: () => sendCommand(id),
    ...(accelerator ? { accelerator, registerAccelerator: process.platform === 'darwin' } : {}),
  }
}

const separator: Item = { type: 'separator' }

/** The menu bar: every line is a command of the page's registry or a role of the system. */
export function setupMenu(newWindow: () => void): void {
  const isMac = process.platform === 'darwin'
  const file: Item = {
    label: '&File',
    submenu: [
      command('&New workbook…', 'workbook.new', 'CmdOrCtrl+N'),
      command('&Open…', 'workbook.open', 'CmdOrCtrl+O'),
      { label: 'Open &Recent', role: 'recentDocuments', submenu: [{ role: 'clearRecentDocuments' }] },
      { label: 'New &window', accelerator: 'CmdOrCtrl+Shift+N', click: newWindow },
      separator,
      command('Save a &copy…', 'workbook.saveCopy', 'CmdOrCtrl+Shift+S'),
      command('&Export…', 'export.open', 'CmdOrCtrl+E'),
      command('&Print…', 'page.print', 'CmdOrCtrl+P'),
      separator,
      command('C&lose workbook', 'workbook.close', 'CmdOrCtrl+Shift+W'),
      { role: isMac ? 'close' : 'quit' },
    ],
  }
  const edit: Item = {
    label: '&Edit',
    submenu: [
      command('&Undo', 'edit.undo', 'CmdOrCtrl+Z'),
      command('&Redo', 'edit.redo', 'CmdOrCtrl+Y'),
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    ],
  }
  const go: Item = {
    label: '&Go',
    submenu: [
      command('Find a &command…', 'palette.open', 'CmdOrCtrl+K'),
      separator,
      command('&Overview', 'go.overview'),
      command('&Evidence', 'go.evidence'),
      command('&Actions', 'go.actions'),
      command('&Picture', 'go.picture'),
      command('&History', 'go.history'),
    ],
  }
  const view: Item = {
    label: '&View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      separator,
      { role: 'togglefullscreen' },
    ],
  }
  const help: Item = {
    role: 'help',
    label: '&Help',
    submenu: [command('&Guide', 'help.open', 'F1'), command('&Keys', 'help.keys'), aboutLine()],
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([...(isMac ? [{ role: 'appMenu' } as Item] : []), file, edit, go, view, help]),
  )
}

function aboutLine(): Item {
  return { label: '&About Ninefold', click: () => app.showAboutPanel() }
}
