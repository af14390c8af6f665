import { EventEmitter } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../shared/contract/contract.ts'
import type { Control } from '../../shared/contract/control.ts'
import { DETAILS, WHO } from './engine.ts'

/**
 * A program of its own: the engine's real entry, mounted as Electron's utility process mounts it, with what Electron
 * gives such a process made by hand. Makes a workbook through one door and reads it through the other.
 */
const parent = new EventEmitter()
Object.assign(process, { parentPort: parent })
await import('../../electron/engine/process.ts')

const control = createORPCClient<ContractRouterClient<Control>>(new RPCLink({ port: portTo('control-port') }))
const page = createORPCClient<ContractRouterClient<Contract>>(new RPCLink({ port: portTo('page-port') }))
await control.file.create({ path: process.argv[2]!, details: DETAILS, who: WHO })
const { rows } = await page.workbook.read()
console.log(rows.workbook[0]!.systemName)
await control.file.close()
process.exit(0)

function portTo(type: 'control-port' | 'page-port') {
  const { port1, port2 } = new MessageChannel()
  parent.emit('message', { data: { type }, ports: [port2] })
  port1.start()
  return port1
}
