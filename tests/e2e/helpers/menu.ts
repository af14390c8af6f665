import type { DesktopApp } from './desktop-app.ts'

/** Chooses a line of the menu bar by its id or, where the system names it, its role. */
export async function chooseMenu({ app }: DesktopApp, line: string): Promise<void> {
  await app.evaluate(({ BrowserWindow, Menu }, wanted) => {
    const items = Menu.getApplicationMenu()!.items.flatMap(menu => menu.submenu?.items ?? [])
    const item = items.find(one => one.id === wanted || one.role === wanted)
    const window = BrowserWindow.getAllWindows()[0]!
    if (!item) throw new Error(`The menu has no ${wanted}`)
    window.focus()
    item.click(undefined, window, window.webContents)
  }, line)
}
