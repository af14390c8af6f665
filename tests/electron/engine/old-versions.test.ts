import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CURRENT_VERSION, migrations } from '../../../electron/engine/store/migrations/list.ts'
import type { Rows } from '../../../shared/model/snapshot.ts'
import { dump } from '../../helpers/dump.ts'
import { freshFolder, startEngine, startEngineFor, WHO } from '../../helpers/engine.ts'
import { createOldVersions, PAPER_BYTES } from '../../helpers/old-versions.ts'
import { tablesOf } from '../../helpers/old-workbook.ts'

const versions = migrations.map(({ version }) => version)
const older = versions.filter(version => version < CURRENT_VERSION)

let made = ''
let paths: ReadonlyMap<number, string>
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'ninefold-versions-'))
  paths = await createOldVersions(made)
}, 120_000)
afterAll(() => rmSync(made, { recursive: true, force: true }))

/** A workbook of that version alone in a folder. */
function workbookOf(version: number): { folder: string; path: string } {
  const folder = freshFolder()
  const path = join(folder, 'Northmoor.ninefold')
  copyFileSync(paths.get(version)!, path)
  return { folder, path }
}

/** Rows in an order that says nothing of when they were put back. */
function sorted(rows: Rows) {
  return Object.entries(rows).map(([name, list]) => [
    name,
    [...(list as { id: string }[])].sort((a, b) => (a.id < b.id ? -1 : 1)),
  ])
}

it.each(versions)('MI9: the workbook of version %i has rows in every table it ever had', version => {
  const tables = tablesOf(paths.get(version)!)
  expect(Object.keys(tables).filter(name => tables[name]!.length === 0)).toEqual([])
  expect(readFileSync(paths.get(version)!).readUInt32BE(60)).toBe(version)
})

describe.each(older)('a workbook of version %i', version => {
  it('MI9 MI6: is read and checked as it is, then opens to edit with everything in it, evidence byte for byte', async () => {
    const { folder, path } = workbookOf(version)
    const [bytes, before] = [readFileSync(path), tablesOf(path)]
    const { page, shell } = startEngine()
    await shell.file.open({ path, who: WHO, mode: 'read' })
    const read = await page.workbook.read()
    expect(await shell.file.check()).toMatchObject({ ok: true, problems: [] })
    await shell.file.close()
    expect(readFileSync(path).equals(bytes)).toBe(true)
    expect(readdirSync(folder)).toEqual(['Northmoor.ninefold'])

    await shell.file.open({ path, who: WHO })
    expect(await shell.file.check()).toMatchObject({ ok: true, problems: [] })
    expect((await page.workbook.read()).rows).toEqual(read.rows)
    await shell.file.close()
    const after = tablesOf(path)
    expect(after.edit!.slice(0, -1)).toEqual(before.edit)
    for (const [name, rows] of Object.entries(before))
      if (name !== 'edit') expect(after[name], name).toMatchObject(rows)
    const { rows, files } = dump(path)
    const held = rows.evidence.filter(({ kind }) => kind === 'file')
    expect(held.some(({ size }) => size === PAPER_BYTES)).toBe(true)
    expect(held.map(({ contentHash }) => contentHash).sort()).toEqual(
      files.filter((_, at) => rows.evidence[at]!.kind === 'file').sort(),
    )
  })

  it('CR8 MI9: undo reaches back before the update, across restarts, and check agrees', async () => {
    const { path } = workbookOf(version)
    const first = startEngineFor()
    await first.shell.file.open({ path, who: WHO })
    const before = (await first.page.workbook.read()).rows
    let undone = 0
    for (; undone < 20; undone++) await first.page.edit.undo()
    await first.engine.state.close()
    const second = startEngine()
    await second.shell.file.open({ path, who: WHO })
    for (; undone < 40; undone++) await second.page.edit.undo()
    expect(await second.shell.file.check()).toMatchObject({ ok: true, problems: [] })
    for (; undone > 0; undone--) await second.page.edit.redo()
    expect(sorted((await second.page.workbook.read()).rows)).toEqual(sorted(before))
    expect(await second.shell.file.check()).toMatchObject({ ok: true, problems: [] })
  })

  it('MI9 SN15 SN17 SN19: as a snapshot it is gone back to, and opens as a workbook of its own', async () => {
    const { folder, path } = workbookOf(version)
    const beside = join(folder, 'Northmoor (snapshots)')
    mkdirSync(beside)
    copyFileSync(path, join(beside, 'Northmoor 2026-11-20 10.00.ninefold'))
    const { page, shell } = startEngine()
    await shell.file.open({ path, who: WHO })
    const { rows: then, framework } = await page.workbook.read()
    await page.rating.set({
      roundId: then.rounds.at(-1)!.id,
      areaId: then.areas[0]!.id,
      principleId: framework.principles[0]!.id,
      set: { reason: 'Later' },
    })
    const { snapshots } = await page.snapshot.list()
    expect(snapshots).toMatchObject([{ isOlder: true, standing: 'part' }])
    const { path: own } = await shell.snapshot.restore({ path, id: snapshots[0]!.id })
    await page.snapshot.goBack({ id: snapshots[0]!.id })
    expect(sorted((await page.workbook.read()).rows)).toEqual(sorted(then))
    await shell.file.close()
    await shell.file.open({ path, who: WHO })
    await page.edit.undo()
    const again = (await page.workbook.read()).rows.ratings.find(({ reason }) => reason === 'Later')
    expect(again, 'CR8: going back is taken back after a restart').toBeDefined()
    await shell.file.open({ path: own, who: WHO })
    expect((await page.workbook.read()).rows).toEqual(then)
    expect(await shell.file.check()).toMatchObject({ ok: true, problems: [] })
  })

  it('MI9: it is brought in as another copy, and stays as it was', async () => {
    const { folder, path } = workbookOf(version)
    const other = join(folder, 'From Priya.ninefold')
    copyFileSync(path, other)
    const bytes = readFileSync(other)
    const { page, shell } = startEngine()
    await shell.file.open({ path, who: WHO })
    const { rows } = await page.workbook.read()
    await page.action.setMany({
      changes: rows.actions.slice(0, 3).map(({ id }) => ({ id, set: { owner: 'Somebody else' } })),
    })
    expect(await shell.review.read({ paths: [other] })).toMatchObject({ read: 1, refused: 0 })
    const review = (await page.review.get())!
    expect(review.additions).toEqual([])
    expect(review.changes.filter(({ state }) => state === 'proposed')).toEqual([])
    expect(readFileSync(other).equals(bytes)).toBe(true)
  })
})
