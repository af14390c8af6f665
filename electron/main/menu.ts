import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'

/** What the menu asks of the app itself, in the window in front. */
export type MenuActions = {
  newWorkbook(): void
  openWorkbook(): void
  newWindow(): void
  about(): void
}

type Item = MenuItemConstructorOptions

/** The menu bar: every line is a command of the page's registry, a role of the system, or one of `actions`. */
export function setupMenu(actions: MenuActions): void {
  const isMac = process.platform === 'darwin'
  const menus = [fileMenu(actions, isMac), editMenu(), goMenu(), viewMenu(), helpMenu(actions)]
  Menu.setApplicationMenu(Menu.buildFromTemplate([...(isMac ? [macMenu(actions)] : []), ...menus]))
}

/**
 * A command of the page. On Windows and Linux the page hears the keys itself, and knows when they belong to a text
 * field; the menu only shows them. On macOS the menu hears them first.
 */
function command(label: string, id: string, accelerator?: string): Item {
  return {
    label,
    id,
    click: () => BrowserWindow.getFocusedWindow()?.webContents.send('ninefold:command', id),
    ...(accelerator ? { accelerator, registerAccelerator: process.platform === 'darwin' } : {}),
  }
}

/** The menu under the app's own name, with our About box in place of the system's. */
function macMenu({ about }: MenuActions): Item {
  return {
    label: app.name,
    submenu: [
      { label: 'About Ninefold', click: about },
      { type: 'separator' },
      command('Settings…', 'go.settings', 'CmdOrCtrl+,'),
      { type: 'separator' },
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' },
    ],
  }
}

const separator: Item = { type: 'separator' }

function fileMenu({ newWorkbook, openWorkbook, newWindow }: MenuActions, isMac: boolean): Item {
  return {
    label: '&File',
    submenu: [
      { label: '&New workbook', accelerator: 'CmdOrCtrl+N', click: newWorkbook },
      { label: '&Open…', accelerator: 'CmdOrCtrl+O', click: openWorkbook },
      // Windows and Linux list recent files on the start screen; only macOS has a menu of its own for them.
      ...(isMac
        ? [{ role: 'recentDocuments', submenu: [{ role: 'clearRecentDocuments' }] } satisfies Item]
        : []),
      { label: 'New &window', accelerator: 'CmdOrCtrl+Shift+N', click: newWindow },
      separator,
      command('Save a &copy…', 'workbook.copy'),
      command('Re&store from a snapshot', 'go.restore'),
      command('&Export', 'go.export'),
      command('&Read returned files', 'review.open', 'CmdOrCtrl+Shift+O'),
      // The same door under the name of what else goes through it.
      { ...command('&Bring in another copy', 'review.open'), id: 'review.copy' },
      command('&Print…', 'page.print', 'CmdOrCtrl+P'),
      separator,
      command('Close, and show &all workbooks', 'workbook.close'),
      { role: 'close' },
      ...(isMac ? [] : [{ role: 'quit' } satisfies Item]),
    ],
  }
}

function editMenu(): Item {
  return {
    label: '&Edit',
    submenu: [
      command('&Undo', 'edit.undo', 'CmdOrCtrl+Z'),
      command('&Redo', 'edit.redo', 'CmdOrCtrl+Y'),
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
      separator,
      command('&Find or do…', 'find.open', 'CmdOrCtrl+K'),
    ],
  }
}

function goMenu(): Item {
  return {
    label: '&Go',
    submenu: [
      command('&Overview', 'go.overview'),
      command('&Next principle', 'principle.next', 'Alt+PageDown'),
      command('&Previous principle', 'principle.previous', 'Alt+PageUp'),
      separator,
      command('&Evidence', 'go.evidence'),
      command('&Actions', 'go.actions'),
      command('P&icture', 'go.picture'),
      command('&History', 'go.history'),
      separator,
      command('&Settings', 'go.settings'),
    ],
  }
}

function viewMenu(): Item {
  return {
    label: '&View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      separator,
      command('&Fold the rail', 'rail.fold', 'CmdOrCtrl+B'),
      { role: 'togglefullscreen' },
    ],
  }
}

function helpMenu({ about }: MenuActions): Item {
  return {
    role: 'help',
    label: '&Help',
    submenu: [
      command('&Guide', 'go.guide', 'F1'),
      command('&Help', 'go.help'),
      command('List the &keys', 'help.keys'),
      separator,
      command('&Copy details for support', 'help.support'),
      { ...command('&About Ninefold', 'help.about'), click: about },
    ],
  }
}
