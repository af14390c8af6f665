import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isOpenHere } from '../../../../electron/engine/open.ts'
import { dump } from '../../../helpers/dump.ts'
import { freshFolder, type startEngine, startWorkbook, WHO } from '../../../helpers/engine.ts'
import { KEEP, namesIn, startKept, wallClock } from '../../../helpers/snapshots.ts'

/** The container's own zone, whatever it is. */
const at = (day: string, time: string) => new Date(`${day}T${time}:00`).toISOString()

describe('SN4: after each session that changed something', () => {
  it('SN1 SN4 SN8: closing keeps one beside the workbook, which is the workbook as it was', async () => {
    const clock = wallClock(at('2026-11-23', '14:05'))
    const { shell, rate, beside, path, folder } = await startKept({ clock })
    await rate('Because')
    await shell.file.close()
    expect(namesIn(beside)).toEqual(['Northmoor 2026-11-23 14.05.ninefold'])
    expect(namesIn(folder)).toEqual(['Northmoor (snapshots)', 'Northmoor.ninefold'])
    expect(dump(join(beside, 'Northmoor 2026-11-23 14.05.ninefold'))).toEqual(dump(path))
    expect(statSync(join(beside, 'Northmoor 2026-11-23 14.05.ninefold')).mode & 0o222).toBe(0)
  })

  it('SN4: none when nothing changed since, none of a workbook opened to read, none where none are asked for', async () => {
    const { shell, reopen, rate, beside, path } = await startKept()
    await shell.file.close()
    expect(namesIn(beside)).toHaveLength(1)
    await reopen(path)
    await shell.file.close()
    await reopen(path, KEEP, 'read')
    await shell.file.close()
    expect(namesIn(beside)).toHaveLength(1)
    await reopen(path, undefined)
    await shell.file.open({ path, who: WHO })
    await rate('Nobody asked for snapshots here')
    await shell.file.close()
    expect(namesIn(beside)).toHaveLength(1)
  })

  it('SN4: a workbook of which none was ever kept is left alone until it is changed', async () => {
    const { shell, path } = await startWorkbook()
    await shell.file.open({ path, who: WHO, snapshots: KEEP })
    await shell.file.close()
    expect(namesIn(dirname(path))).toEqual(['Northmoor.ninefold'])
  })

  it('SN4: what a session that broke off had changed is kept by the next one', async () => {
    const { shell, reopen, rate, beside, path } = await startKept()
    await shell.file.close()
    // Without a word of snapshots, as if it had been killed before it closed.
    await shell.file.open({ path, who: WHO })
    await rate('Typed, and then the power went')
    await shell.file.close()
    await reopen(path)
    await shell.file.close()
    expect(namesIn(beside)).toHaveLength(2)
  })

  it('SN1: a second one of the same minute stands beside the first, and the hour a clock shows twice loses none', async () => {
    const zone = process.env.TZ
    process.env.TZ = 'Europe/London'
    onTestFinished(() => {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    })
    const clock = wallClock('2026-10-25T00:30:00.000Z')
    const { page, rate, beside, shell } = await startKept({ clock })
    await rate('In summer time')
    await page.snapshot.take()
    clock.set('2026-10-25T01:30:00.000Z')
    await rate('An hour later, by the same clock on the wall')
    await shell.file.close()
    expect(namesIn(beside)).toEqual([
      'Northmoor 2026-10-25 01.30 (2).ninefold',
      'Northmoor 2026-10-25 01.30.ninefold',
    ])
  })

  it('SN1: they go where the user says, and the folder is not made there', async () => {
    const folder = join(freshFolder(), 'Backups')
    mkdirSync(folder)
    const { shell, beside } = await startKept({ keep: { folder } })
    await shell.file.close()
    expect(namesIn(folder)).toHaveLength(1)
    expect(namesIn(beside)).toEqual([])
  })

  it('SN6 SN11: a chosen folder that is gone is not made anew on another disk', async () => {
    const folder = join(freshFolder(), 'drive', 'Backups')
    const { shell, engine, page } = await startKept({ keep: { folder } })
    await expect(page.snapshot.take()).rejects.toThrow(
      /No snapshot was kept, because “Backups” cannot be reached/,
    )
    expect(engine.state.keeper?.problem).toMatch(/the workbook itself is saved/)
    expect(await shell.file.close()).toBe(true)
  })
})

describe('SN5: every hour while editing', () => {
  it('SN5: an hour with changes keeps one, an hour without none', async () => {
    const clock = wallClock(at('2026-11-23', '09:00'))
    const { rate, engine, beside, shell } = await startKept({ clock })
    const ring = async (day: string, time: string) => {
      clock.set(at(day, time))
      clock.ring()
      while (engine.state.keeper!.isWorking) await pause(5)
    }
    await ring('2026-11-23', '09:59')
    expect(namesIn(beside)).toEqual([])
    await ring('2026-11-23', '10:00')
    expect(namesIn(beside)).toEqual(['Northmoor 2026-11-23 10.00.ninefold'])
    await ring('2026-11-23', '11:30')
    expect(namesIn(beside)).toHaveLength(1)
    await rate('At last')
    await ring('2026-11-23', '11:31')
    expect(namesIn(beside)).toHaveLength(1)
    await ring('2026-11-23', '12:31')
    expect(namesIn(beside)).toHaveLength(2)
    await rate('By a clock that was set back')
    await ring('2026-11-22', '08:00')
    expect(namesIn(beside)).toContain('Northmoor 2026-11-22 08.00.ninefold')
    expect(namesIn(beside)).toHaveLength(3)
    await shell.file.close()
    expect(clock.timers.size).toBe(0)
  })
})

describe('SN2 SN3: whose they are', () => {
  it('SN2: two workbooks of one name and a folder full of other files keep to themselves', async () => {
    const backups = freshFolder()
    const clock = wallClock(at('2026-11-23', '14:05'))
    const one = await startKept({ clock, keep: { folder: backups } })
    await one.shell.file.close()
    writeFileSync(join(backups, 'Northmoor 2020-01-01 10.00.ninefold'), 'not a workbook at all')
    writeFileSync(join(backups, 'minutes.docx'), 'other')
    copyFileSync(one.path, join(backups, 'My own copy.ninefold'))
    const two = await startKept({ clock, keep: { folder: backups, limitBytes: 1 } })
    await two.rate('Other')
    await two.page.snapshot.take()
    await two.rate('Once more')
    await two.page.snapshot.take()
    await two.rate('And again')
    await two.page.snapshot.take()
    const list = await two.page.snapshot.list()
    // The first of its three went: the limit is a byte, and the newest two stay.
    expect(list.snapshots).toHaveLength(2)
    expect(list.unreadable).toBe(1)
    await two.shell.file.close()
    await one.reopen(one.path, one.snapshots)
    expect((await one.page.snapshot.list()).snapshots).toHaveLength(1)
    expect(namesIn(backups)).toEqual(
      expect.arrayContaining(['My own copy.ninefold', 'minutes.docx', 'Northmoor 2020-01-01 10.00.ninefold']),
    )
    expect(readFileSync(join(backups, 'minutes.docx'), 'utf8')).toBe('other')
  })

  it('SN3: a renamed workbook finds its snapshots, and the folder takes its name with the next one', async () => {
    const { shell, page, rate, reopen, path, folder, beside } = await startKept()
    await shell.file.close()
    const renamed = join(folder, 'Northmoor and Vale.ninefold')
    renameSync(path, renamed)
    await reopen(renamed)
    expect((await page.snapshot.list()).snapshots).toMatchObject([{ standing: 'same' }])
    await rate('Under the new name')
    await shell.file.close()
    expect(namesIn(beside)).toEqual([])
    expect(namesIn(join(folder, 'Northmoor and Vale (snapshots)'))).toHaveLength(2)
    // Moved without its folder, it starts anew.
    const elsewhere = freshFolder()
    renameSync(renamed, join(elsewhere, 'N.ninefold'))
    await reopen(join(elsewhere, 'N.ninefold'))
    await rate('Elsewhere')
    await shell.file.close()
    expect(namesIn(join(elsewhere, 'N (snapshots)'))).toHaveLength(1)
    expect(namesIn(join(folder, 'Northmoor and Vale (snapshots)'))).toHaveLength(2)
  })

  it('SN3 SN14: the folder of a workbook that is still there is not taken, nor is what another copy kept thinned', async () => {
    const clock = wallClock(at('2026-11-20', '10:00'))
    const { shell, page, rate, reopen, path, folder, beside } = await startKept({ clock })
    await shell.file.close()
    const copy = join(folder, 'Priya.ninefold')
    copyFileSync(path, copy)
    for (const [index, reason] of ['One', 'Two', 'Three'].entries()) {
      clock.set(at('2026-11-20', `1${index + 1}:00`))
      await reopen(path)
      await rate(reason)
      await shell.file.close()
    }
    clock.set(at('2026-11-23', '10:00'))
    await reopen(copy, { ...KEEP, limitBytes: 1 })
    await rate('Her own way')
    await page.snapshot.take()
    const { snapshots } = await page.snapshot.list()
    expect(snapshots.map(({ standing }) => standing).sort()).toEqual([
      'apart',
      'apart',
      'apart',
      'part',
      'same',
    ])
    await shell.file.close()
    expect(namesIn(beside)).toHaveLength(4)
    expect(namesIn(join(folder, 'Priya (snapshots)'))).toHaveLength(1)
  })

  it('SN14: in one folder for all, what another copy kept and what nobody can read is never thinned', async () => {
    const backups = freshFolder()
    const { shell, page, rate, reopen, path, folder } = await startKept({ keep: { folder: backups } })
    await shell.file.close()
    const copy = join(folder, 'Northmoor from Priya.ninefold')
    copyFileSync(path, copy)
    await reopen(path, { ...KEEP, folder: backups })
    for (const reason of ['One', 'Two', 'Three']) {
      await rate(reason)
      await page.snapshot.take()
    }
    await shell.file.close()
    writeFileSync(join(backups, 'Northmoor 2020-01-01 10.00.ninefold'), 'unreadable')
    const theirs = namesIn(backups)
    await reopen(copy, { ...KEEP, folder: backups, limitBytes: 1 })
    for (const reason of ['Her one', 'Her two', 'Her three']) {
      await rate(reason)
      await page.snapshot.take()
    }
    const gone = theirs.filter(name => !namesIn(backups).includes(name))
    // The one that both share is part of her history too.
    expect(gone).toHaveLength(1)
    expect(
      (await page.snapshot.list()).snapshots.filter(({ standing }) => standing === 'apart'),
    ).toHaveLength(3)
  })

  it('SN21: a snapshot opened by itself can only be read, and no folder comes to be for it', async () => {
    const { shell, page, rate, reopen, beside } = await startKept()
    await shell.file.close()
    const [name] = namesIn(beside)
    await reopen(join(beside, name!))
    expect((await page.workbook.read()).access).toMatchObject({
      mode: 'read',
      why: expect.stringMatching(/snapshot/),
    })
    await expect(rate('No')).rejects.toThrow(/snapshot/)
    await shell.file.close()
    expect(namesIn(beside)).toEqual([name])
  })
})

describe('SN7 SN10: while people go on', () => {
  it('SN10: edits made meanwhile are answered, and are in the snapshot whole or not at all', async () => {
    const { page, shell, rate, engine, path, folder, beside } = await startKept()
    await attach(shell, folder, 40)
    let isDone = false
    const taking = page.snapshot.take().finally(() => {
      isDone = true
    })
    let [edits, longest] = [0, 0]
    while (!isDone) {
      const start = performance.now()
      await rate(`Typed ${edits++}`)
      longest = Math.max(longest, performance.now() - start)
      await pause(1)
    }
    await taking
    expect(edits).toBeGreaterThan(2)
    expect(longest).toBeLessThan(3000)
    const [name] = namesIn(beside)
    const kept = dump(join(beside, name!))
    const { lastEdit } = engine.state.session!
    await shell.file.close()
    const now = dump(path)
    expect(now.edits.at(-1)!.seq).toBe(lastEdit!.seq)
    expect(now.edits.slice(0, kept.edits.length)).toEqual(kept.edits)
    expect(now.changes.slice(0, kept.edits.length)).toEqual(kept.changes)
    expect(kept.files).toEqual(now.files)
  })

  it('SN7: the snapshot at closing is told and can be cancelled: nothing is left, and the workbook closes', async () => {
    const { page, shell, folder, beside, path, reopen } = await startKept()
    await attach(shell, folder, 40)
    const told: string[] = []
    const watching = (async () => {
      for await (const task of await page.task.watch()) {
        told.push(`${task.words}: ${task.state}`)
        if (task.words === 'Keeping a snapshot' && !told.slice(0, -1).includes(told.at(-1)!))
          await page.task.cancel({ id: task.id })
      }
    })().catch(() => {})
    const start = performance.now()
    await shell.file.close()
    expect(performance.now() - start).toBeLessThan(5000)
    expect(isOpenHere(path)).toBe(false)
    expect(namesIn(beside)).toEqual([])
    await expect.poll(() => told).toContain('Keeping a snapshot: cancelled')
    // The next occasion is the next session.
    await reopen(path)
    await shell.file.close()
    expect(namesIn(beside)).toHaveLength(0)
    void watching
  })

  it('SN7: two that close at once both wait for the one snapshot', async () => {
    const { engine, beside } = await startKept()
    expect(await Promise.all([engine.state.close(), engine.state.close()])).toEqual([true, false])
    expect(namesIn(beside)).toHaveLength(1)
    expect(await engine.state.close()).toBe(false)
  })
})

it('SN8: evidence that is damaged in the workbook itself keeps no snapshot from being kept', async () => {
  const { shell, engine, folder, beside, rate } = await startKept()
  await attach(shell, folder, 1)
  const { db } = engine.state.session!
  db.prepare('UPDATE chunk SET bytes = zeroblob(length(bytes)) WHERE seq = 0').run()
  await rate('All the same')
  await shell.file.close()
  expect(namesIn(beside)).toHaveLength(1)
})

async function attach(shell: ReturnType<typeof startEngine>['shell'], folder: string, megabytes: number) {
  const from = join(freshFolder(), 'figures.bin')
  writeFileSync(from, Buffer.alloc(megabytes * 1024 ** 2, folder))
  await shell.evidence.attach({ paths: [from], targets: {} })
  chmodSync(from, 0o600)
}
