import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { expect, it, onTestFinished } from 'vitest'
import { root } from '../../../scripts/build.ts'
import type { HostContract } from '../../../shared/contract/host.ts'
import { DETAILS, freshFolder } from '../../helpers/engine.ts'

/** The built host as people start it, with settings of its own. */
async function startBuiltHost() {
  const [folder, settings] = [freshFolder(), freshFolder()]
  writeFileSync(join(settings, 'person.json'), '{ "name": ')
  const host = spawn(process.execPath, [join(root, 'dist/electron/host.mjs'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NINEFOLD_SETTINGS: settings },
  })
  onTestFinished(async () => {
    if (host.exitCode === null && host.kill()) await new Promise(resolve => host.once('exit', resolve))
  })
  let said = ''
  const link = new Promise<RegExpExecArray>(resolve => {
    host.stdout.on('data', piece => {
      said += piece
      const found = /(http:\/\/[\d.:]+)\/#token=(\w+)/.exec(said)
      if (found) resolve(found)
    })
  })
  const [, origin = '', token = ''] = await link
  const headers = { origin, authorization: `Bearer ${token}` }
  const calls = createORPCClient<ContractRouterClient<HostContract>>(
    new RPCLink({ url: `${origin}/host`, headers }),
  )
  return {
    host,
    calls,
    folder,
    settings,
    log: () => readFileSync(join(settings, 'logs/ninefold.log'), 'utf8'),
  }
}

it('AB13 AB14 AB33: the host’s log tells of the page’s faults and of a serving process that died, and settings are set aside', async () => {
  const { host, calls, folder, settings, log } = await startBuiltHost()
  expect(await calls.person()).toEqual({ name: '', role: '' })
  expect(await calls.news()).toMatch(/set aside as “person unreadable \d{4}-\d\d-\d\d\.json”/)
  expect(await calls.news()).toBe(null)
  await calls.setPerson({ name: 'Kanari', role: 'Kanari' })
  expect(readdirSync(settings).filter(name => name.startsWith('person'))).toHaveLength(2)

  await calls.reportFault({ words: 'RangeError at draw (help-screen-Bx12.js:1:22)' })
  for (const words of ['Kanari', 'Error Kanari', 'Error at draw (Kanari wrote.js:1:2)', 'Error\nKanari'])
    await expect(calls.reportFault({ words })).rejects.toThrow()
  expect(log()).toMatch(/ page fault RangeError at draw \(help-screen-Bx12\.js:1:22\)\n/)

  const support = await calls.support({ id: null })
  expect(support.logLines.at(-1)).toMatch(/ page fault RangeError/)
  if (process.platform === 'linux') {
    const [child] = readFileSync(`/proc/${host.pid}/task/${host.pid}/children`, 'utf8').trim().split(' ')
    process.kill(Number(child), 'SIGKILL')
    await expect
      .poll(log, { timeout: 15_000 })
      .toMatch(/ supervisor server ended killed\n(.*\n)* ?.* supervisor server started again\n/)
  }
  for (const secret of [folder, settings]) expect(log()).not.toContain(secret)
  expect(log()).not.toMatch(/kanari/i)
}, 60_000)

it.skipIf(process.platform === 'win32')(
  'HO20: told twice to stop, as by Ctrl+C, or by a terminal that is closed, it still closes every workbook first',
  async () => {
    const signals: readonly NodeJS.Signals[][] = [['SIGINT', 'SIGINT'], ['SIGHUP']]
    for (const asked of signals) {
      const { host, calls, folder } = await startBuiltHost()
      await calls.create(DETAILS)
      expect(readdirSync(folder)).toContain(`~$${DETAILS.systemName}.ninefold`)
      // The terminal tells the whole family.
      const children = readFileSync(`/proc/${host.pid}/task/${host.pid}/children`, 'utf8')
      const ended = new Promise(resolve => host.once('exit', resolve))
      for (const signal of asked) {
        for (const pid of [...children.trim().split(' ').map(Number), host.pid!]) process.kill(pid, signal)
        // Two at once are one to the system.
        await wait(3)
      }
      await ended
      expect(host.exitCode).toBe(0)
      const snapshots = `${DETAILS.systemName} (snapshots)`
      expect(readdirSync(folder).sort()).toEqual([snapshots, `${DETAILS.systemName}.ninefold`])
      expect(readdirSync(join(folder, snapshots))).toHaveLength(1)
    }
  },
)
