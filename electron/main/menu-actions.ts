import { say } from './dialogs.ts'
import type { MenuActions } from './menu.ts'
import type { SettingsFile } from './settings.ts'
import { allWindows, makeWindow, showPage } from './windows.ts'
import type { Workbooks } from './workbooks.ts'

/** The menu's own actions: they work from any screen, and with no window at all. */
export function menuActions(settings: SettingsFile, workbooks: Workbooks): MenuActions {
  /** A window without a workbook: the one in front if it has none, else a new one. */
  const idleWindow = () => {
    const [inFront] = allWindows()
    return inFront && !inFront.opened ? inFront : makeWindow(settings, true)
  }
  return {
    newWorkbook: () => showPage(idleWindow(), '#/new'),
    newWindow: () => void makeWindow(settings),
    async openWorkbook() {
      const from = allWindows()[0] ?? makeWindow(settings)
      const outcome = await workbooks.openByChoice(from)
      if (outcome.kind === 'opened') showPage(from)
      if (outcome.kind === 'failed' || outcome.kind === 'in-use') await say(from.window, outcome.sentence)
    },
  }
}
