import { app, type IpcMainInvokeEvent, session, type WebContents } from 'electron'
import { PAGE_ORIGIN } from './app-protocol.ts'

/** The page's powers, each said outright even where it is Electron's default. */
export const PAGE_POWERS = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: true,
} as const

/** No page of ours goes anywhere, opens a window or gets a permission. */
export function setupGuards(): void {
  app.on('web-contents-created', (_event, contents) => keepAtHome(contents))
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(ALLOWED.has(permission)),
  )
  defaultSession.setPermissionCheckHandler((_contents, permission) => ALLOWED.has(permission))
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.on('will-download', event => event.preventDefault())
  // The dictionaries would come from the network; macOS has its own.
  if (process.platform !== 'darwin') defaultSession.setSpellCheckerEnabled(false)
}

/** Copying a picture to the clipboard is all the page asks for. */
const ALLOWED: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

function keepAtHome(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', event => event.preventDefault())
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
}

/** Whether a message comes from the top frame of a page of ours. */
export function isOurPage({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame === sender.mainFrame && (senderFrame?.url ?? '').startsWith(`${PAGE_ORIGIN}/`)
}
