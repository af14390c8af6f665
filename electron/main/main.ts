import { app, dialog } from 'electron'
import { logEvent, logFault } from '../log/fault-log.ts'
import { registerAppScheme, setupAppProtocol } from './app-protocol.ts'
import { prepareEngine } from './engine-process.ts'
import { setupGuards } from './guards.ts'
import { setupLog } from './log.ts'
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
if (opening) {
  setupLog()
  void app.whenReady().then(start).catch(cannotStart)
}

/** The engine comes first, since it takes longest. Windows come last: the page asks at once, and all that answers must be there. */
async function start(): Promise<void> {
  prepareEngine()
  const settings = openSettings(app.getPath('userData'))
  const recents = recentsOf(settings)
  const workbooks = workbooksWith(settings, recents)
  setupGuards()
  setupAppProtocol()
  setupPageCalls(settings, recents, workbooks)
  whenClosing(keepBeforeClosing)
  whenClosed(closed => workbooks.close(closed))
  setupQuitting()
  const begun = opening?.begin(workbooks, settings)
  // Nobody waits for these to see the first screen.
  setupMenu(menuActions(settings, workbooks))
  setupTempFolders()
  logEvent('started')
  await begun
}

function cannotStart(error: unknown): void {
  logEvent('could not start')
  logFault(error)
  dialog.showErrorBox(
    'Ninefold could not start',
    'Something went wrong while Ninefold was starting. Your workbooks are as they were: start it again, or restart the computer first.',
  )
  app.exit(1)
}
