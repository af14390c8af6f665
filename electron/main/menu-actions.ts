import { app } from 'electron'
import { say } from './dialogs.ts'
import type { MenuActions } from './menu.ts'
import type { SettingsFile } from './settings.ts'
import { allWindows, makeWindow, showPage } from './windows.ts'
import type { Workbooks } from './workbooks.ts'

/** The menu's own actions: they work from any screen, and with no window at all. */
export function menuActions(settings: SettingsFile, workbooks: Workbooks): MenuActions {
  return {
    newWorkbook() {
      const [inFront] = allWindows()
      if (inFront && !inFront.opened) showPage(inFront, '#/new')
      else makeWindow(settings, { place: '#/new' })
    },
    about() {
      const [inFront] = allWindows()
      // On macOS there may be no window to show ours in.
      if (inFront) inFront.window.webContents.send('ninefold:command', 'help.about')
      else app.showAboutPanel()
    },
    newWindow: () => void makeWindow(settings),
    async openWorkbook() {
      const from = allWindows()[0] ?? makeWindow(settings)
      const outcome = await workbooks.openByChoice(from)
      if (outcome.kind === 'opened') showPage(from)
      if (outcome.kind === 'failed' || outcome.kind === 'in-use') await say(from.window, outcome.sentence)
      if (outcome.kind === 'locked')
        await say(
          from.window,
          `${outcome.name} is locked with a password. Open it from the start screen, which asks for the password.`,
        )
    },
  }
}
