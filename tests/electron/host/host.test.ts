import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { defaultFolder, serve } from '../../../electron/host/serve.ts'
import { createTickets, sweepLeftovers } from '../../../electron/host/tickets.ts'
import { EvidenceTargets } from '../../../shared/model/evidence.ts'
import type { EvidenceId } from '../../../shared/model/ids.ts'
import { DETAILS, freshFolder, startEngine, WHO } from '../../helpers/engine.ts'
import { smallPage, startTestHost } from '../../helpers/host.ts'

const MIB = 1024 * 1024

async function startWithWorkbook() {
  const started = await startTestHost()
  const opened = await started.calls.create(DETAILS)
  const page = started.page(opened.id)
  const { rows } = await page.workbook.read()
  const put = async (name: string, body: BodyInit, more: RequestInit = {}) => {
    const targets = JSON.stringify(EvidenceTargets.parse({ areaIds: [rows.areas[0]!.id] }))
    const asked = new URLSearchParams({ name, targets })
    const headers = { ...started.headers, 'content-type': 'application/octet-stream' }
    return fetch(`${started.origin}/w/${opened.id}/evidence?${asked}`, {
      method: 'PUT',
      headers,
      body,
      ...more,
    })
  }
  return { ...started, id: opened.id, opened, openedPage: page, put }
}

describe('HO5: the workbooks of a folder', () => {
  it('HO5: are listed by ids that say nothing, with what is in them, and nothing else is', async () => {
    const folder = freshFolder()
    const { shell } = startEngine()
    await shell.file.create({ path: join(folder, 'Northmoor.ninefold'), details: DETAILS, who: WHO })
    await shell.file.close()
    writeFileSync(join(folder, 'notes.txt'), 'x')
    writeFileSync(join(folder, '.hidden.ninefold'), 'x')
    writeFileSync(join(folder, 'broken.ninefold'), 'not a workbook')
    mkdirSync(join(folder, 'folder.ninefold'))
    const { calls } = await startTestHost(folder)
    const listed = await calls.list()
    expect(listed.map(({ name, summary }) => [name, summary?.systemName]).sort()).toEqual([
      ['Northmoor', 'Northmoor and Vale'],
      ['broken', undefined],
    ])
    expect(listed.every(({ id }) => /^[\w-]{22}$/.test(id))).toBe(true)
    const broken = listed.find(({ name }) => name === 'broken')!
    await expect(calls.open({ id: broken.id })).rejects.toMatchObject({ code: 'BAD_FILE' })
  })

  it('HO5: a new one gets a safe name of its own, and never takes the place of another', async () => {
    const { calls, folder } = await startTestHost()
    for (let time = 0; time < 2; time++) await calls.create({ ...DETAILS, systemName: '../CON: a/b' })
    expect(
      readdirSync(folder)
        .filter(name => name.endsWith('.ninefold') && !name.startsWith('~$'))
        .sort(),
    ).toEqual(['_CON_ a_b 2.ninefold', '_CON_ a_b.ninefold'])
  })

  it('HO5: several are open at once, each with its own history', async () => {
    const { calls, page } = await startTestHost()
    const [a, b] = [await calls.create(DETAILS), await calls.create({ ...DETAILS, systemName: 'Westmere' })]
    await page(a.id).workbook.set({ systemName: 'Changed' })
    expect((await page(b.id).workbook.read()).rows.workbook[0]!.systemName).toBe('Westmere')
  })

  it('HO5: an unknown one, and one that is not open, are told in a sentence', async () => {
    const { calls, page, id } = { ...(await startWithWorkbook()) }
    await expect(calls.open({ id: 'x'.repeat(22) })).rejects.toThrow('no longer in')
    expect(await calls.close({ id })).toBe(true)
    await expect(page(id).workbook.read()).rejects.toThrow('The workbook was closed')
  })

  it('HO6: who makes an edit comes with each call, without what cannot be seen', async () => {
    const { page, id } = await startWithWorkbook()
    await page(id, 'Ann\u202e\u0000 Lee').workbook.set({ systemName: 'One' })
    await page(id, 'Börje Ł').workbook.set({ systemName: 'Two' })
    const { entries } = await page(id).history.list({})
    expect(entries.slice(0, 2).map(entry => entry.who)).toEqual(['Börje Ł', 'Ann Lee'])
  })

  it('HO7: a refusal crosses with its code and its sentence', async () => {
    const { openedPage } = await startWithWorkbook()
    const work = openedPage.evidence.addLink({
      url: 'javascript:alert(1)',
      targets: EvidenceTargets.parse({}),
    })
    await expect(work).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringContaining('web address'),
    })
  })

  it('HO8: two pages on one workbook hear of each other, and the last one closes it', async () => {
    const { origin, headers, id, openedPage, calls } = await startWithWorkbook()
    const [one, two] = await Promise.all([listen(origin, id, headers), listen(origin, id, headers)])
    await openedPage.workbook.set({ systemName: 'Westmere' })
    for (const { heard } of [one, two])
      await vi.waitFor(() => expect(heard()).toContain('Called the system Westmere'), 5000)
    expect(await calls.close({ id })).toBe(false)
    one.leave()
    two.leave()
    await vi.waitFor(async () => expect(await calls.close({ id })).toBe(true), 5000)
  })
})

describe('HO9: evidence through the browser', () => {
  it('HO9: streams in, is there, and comes out by a ticket that works once', async () => {
    const { put, openedPage, calls, id, origin } = await startWithWorkbook()
    const bytes = randomBytes(9 * MIB + 3)
    const attached = await (await put('Board paper – v2.pdf', bytes)).json()
    expect(attached).toEqual({ evidenceIds: [expect.any(String)], problems: [], wasCancelled: false })
    const [item] = (await openedPage.workbook.read()).rows.evidence
    expect([item!.size, item!.contentHash]).toEqual([
      bytes.length,
      createHash('sha256').update(bytes).digest('hex'),
    ])
    const ticket = await calls.saveEvidence({ id, evidenceId: item!.id })
    const first = await fetch(origin + ticket.address)
    expect(first.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''Board%20paper%20%E2%80%93%20v2.pdf",
    )
    expect(first.headers.get('content-type')).toBe('application/octet-stream')
    expect(Buffer.from(await first.arrayBuffer()).equals(bytes)).toBe(true)
    expect((await fetch(origin + ticket.address)).status).toBe(404)
    expect((await fetch(`${origin}/download/guess`)).status).toBe(404)
  })

  it('HO9: an empty, a twice attached and a too large file are told in sentences', async () => {
    const { put } = await startWithWorkbook()
    const sentence = async (answer: Promise<Response>) => (await (await answer).json()).problems[0].sentence
    expect(await sentence(put('empty.txt', new Uint8Array(0)))).toContain('is empty (0 bytes)')
    await put('a.txt', 'words')
    expect(await sentence(put('b.txt', 'words'))).toContain('already attached here as E-01')
  })

  it('HO9: without a name or targets nothing goes in', async () => {
    const { origin, headers, id } = await startWithWorkbook()
    const type = { 'content-type': 'application/octet-stream' }
    for (const asked of ['', '?name=x', '?name=x&targets=%7B', '?targets=%7B%7D']) {
      const answer = await fetch(`${origin}/w/${id}/evidence${asked}`, {
        method: 'PUT',
        headers: { ...headers, ...type },
        body: 'x',
      })
      expect(answer.status).toBe(400)
    }
  })

  it('HO9: a page that goes away leaves nothing half in', async () => {
    const { put, openedPage } = await startWithWorkbook()
    const gone = new AbortController()
    const slow = Readable.toWeb(Readable.from(drip())) as ReadableStream
    const work = put('slow.bin', slow, { duplex: 'half', signal: gone.signal } as RequestInit)
    await wait(300)
    gone.abort()
    await expect(work).rejects.toThrow()
    await wait(300)
    expect((await openedPage.workbook.read()).rows.evidence).toEqual([])
  })

  it('HO9: cancelling from the page ends the upload with an answer', async () => {
    const { put, origin, headers, id, openedPage } = await startWithWorkbook()
    const work = put(
      'slow.bin',
      Readable.toWeb(Readable.from(drip())) as ReadableStream,
      { duplex: 'half' } as RequestInit,
    )
    const events = await listen(origin, id, headers)
    const task = await vi.waitFor(() => {
      const found = /"id":"(\d+)","words":"Attaching slow.bin"/.exec(events.heard())
      expect(found).not.toBeNull()
      return found
    }, 5000)
    expect(await openedPage.task.cancel({ id: task![1]! })).toBe(true)
    expect(await (await work).json()).toEqual({ evidenceIds: [], problems: [], wasCancelled: true })
    events.leave()
  })

  it('HO9: 100 MB streams in and out in steady memory', async () => {
    const { put, calls, id, origin, folder, openedPage } = await startWithWorkbook()
    const path = join(folder, 'big.bin')
    const block = randomBytes(MIB)
    writeFileSync(
      path,
      Buffer.concat(
        Array.from({ length: 100 }, (_, index) => Buffer.concat([block.subarray(1), Buffer.from([index])])),
      ),
    )
    const before = process.memoryUsage().rss
    const started = performance.now()
    const body = Readable.toWeb(createReadStream(path)) as ReadableStream
    const attached = await (await put('big.bin', body, { duplex: 'half' } as RequestInit)).json()
    const took = performance.now() - started
    const grown = (process.memoryUsage().rss - before) / MIB
    console.log(
      `100 MB through the host: ${took.toFixed(0)} ms, ${grown.toFixed(0)} MB more memory (sender included)`,
    )
    expect(attached.problems).toEqual([])
    expect(grown).toBeLessThan(220)
    const [item] = (await openedPage.workbook.read()).rows.evidence
    const ticket = await calls.saveEvidence({ id, evidenceId: item!.id as EvidenceId })
    let size = 0
    for await (const piece of (await fetch(origin + ticket.address)).body!) size += piece.length
    expect(size).toBe((await stat(path)).size)
  })
})

describe('HO11: tickets', () => {
  it('HO11: run out, and take their file with them', async () => {
    const tickets = createTickets(50)
    let path = ''
    const address = await tickets.issue('x.txt', async to => {
      path = to
      writeFileSync(to, 'x')
    })
    await vi.waitFor(() => expect(stat(path)).rejects.toThrow(), 5000)
    expect(tickets.take(address.split('/').at(-1)!)).toBeUndefined()
  })
})

describe('HO11: what a killed process left waiting', () => {
  it('HO11: is taken away by a later start, and nothing else is', async () => {
    const folder = freshFolder()
    for (const name of ['ninefold-out-old', 'ninefold-out-new', 'other-old']) mkdirSync(join(folder, name))
    const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1000)
    for (const name of ['ninefold-out-old', 'other-old']) utimesSync(join(folder, name), longAgo, longAgo)
    await sweepLeftovers(folder)
    expect(readdirSync(folder).sort()).toEqual(['ninefold-out-new', 'other-old'])
  })
})

describe('HO12: staying up', () => {
  it('HO12: killed in the middle, it is back by itself at the same address, with everything that was saved', async () => {
    const folder = freshFolder()
    const { shell, page } = startEngine()
    await shell.file.create({ path: join(folder, 'Northmoor.ninefold'), details: DETAILS, who: WHO })
    await page.workbook.set({ systemName: 'Saved before' })
    await shell.file.close()
    const served = await serve(folder, smallPage())
    try {
      const [origin, token] = [new URL(served.url).origin, served.url.split('token=')[1]!]
      const list = () =>
        fetch(`${origin}/host/list`, {
          method: 'POST',
          headers: { origin, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: '{}',
        }).then(answer => answer.json())
      const before = await list()
      for (let time = 0; time < 2; time++) {
        process.kill(served.pid()!, 'SIGKILL')
        const after = await untilAnswered(list)
        expect(after.json[0].id).toBe(before.json[0].id)
        expect(after.json[0].summary.systemName).toBe('Saved before')
      }
    } finally {
      await served.stop()
    }
    expect(await served.ended).toBeNull()
  })

  it('HO12: the serving process ends with its supervisor', async () => {
    const module = join(import.meta.dirname, '../../../electron/host/serve.ts')
    const script = `
      const { serve } = await import(${JSON.stringify(module)})
      console.log((await serve(...${JSON.stringify([freshFolder(), smallPage()])})).url)`
    const supervisor = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [said] = await once(supervisor.stdout, 'data')
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(String(said))![0]
    expect((await fetch(origin)).status).toBe(200)
    supervisor.kill('SIGKILL')
    await vi.waitFor(() => expect(fetch(origin)).rejects.toThrow(), 8000)
  })

  it('HO13: a folder that is not there is told in a sentence; without one, it is the folder Ninefold', async () => {
    await expect(serve('/no/such/folder')).rejects.toThrow('There is no folder /no/such/folder')
    const home = freshFolder()
    expect(defaultFolder(home)).toBe(join(home, 'Ninefold'))
    mkdirSync(join(home, 'Documents'))
    expect(defaultFolder(home)).toBe(join(home, 'Documents', 'Ninefold'))
  })
})

async function listen(origin: string, id: string, headers: Record<string, string>) {
  const leaving = new AbortController()
  const response = await fetch(`${origin}/w/${id}/events`, { headers, signal: leaving.signal })
  let text = ''
  void (async () => {
    for await (const piece of response.body!) text += Buffer.from(piece).toString()
  })().catch(() => {})
  return { heard: () => text, leave: () => leaving.abort() }
}

async function* drip(): AsyncGenerator<Buffer> {
  for (let count = 0; count < 400; count++) {
    yield Buffer.alloc(64 * 1024, count)
    await wait(10)
  }
}

async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await ask()
    } catch (error) {
      if (tries > 100) throw error
      await wait(50)
    }
  }
}

describe('HO19: who is at the keyboard', () => {
  it('HO19: is remembered by the host, since the page lives at another address each time', async () => {
    vi.stubEnv('NINEFOLD_SETTINGS', join(freshFolder(), 'settings'))
    const first = await startTestHost()
    expect(await first.calls.person()).toEqual({ name: '', role: '' })
    await first.calls.setPerson({ name: 'Tëst Pérson', role: 'Lead' })
    const second = await startTestHost()
    expect(await second.calls.person()).toEqual({ name: 'Tëst Pérson', role: 'Lead' })
    vi.unstubAllEnvs()
  })
})
