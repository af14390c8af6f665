import { createRouterClient } from '@orpc/server'
import { createEngine } from '../../electron/engine/engine.ts'
import { depsOfCall, type RoomCall } from './room-story.ts'

/**
 * An engine in a process of its own that opens a workbook and makes the calls its parent sends, one after another, telling of each
 * once it is answered, until it is killed.
 */
let deps = depsOfCall(0)
const engine = createEngine({ now: () => deps.now(), newId: () => deps.newId() })
const context = engine.context({ name: 'Test Person', role: '' })
const page = createRouterClient(engine.contract, { context })
const shell = createRouterClient(engine.control, { context })

type Asked = { readonly open: string } | (RoomCall & { readonly number: number })

process.on('message', (asked: Asked) => void answer(asked))
process.send!({ started: true })

async function answer(asked: Asked): Promise<void> {
  if ('open' in asked) {
    await shell.file.open({ path: asked.open, who: { name: 'Test Person', role: '' } })
    process.send!({ opened: true })
    return
  }
  deps = depsOfCall(asked.number)
  await callOf(page, asked)
  process.send!({ done: asked.number })
}

function callOf(client: object, { call, input }: RoomCall): Promise<unknown> {
  const [noun, verb] = call.split('.') as [string, string]
  const calls = (client as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[noun]!
  return calls[verb]!(input)
}
