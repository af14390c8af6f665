import { fork } from 'node:child_process'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink, type SupportedMessagePort } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { app, MessageChannelMain, type MessagePortMain, utilityProcess } from 'electron'
import type { Control } from '../../shared/contract/control.ts'
import type { ForkMessage } from '../engine/fork-channel.ts'
import { logEvent } from '../log/fault-log.ts'
import { engineBeside } from './engine-beside.ts'
import { relayOver } from './engine-relay.ts'
import { testSetting } from './test-settings.ts'

/** The engine's control door, as main speaks to it. */
export type ControlClient = ContractRouterClient<Control>

/** A running engine. */
export type EngineProcess = {
  readonly control: ControlClient
  readonly pid: number | undefined
  /** Resolves when the process has ended, asked to or not. */
  readonly whenGone: Promise<void>
  /** Gives the engine one end of a line to a page. */
  addPage(port: MessagePortMain): void
  stop(): void
}

let prepared: EngineProcess | null = null

/** Starts the first engine before there is a window for it: the two come up side by side. */
export function prepareEngine(): void {
  prepared ??= launchEngine()
}

/** An engine in a process of its own: the one that was prepared, or else a new one. */
export function startEngine(): EngineProcess {
  const ready = prepared ?? launchEngine()
  prepared = null
  return ready
}

function launchEngine(): EngineProcess {
  const { isPackaged } = app
  const beside = engineBeside({ isPackaged, resources: process.resourcesPath, napi: process.versions.napi })
  const entry = testSetting('NINEFOLD_ENGINE_ENTRY') ?? beside?.entry ?? join(__dirname, 'engine.mjs')
  const node = testSetting('NINEFOLD_ENGINE_NODE') ?? beside?.node
  return node ? startUnderNode(node, entry) : startAsUtility(entry)
}

function startAsUtility(entry: string): EngineProcess {
  const child = utilityProcess.fork(entry, [], { serviceName: 'Ninefold workbook', env: engineEnv() })
  let isStopping = false
  const { port1, port2 } = new MessageChannelMain()
  child.postMessage({ type: 'control-port' }, [port2])
  port1.start()
  return {
    control: controlOver(port1),
    get pid() {
      return child.pid
    },
    whenGone: new Promise(resolve => {
      child.once('exit', code => {
        if (!isStopping) logEvent('engine ended', code)
        port1.close()
        resolve()
      })
    }),
    addPage: port => child.postMessage({ type: 'page-port' }, [port]),
    stop() {
      isStopping = true
      child.kill()
    },
  }
}

/** For the test Electron, whose own Node is too old for the engine (docs/decisions/plain-node-engine.md). */
function startUnderNode(node: string, entry: string): EngineProcess {
  const child = fork(entry, [], { execPath: node, execArgv: [], serialization: 'advanced', env: engineEnv() })
  let isStopping = false
  const relay = relayOver((message: ForkMessage) => {
    if (child.connected) child.send(message)
  })
  child.on('message', message => relay.deliver(message as ForkMessage))
  const whenGone = new Promise<void>(resolve => {
    child.once('error', () => resolve())
    child.once('exit', code => {
      if (!isStopping) logEvent('engine ended', code ?? 'killed')
      resolve()
    })
  })
  void whenGone.then(relay.close)
  return {
    control: controlOver(relay.control),
    pid: child.pid,
    whenGone,
    addPage: relay.addPage,
    stop() {
      isStopping = true
      child.kill()
    },
  }
}

function controlOver(port: SupportedMessagePort): ControlClient {
  return createORPCClient(new RPCLink({ port }))
}

/** The engine's environment without what could make another Node load something of its own; and where the log is. */
function engineEnv(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS, ELECTRON_RUN_AS_NODE, ...env } = process.env
  return { ...env, NINEFOLD_LOG: app.getPath('logs') }
}
