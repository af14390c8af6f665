import { once } from 'node:events'
import { createReadStream, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import type { FromServer, ToServer } from '../../electron/host/serve.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import type { HostContract } from '../../shared/contract/host.ts'
import { PERSON_HEADER } from '../../shared/contract/person-header.ts'
import { WHO } from '../helpers/engine.ts'
import { startLog } from './answers.ts'
import type { Begin } from './crash-child.ts'
import { forkQuietly, type Victim, victimOf } from './victims.ts'

const HOST = join(import.meta.dirname, '../../electron/host/main.ts')
const TOKEN = 'c'.repeat(64)

/**
 * The process that serves a folder to the browser, and pages of ours that type and attach in it by HTTP: what they were answered
 * is written down here, where it outlives the host.
 */
export function startHostVictim(env: NodeJS.ProcessEnv, pageFolder: string): Victim {
  const child = forkQuietly(HOST, ['--serving'], env)
  const victim = victimOf(child, async begin => {
    const order: ToServer = {
      kind: 'serve',
      folder: begin.folder,
      token: TOKEN,
      port: 0,
      pageFolder,
      avoid: [],
    }
    child.send(order)
    const [answer] = (await once(child, 'message')) as [FromServer]
    if (answer.kind !== 'ready') throw new Error('The host did not start')
    const page = await pageOf(`http://127.0.0.1:${answer.port}`)
    void work(victim, page, begin)
  })
  return victim
}

async function pageOf(origin: string) {
  const person = encodeURIComponent(JSON.stringify(WHO))
  const headers = { origin, authorization: `Bearer ${TOKEN}`, [PERSON_HEADER]: person }
  const link = (url: string) => new RPCLink({ url, headers })
  const host = createORPCClient<ContractRouterClient<HostContract>>(link(`${origin}/host`))
  const { id } = (await host.list())[0]!
  await host.open({ id })
  return {
    page: createORPCClient<ContractRouterClient<Contract>>(link(`${origin}/w/${id}/rpc`)),
    async attach(path: string, areaId: string) {
      const asked = new URLSearchParams({
        name: path.split('/').at(-1)!,
        targets: JSON.stringify({ areaIds: [areaId] }),
      })
      const answer = await fetch(`${origin}/w/${id}/evidence?${asked}`, {
        method: 'PUT',
        headers: {
          ...headers,
          'content-type': 'application/octet-stream',
          'content-length': String(statSync(path).size),
        },
        body: createReadStream(path),
        duplex: 'half',
      } as unknown as RequestInit)
      if (!answer.ok) throw Object.assign(new Error(await sentenceOf(answer)), { defined: true })
      return answer.json()
    },
  }
}

async function sentenceOf(answer: Response): Promise<string> {
  const text = await answer.text()
  return text.startsWith('{') ? String((JSON.parse(text) as { message?: unknown }).message) : text
}

async function work(
  victim: Victim,
  { page, attach }: Awaited<ReturnType<typeof pageOf>>,
  { log: path, outside }: Begin,
): Promise<void> {
  const log = startLog(path, () => null)
  const { rows, framework } = await page.workbook.read()
  const key = {
    roundId: rows.rounds.at(-1)!.id,
    areaId: rows.areas[0]!.id,
    principleId: framework.principles[0]!.id,
  }
  const { rating, evidence } = log.watch({
    rating: { set: page.rating.set },
    evidence: { put: attach },
  })
  const large = readdirSync(outside).map(name => join(outside, name))
  for (let turn = 0; !victim.isDead(); turn++) {
    const began = performance.now()
    try {
      const long = evidence.put(large[turn % large.length]!, key.areaId)
      long.catch(() => {})
      for (let words = 0; words < 20; words++)
        await rating.set({ ...key, set: { reason: `By HTTP ${turn}.${words}` } })
      await long
    } catch {
      // In the log, unless nobody answers any more.
      await pause(5)
    }
    victim.onRound(performance.now() - began)
  }
}
