import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { attachFiles } from '../../../electron/engine/attach.ts'
import { markAsReceived } from '../../../electron/engine/save-out.ts'
import { EvidenceTargets } from '../../../shared/model/evidence.ts'
import type { EvidenceId } from '../../../shared/model/ids.ts'
import { freshFolder, startWorkbook, WHO } from '../../helpers/engine.ts'
import { sendIn } from '../../helpers/send-in.ts'
import { tinyDisk } from '../../helpers/tiny-disk.ts'

const PDF = '%PDF-1.7 a small one'

async function startWithFiles(files: Record<string, string>, disk?: string) {
  const started = await startWorkbook()
  if (disk) {
    await started.shell.file.copy({ to: join(disk, 'Small.ninefold') })
    await started.shell.file.open({ path: join(disk, 'Small.ninefold'), who: WHO })
  }
  const folder = freshFolder()
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  const targets = EvidenceTargets.parse({ principleIds: [started.principle.id] })
  const read = async () => (await started.page.workbook.read()).rows
  return { ...started, folder, targets, read, path: (name: string) => join(folder, name) }
}

describe('attaching', () => {
  it('EV10: a file becomes an item of evidence, in one edit that undo takes back', async () => {
    const { shell, page, targets, read, path } = await startWithFiles({ 'Board paper.PDF': PDF })
    const attached = await shell.evidence.attach({ paths: [path('Board paper.PDF')], targets })
    expect(attached).toEqual({ evidenceIds: [expect.any(String)], problems: [], wasCancelled: false })
    const { evidence, evidenceLinks } = await read()
    expect(evidence).toMatchObject([
      {
        ref: 1,
        kind: 'file',
        title: 'Board paper',
        fileName: 'Board paper.PDF',
        mediaType: 'application/pdf',
        size: 20,
      },
    ])
    expect(evidenceLinks).toMatchObject([
      { evidenceId: attached.evidenceIds[0], principleId: targets.principleIds[0] },
    ])
    const { undo } = await page.workbook.read()
    expect(undo.undo?.words).toBe('Attached Board paper.PDF')
    await page.edit.undo()
    expect((await read()).evidence).toEqual([])
    await page.edit.redo()
    expect(await shell.file.check()).toMatchObject({ ok: true, evidenceChecked: 1 })
  })

  it('EV11: the same file is not attached twice to the same thing, but may back another', async () => {
    const { shell, targets, read, path, system } = await startWithFiles({ 'a.pdf': PDF, 'copy.pdf': PDF })
    await shell.evidence.attach({ paths: [path('a.pdf')], targets })
    const again = await shell.evidence.attach({ paths: [path('copy.pdf')], targets })
    expect(again.problems).toEqual([
      {
        name: 'copy.pdf',
        sentence: '“copy.pdf” is already attached here as E-01 a, so it was not attached again.',
      },
    ])
    const other = EvidenceTargets.parse({ areaIds: [system.id] })
    expect((await shell.evidence.attach({ paths: [path('a.pdf')], targets: other })).problems).toEqual([])
    expect((await read()).evidence).toHaveLength(2)
  })

  it('EV12: what cannot be attached is told in a sentence each, and the rest goes in', async () => {
    const { shell, targets, path, folder } = await startWithFiles({
      'a.pdf': PDF,
      'empty.txt': '',
      'z.txt': 'z',
    })
    await writeFile(path('huge.mp4'), '')
    await truncate(path('huge.mp4'), 2 * 1024 ** 3 + 1)
    const attached = await shell.evidence.attach({ paths: [folder, path('gone.pdf')], targets })
    expect(attached.evidenceIds).toHaveLength(2)
    expect(attached.problems.map(problem => problem.sentence)).toEqual([
      expect.stringContaining('“gone.pdf” is no longer there'),
      expect.stringContaining('“empty.txt” is empty (0 bytes)'),
      expect.stringContaining('“huge.mp4” is larger than 2 GB'),
    ])
  })

  it('EV13: a cancel keeps what is in and leaves nothing of the rest', async () => {
    const { engine, page, shell, targets, read } = await startWithFiles({})
    const session = engine.state.session!
    async function* slow() {
      yield Buffer.alloc(10 * 1024 * 1024, 7)
      await wait(10_000)
    }
    const files = [
      { name: 'a.txt', size: 5, from: bytesOf('words') },
      { name: 'b.bin', size: 20 * 1024 * 1024, from: slow() },
    ]
    const work = attachFiles(session, engine.state.tasks, files, { targets })
    for await (const task of await page.task.watch())
      if (task.words.startsWith('Attaching b.bin') && task.done > 8_000_000) {
        await page.task.cancel({ id: task.id })
        break
      }
    expect(await work).toEqual({ evidenceIds: [expect.any(String)], problems: [], wasCancelled: true })
    expect((await read()).evidence).toHaveLength(1)
    const kept = session.db.prepare('SELECT count(*) AS files, sum(size) AS bytes FROM content').get()
    expect(kept).toEqual({ files: 1, bytes: 5 })
    expect(await shell.file.check()).toMatchObject({ ok: true })
  })

  it('EV14: a full disk is said once for the file and the rest is not tried', async () => {
    const { engine, shell, targets, path, read } = await startWithFiles({ 'b.txt': 'b', 'c.txt': 'c' })
    await writeFile(path('a.bin'), Buffer.alloc(12 * 1024 * 1024, 1))
    const db = engine.state.session!.db
    db.pragma(`max_page_count = ${(db.pragma('page_count', { simple: true }) as number) + 100}`)
    const attached = await shell.evidence.attach({ paths: ['a.bin', 'b.txt', 'c.txt'].map(path), targets })
    expect(attached.problems.map(problem => problem.sentence)).toEqual([
      'The disk is full, so “a.bin” was not attached. Make some room and try again.',
      '“b.txt” was not attached, because the disk is full.',
      '“c.txt” was not attached, because the disk is full.',
    ])
    expect((await read()).evidence).toEqual([])
    db.pragma('max_page_count = 100000')
    expect((await shell.evidence.attach({ paths: [path('a.bin')], targets })).problems).toEqual([])
  })

  it('EV20: when what it was for is removed meanwhile, that is said and nothing of the file stays', async () => {
    const { engine, page, targets, places } = await startWithFiles({})
    const session = engine.state.session!
    const [place] = places
    async function* whileRemoved() {
      yield Buffer.from('words')
      await page.area.removePlace({ id: place!.id })
    }
    const files = [{ name: 'a.txt', from: whileRemoved() }]
    const attached = await attachFiles(session, engine.state.tasks, files, {
      targets: { ...targets, areaIds: [place!.id] },
    })
    expect(attached.problems[0]!.sentence).toContain('not in the workbook any more')
    expect(session.db.prepare('SELECT count(*) AS files FROM content').get()).toEqual({ files: 0 })
  })

  it('EV14: a file for which the disk has no room is refused before it is read', async ({ skip }) => {
    const disk = tinyDisk(48)
    if (!disk) return skip('a small disk can only be made by root on Linux')
    const { shell, engine, targets, read } = await startWithFiles({}, disk)
    let wasRead = false
    async function* bytes() {
      wasRead = true
      yield Buffer.alloc(1)
    }
    const files = [{ name: 'big.mov', size: 40 * 1024 * 1024, from: bytes() }]
    const attached = await attachFiles(engine.state.session!, engine.state.tasks, files, { targets })
    expect(attached.problems[0]!.sentence).toMatch(
      /^There is not enough room on the workbook's disk for “big.mov” \(40 MB; /,
    )
    expect([wasRead, (await read()).evidence]).toEqual([false, []])
    expect(await shell.file.check()).toMatchObject({ ok: true })
  })

  it('EV14: a disk that fills up on the way leaves a workbook that works', async ({ skip }) => {
    const disk = tinyDisk(16)
    if (!disk) return skip('a small disk can only be made by root on Linux')
    const { shell, page, engine, targets, read } = await startWithFiles({}, disk)
    async function* bytes() {
      for (let count = 0; count < 40; count++) yield Buffer.alloc(1024 * 1024, count)
    }
    const files = [{ name: 'endless.log', from: bytes() }]
    const attached = await attachFiles(engine.state.session!, engine.state.tasks, files, { targets })
    expect(attached.problems[0]!.sentence).toMatch(/^The disk is full, so “endless.log” was not attached/)
    await page.workbook.set({ systemName: 'Still works' })
    expect((await read()).evidence).toEqual([])
    expect(await shell.file.check()).toMatchObject({ ok: true })
  })

  it('EV15: a hostile name is kept to be shown, without what would mislead', async () => {
    const { shell, page, targets, read } = await startWithFiles({})
    await sendIn(page, [{ name: '..\\..\\annual\u202efdp.exe', bytes: Buffer.from('MZ') }], ids =>
      page.incoming.attach({ ids, targets }),
    )
    const [item] = (await read()).evidence
    expect(item).toMatchObject({ fileName: '..\\..\\annualfdp.exe', mediaType: 'application/octet-stream' })
    expect(await shell.evidence.suggestName({ id: item!.id })).toEqual({ name: '_.._annualfdp.exe' })
  })

  it('EV16: a workbook opened to read takes nothing in', async () => {
    const { shell, path, targets, page, engine } = await startWithFiles({ 'a.pdf': PDF })
    const workbook = engine.state.session!.path
    await shell.file.open({ path: workbook, who: { name: 'x', role: '' }, mode: 'read' })
    await expect(shell.evidence.attach({ paths: [path('a.pdf')], targets })).rejects.toMatchObject({
      code: 'READ_ONLY',
    })
    expect((await page.workbook.read()).rows.evidence).toEqual([])
  })
})

describe('taking out', () => {
  it('EV17: saves to exactly the path, and for opening into a fresh folder under a name of ours', async () => {
    const { shell, targets, path, folder, read } = await startWithFiles({ 'CON.pdf': PDF, 'x.html': '<p>' })
    await shell.evidence.attach({ paths: [path('CON.pdf'), path('x.html')], targets })
    const [pdf, html] = (await read()).evidence.map(item => item.id) as [EvidenceId, EvidenceId]
    await shell.evidence.saveOut({ id: pdf, to: path('out.pdf') })
    expect(await readFile(path('out.pdf'), 'utf8')).toBe(PDF)
    const parent = join(folder, 'fresh')
    await mkdir(parent)
    const opened = await shell.evidence.saveOutForOpening({ id: pdf, parent })
    expect([basename(opened.path), opened.isSafeToOpen]).toEqual(['_CON.pdf', true])
    expect((await shell.evidence.saveOutForOpening({ id: html, parent })).isSafeToOpen).toBe(false)
    expect(await readdir(parent)).toHaveLength(2)
  })

  it('EV18: a link or note has no file to save, and says so', async () => {
    const { shell, page, targets, path } = await startWithFiles({})
    const { id } = await page.evidence.addNote({ title: 'A talk', note: 'Said so', targets })
    const work = shell.evidence.saveOut({ id: id as EvidenceId, to: path('x') })
    await expect(work).rejects.toThrow('A talk is a note, not a file')
  })

  it('EV19: on Windows the file carries the mark of what came from elsewhere', async () => {
    const { path } = await startWithFiles({ 'a.docx': 'x' })
    await markAsReceived(path('a.docx'), 'win32')
    const mark = `${path('a.docx')}:Zone.Identifier`
    expect(await readFile(mark, 'utf8')).toBe('[ZoneTransfer]\r\nZoneId=3\r\n')
    await rm(mark)
    await markAsReceived(path('a.docx'), 'linux')
    await expect(readFile(mark)).rejects.toThrow()
  })
})

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}
