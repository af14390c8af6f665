import type { SupportedMessagePort } from '@orpc/client/message-port'
import type { AnyRouter } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { logFault } from '../log/fault-log.ts'
import { forkChannels } from './fork-channel.ts'

/** What a mount needs of the engine: its two doors, the context of each call, and a way to put everything away. */
export type Mountable = {
  readonly contract: AnyRouter
  readonly control: AnyRouter
  readonly context: object
  close(): void | Promise<void>
}

/** The first message on each new port tells which door it opens. */
export type PortMessage = { readonly type: 'control-port' | 'page-port' }

/**
 * Serves the engine's doors to whoever started this process: Electron's main process hands over one port a door, and
 * a plain parent (tests, and Electron older than the engine's Node) talks over the process channel.
 */
export function mountEngine(engine: Mountable): void {
  const doors = {
    control: new RPCHandler(engine.control),
    page: new RPCHandler(engine.contract),
  }
  const parentPort = process.parentPort
  if (parentPort) {
    parentPort.on('message', ({ data, ports: [port] }) => {
      if (!port) return
      const { type } = data as PortMessage
      doors[type === 'control-port' ? 'control' : 'page'].upgrade(port as SupportedMessagePort, {
        context: engine.context,
      })
      port.start()
    })
  } else {
    forkChannels((name, port) => {
      doors[name === 'control' ? 'control' : 'page'].upgrade(port, { context: engine.context })
    })
  }
  closeWithProcess(engine)
}

/** A page that went away in the middle of a stream ends it with an error nobody waits for; that is no crash. */
function closeWithProcess(engine: Mountable): void {
  process.on('unhandledRejection', reason => {
    if (reason instanceof Error && reason.name === 'AbortError') return
    logFault(reason)
  })
  const stop = async () => {
    await engine.close()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('disconnect', stop)
}
