import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openOther } from '../../../../../electron/engine/compare/copy/open-other.ts'
import { createWorkbookFile } from '../../../../../electron/engine/create.ts'
import { startLogging } from '../../../../../electron/engine/store/change-log.ts'
import { closeWriting, openForWriting } from '../../../../../electron/engine/store/database.ts'
import { sealOf, withEdit } from '../../../../../electron/engine/store/edits.ts'
import type { Edit } from '../../../../../shared/model/edit.ts'
import { copyOf, rowsOf, type Started, sessionOf } from '../../../../helpers/copies.ts'
import { digest } from '../../../../helpers/dump.ts'
import { DETAILS, freshFolder, startEngine, startWorkbook, WHO } from '../../../../helpers/engine.ts'
import { createOldWorkbook } from '../../../../helpers/old-workbook.ts'

const NOW = '2026-11-24T09:00:00.000Z'
const TITLE = 'Advice line for staff'

async function start(): Promise<Started> {
  const ours = await startWorkbook()
  const { page, system, principle } = ours
  await page.action.add({ areaId: system.id, principleId: principle.id, title: TITLE, set: {} })
  return ours
}

/** A copy whose owner has closed it. */
async function closedCopy(ours: Started): Promise<string> {
  const { shell, path } = await copyOf(ours)
  await shell.file.close()
  return path
}

/** Changes a closed workbook the way Ninefold would, history and seals included. */
function forge(path: string, sql: string): void {
  const db = openForWriting(path)
  startLogging(db)
  withEdit(db, { at: NOW, who: 'Nobody', words: 'Forged' }, () => db.exec(sql))
  closeWriting(db)
}

/** An area renamed by the build of an older version: its tables are fewer, its log and seals the same. */
function renamedByOldBuild(path: string): void {
  const db = new Database(path)
  db.pragma('foreign_keys = OFF')
  const { seq, hash } = db.prepare('SELECT seq, hash FROM edit ORDER BY seq DESC').get() as {
    seq: number
    hash: string
  }
  const { id, name } = db.prepare('SELECT id, name FROM area').get() as { id: string; name: string }
  const edit: Edit = {
    seq: seq + 1,
    at: NOW,
    who: 'Nobody',
    words: 'Renamed',
    kind: 'do',
    target: null,
    about: {},
  }
  const change = {
    op: 'update',
    table: 'area',
    rowId: id,
    column: 'name',
    old: name,
    new: 'Renamed',
  } as const
  db.prepare('UPDATE area SET name = ? WHERE id = ?').run(change.new, id)
  db.prepare(
    'INSERT INTO change (edit_seq, op, table_name, row_id, column_name, old_value, new_value) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(edit.seq, change.op, change.table, id, change.column, name, change.new)
  db.prepare('INSERT INTO edit (seq, at, who, words, kind, hash) VALUES (?, ?, ?, ?, ?, ?)').run(
    edit.seq,
    edit.at,
    edit.who,
    edit.words,
    edit.kind,
    sealOf(hash, edit, [{ id: 0, ...change }]),
  )
  db.close()
}

/** Tries to read it, and sees to it that neither file changes. */
async function refused(ours: Started, path: string): Promise<string> {
  const before = [digestOf(path), JSON.stringify(rowsOf(ours)), sessionOf(ours).lastEdit?.seq]
  const why = await openOther(path, sessionOf(ours)).then(
    () => 'It was read.',
    (error: Error) => error.message,
  )
  expect([digestOf(path), JSON.stringify(rowsOf(ours)), sessionOf(ours).lastEdit?.seq]).toEqual(before)
  expect(why).toMatch(/^[^\n]+\.$/)
  return why
}

function digestOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false })
  return found?.isFile() ? digest(readFileSync(path)) : String(found?.isDirectory())
}

describe('refused in a sentence', () => {
  it('AC3: the open workbook itself, by any of its names', async () => {
    const ours = await start()
    const folder = freshFolder()
    const [link, hard] = [join(folder, 'link.ninefold'), join(folder, 'hard.ninefold')]
    symlinkSync(ours.path, link)
    linkSync(ours.path, hard)
    for (const path of [ours.path, link, hard])
      await expect(openOther(path, sessionOf(ours))).rejects.toThrow(/is the workbook that is open here\./)
    // Its lock is still ours.
    expect(() => new Database(ours.path, { timeout: 50 }).exec('BEGIN EXCLUSIVE')).toThrow(/locked/)
  })

  it('AC3: another workbook, naming both', async () => {
    const ours = await start()
    const path = join(freshFolder(), 'South.ninefold')
    const other = startEngine()
    await other.shell.file.create({ path, details: { ...DETAILS, systemName: 'Southmoor' }, who: WHO })
    await other.shell.file.close()
    expect(await refused(ours, path)).toBe(
      'South.ninefold is the workbook of Southmoor, not a copy of Northmoor.ninefold of Northmoor and Vale. Open it by itself, or choose a copy of this one.',
    )
  })

  it('AC3: one that only says it is a copy', async () => {
    const ours = await start()
    const path = join(freshFolder(), 'Made.ninefold')
    createWorkbookFile(path, DETAILS, 'Nobody', sessionOf(ours).deps)
    const { uid } = rowsOf(ours).workbook[0]!
    forge(path, `UPDATE workbook SET uid = '${uid}'`)
    expect(await refused(ours, path)).toMatch(/^Made.ninefold shares no history with this workbook, /)
  })

  it('AC3: a foreign schema', async () => {
    const ours = await start()
    const path = await closedCopy(ours)
    const db = new Database(path)
    db.exec('CREATE TRIGGER t AFTER UPDATE ON action BEGIN DELETE FROM edit; END')
    db.close()
    expect(await refused(ours, path)).toMatch(/changed by another program and was not opened/)
  })

  it('AC3: a truncated file, one of another program, a newer one, a folder, none', async () => {
    const ours = await start()
    const [cut, newer] = [await closedCopy(ours), await closedCopy(ours)]
    truncateSync(cut, 40_000)
    expect(await refused(ours, cut)).toMatch(/damaged/)
    const bytes = readFileSync(newer)
    bytes.writeUInt32BE(9999, 60)
    writeFileSync(newer, bytes)
    expect(await refused(ours, newer)).toMatch(/made by a newer Ninefold/)
    const folder = freshFolder()
    writeFileSync(join(folder, 'text.ninefold'), 'PK and so on, a spreadsheet by another name')
    expect(await refused(ours, join(folder, 'text.ninefold'))).toMatch(/is not a Ninefold workbook/)
    mkdirSync(join(folder, 'folder.ninefold'))
    expect(await refused(ours, join(folder, 'folder.ninefold'))).toMatch(/is a folder/)
    expect(await refused(ours, join(folder, 'gone.ninefold'))).toMatch(/is not where it was/)
  })

  it('AC3: a byte that was flipped in the words of a row, or in the history', async () => {
    const ours = await start()
    const intact = readFileSync(await closedCopy(ours))
    const places: number[] = []
    for (let at = intact.indexOf(TITLE); at !== -1; at = intact.indexOf(TITLE, at + 1)) places.push(at)
    expect(places.length).toBeGreaterThan(2)
    for (const place of places) {
      const bytes = Buffer.from(intact)
      bytes[place] = 'B'.charCodeAt(0)
      const path = join(freshFolder(), 'Flipped.ninefold')
      writeFileSync(path, bytes)
      expect(await refused(ours, path)).toBe(
        'Flipped.ninefold is damaged or was changed by another program: it is not what its own history says. Ask for a fresh copy of it.',
      )
    }
  })

  it('AC3: values Ninefold never writes, however well they are sealed', async () => {
    const ours = await start()
    const note = {
      title: 'Minutes',
      note: 'Heard',
      targets: { areaIds: [], principleIds: [], actionIds: [] },
    }
    await ours.page.evidence.addNote(note)
    await ours.page.rating.set({ ...ours.key, set: { level: 2 } })
    for (const sql of [
      `UPDATE status SET fill = 'url(http://example.org)' WHERE id = 'done'`,
      `UPDATE action SET principle_id = 'of-another-framework'`,
      `UPDATE action SET due_on = 'soon'`,
      `UPDATE action SET title = ' '`,
      `UPDATE action SET gap = printf('%.*c', 200001, 'x')`,
      `UPDATE evidence SET kind = 'link', url = 'file:///etc/passwd'`,
      `INSERT INTO evidence SELECT 'x', 9, 'link', title, shows, refers_on, strength, handling, 'javascript:alert(1)', note, '', '', 0, '', added_at FROM evidence`,
      `INSERT INTO evidence SELECT 'x', 9, 'file', title, shows, refers_on, strength, handling, '', note, 'a', '', 1, '../..', added_at FROM evidence`,
      `INSERT INTO rating SELECT 'other', round_id, '${ours.places[0]!.id}', principle_id, state, level, reason, not_applicable_reason, confidence, target_level, target_date, minority_view, minority_type, change_reason, change_note FROM rating`,
    ]) {
      const path = await closedCopy(ours)
      forge(path, sql)
      expect(await refused(ours, path), sql).toMatch(/holds something Ninefold does not write/)
    }
  })
})

describe('read all the same', () => {
  it('AC2: one that somebody is writing', async () => {
    const ours = await start()
    const path = await closedCopy(ours)
    const holder = openForWriting(path)
    holder.exec('BEGIN EXCLUSIVE')
    const { name, differences } = await openOther(path, sessionOf(ours))
    expect([name, differences.changed]).toEqual(['From Priya.ninefold', []])
    holder.exec('ROLLBACK')
    closeWriting(holder)
  })

  it('AC2: one of an older version, which stays as it is', async () => {
    const folder = freshFolder()
    const [mine, theirs] = [join(folder, 'Northmoor.ninefold'), join(folder, 'Old copy.ninefold')]
    createOldWorkbook(mine, 10)
    copyFileSync(mine, theirs)
    renamedByOldBuild(theirs)
    const before = digestOf(theirs)
    const ours = startEngine()
    await ours.shell.file.open({ path: mine, who: WHO })
    const other = await openOther(theirs, sessionOf(ours))
    expect(digestOf(theirs)).toBe(before)
    expect(other.differences.changed.map(({ collection }) => collection)).toEqual(['areas'])
  })

  it('AC2: its file is let go of, so that its owner can go on', async () => {
    const ours = await start()
    const path = await closedCopy(ours)
    await openOther(path, sessionOf(ours))
    const owner = startEngine()
    expect((await owner.shell.file.open({ path, who: WHO })).access.mode).toBe('edit')
  })

  it('AC2: a cancel ends the reading', async () => {
    const ours = await start()
    const path = await closedCopy(ours)
    await expect(openOther(path, sessionOf(ours), AbortSignal.abort())).rejects.toThrow(/abort/i)
  })
})
