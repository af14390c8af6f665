import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import { type Bridge, PORT_MESSAGE } from '../../shared/contract/bridge.ts'

/** What the page still has to do before its window goes. */
let closing = async () => {}

/** All the page gets of Electron. Dropped files become paths here, so that no path ever comes from the page. */
const bridge: Bridge<File> = {
  call: (name, ...args) => ipcRenderer.invoke('ninefold:call', name, args),
  attachFiles: async (files, targets) =>
    ipcRenderer.invoke(
      'ninefold:attach',
      await Promise.all(files.map(file => atHand(file, 'Pasted picture.png'))),
      targets,
    ),
  readReturnedFiles: async files =>
    ipcRenderer.invoke(
      'ninefold:returned',
      await Promise.all(files.map(file => atHand(file, 'Pasted file.xlsx'))),
    ),
  onCommand: listener => hear('ninefold:command', (id: string) => listener(id)),
  onClosing(listener) {
    closing = listener
    return () => {
      if (closing === listener) closing = async () => {}
    }
  },
  onEngineGone: listener => hear('ninefold:engine-gone', (life: number) => listener(life)),
}
contextBridge.exposeInMainWorld('ninefold', bridge)

// A port cannot cross the bridge as a value. It goes as a window message, to this origin only, with the page's nonce.
ipcRenderer.on('ninefold:port', (event, nonce: string) => {
  window.postMessage({ type: PORT_MESSAGE, nonce }, location.origin, event.ports)
})

ipcRenderer.on('ninefold:closing', async () => {
  await closing().catch(() => {})
  ipcRenderer.send('ninefold:may-close')
})

async function atHand(file: File, unnamed: string) {
  const path = pathOf(file)
  if (path) return { kind: 'path', path }
  return { kind: 'bytes', name: file.name || unnamed, bytes: new Uint8Array(await file.arrayBuffer()) }
}

/** Electron before 29, which the tests use, kept the path on the file itself. */
function pathOf(file: File & { readonly path?: string }): string {
  return webUtils ? webUtils.getPathForFile(file) : (file.path ?? '')
}

function hear<T>(channel: string, listener: (value: T) => void): () => void {
  const heard = (_event: IpcRendererEvent, value: T) => listener(value)
  ipcRenderer.on(channel, heard)
  return () => void ipcRenderer.off(channel, heard)
}
