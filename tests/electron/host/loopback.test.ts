import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { describe, expect, it } from 'vitest'
import { serve } from '../../../electron/host/serve.ts'
import { freshFolder } from '../../helpers/engine.ts'
import { smallPage, startTestHost, TOKEN } from '../../helpers/host.ts'

const LIST = '/host/list'

async function start() {
  const started = await startTestHost()
  const { host, origin } = started
  /** A good call, with some lines replaced or taken away. */
  const call = async (
    changes: Record<string, string | null> = {},
    first = `POST ${LIST} HTTP/1.1`,
    body = '{}',
  ) => {
    const good: Record<string, string | null> = {
      Host: `127.0.0.1:${host.port}`,
      Origin: origin,
      'Sec-Fetch-Site': 'same-origin',
      Authorization: `Bearer ${TOKEN}`,
      'Content-Type': 'application/json',
      'Content-Length': String(body.length),
      ...changes,
    }
    const lines = Object.entries(good).flatMap(([name, value]) =>
      value === null ? [] : [`${name}: ${value}`],
    )
    const answer = await started.raw([first, ...lines], body)
    return { status: Number(answer.split(' ')[1]), answer }
  }
  const status = async (...args: Parameters<typeof call>) => (await call(...args)).status
  return { ...started, call, status }
}

describe('HO1: the loopback matrix', () => {
  it('HO1: a right call is answered', async () => {
    const { call } = await start()
    const { status, answer } = await call()
    expect(status).toBe(200)
    expect(answer).toContain('{"json":[]}')
  })

  it('HO1: no token 401, wrong token 401, also one that only begins or ends right', async () => {
    const { status } = await start()
    const wrong = [
      null,
      '',
      'Bearer',
      `Bearer ${'b'.repeat(64)}`,
      `Bearer ${TOKEN}x`,
      `Bearer ${TOKEN.slice(1)}`,
      `Basic ${TOKEN}`,
      TOKEN,
    ]
    for (const Authorization of wrong) expect(await status({ Authorization })).toBe(401)
  })

  it('HO1: a token in the address opens nothing', async () => {
    const { status } = await start()
    expect(await status({ Authorization: null }, `POST ${LIST}?token=${TOKEN} HTTP/1.1`)).toBe(401)
    expect(await status({ Authorization: null, Cookie: `token=${TOKEN}` })).toBe(401)
  })

  it('HO1: any other Host 403, also none and two', async () => {
    const { status, host, raw, origin } = await start()
    const { port } = host
    const others = [
      'evil.com',
      `evil.com:${port}`,
      '127.0.0.1.evil.com',
      `127.0.0.1.evil.com:${port}`,
      'localhost.evil',
      `localhost:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port + 1}`,
      `[::1]:${port}`,
      `127.1:${port}`,
      `0.0.0.0:${port}`,
      `127.0.0.1:${port}.`,
      '',
      null,
    ]
    for (const Host of others) expect(await status({ Host })).toBe(403)
    const two = await raw([
      'POST /host/list HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      'Host: evil.com',
      `Origin: ${origin}`,
    ])
    expect(two).toMatch(/^HTTP\/1.1 (403|400)/)
    expect(await status({ Host: null }, `POST ${LIST} HTTP/1.0`)).toBe(403)
    expect(await status({ Host: 'evil.com', Authorization: null }, 'GET / HTTP/1.1', '')).toBe(403)
  })

  it('HO1: a foreign, null or missing Origin 403', async () => {
    const { status, host } = await start()
    const others = [
      'http://evil.com',
      'null',
      `http://localhost:${host.port}`,
      `https://127.0.0.1:${host.port}`,
      `http://127.0.0.1:${host.port + 1}`,
      null,
    ]
    for (const Origin of others) expect(await status({ Origin })).toBe(403)
  })

  it('HO1: a request another site made 403, whatever else is right', async () => {
    const { status } = await start()
    for (const site of ['cross-site', 'same-site', 'none', 'nonsense'])
      expect(await status({ 'Sec-Fetch-Site': site })).toBe(403)
    expect(await status({ 'Sec-Fetch-Site': 'cross-site', Origin: null }, 'GET / HTTP/1.1', '')).toBe(403)
    expect(await status({ 'Sec-Fetch-Site': 'none', Origin: null }, 'GET / HTTP/1.1', '')).toBe(200)
  })

  it('HO1: a form or plain text 415', async () => {
    const { status } = await start()
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/octet-stream',
      'text/event-stream',
      '',
      null,
    ]
    for (const type of types) expect(await status({ 'Content-Type': type })).toBe(415)
    expect(await status({ 'Content-Type': 'application/json; charset=utf-8' })).toBe(200)
  })

  it('HO1: reading never changes anything: GET reaches no call', async () => {
    const { status, calls } = await start()
    const { id } = await calls.rehearsal().catch(() => ({ id: 'x'.repeat(22) }))
    for (const path of [
      LIST,
      `/host/close?data=%7B%7D`,
      `/w/${id}/rpc/edit/undo`,
      `/w/${id}/rpc/workbook/read`,
    ])
      expect(await status({}, `GET ${path} HTTP/1.1`, '')).toBe(404)
  })

  it('HO1: other methods are refused, and OPTIONS gives no leave to anyone', async () => {
    const { call } = await start()
    for (const method of ['OPTIONS', 'DELETE', 'PATCH', 'TRACE']) {
      const { status, answer } = await call({ Origin: 'http://evil.com' }, `${method} ${LIST} HTTP/1.1`, '')
      expect([403, 405]).toContain(status)
      expect(answer).not.toMatch(/access-control/i)
    }
    expect((await call()).answer).not.toMatch(/access-control/i)
  })

  it('HO1: a message that would change what all objects are changes nothing', async () => {
    const { call } = await start()
    const body = '{"json":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}'
    expect((await call({ 'Content-Length': String(body.length) }, undefined, body)).status).toBeLessThan(500)
    expect('polluted' in {}).toBe(false)
  })

  it('HO1: an upgrade to a web socket is judged alike and refused', async () => {
    const { status } = await start()
    const upgrade = {
      Upgrade: 'websocket',
      Connection: 'Upgrade',
      'Sec-WebSocket-Key': 'dGhlIHNhbXBsZQ==',
      'Sec-WebSocket-Version': '13',
    }
    expect(await status(upgrade, 'GET / HTTP/1.1', '')).toBe(403)
    expect(await status({ ...upgrade, Host: 'evil.com' }, 'GET / HTTP/1.1', '')).toBe(403)
  })

  it('HO1: addresses that climb or hide 400, and nothing outside the page', async () => {
    const { status } = await start()
    const climbing = [
      '/../',
      '/../../etc/passwd',
      '/assets/../../x',
      '/./',
      '/%2e%2e/',
      '/%2E%2E%2Fetc/passwd',
      '//',
      '//etc/passwd',
      '/assets//main.js',
      '/..%2f',
      '/%5c',
      '/\\..\\x',
      '/a%00',
      '/a;b',
      'http://evil.com/',
      '*',
      '/w/x/../../host/list',
    ]
    for (const path of climbing) expect(await status({}, `GET ${path} HTTP/1.1`, '')).toBe(400)
    expect(await status({}, 'GET /package.json HTTP/1.1', '')).toBe(404)
    expect(await status({}, 'GET /assets/main.js HTTP/1.1', '')).toBe(200)
  })

  it('HO1: strict headers on every answer, good or bad', async () => {
    const { call } = await start()
    for (const { answer } of [
      await call(),
      await call({ Authorization: null }),
      await call({}, 'GET / HTTP/1.1', ''),
    ]) {
      expect(answer).toMatch(/content-security-policy: default-src 'none'.*frame-ancestors 'none'/i)
      expect(answer).toMatch(/x-frame-options: DENY/i)
      expect(answer).toMatch(/x-content-type-options: nosniff/i)
      expect(answer).toMatch(/referrer-policy: no-referrer/i)
      expect(answer).toMatch(/cache-control: no-store/i)
      expect(answer).not.toMatch(/set-cookie|x-powered-by/i)
    }
  })

  it('HO2: the token is looked at before the body is read', async () => {
    const { call } = await start()
    // A body is promised and never sent: an answer that waited for it would not come.
    const { status } = await call({ Authorization: null, 'Content-Length': '1000000' })
    expect(status).toBe(401)
    const put = await call(
      {
        Authorization: 'Bearer no',
        'Content-Type': 'application/octet-stream',
        'Content-Length': '3000000000',
      },
      'PUT /w/aaaaaaaaaaaaaaaaaaaaaa/evidence?name=x HTTP/1.1',
    )
    expect(put.status).toBe(401)
  })

  it('HO3: bound to 127.0.0.1 alone', async () => {
    const { host } = await startTestHost()
    const addresses = Object.values(networkInterfaces()).flatMap(list => list ?? [])
    const others = addresses.filter(({ address }) => address !== '127.0.0.1' && !address.startsWith('fe80'))
    for (const { address } of others) expect(await canConnect(address, host.port)).toBe(false)
    expect(await canConnect('127.0.0.1', host.port)).toBe(true)
  })

  it.runIf(process.platform === 'linux')('HO4: the token is in no argument of any process', async () => {
    const served = await serve(freshFolder(), smallPage())
    try {
      const token = served.url.split('token=')[1]!
      expect(token).toMatch(/^[0-9a-f]{64}$/)
      for (const file of ['cmdline', 'environ'])
        expect(readFileSync(`/proc/${served.pid()}/${file}`, 'latin1')).not.toContain(token)
    } finally {
      await served.stop()
    }
  })
})

function canConnect(address: string, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host: address, port, timeout: 1000 })
    const end = (is: boolean) => {
      socket.destroy()
      resolve(is)
    }
    socket
      .on('connect', () => end(true))
      .on('error', () => end(false))
      .on('timeout', () => end(false))
  })
}
