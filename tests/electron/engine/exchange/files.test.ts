import { createHash, randomBytes } from 'node:crypto'
import { link, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CopyOutOptions, copyContentToFile } from '../../../../electron/engine/exchange/copy-out.ts'
import { streamIn, verifyContent } from '../../../../electron/engine/exchange/files.ts'
import { walk } from '../../../../electron/engine/exchange/walk.ts'
import {
  CHUNK_BYTES,
  readContent,
  readPiece,
  sweepPending,
} from '../../../../electron/engine/store/content.ts'
import { createDatabase, type WritableDb } from '../../../../electron/engine/store/database.ts'
import { migrate } from '../../../../electron/engine/store/migrations/list.ts'
import { MOST_FILES } from '../../../../shared/rules/folder-files.ts'

const MIB = 1024 * 1024

let folder: string
let db: WritableDb

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'))
  db = createDatabase(join(folder, 'book.ninefold'))
  migrate(db)
})

afterEach(async () => {
  db.close()
  await rm(folder, { recursive: true, force: true })
})

describe('EV1: a file becomes part of the workbook', () => {
  const sizes = [1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 8 * MIB, 16 * MIB, 17 * MIB + 5]
  it.each(sizes)('EV1: %i bytes go in, hashed, and come out the same', async size => {
    const bytes = randomBytes(size)
    const path = await put('in.bin', bytes)
    const progress: number[] = []
    const streamed = await streamIn(db, path, { onProgress: done => progress.push(done) })
    expect({ ...streamed, head: sha256(streamed.head) }).toEqual({
      hash: sha256(bytes),
      size,
      head: sha256(bytes.subarray(0, 4096)),
      isNew: true,
    })
    expect(progress.at(-1)).toBe(size)
    expect(Buffer.concat([...readContent(db, streamed.hash)]).equals(bytes)).toBe(true)
    await copyContentToFile(db, streamed.hash, join(folder, 'out.bin'))
    expect((await readFile(join(folder, 'out.bin'))).equals(bytes)).toBe(true)
    expect(await verifyContent(db, streamed.hash)).toBe('ok')
  })

  it('EV1: a stream of odd pieces is stored as the same chunks', async () => {
    const bytes = randomBytes(3 * MIB + 7)
    const { hash } = await streamIn(db, pieces(bytes, 65_521), { name: 'x', size: bytes.length })
    expect(hash).toBe(sha256(bytes))
    expect(counts()).toEqual({ content: 1, chunk: 4 })
  })

  it('EV2: the same content is stored once', async () => {
    const bytes = randomBytes(2 * MIB)
    const first = await streamIn(db, await put('a', bytes))
    const second = await streamIn(db, await put('b', bytes))
    expect([second.hash, first.isNew, second.isNew]).toEqual([first.hash, true, false])
    expect(counts()).toEqual({ content: 1, chunk: 2 })
  })

  it('EV3: a piece is answered from anywhere, and no more than there is', async () => {
    const bytes = randomBytes(2 * MIB + 100)
    const { hash } = await streamIn(db, await put('a', bytes))
    const asked = [
      [0, 10],
      [MIB - 5, 10],
      [MIB - 5, MIB + 20],
      [2 * MIB, 500],
      [3 * MIB, 5],
    ] as const
    for (const [offset, length] of asked) {
      const piece = Buffer.from(readPiece(db, hash, offset, length))
      expect(piece.equals(bytes.subarray(offset, offset + length))).toBe(true)
    }
    expect(readPiece(db, 'nothing', 0, 5)).toHaveLength(0)
  })
})

describe('EV7: what does not go in leaves nothing', () => {
  afterEach(() => expect(counts()).toEqual({ content: 0, chunk: 0 }))

  it('EV7: cancelling', async () => {
    const stop = new AbortController()
    const work = streamIn(db, await put('long.bin', randomBytes(24 * MIB)), {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    })
    await expect(work).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('EV7: cancelling a stream that has stopped giving', async () => {
    const stop = new AbortController()
    const work = streamIn(db, stalled(), { name: 'x', signal: stop.signal, onProgress: () => stopSoon(stop) })
    await expect(work).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('EV7: a file of 0 bytes', async () => {
    await expect(streamIn(db, await put('empty.txt', ''))).rejects.toThrow('“empty.txt” is empty (0 bytes)')
    await expect(streamIn(db, pieces(Buffer.alloc(0), 1), { name: 'e' })).rejects.toThrow('“e” is empty')
  })

  it('EV7: a file over 2 GiB is refused before it is read', async () => {
    const path = await put('huge.mov', '')
    await truncate(path, 2 * 1024 ** 3 + 1)
    await expect(streamIn(db, path)).rejects.toThrow('“huge.mov” is larger than 2 GB')
  })

  it('EV7: a file that grows or shrinks while it is read', async () => {
    const path = await put('log.txt', randomBytes(12 * MIB))
    const growing = streamIn(db, path, { onProgress: () => void truncate(path, 13 * MIB) })
    await expect(growing).rejects.toThrow('“log.txt” changed while it was being read')
    const short = streamIn(db, pieces(randomBytes(10), 5), { name: 'x', size: 11 })
    await expect(short).rejects.toThrow('changed while it was being read')
  })

  it('EV7: a file that is not there, a folder, a workbook, the open workbook under another name', async () => {
    await expect(streamIn(db, join(folder, 'gone.pdf'))).rejects.toThrow('“gone.pdf” is no longer there')
    await expect(streamIn(db, folder)).rejects.toThrow('is not a file')
    await expect(streamIn(db, db.name)).rejects.toThrow('is a workbook')
    await link(db.name, join(folder, 'paper.pdf'))
    await expect(streamIn(db, join(folder, 'paper.pdf'))).rejects.toThrow('“paper.pdf” is a workbook')
  })

  it('EV7: a full disk', async () => {
    db.pragma(`max_page_count = ${(db.pragma('page_count', { simple: true }) as number) + 700}`)
    const work = streamIn(db, await put('big.bin', randomBytes(20 * MIB)))
    await expect(work).rejects.toMatchObject({
      code: 'DISK_FULL',
      message: 'The disk is full, so “big.bin” was not attached. Make some room and try again.',
    })
  })

  it('EV7: what a crash left half in is swept at the next opening', async () => {
    db.exec("INSERT INTO content (id, size, state) VALUES (9, 0, 'pending')")
    db.exec("INSERT INTO chunk (content_id, seq, bytes) VALUES (9, 0, x'00')")
    expect(sweepPending(db)).toBe(1)
  })
})

describe('EV8: what comes out is what went in, or nothing', () => {
  // A large one is hashed in a thread of its own.
  it.each([1, 17])(
    'EV8: a damaged file of %i MB is noticed and not saved, and what was there stays',
    async size => {
      const { hash } = await streamIn(db, await put('a', randomBytes(size * MIB + 9)))
      db.exec("UPDATE chunk SET bytes = x'0102030405060708' WHERE seq = 1")
      const out = await put('paper.pdf', 'before')
      expect(await verifyContent(db, hash)).toBe('damaged')
      expect(await verifyContent(db, 'no such')).toBe('missing')
      await expect(copyContentToFile(db, hash, out)).rejects.toThrow('damaged')
      expect(await readFile(out, 'utf8')).toBe('before')
      expect((await readdir(folder)).filter(name => name.endsWith('.part'))).toEqual([])
    },
  )

  it('EV8: of large files saved one after another, or broken off, each is held to its own hash', async () => {
    const files = [1, 2].map(() => randomBytes(17 * MIB))
    const hashes: string[] = []
    for (const [index, bytes] of files.entries())
      hashes.push((await streamIn(db, await put(`${index}`, bytes))).hash)
    const out = join(folder, 'out.bin')
    const save = (index: number, options: CopyOutOptions = {}) =>
      copyContentToFile(db, hashes[index]!, out, options)
    const stop = new AbortController()
    await save(0)
    const broken = save(1, {
      signal: stop.signal,
      onProgress: done => void (done > 4 * MIB && stop.abort()),
    })
    await expect(broken).rejects.toMatchObject({ name: 'AbortError' })
    await save(1)
    expect((await readFile(out)).equals(files[1]!)).toBe(true)
    await save(0)
    expect((await readFile(out)).equals(files[0]!)).toBe(true)
  })

  it('EV8: a folder that vanished is named', async () => {
    const { hash } = await streamIn(db, await put('a', 'x'))
    const work = copyContentToFile(db, hash, join(folder, 'no', 'paper.pdf'))
    await expect(work).rejects.toThrow('The folder for “paper.pdf” is no longer there')
  })
})

describe('EV9: folders', () => {
  it('EV9: files of a folder in order, without hidden ones, links or empty folders', async () => {
    const inner = await mkdtemp(join(folder, 'papers-'))
    for (const name of ['b10.txt', 'b9.txt', '.hidden', '~$b.docx', 'Thumbs.db'])
      await writeFile(join(inner, name), 'x')
    await symlink('/etc', join(inner, 'etc'))
    const found = await walk([inner, join(folder, 'gone')])
    expect(found.files.map(file => file.name)).toEqual(['b9.txt', 'b10.txt'])
    expect(found.problems.map(problem => problem.sentence)).toEqual([
      expect.stringMatching(/^1 link in “papers-\w+” to somewhere else stayed out\.$/),
      expect.stringMatching(/^“gone” is no longer there/),
    ])
  })

  it('EV9: a folder of too many files is refused whole', async () => {
    const inner = await mkdtemp(join(folder, 'many-'))
    for (let index = 0; index <= MOST_FILES; index++) await writeFile(join(inner, `${index}`), '')
    await expect(walk([inner])).rejects.toThrow('brings more than 2,000 files')
  })
})

async function put(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content)
  return join(folder, name)
}

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function* stalled(): AsyncGenerator<Uint8Array> {
  yield randomBytes(10 * MIB)
  await new Promise(() => {})
}

function stopSoon(stop: AbortController): void {
  setTimeout(() => stop.abort(), 20)
}

function counts(): { content: number; chunk: number } {
  const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number
  return { content: count('content'), chunk: count('chunk') }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
