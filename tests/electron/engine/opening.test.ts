import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { DETAILS, freshFolder, startEngine, startWorkbook, WHO } from '../../helpers/engine.ts'

/** Changes a closed workbook behind Ninefold's back. */
function tamper(path: string, sql: string): void {
  const db = new Database(path)
  db.unsafeMode(true)
  db.exec(sql)
  db.close()
}

async function closedWorkbook(): Promise<string> {
  const { shell, path } = await startWorkbook()
  await shell.file.close()
  return path
}

describe('making a workbook', () => {
  it('WB3: never writes over a file', async () => {
    const { shell } = startEngine()
    const path = join(freshFolder(), 'mine.ninefold')
    writeFileSync(path, 'precious')
    await expect(shell.file.create({ path, details: DETAILS, who: WHO })).rejects.toThrow(
      /already a file called mine/,
    )
    expect(readFileSync(path, 'utf8')).toBe('precious')
  })

  it('WB3: a folder that is not there leaves nothing behind', async () => {
    const { shell } = startEngine()
    const folder = freshFolder()
    const path = join(folder, 'gone', 'mine.ninefold')
    await expect(shell.file.create({ path, details: DETAILS, who: WHO })).rejects.toThrow(
      /could not be made there/,
    )
    expect(readdirSync(folder)).toEqual([])
  })

  it('WB3: a place named twice is refused by name', async () => {
    const { shell } = startEngine()
    const folder = freshFolder()
    const details = { ...DETAILS, places: ['Westmere', 'westmere'] }
    const making = shell.file.create({ path: join(folder, 'a.ninefold'), details, who: WHO })
    await expect(making).rejects.toThrow(/westmere is there twice/)
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('the file', () => {
  it('WB4: is opened with every setting of the decision', async () => {
    const { engine } = await startWorkbook()
    const names = [
      'journal_mode',
      'synchronous',
      'locking_mode',
      'foreign_keys',
      'trusted_schema',
      'cell_size_check',
      'page_size',
    ]
    const actual = names.map(name => engine.state.session?.db.pragma(name, { simple: true }))
    expect(actual).toEqual(['truncate', 2, 'exclusive', 1, 0, 1, 16384])
  })

  it('WB5: holds no trigger, view or virtual table', async () => {
    const db = new Database(await closedWorkbook(), { readonly: true })
    const types = db.prepare('SELECT DISTINCT type FROM sqlite_schema ORDER BY type').pluck().all()
    db.close()
    expect(types).toEqual(['index', 'table'])
  })

  it.each([
    ['a trigger', "CREATE TRIGGER t AFTER UPDATE ON rating BEGIN UPDATE rating SET reason = 'x'; END"],
    ['a view', 'CREATE VIEW v AS SELECT 1'],
    [
      'an endless view in the place of a table',
      'ALTER TABLE vote RENAME TO votes; CREATE VIEW vote AS WITH RECURSIVE r(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM r) SELECT * FROM r',
    ],
    ['a virtual table', 'CREATE VIRTUAL TABLE f USING fts5(text)'],
    ['a further index', 'CREATE INDEX i ON rating (level)'],
    ['a further table', 'CREATE TABLE mine (id TEXT)'],
    ['a missing index', 'DROP INDEX action_area'],
    ['a further column', 'ALTER TABLE rating ADD COLUMN mine TEXT'],
  ])('WB5: %s refuses the file', async (_, sql) => {
    const path = await closedWorkbook()
    tamper(path, sql)
    const { shell } = startEngine()
    for (const mode of ['edit', 'read'] as const) {
      await expect(shell.file.open({ path, who: WHO, mode })).rejects.toThrow(/changed by another program/)
    }
  })

  it.each([
    ['text', (bytes: Buffer) => Buffer.from(`Dear all, ${bytes.length}`), /is not a Ninefold workbook/],
    ['nothing', () => Buffer.alloc(0), /is not a Ninefold workbook/],
    [
      'another program’s database',
      (bytes: Buffer) => withNumber(bytes, 68, 0),
      /database of another program/,
    ],
    [
      'a newer version',
      (bytes: Buffer) => withNumber(bytes, 60, 9999),
      /newer Ninefold and was left untouched/,
    ],
    ['half of itself', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2), /damaged/],
  ])('WB6: a file that is %s is refused and left as it was', async (_, change, sentence) => {
    const path = await closedWorkbook()
    const bytes = change(readFileSync(path))
    writeFileSync(path, bytes)
    const { shell } = startEngine()
    await expect(shell.file.open({ path, who: WHO })).rejects.toThrow(sentence)
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })

  it('WB6: a file that is gone is said to be gone', async () => {
    const { shell } = startEngine()
    const open = shell.file.open({ path: join(freshFolder(), 'gone.ninefold'), who: WHO })
    await expect(open).rejects.toThrow('gone.ninefold is not where it was')
  })
})

describe('a second opener', () => {
  it('WB7: in the same process is refused, whatever name the file goes by', async () => {
    const { path } = await startWorkbook()
    const second = startEngine()
    const roundabout = join(dirname(path), '.', 'x', '..', 'Northmoor.ninefold')
    await expect(second.shell.file.open({ path: roundabout, who: WHO })).rejects.toThrow(/is open elsewhere/)
  })

  it('WB8: a mark left by a crash locks nobody out, and closing takes the mark away', async () => {
    const path = await closedWorkbook()
    const mark = join(dirname(path), '~$Northmoor.ninefold')
    writeFileSync(
      mark,
      JSON.stringify({ name: 'Someone', computer: 'LAPTOP', since: '2026-01-01T00:00:00.000Z' }),
    )
    const { shell } = startEngine()
    expect((await shell.file.open({ path, who: WHO })).access.mode).toBe('edit')
    await shell.file.close()
    expect(existsSync(mark)).toBe(false)
  })
})

describe('reading only', () => {
  it('ED5: a reader may change nothing, and is told why', async () => {
    const { shell, path, key } = await startWorkbook()
    await shell.file.close()
    const reader = startEngine()
    await reader.shell.file.open({ path, who: WHO, mode: 'read' })
    await expect(reader.page.rating.set({ ...key, set: { level: 1 } })).rejects.toThrow(
      /opened this workbook to read/,
    )
  })
})

describe('a copy', () => {
  it('WB10: holds everything and opens as a workbook of its own', async () => {
    const { page, shell, path, key } = await startWorkbook()
    await page.rating.set({ ...key, set: { level: 2 } })
    const to = join(dirname(path), 'Copy.ninefold')
    // Before: afterwards the workbook also remembers that this copy was made.
    const { rows } = await page.workbook.read()
    await shell.file.copy({ to })
    const copy = startEngine()
    await copy.shell.file.open({ path: to, who: WHO })
    expect((await copy.page.workbook.read()).rows).toEqual(rows)
    expect(await copy.shell.file.check()).toMatchObject({ ok: true })
  })

  it('WB10: of itself onto itself is refused', async () => {
    const { shell, path } = await startWorkbook()
    await expect(shell.file.copy({ to: path })).rejects.toThrow(/Choose another name/)
  })
})

describe('check', () => {
  it.each([
    ['a rating', 'UPDATE rating SET level = 4 WHERE level = 2'],
    ['words of the history', "UPDATE edit SET words = 'Nothing' WHERE seq = 2"],
    ['a value in the history', "UPDATE change SET new_value = 4 WHERE column_name = 'level'"],
    ['a row put in', "INSERT INTO area (id, kind, name, position) VALUES ('x', 'place', 'X', 9)"],
    ['a row taken out', 'DELETE FROM status WHERE id = (SELECT max(id) FROM status)'],
    ['a change taken out of the history', 'DELETE FROM change WHERE id = 2'],
  ])('CK2: finds %s changed behind its back', async (_, sql) => {
    const { page, shell, path, key } = await startWorkbook()
    await page.rating.set({ ...key, set: { level: 1 } })
    await page.rating.set({ ...key, set: { level: 2 } })
    await shell.file.close()
    tamper(path, sql)
    const again = startEngine()
    await again.shell.file.open({ path, who: WHO, mode: 'read' })
    const report = await again.shell.file.check()
    expect(report.ok).toBe(false)
    expect(report.problems.length).toBeGreaterThan(0)
  })
})

function withNumber(bytes: Buffer, offset: number, value: number): Buffer {
  const changed = Buffer.from(bytes)
  changed.writeUInt32BE(value, offset)
  return changed
}
