import { app } from 'electron'
import { registerAppScheme, setupAppProtocol } from './app-protocol.ts'
import { setupGuards } from './guards.ts'
import { setupMenu } from './menu.ts'
import { menuActions } from './menu-actions.ts'
import { setupOpening } from './opening.ts'
import { setupPageCalls } from './page-calls.ts'
import { setupQuitting } from './quitting.ts'
import { recentsOf } from './recents.ts'
import { openSettings } from './settings.ts'
import { keepBeforeClosing } from './snapshots.ts'
import { setupTempFolders } from './temp-folders.ts'
import { whenClosed, whenClosing } from './windows.ts'
import { workbooksWith } from './workbooks.ts'

app.setName('Ninefold')
app.setAboutPanelOptions({ applicationName: 'Ninefold', applicationVersion: app.getVersion() })
registerAppScheme()

const opening = setupOpening()
if (opening) void app.whenReady().then(start)

/** Windows come last: the page asks at once, and everything that answers must be there. */
async function start(): Promise<void> {
  const settings = openSettings(app.getPath('userData'))
  const recents = recentsOf(settings)
  const workbooks = workbooksWith(settings, recents)
  setupGuards()
  setupAppProtocol()
  setupTempFolders()
  setupPageCalls(settings, recents, workbooks)
  setupMenu(menuActions(settings, workbooks))
  whenClosing(keepBeforeClosing)
  whenClosed(closed => workbooks.close(closed))
  setupQuitting()
  await opening?.begin(workbooks, settings)
}
