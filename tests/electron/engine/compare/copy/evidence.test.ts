import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { bringContent } from '../../../../../electron/engine/compare/copy/bring-content.ts'
import { CHUNK_BYTES } from '../../../../../electron/engine/store/content.ts'
import {
  accept,
  added,
  bringIn,
  compare,
  PRIYA,
  rowsOf,
  said,
  sessionOf,
  twoCopies,
} from '../../../../helpers/copies.ts'
import { freshFolder } from '../../../../helpers/engine.ts'

type Opened = Awaited<ReturnType<typeof twoCopies>>['theirs']

/** A file of a few chunks, each unlike the others. */
function bytesOf(chunks: number, seed = 0): Buffer {
  return Buffer.concat(
    Array.from({ length: chunks }, (_, at) => Buffer.alloc(CHUNK_BYTES - at, at + seed + 1)),
  )
}

async function attach({ shell }: Pick<Opened, 'shell'>, name: string, bytes: Buffer): Promise<void> {
  const path = join(freshFolder(), name)
  writeFileSync(path, bytes)
  await shell.evidence.attach({ paths: [path], targets: { areaIds: [], principleIds: [], actionIds: [] } })
}

function contents(opened: Pick<Opened, 'engine'>) {
  const { db } = sessionOf(opened)
  return {
    ready: db.prepare("SELECT hash, size FROM content WHERE state = 'ready' ORDER BY id").all(),
    pending: db.prepare("SELECT count(*) FROM content WHERE state = 'pending'").pluck().get(),
    chunks: db.prepare('SELECT count(*) FROM chunk').pluck().get(),
  }
}

describe('evidence files of a copy', () => {
  it('AC13: come over whole before the edit, and a file that is here is not read again', async () => {
    const { ours, theirs } = await twoCopies()
    await attach(theirs, 'minutes.pdf', bytesOf(3))
    await attach(theirs, 'figures.csv', bytesOf(1, 7))
    await attach(ours, 'our figures.csv', bytesOf(1, 7))
    const brought = await bringIn(ours, theirs)
    expect(added(brought)).toEqual(['Evidence: minutes', 'Evidence: figures'])
    expect(brought.comparison.additions[1]!.addition.remarks).toContain(
      'The same file is here already as E-01 our figures.',
    )
    const progress: number[] = []
    const hashes = brought.comparison.additions.flatMap(({ contentHashes }) => contentHashes)
    const onProgress = (done: number, total: number) => progress.push(done / total)
    const content = await bringContent(brought.other, sessionOf(ours), hashes, { onProgress })
    expect(progress.at(-1)).toBe(1)
    expect(contents(ours).ready).toHaveLength(2)
    await content.abandon()
    expect(contents(ours).ready).toHaveLength(1)
    await accept(ours, brought)
    expect(rowsOf(ours).evidence.map(({ ref, title }) => [ref, title])).toEqual([
      [1, 'our figures'],
      [2, 'minutes'],
      [3, 'figures'],
    ])
    expect(await ours.shell.file.check()).toMatchObject({ problems: [], evidenceChecked: 3 })
    const [first] = rowsOf(theirs).evidence
    expect(rowsOf(ours).evidence.find(({ id }) => id === first!.id)).toEqual({ ...first, ref: 2 })
    expect(added(await bringIn(ours, theirs))).toEqual([])
  })

  it('AC13: a cancel leaves nothing of them', async () => {
    const { ours, theirs } = await twoCopies()
    await attach(theirs, 'minutes.pdf', bytesOf(1))
    await attach(theirs, 'film.mp4', bytesOf(20, 3))
    const { other, comparison } = await bringIn(ours, theirs)
    const before = contents(ours)
    const stop = new AbortController()
    const bringing = bringContent(
      other,
      sessionOf(ours),
      comparison.additions.flatMap(({ contentHashes }) => contentHashes),
      { signal: stop.signal, onProgress: done => done > 9 * CHUNK_BYTES && stop.abort() },
    )
    await expect(bringing).rejects.toThrow(/abort/i)
    expect(contents(ours)).toEqual(before)
  })

  it('AC13: one whose bytes are not what they were is refused by name, and nothing stays', async () => {
    const { ours, theirs } = await twoCopies()
    await attach(theirs, 'minutes.pdf', bytesOf(1))
    await attach(theirs, 'film.mp4', bytesOf(3, 3))
    const { other, comparison } = await bringIn(ours, theirs)
    const db = new Database(other.path)
    db.exec('UPDATE chunk SET bytes = zeroblob(length(bytes)) WHERE seq = 1')
    db.close()
    const before = contents(ours)
    const hashes = comparison.additions.flatMap(({ contentHashes }) => contentHashes)
    await expect(bringContent(other, sessionOf(ours), hashes)).rejects.toThrow(
      /^“film.mp4” is not whole in From Priya.ninefold, so nothing was applied\./,
    )
    expect(contents(ours)).toEqual(before)
  })

  it('AC13: a copy that is gone by then is told in a sentence', async () => {
    const { ours, theirs } = await twoCopies()
    await attach(theirs, 'minutes.pdf', bytesOf(1))
    const { other, comparison } = await bringIn(ours, theirs)
    rmSync(other.path)
    const hashes = comparison.additions.flatMap(({ contentHashes }) => contentHashes)
    await expect(bringContent(other, sessionOf(ours), hashes)).rejects.toThrow(
      /From Priya.ninefold is not where it was/,
    )
  })

  it('AC13: a file the copy does not hold cannot be added, and the sentence names it', async () => {
    const { ours, theirs } = await twoCopies()
    await attach(theirs, 'minutes.pdf', bytesOf(1))
    await theirs.shell.file.close()
    const db = new Database(theirs.path)
    db.exec('DELETE FROM chunk; DELETE FROM content')
    db.close()
    await theirs.shell.file.open({ path: theirs.path, who: PRIYA })
    const { comparison } = await bringIn(ours, theirs)
    expect(comparison.additions.map(({ addition }) => addition.problem)).toEqual([
      'The copy does not hold its file, minutes.pdf. Ask whoever sent the copy for the file itself.',
    ])
  })

  it('AC14: undo takes the items out and redo brings them again, with their files', async () => {
    const { ours, theirs } = await twoCopies()
    await attach(theirs, 'minutes.pdf', bytesOf(2))
    const before = rowsOf(ours)
    const brought = await bringIn(ours, theirs)
    await accept(ours, brought)
    const after = rowsOf(ours)
    await ours.page.edit.undo()
    expect(rowsOf(ours)).toEqual(before)
    expect(added({ comparison: compare(ours, brought.other) })).toEqual(['Evidence: minutes'])
    await ours.page.edit.redo()
    expect(rowsOf(ours)).toEqual(after)
    expect(said({ comparison: compare(ours, brought.other) })).toEqual([])
    expect(await ours.shell.file.check()).toMatchObject({ problems: [], evidenceChecked: 1 })
  })
})
