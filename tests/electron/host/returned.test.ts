import { randomBytes } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, it, vi } from 'vitest'
import { createReturned } from '../../../electron/host/returned.ts'
import { sweepLeftovers } from '../../../electron/host/tickets.ts'
import { MOST_FILES } from '../../../shared/rules/folder-files.ts'
import { LARGEST_RETURNED, mayHaveComeBack } from '../../../shared/rules/returned-files.ts'
import { DETAILS, freshFolder, startEngine, WHO } from '../../helpers/engine.ts'
import { startTestHost } from '../../helpers/host.ts'

const BATCH = 'one-drop-of-files'

afterEach(() => void vi.unstubAllEnvs())

async function start() {
  // Everything that arrives lies in a folder of this test alone.
  const arriving = freshFolder()
  vi.stubEnv('TMPDIR', arriving)
  const started = await startTestHost()
  const { id } = await started.calls.create(DETAILS)
  const put = (name: string, body: BodyInit, batch = BATCH, more: RequestInit = {}) =>
    fetch(`${started.origin}/w/${id}/returned?${new URLSearchParams({ batch, name })}`, {
      method: 'PUT',
      headers: { ...started.headers, 'content-type': 'application/octet-stream' },
      body,
      ...more,
    })
  const files = () => globSync(`${arriving}/ninefold-in-*/*/*`)
  return { ...started, id, put, files, arriving }
}

it('HO21: the files of one drop arrive whole, under the names people know, and none becomes a place', async () => {
  const { put, files, arriving } = await start()
  const names = [
    '../../../etc/passwd.xlsx',
    'C:\\Windows\\plan.xlsx',
    '/abs/olute.xlsx',
    'a\u0000b\u202exslx.exe',
    'Öffentlich – 計画 🌊.xlsx',
    `${'long '.repeat(80)}.xlsx`,
    'CON',
    '..',
    '…',
  ]
  const bytes = randomBytes(3 * 1024 * 1024 + 7)
  for (const name of [...names, names[4]!]) expect((await put(name, bytes)).status).toBe(200)
  expect(files()).toHaveLength(10)
  for (const path of files()) {
    expect(dirname(dirname(dirname(path)))).toBe(arriving)
    expect(path.slice(arriving.length).split(sep)).not.toContain('..')
    expect(readFileSync(path).equals(bytes)).toBe(true)
  }
  expect(files().filter(path => basename(path) === names[4])).toHaveLength(2)
})

it('HO21: they go when nobody asks for them, when the workbook closes and when reading fails', async () => {
  const { put, files, calls, id } = await start()
  await put('one.xlsx', 'not a workbook', 'a-batch-that-is-left')
  expect(files()).toHaveLength(1)
  await calls.close({ id })
  await vi.waitFor(() => expect(files()).toEqual([]), 5000)
  await calls.open({ id })
  await expect(calls.readReturned({ id, batch: 'a-batch-that-is-left' })).rejects.toThrow('did not arrive')
})

it('HO21: a batch that nobody asks about is given up', async () => {
  const { files } = await start()
  const closed = new AbortController().signal
  const returned = createReturned({ get: () => ({ closed }) } as never, 300)
  const request = Object.assign(Readable.from([Buffer.from('x')]), {
    url: `/w/x/returned?batch=${BATCH}&name=a.xlsx`,
    headers: {},
  })
  const response = { headersSent: false, writeHead: () => {}, end: () => {} }
  await returned.serve('x', request as never, response as never)
  expect(files()).toHaveLength(1)
  await vi.waitFor(() => expect(files()).toEqual([]), 3000)
})

it('HO22: a file over the limit is told in a sentence, whatever its sender says of its length', async () => {
  const { put, files } = await start()
  const over = LARGEST_RETURNED.excel + 1
  const answer = await put('Large.xlsx', Buffer.alloc(over))
  expect(answer.status).toBe(413)
  expect(await answer.text()).toBe(
    '“Large.xlsx” is over 64 MB, so it was not read. Check that it is the file that was sent out.',
  )
  expect(files()).toEqual([])
})

it('HO22: a stream without a length is cut off at the limit', async () => {
  const { origin, headers, id, files } = await start()
  const block = Buffer.alloc(4 * 1024 * 1024)
  const body = Readable.toWeb(
    Readable.from(
      (function* () {
        for (let size = 0; size <= LARGEST_RETURNED.excel; size += block.length) yield block
      })(),
    ),
  ) as ReadableStream
  const answer = await fetch(`${origin}/w/${id}/returned?batch=${BATCH}&name=Large.xlsx`, {
    method: 'PUT',
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    body,
    duplex: 'half',
  } as RequestInit)
  expect(answer.status).toBe(413)
  expect(files()).toEqual([])
})

it('HO22: a copy of a workbook may be large, and streams', async () => {
  const { put, files } = await start()
  const block = Buffer.alloc(4 * 1024 * 1024, 1)
  const before = process.memoryUsage().rss
  const body = Readable.toWeb(Readable.from(Array.from({ length: 50 }, () => block))) as ReadableStream
  const answer = await put('Copy.NINEFOLD', body, BATCH, { duplex: 'half' } as RequestInit)
  expect(answer.status).toBe(200)
  expect(files()).toHaveLength(1)
  expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(150)
})

it('HO22: not more than the most files come at once', async () => {
  const { put, files } = await start()
  for (let count = 0; count < MOST_FILES; count += 50)
    await Promise.all(Array.from({ length: 50 }, (_, at) => put(`${count + at}.xlsx`, 'x')))
  const answer = await put('one too many.xlsx', 'x')
  expect([answer.status, await answer.text()]).toEqual([
    413,
    'More than 2,000 files came at once, so “one too many.xlsx” was not read. Bring the rest in after these.',
  ])
  expect(files()).toHaveLength(MOST_FILES)
}, 60_000)

it('HO22: a page that goes away in the middle leaves nothing of that file', async () => {
  const { put, files } = await start()
  const gone = new AbortController()
  const slow = Readable.toWeb(Readable.from(drip())) as ReadableStream
  const work = put('slow.xlsx', slow, BATCH, { duplex: 'half', signal: gone.signal } as RequestInit)
  await vi.waitFor(() => expect(files()).toHaveLength(1), 3000)
  gone.abort()
  await expect(work).rejects.toThrow()
  await vi.waitFor(() => expect(files()).toEqual([]), 3000)
})

it('HO1: the door for returned files keeps the rules of the others', async () => {
  const { origin, headers, id, files } = await start()
  const type = 'application/octet-stream'
  const good = { ...headers, 'content-type': type }
  const status = async (more: Record<string, string>, query = `batch=${BATCH}&name=a.xlsx`, method = 'PUT') =>
    (
      await fetch(`${origin}/w/${id}/returned?${query}`, {
        method,
        headers: { ...good, ...more },
        ...(method === 'GET' ? {} : { body: 'x' }),
      })
    ).status
  expect(await status({ authorization: 'Bearer wrong' })).toBe(401)
  expect(await status({ origin: 'http://evil.com' })).toBe(403)
  expect(await status({ 'content-type': 'application/json' })).toBe(415)
  expect(await status({ 'content-type': 'multipart/form-data; boundary=x' })).toBe(415)
  expect(await status({}, '', 'GET')).toBe(404)
  for (const query of [
    '',
    'name=a.xlsx',
    `batch=${BATCH}`,
    'batch=..%2F..%2Fevil&name=a',
    'batch=short&name=a',
  ])
    expect(await status({}, query)).toBe(400)
  expect(files()).toEqual([])
  expect(await status({})).toBe(200)
})

it('HO11: files that came in before a crash are taken away by a later start', async () => {
  const { put, arriving, files } = await start()
  await put('one.xlsx', 'x')
  // A copy of a workbook may lie under review for hours.
  await sweepLeftovers(arriving, Date.now() + 23 * 60 * 60 * 1000)
  expect(files()).toHaveLength(1)
  await sweepLeftovers(arriving, Date.now() + 25 * 60 * 60 * 1000)
  expect(files()).toEqual([])
})

it('HO23: of a folder, Excel files and copies of the workbook are taken, and not what Excel leaves beside them', () => {
  const names = ['Plan.xlsx', 'PLAN.XLSM', 'Copy.ninefold', '~$Plan.xlsx', '.hidden.xlsx', 'a.pdf', 'xlsx']
  expect(names.filter(mayHaveComeBack)).toEqual(['Plan.xlsx', 'PLAN.XLSM', 'Copy.ninefold'])
})

it('HO21: a copy of the workbook lies ready until the review is closed, an Excel file only until it is read', async () => {
  const { put, files, calls, id, page, origin } = await start()
  const ticket = await calls.saveCopy({ id, request: {}, password: null })
  const path = join(freshFolder(), 'Anna.ninefold')
  writeFileSync(path, Buffer.from(await (await fetch(origin + ticket.address)).arrayBuffer()))
  const { shell, page: anna } = startEngine()
  await shell.file.open({ path, who: WHO })
  await anna.workbook.set({ systemName: 'Northmoor, Vale and Westmere' })
  await shell.file.close()

  expect((await put('Anna’s copy.ninefold', readFileSync(path))).status).toBe(200)
  expect((await put('Letter.xlsx', 'not a spreadsheet')).status).toBe(200)
  expect(await calls.readReturned({ id, batch: BATCH })).toEqual({
    read: 1,
    refused: 1,
    wasCancelled: false,
    problems: [],
  })
  const review = await page(id).review.get()
  expect(review!.files.map(({ name, kind, state }) => [name, kind, state])).toEqual([
    ['Anna’s copy.ninefold', 'copy', 'read'],
    ['Letter.xlsx', null, 'refused'],
  ])
  expect(JSON.stringify(review!.changes)).toContain('Northmoor, Vale and Westmere')
  expect(files()).not.toEqual([])

  await put('Another letter.xlsx', 'not a spreadsheet either', 'a-second-batch')
  await calls.readReturned({ id, batch: 'a-second-batch' })
  await vi.waitFor(() => expect(files().filter(one => one.endsWith('Another letter.xlsx'))).toEqual([]))
  await page(id).review.close()
  await vi.waitFor(() => expect(files()).toEqual([]), 3000)
})

async function* drip(): AsyncGenerator<Buffer> {
  for (let count = 0; count < 400; count++) {
    yield Buffer.alloc(64 * 1024, count)
    await wait(10)
  }
}
