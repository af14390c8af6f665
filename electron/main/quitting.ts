import { app } from 'electron'
import { allPutAway } from './windows.ts'

/** The app ends with its last window, and not before each engine has put its file away. */
export function setupQuitting(): void {
  let isQuitting = false
  app.on('before-quit', () => {
    isQuitting = true
  })
  // A window that first lets its page save calls the quitting off: it is taken up again with the last one gone.
  app.on('window-all-closed', () => {
    if (isQuitting || process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', event => {
    event.preventDefault()
    void allPutAway().then(() => app.exit())
  })
}
