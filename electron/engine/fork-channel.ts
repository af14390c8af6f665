import type { MessagePortMainLike } from '@orpc/client/message-port'

/** What goes over the process channel, both ways: many ports on one line. */
export type ForkMessage =
  | { readonly type: 'message'; readonly channel: string; readonly data: unknown }
  | { readonly type: 'close'; readonly channel: string }

type Line = {
  send(message: ForkMessage): void
  listen(listener: (message: ForkMessage) => void): void
}

/** A port-like end of one channel of a process line. */
export type ForkPort = MessagePortMainLike & {
  deliver(message: ForkMessage): void
  close(): void
}

/** One named channel as a port: the small shape that oRPC and the relay ask for. */
export function forkPort(channel: string, send: (message: ForkMessage) => void): ForkPort {
  const listeners = new Map<string, Listener[]>()
  const tell = (event: string, value?: { data: unknown }) => {
    for (const listener of listeners.get(event) ?? []) listener(value)
  }
  return {
    on: (event: string, listener: Listener) =>
      void listeners.set(event, [...(listeners.get(event) ?? []), listener]),
    postMessage: (data: unknown) => send({ type: 'message', channel, data }),
    deliver: message =>
      message.type === 'message' ? tell('message', { data: message.data }) : tell('close'),
    close: () => send({ type: 'close', channel }),
  }
}

// The port type of the library says any.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Listener = (event?: { data: any }) => void

/** The child's end: calls `onPort` at the first message of each channel, before the message is delivered. */
export function forkChannels(
  onPort: (channel: string, port: ForkPort) => void,
  line: Line = processLine(),
): void {
  const ports = new Map<string, ForkPort>()
  line.listen(message => {
    let port = ports.get(message.channel)
    if (message.type === 'close') ports.delete(message.channel)
    if (!port) {
      if (message.type === 'close') return
      port = forkPort(message.channel, line.send)
      ports.set(message.channel, port)
      onPort(message.channel, port)
    }
    port.deliver(message)
  })
}

function processLine(): Line {
  return {
    send: message => void process.send?.(message),
    listen: listener => void process.on('message', message => listener(message as ForkMessage)),
  }
}
