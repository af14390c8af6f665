import type { MessagePortMain } from 'electron'
import { type ForkMessage, type ForkPort, forkPort } from '../engine/fork-channel.ts'

/** Joins pages' ports and the control client to an engine that can only be reached over a process channel. */
export function relayOver(send: (message: ForkMessage) => void) {
  const control = forkPort('control', send)
  const channels = new Map<string, ForkPort>([['control', control]])
  let pages = 0
  return {
    control,
    deliver: (message: ForkMessage) => channels.get(message.channel)?.deliver(message),
    addPage(port: MessagePortMain) {
      const name = `page:${++pages}`
      const page = forkPort(name, send)
      channels.set(name, page)
      port.on('message', event => page.postMessage(event.data))
      port.once('close', () => {
        channels.delete(name)
        page.close()
      })
      page.on('message', event => port.postMessage(event?.data))
      page.on('close', () => port.close())
      port.start()
    },
    close() {
      for (const [channel, port] of channels) port.deliver({ type: 'close', channel })
    },
  }
}
