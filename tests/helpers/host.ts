import { mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { onTestFinished } from 'vitest'
import { startHost } from '../../electron/host/host.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import type { HostContract } from '../../shared/contract/host.ts'
import { PERSON_HEADER } from '../../shared/contract/person-header.ts'
import { freshFolder, WHO } from './engine.ts'

export const TOKEN = 'a'.repeat(64)

/** The real host over a fresh folder and a page of two files, closed when the test ends. */
export async function startTestHost(folder = freshFolder()) {
  const host = await startHost({ folder, token: TOKEN, pageFolder: smallPage() })
  onTestFinished(() => host.close())
  const origin = `http://127.0.0.1:${host.port}`
  const headers = { origin, authorization: `Bearer ${TOKEN}`, ...personHeader(WHO.name) }
  return {
    host,
    folder,
    origin,
    headers,
    calls: createORPCClient<ContractRouterClient<HostContract>>(
      new RPCLink({ url: `${origin}/host`, headers }),
    ),
    page: (id: string, name = WHO.name) =>
      createORPCClient<ContractRouterClient<Contract>>(
        new RPCLink({ url: `${origin}/w/${id}/rpc`, headers: { ...headers, ...personHeader(name) } }),
      ),
    /** Sends exactly these lines: fetch corrects or refuses what a hostile program would send. */
    raw: (lines: readonly string[], body = '') => sendRaw(host.port, lines, body),
  }
}

/** A page of two files: these tests need no built one. */
export function smallPage(): string {
  const folder = freshFolder()
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Ninefold</title>')
  writeFileSync(join(folder, 'assets', 'main.js'), 'export {}')
  return folder
}

function personHeader(name: string): Record<string, string> {
  return { [PERSON_HEADER]: encodeURIComponent(JSON.stringify({ name, role: '' })) }
}

/** The whole answer, head and all; ends when the other side closes or after a moment of silence. */
function sendRaw(port: number, lines: readonly string[], body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.setTimeout(1500, () => socket.destroy())
    socket.on('data', piece => {
      answer += piece
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
    socket.write(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n${body}`)
  })
}
