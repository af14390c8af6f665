import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CURRENT_VERSION, migrations } from '../../../../electron/engine/store/migrations/list.ts'
import type { ActionId } from '../../../../shared/model/ids.ts'
import { digest, dump } from '../../../helpers/dump.ts'
import { freshFolder, startEngine, WHO } from '../../../helpers/engine.ts'
import { createOldWorkbook } from '../../../helpers/old-workbook.ts'
import { KEEP, namesIn, startKept, wallClock } from '../../../helpers/snapshots.ts'

const at = (day: string, time: string) => new Date(`${day}T${time}:00`).toISOString()

/** A workbook of which a snapshot was kept, and which then went on: rated anew, an action and evidence gone, others come. */
async function wentOn() {
  const clock = wallClock(at('2026-11-23', '14:05'))
  const started = await startKept({ clock })
  const { page, shell, rate, addAction, folder } = started
  const attach = async (name: string, bytes: string) => {
    const from = join(folder, name)
    writeFileSync(from, bytes)
    const { evidenceIds } = await shell.evidence.attach({ paths: [from], targets: {} })
    rmSync(from)
    return evidenceIds[0]!
  }
  await rate('As it was said first')
  const first = await addAction('Agree one front door')
  const minutes = await attach('minutes.txt', 'Minutes of the partnership board')
  await page.snapshot.take()
  clock.set(at('2026-11-24', '09:00'))
  await rate('As it was said next')
  await page.action.remove({ ids: [first.id! as ActionId] })
  await page.evidence.remove({ id: minutes })
  await addAction('Write down who answers')
  await attach('figures.txt', 'Figures of the quarter')
  const snapshots = async () => (await page.snapshot.list()).snapshots
  return { ...started, clock, minutes, snapshots, snapshot: (await snapshots()).at(-1)! }
}

describe('SN15 SN16: what the list and the comparison say', () => {
  it('SN15: when it was made, after what, what was in it, and no path', async () => {
    const { page, folder, snapshot } = await wentOn()
    expect(snapshot).toMatchObject({
      name: 'Northmoor 2026-11-23 14.05',
      day: '2026-11-23',
      time: '14:05',
      roundName: 'Autumn 2026',
      discussed: 1,
      principles: 9,
      ratings: 1,
      actions: 1,
      evidence: 1,
      standing: 'part',
      isOlder: false,
      lastEdit: { who: WHO.name, words: expect.stringMatching(/minutes\.txt/) },
    })
    const list = await page.snapshot.list()
    expect(list).toMatchObject({ folderName: 'Northmoor (snapshots)', isBeside: true, isKeeping: true })
    expect(JSON.stringify(list)).not.toContain(folder)
  })

  it('SN16: what going back would change, in sentences, and what was done since', async () => {
    const { page, snapshot } = await wentOn()
    const { sentences, since, edits, cannotGoBack } = await page.snapshot.compare({ id: snapshot.id })
    expect(sentences).toEqual([
      expect.stringMatching(/^1 rating changed since would be as it was then: “1 .+”\.$/),
      '1 action added since would go: “A-02 Write down who answers”.',
      '1 action removed since would come back: “A-01 Agree one front door”.',
      '1 item of evidence added since would go: “E-02 figures”.',
      '1 item of evidence removed since would come back: “E-01 minutes”.',
    ])
    expect(cannotGoBack).toBeNull()
    expect(edits).toBe(since.length)
    expect(since.map(({ words }) => words).join('\n')).toMatch(/figures\.txt[\s\S]*front door/)
  })
})

describe('SN17 SN18: going back in this workbook', () => {
  it('SN17: one edit puts every row and file back as it was, and one undo gives back the same', async () => {
    const { page, shell, path, beside, snapshot } = await wentOn()
    const [kept] = namesIn(beside)
    const then = dump(join(beside, kept!))
    const before = await page.workbook.read()
    const { seq } = await page.snapshot.goBack({ id: snapshot.id })
    expect(seq).toBe(before.seq + 1)
    const after = await page.workbook.read()
    expect(after.rows).toEqual(then.rows)
    expect(after.undo.undo?.words).toBe('Went back to the snapshot of 23 November 2026, 14:05')
    await page.edit.undo()
    expect((await page.workbook.read()).rows).toEqual(before.rows)
    await page.edit.redo()
    expect(await shell.file.check()).toMatchObject({ ok: true })
    await shell.file.close()
    expect(dump(path).files).toEqual(then.files)
  })

  it('SN17: evidence the workbook has lost comes out of the snapshot', async () => {
    const { page, shell, engine, snapshot, minutes, folder } = await wentOn()
    const { db } = engine.state.session!
    // As after a fault of the disk that took its pages.
    db.prepare('DELETE FROM chunk WHERE content_id = (SELECT id FROM content WHERE hash = ?)').run(
      digest(Buffer.from('Minutes of the partnership board')),
    )
    db.prepare('DELETE FROM content WHERE hash = ?').run(
      digest(Buffer.from('Minutes of the partnership board')),
    )
    await page.snapshot.goBack({ id: snapshot.id })
    expect(await shell.file.check()).toMatchObject({ ok: true, evidenceChecked: 1 })
    await shell.evidence.saveOut({ id: minutes, to: join(folder, 'out.txt') })
    expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toBe('Minutes of the partnership board')
  })

  it('SN18: what another copy kept is compared by its rows, and cannot be gone back to', async () => {
    const { page, shell, reopen, rate, path, folder, snapshots } = await wentOn()
    await shell.file.close()
    const copy = join(folder, 'Priya.ninefold')
    copyFileSync(path, copy)
    await reopen(copy)
    await rate('Her own way')
    await shell.file.close()
    await reopen(path)
    const [apart] = (await snapshots()).filter(({ standing }) => standing === 'apart')
    const changes = await page.snapshot.compare({ id: apart!.id })
    expect(changes.sentences).toEqual([
      expect.stringMatching(/^1 rating changed since would be as it was then/),
    ])
    expect(changes.cannotGoBack).toMatch(/went its own way/)
    const before = await page.workbook.read()
    await expect(page.snapshot.goBack({ id: apart!.id })).rejects.toThrow(
      /Open it as a workbook of its own\.$/,
    )
    expect(await page.workbook.read()).toEqual(before)
  })

  it('SN17: opened to read, and a snapshot that is gone, are refused in a sentence', async () => {
    const { page, shell, reopen, path, beside, snapshot } = await wentOn()
    await shell.file.close()
    await reopen(path, KEEP, 'read')
    await expect(page.snapshot.goBack({ id: snapshot.id })).rejects.toThrow(/to read/)
    await expect(page.snapshot.take()).rejects.toThrow(/to read/)
    rmSync(beside, { recursive: true })
    await expect(page.snapshot.compare({ id: snapshot.id })).rejects.toThrow(/not there any more/)
  })
})

describe('SN19 SN20: as a workbook of its own', () => {
  it('SN19: under a fresh name beside it; neither the workbook nor the snapshot is touched', async () => {
    const { shell, path, beside, folder, snapshot } = await wentOn()
    await shell.file.close()
    const bytes = readFileSync(path)
    const [kept] = namesIn(beside)
    const ask = { path, id: snapshot.id }
    const first = await shell.snapshot.restore(ask)
    const second = await shell.snapshot.restore(ask)
    expect([first.path, second.path]).toEqual([
      join(folder, 'Northmoor (as at 23 November 2026 14.05).ninefold'),
      join(folder, 'Northmoor (as at 23 November 2026 14.05, 2).ninefold'),
    ])
    expect(dump(first.path)).toEqual(dump(join(beside, kept!)))
    expect(statSync(first.path).mode & 0o200).toBe(0o200)
    expect(readFileSync(path).equals(bytes)).toBe(true)
    await shell.file.open({ path: first.path, who: WHO })
    expect(await shell.file.check()).toMatchObject({ ok: true })
    await expect(shell.snapshot.restore({ ...ask, to: path })).rejects.toThrow(/already a file/)
    expect(readFileSync(path).equals(bytes)).toBe(true)
    expect(namesIn(folder).filter(name => name.startsWith('.'))).toEqual([])
  })

  it('SN19: also of the workbook that is open', async () => {
    const { shell, path, snapshot, page } = await wentOn()
    const { seq } = await page.workbook.read()
    const made = await shell.snapshot.restore({ path, id: snapshot.id })
    expect(dump(made.path).edits.length).toBeLessThan(seq)
    expect((await page.workbook.read()).seq).toBe(seq)
  })

  it.each(migrations.map(({ version }) => version).filter(version => version < CURRENT_VERSION))(
    'SN15 SN19 SN20: a snapshot of version %i is listed without altering it, opens on its own and is brought up to date',
    async version => {
      const folder = freshFolder()
      const path = join(folder, 'Northmoor.ninefold')
      const kept = join(folder, 'Northmoor (snapshots)', 'Northmoor 2026-01-05 10.00.ninefold')
      mkdirSync(join(folder, 'Northmoor (snapshots)'))
      createOldWorkbook(kept, version)
      const bytes = readFileSync(kept)
      writeFileSync(path, 'nothing of it is left')
      const { shell, page } = startEngine()
      const { snapshots } = await shell.snapshot.listFor({ path })
      expect(snapshots).toMatchObject([{ isOlder: true, standing: 'unknown', actions: 60, evidence: 30 }])
      const made = await shell.snapshot.restore({ path, id: snapshots[0]!.id })
      expect(readFileSync(kept).equals(bytes)).toBe(true)
      await shell.file.open({ path: made.path, who: WHO })
      expect((await page.workbook.read()).rows.actions).toHaveLength(60)
      expect(await shell.file.check()).toMatchObject({ ok: true })
      expect(readFileSync(path, 'utf8')).toBe('nothing of it is left')
    },
  )

  it('SN20: of a workbook that is damaged or gone, by what is remembered of it or by the folder beside it', async () => {
    const { shell, path, folder, snapshot, engine } = await wentOn()
    const uid = (await shell.file.summary()).uid
    await shell.file.close()
    expect(engine.state.session).toBeNull()
    const backups = join(folder, 'Backups')
    renameSync(join(folder, 'Northmoor (snapshots)'), backups)
    writeFileSync(path, Buffer.alloc(5000))
    const remembered = await shell.snapshot.listFor({ path, uid, folder: backups })
    expect(remembered.snapshots.map(({ standing }) => standing)).toEqual(['unknown', 'unknown'])
    renameSync(backups, join(folder, 'Northmoor (snapshots)'))
    const found = await shell.snapshot.listFor({ path })
    expect(found.snapshots).toHaveLength(2)
    const made = await shell.snapshot.restore({ path, id: found.snapshots.at(-1)!.id })
    expect(dump(made.path).rows.actions).toHaveLength(1)
    expect(readFileSync(path).equals(Buffer.alloc(5000))).toBe(true)
    rmSync(path)
    expect((await shell.snapshot.listFor({ path })).snapshots).toHaveLength(2)
    expect((await shell.snapshot.listFor({ path, uid: 'another' })).snapshots).toHaveLength(0)
    void snapshot
  })

  it('SN19: a snapshot whose evidence was damaged since is still of use, and not given out as whole', async () => {
    const { shell, path, beside } = await wentOn()
    await shell.file.close()
    const [first] = namesIn(beside)
    const kept = join(beside, first!)
    const { snapshots } = await shell.snapshot.listFor({ path })
    const bytes = readFileSync(kept)
    // In the middle of the evidence, where a glance does not look.
    bytes.fill(7, bytes.indexOf('Minutes of the'), bytes.indexOf('Minutes of the') + 8)
    rmSync(kept)
    writeFileSync(kept, bytes)
    const made = await shell.snapshot.restore({ path, id: snapshots.at(-1)!.id })
    expect(made.remarks).toEqual([
      '1 evidence file in it is not what it was. Check the workbook to see which.',
    ])
    await shell.file.open({ path: made.path, who: WHO, mode: 'read' })
    expect(await shell.file.check()).toMatchObject({
      ok: false,
      problems: [expect.stringMatching(/minutes/)],
    })
  })
})
