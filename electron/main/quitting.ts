import { app } from 'electron'
import { allPutAway } from './windows.ts'

/** The app ends with its last window, and not before each engine has put its file away. */
export function setupQuitting(): void {
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', event => {
    event.preventDefault()
    void allPutAway().then(() => app.exit())
  })
}
