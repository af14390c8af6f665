import { app } from 'electron'
import { logDetail } from '../../shared/text/log-line.ts'
import { startLog } from '../log/app-log.ts'
import { logEvent, logFault } from '../log/fault-log.ts'

/** Starts the app's log and writes down in it what ends or goes wrong unasked, in whichever process. */
export function setupLog(): void {
  startLog(app.getPath('logs'), 'app')
  // Electron would show the error's own words in a window. The app goes on, as it would there.
  process.on('uncaughtException', error => logFault(error))
  process.on('unhandledRejection', reason => logFault(reason))
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) => {
    if (reason !== 'clean-exit') logEvent('window gone', ...logDetail(reason), exitCode)
  })
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit')
      logEvent('helper process gone', ...logDetail(type), ...logDetail(reason), exitCode)
  })
  app.on('quit', () => logEvent('stopped'))
}
