import { hash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { attachFiles } from '../../../electron/engine/attach.ts'
import { EvidenceTargets } from '../../../shared/model/evidence.ts'
import { freshFolder, startWorkbook } from '../../helpers/engine.ts'

const MIB = 1024 * 1024

async function start(sizes: readonly number[]) {
  const started = await startWorkbook()
  const folder = freshFolder()
  const paths = sizes.map((_, index) => join(folder, `photo-${index}.jpg`))
  for (const [index, size] of sizes.entries()) await writeFile(paths[index]!, Buffer.alloc(size, index + 1))
  const targets = EvidenceTargets.parse({ principleIds: [started.principle.id] })
  const session = started.engine.state.session!
  const files = async () => (await started.page.workbook.read()).rows.evidence.map(item => item.fileName)
  const count = (table: string) => session.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
  return { ...started, session, paths, targets, files, count }
}

it('EV21: files saved together are edits of their own, each told to those who look on and undone by itself', async () => {
  const { shell, page, engine, session, paths, targets, files, count } = await start([
    3 * MIB,
    3 * MIB,
    5,
    4 * MIB,
  ])
  const saves: number[] = []
  const told: number[] = []
  session.changes.subscribe('changed', ({ edit }) => {
    told.push(edit.seq)
    // What is told of one by one was saved at once: the newest that is there, each time.
    saves.push(session.db.prepare('SELECT max(seq) FROM edit').pluck().get() as number)
  })
  const { evidenceIds, problems } = await shell.evidence.attach({ paths, targets })
  expect([evidenceIds.length, problems]).toEqual([4, []])
  expect(told).toEqual([2, 3, 4, 5])
  expect(saves).toEqual([4, 4, 4, 5])
  expect((await page.workbook.read()).undo.undo?.words).toBe('Attached photo-3.jpg')
  await page.edit.undo()
  await page.edit.undo()
  expect(await files()).toEqual(['photo-0.jpg', 'photo-1.jpg'])
  await page.edit.redo()
  await page.edit.redo()
  expect(await shell.file.check()).toMatchObject({ ok: true, evidenceChecked: 4 })
  expect(count('content')).toBe(4)
  await engine.state.close()
})

it('EV21: one that is refused keeps none of the others out, be it the same as another beside it or changed', async () => {
  const { shell, page, engine, session, targets, count } = await start([])
  const file = (name: string, bytes: Buffer, size = bytes.length) => ({ name, size, from: stream(bytes) })
  const [one, two] = [Buffer.alloc(2 * MIB, 1), Buffer.from('two')]
  const files = [
    file('one.jpg', one),
    file('again.jpg', one),
    file('longer.jpg', two, 2),
    file('shorter.jpg', two, 4),
    file('two.txt', two),
  ]
  const attached = await attachFiles(session, engine.state.tasks, files, { targets })
  expect(attached.evidenceIds).toHaveLength(2)
  expect(attached.problems.map(({ name, sentence }) => [name, sentence])).toEqual([
    ['longer.jpg', expect.stringContaining('changed while it was being read')],
    ['shorter.jpg', expect.stringContaining('changed while it was being read')],
    ['again.jpg', '“again.jpg” is already attached here as E-01 one, so it was not attached again.'],
  ])
  expect((await page.workbook.read()).rows.evidence.map(({ ref, title }) => [ref, title])).toEqual([
    [1, 'one'],
    [2, 'two'],
  ])
  expect([count('content'), count('chunk')]).toEqual([2, 3])
  expect(await shell.file.check()).toMatchObject({ ok: true })
})

it('EV21: many, hashed by a thread while others are read and saved, are each what it was', async () => {
  const { shell, session, engine, targets, files, count } = await start([])
  const photo = (index: number) => Buffer.alloc(2 * MIB + index, index + 1)
  const some = Array.from({ length: 14 }, (_, index) => ({
    name: `photo-${index}.jpg`,
    // One is longer than was said: what was read of it is not the beginning of the next.
    size: photo(index).length - (index === 5 ? 1 : 0),
    from: stream(photo(index)),
  }))
  const { evidenceIds, problems } = await attachFiles(session, engine.state.tasks, some, { targets })
  expect(problems.map(({ name }) => name)).toEqual(['photo-5.jpg'])
  expect([evidenceIds.length, count('content')]).toEqual([13, 13])
  expect(await files()).toEqual(some.filter((_, index) => index !== 5).map(({ name }) => name))
  const hashes = session.db.prepare('SELECT hash FROM content ORDER BY size').pluck().all()
  const expected = some.flatMap((_, index) => (index === 5 ? [] : [hash('sha256', photo(index))]))
  expect(hashes).toEqual(expected)
  expect(await shell.file.check()).toMatchObject({ ok: true, evidenceChecked: 13 })
  await engine.state.close()
})

it('EV21: where the disk has room for the first only, that one is in', async () => {
  const { shell, session, paths, targets, files, count } = await start([MIB, 4 * MIB, 5])
  const pages = session.db.pragma('page_count', { simple: true }) as number
  session.db.pragma(`max_page_count = ${pages + 100}`)
  const { evidenceIds, problems } = await shell.evidence.attach({ paths, targets })
  expect(evidenceIds).toHaveLength(1)
  expect(problems.map(({ sentence }) => sentence)).toEqual([
    'The disk is full, so “photo-1.jpg” was not attached. Make some room and try again.',
    '“photo-2.jpg” was not attached, because the disk is full.',
  ])
  expect([await files(), count('content')]).toEqual([['photo-0.jpg'], 1])
  expect(await shell.file.check()).toMatchObject({ ok: true })
})

it('EV13: a cancel keeps the small files that were read whole', async () => {
  const { engine, session, targets, files, count } = await start([])
  const stop = new AbortController()
  async function* stopping() {
    yield Buffer.from('half')
    stop.abort()
    await new Promise(() => {})
  }
  const some = [
    { name: 'a.txt', size: 5, from: stream(Buffer.from('words')) },
    { name: 'b.txt', size: 10, from: stopping() },
  ]
  const attached = await attachFiles(session, engine.state.tasks, some, { targets, signal: stop.signal })
  expect(attached).toMatchObject({ problems: [], wasCancelled: true })
  expect([attached.evidenceIds.length, await files(), count('content')]).toEqual([1, ['a.txt'], 1])
})

async function* stream(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}
