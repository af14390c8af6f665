import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import { type Bridge, PORT_MESSAGE } from '../../shared/contract/bridge.ts'

/** What the page still has to do before its window goes. */
let closing = async () => {}

/** All the page gets of Electron. Dropped files go to the engine by their bytes, so that there is no way to name a path. */
const bridge: Bridge = {
  call: (name, ...args) => ipcRenderer.invoke('ninefold:call', name, args),
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

function hear<T>(channel: string, listener: (value: T) => void): () => void {
  const heard = (_event: IpcRendererEvent, value: T) => listener(value)
  ipcRenderer.on(channel, heard)
  return () => void ipcRenderer.off(channel, heard)
}
