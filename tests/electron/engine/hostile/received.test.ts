import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrations } from '../../../../electron/engine/store/migrations/list.ts'
import { isSentence } from '../../../helpers/cli.ts'
import { freshFolder } from '../../../helpers/engine.ts'
import { throughOpening, throughReview } from '../../../helpers/hostile/doors.ts'
import { folderState } from '../../../helpers/hostile/folder-state.ts'
import { journal, superJournal } from '../../../helpers/hostile/journals.ts'
import { changeSchema, randomly, schemaChange, schemaKinds } from '../../../helpers/hostile/schema-changes.ts'
import { createSmallWorkbook } from '../../../helpers/hostile/small-workbook.ts'
import { createOldWorkbook } from '../../../helpers/old-workbook.ts'

const PAGE = 16_384
const isLinux = process.platform === 'linux'
const cupboard = mkdtempSync(join(tmpdir(), 'ninefold-received-'))
const original = join(cupboard, 'original.ninefold')
let sound: Buffer

beforeAll(async () => {
  await createSmallWorkbook(original)
  sound = readFileSync(original)
})
afterAll(() => rmSync(cupboard, { recursive: true, force: true }))

/** Puts a workbook in a folder of its own. */
function received(bytes: Uint8Array = sound) {
  const folder = freshFolder()
  const path = join(folder, 'received.ninefold')
  writeFileSync(path, bytes)
  return { folder, path }
}

const ALL_DOORS: readonly ('read' | 'edit' | 'review')[] = ['read', 'edit', 'review']

/** Tries every door and gives their sentences; the folder must be what it was. */
async function refusals(path: string, folder: string, doors = ALL_DOORS): Promise<string[]> {
  const before = folderState(folder)
  const sentences: string[] = []
  for (const door of doors) {
    const started = Date.now()
    const { refused } =
      door === 'review'
        ? await throughReview(path, original, freshFolder())
        : await throughOpening(path, door)
    expect(Date.now() - started, 'took too long').toBeLessThan(5000)
    expect(refused).not.toBeNull()
    expect(isSentence(`${refused}\n`), refused!).toBe(true)
    sentences.push(refused!)
    expect(folderState(folder)).toEqual(before)
  }
  return sentences
}

it.each(schemaKinds)('HW1 HW4: %s refuses the file by every door and leaves it as it was', async kind => {
  const { folder, path } = received()
  const random = randomly(7)
  let isChanged = false
  for (let attempt = 0; attempt < 60 && !isChanged; attempt++)
    isChanged = changeSchema(path, schemaChange(original, kind, random))
  expect(isChanged, 'the change was made').toBe(true)
  for (const sentence of await refusals(path, folder)) expect(sentence).toContain('received.ninefold')
})

it('HW4: at every version that ever was', async () => {
  for (const { version } of migrations) {
    const old = join(freshFolder(), 'old.ninefold')
    createOldWorkbook(old, version, original)
    for (const kind of ['a trigger', 'an endless view in the place of a table', 'a comment', 'no STRICT']) {
      const { folder, path } = received(readFileSync(old))
      expect(changeSchema(path, schemaChange(old, kind, randomly(version)))).toBe(true)
      for (const sentence of await refusals(path, folder)) expect(sentence).toContain('received.ninefold')
    }
  }
})

it('HW4: a schema of this build under the number of an older one, and the other way round', async () => {
  for (const { version } of migrations.slice(0, -1)) {
    const bytes = Buffer.from(sound)
    bytes.writeUInt32BE(version, 60)
    const { folder, path } = received(bytes)
    await refusals(path, folder)
    const old = join(freshFolder(), 'old.ninefold')
    createOldWorkbook(old, version, original)
    const newer = readFileSync(old)
    newer.writeUInt32BE(migrations.at(-1)!.version, 60)
    const other = received(newer)
    await refusals(other.path, other.folder)
  }
})

it.each([
  ['a log that SQLite would read first', (bytes: Buffer) => bytes.fill(2, 18, 20)],
  ['another page size', (bytes: Buffer) => bytes.writeUInt16BE(4096, 16)],
  ['reserved bytes', (bytes: Buffer) => bytes.writeUInt8(32, 20)],
  ['UTF-16', (bytes: Buffer) => bytes.writeUInt32BE(2, 56)],
  ['auto-vacuum', (bytes: Buffer) => bytes.writeUInt32BE(3, 52)],
  ['incremental vacuum', (bytes: Buffer) => bytes.writeUInt32BE(1, 64)],
  ['another schema format', (bytes: Buffer) => bytes.writeUInt32BE(1, 44)],
  ['something where nothing is', (bytes: Buffer) => bytes.writeUInt8(1, 80)],
  ['more pages than it has', (bytes: Buffer) => bytes.writeUInt32BE(100_000, 28)],
])('HW1 HW3: %s in the header is refused', async (_, change) => {
  const bytes = Buffer.from(sound)
  change(bytes)
  const { folder, path } = received(bytes)
  await refusals(path, folder)
})

it('HW1 HW2: a log beside it, even an empty one, is refused by name', async () => {
  for (const log of [Buffer.alloc(0), Buffer.from('377f0682002de218', 'hex')]) {
    const { folder, path } = received()
    writeFileSync(`${path}-wal`, log)
    for (const sentence of await refusals(path, folder)) expect(sentence).toContain('received.ninefold-wal')
  }
})

it('HW1 HW2: a journal that names another file, or would blow the workbook up, is refused by name', async () => {
  const pages = sound.length / PAGE
  const first = [[1, sound.subarray(0, PAGE)]] as const
  for (const bytes of [
    superJournal(pages, first, '/tmp/precious-mj0A1B2C3D4'),
    superJournal(pages, [], '/etc/hostname'),
    journal(64_000_000, first),
  ]) {
    const { folder, path } = received()
    writeFileSync(`${path}-journal`, bytes)
    for (const sentence of await refusals(path, folder))
      expect(sentence).toContain('received.ninefold-journal')
  }
})

it('HW1 HW2: a journal that gives back other pages is tried on a copy, and the file stays as it was', async () => {
  const pages = sound.length / PAGE
  const trigger = received()
  changeSchema(trigger.path, schemaChange(trigger.path, 'a trigger', randomly(1)))
  const hostile = readFileSync(trigger.path).subarray(0, PAGE)
  for (const bytes of [
    journal(pages, [[1, hostile]]),
    journal(pages, [
      [20, Buffer.alloc(PAGE, 7)],
      [21, Buffer.alloc(PAGE, 7)],
      [22, Buffer.alloc(PAGE, 7)],
    ]),
    journal(3, []),
  ]) {
    const { folder, path } = received()
    writeFileSync(`${path}-journal`, bytes)
    const before = folderState(folder)
    for (const mode of ['edit', 'read'] as const) {
      const { refused } = await throughOpening(path, mode)
      expect(isSentence(`${refused}\n`), String(refused)).toBe(true)
      expect(folderState(folder)).toEqual(before)
    }
  }
})

it('HW1 HW2: nor may one break the evidence of an older file, which is read whole before it is brought up to date', async () => {
  const { folder, path } = received()
  rmSync(path)
  createOldWorkbook(path, migrations[0]!.version, original)
  const db = new Database(path, { readonly: true })
  const root = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'chunk'").pluck().get() as number
  db.close()
  const pages = readFileSync(path).length / PAGE
  writeFileSync(`${path}-journal`, journal(pages, [[root, Buffer.alloc(PAGE, 7)]]))
  for (const sentence of await refusals(path, folder, ['edit', 'read']))
    expect(sentence).toContain('received.ninefold')
})

it.runIf(isLinux)('HW1 HW2: a journal that is a link, a folder or a pipe is refused by name', async () => {
  for (const make of [
    (path: string) => symlinkSync('/etc/hostname', path),
    (path: string) => mkdirSync(path),
    (path: string) => void execFileSync('mkfifo', [path]),
  ]) {
    const { folder, path } = received()
    make(`${path}-journal`)
    for (const sentence of await refusals(path, folder))
      expect(sentence).toContain('received.ninefold-journal')
  }
})

it('HW1 HW5: pages of the schema that lead back to each other are refused at once', async () => {
  const bytes = Buffer.concat([sound, Buffer.alloc(PAGE * 24)])
  const first = sound.length / PAGE + 1
  // Each page leads a thousand times to the next: to visit them all would take longer than the sun shines.
  for (let depth = 0; depth < 18; depth++)
    interior(bytes, (first + depth - 1) * PAGE, 1500, first + depth + 1)
  leaf(bytes, (first + 17) * PAGE)
  interior(bytes, 100, 1500, first)
  bytes.writeUInt32BE(bytes.length / PAGE, 28)
  const { folder, path } = received(bytes)
  await refusals(path, folder)
})

it('HW1 HW5: pages of a table that lead back to each other are refused at once', async () => {
  const roots = rootsOf(original)
  for (const table of ['edit', 'change', 'framework', 'content', 'vote', 'area']) {
    const bytes = Buffer.concat([sound, Buffer.alloc(PAGE * 24)])
    const first = sound.length / PAGE + 1
    for (let depth = 0; depth < 18; depth++)
      interior(bytes, (first + depth - 1) * PAGE, 1500, first + depth + 1)
    leaf(bytes, (first + 17) * PAGE)
    interior(bytes, (roots.get(table)! - 1) * PAGE, 1500, first)
    bytes.writeUInt32BE(bytes.length / PAGE, 28)
    const { folder, path } = received(bytes)
    await refusals(path, folder)
  }
})

it.runIf(isLinux)('HW6: what is no file is refused at once, and a link opens what it leads to', async () => {
  const folder = freshFolder()
  const at = (name: string) => join(folder, name)
  execFileSync('mkfifo', [at('pipe.ninefold')])
  mkdirSync(at('folder.ninefold'))
  writeFileSync(at('empty.ninefold'), '')
  symlinkSync('/dev/zero', at('device.ninefold'))
  symlinkSync(at('loop.ninefold'), at('loop.ninefold'))
  const socket = createServer().listen(at('socket.ninefold'))
  try {
    for (const name of ['pipe', 'folder', 'empty', 'device', 'loop', 'socket'])
      await refusals(at(`${name}.ninefold`), folder, ['read', 'edit'])
    for (const name of ['null\0byte.ninefold', `${'x'.repeat(300)}.ninefold`]) {
      const { refused } = await throughOpening(at(name), 'edit')
      expect(isSentence(`${refused}\n`), String(refused)).toBe(true)
    }
    const { path } = received()
    symlinkSync(path, at('link.ninefold'))
    expect(await throughOpening(at('link.ninefold'), 'edit')).toMatchObject({ refused: null, problems: [] })
  } finally {
    socket.close()
  }
})

it.runIf(isLinux)('HW6: a terabyte of nothing is opened or refused at once, and never copied', async () => {
  const { folder, path } = received()
  truncateSync(path, 1024 ** 4)
  await refusals(path, folder)
  // One that says that it has all these pages.
  const bytes = Buffer.from(sound)
  bytes.writeUInt32BE(1024 ** 4 / PAGE, 28)
  const told = received(bytes)
  truncateSync(told.path, 1024 ** 4)
  const started = Date.now()
  await throughOpening(told.path, 'read')
  expect(Date.now() - started).toBeLessThan(5000)
  // With a journal beside it, and as an older file, it is read from a copy where there is room for one.
  const withJournal = received(bytes)
  truncateSync(withJournal.path, 1024 ** 4)
  writeFileSync(`${withJournal.path}-journal`, journal(3, [[1, sound.subarray(0, PAGE)]]))
  const { refused } = await throughOpening(withJournal.path, 'read')
  expect(refused).toMatch(/room|damaged/)
})

it('HW8: the mark beside a workbook is never followed, waited for or believed at length', async () => {
  const { folder, path } = received()
  const precious = join(freshFolder(), 'precious.txt')
  writeFileSync(precious, 'precious')
  symlinkSync(precious, join(folder, '~$received.ninefold'))
  expect(await throughOpening(path, 'edit')).toMatchObject({ refused: null, problems: [] })
  expect(readFileSync(precious, 'utf8')).toBe('precious')
  expect(existsSync(join(folder, '~$received.ninefold'))).toBe(false)
  copyFileSync(original, path)
})

it.each([
  ['a rating', 'UPDATE rating SET level = 4 WHERE level = 1'],
  ['a reason', "UPDATE rating SET reason = 'Because it was easy' WHERE level = 2"],
  ['a date', "UPDATE round SET as_at = '2026-12-01'"],
  ['no date', "UPDATE round SET as_at = 'soon'"],
  ['a word nobody knows', "UPDATE evidence SET strength = 'enormous'"],
  ['an address that runs', "UPDATE evidence SET url = 'javascript:alert(1)' WHERE kind = 'link'"],
  ['a file name', "UPDATE evidence SET file_name = '../../x.exe' WHERE kind = 'file'"],
  ['a type of file', "UPDATE evidence SET media_type = 'text/html' WHERE kind = 'file'"],
  ['a byte of evidence', "UPDATE chunk SET bytes = CAST('x' || substr(bytes, 2) AS BLOB)"],
  ['a piece of evidence gone', 'DELETE FROM chunk'],
  ['a piece longer than any', 'UPDATE chunk SET bytes = zeroblob(200000000)'],
  ['the size of a file', 'UPDATE content SET size = 1'],
  ['the hash of a file', "UPDATE content SET hash = replace(hash, 'a', 'b')"],
  ['no round', 'DELETE FROM round'],
  ['no system', "UPDATE area SET kind = 'place'"],
  ['no workbook', 'DELETE FROM workbook'],
  ['another name', "UPDATE workbook SET system_name = 'Elsewhere'"],
  ['other questions', "UPDATE framework SET content = replace(content, 'mental', 'dental')"],
  ['no questions', "UPDATE framework SET content = '{}'"],
  ['the words of an edit', "UPDATE edit SET words = 'Nothing' WHERE seq = 3"],
  ['who made an edit', "UPDATE edit SET who = 'Somebody' WHERE seq = 3"],
  ['the seal of an edit', "UPDATE edit SET hash = replace(hash, '0', '1') WHERE seq = 3"],
  ['an edit gone', 'DELETE FROM edit WHERE seq = 3'],
  ['a change of what was', "UPDATE change SET old_value = 4 WHERE op = 'update' AND column_name = 'level'"],
  ['a change gone', 'DELETE FROM change WHERE id = (SELECT max(id) FROM change)'],
  ['a change of nothing we know', "UPDATE change SET table_name = 'mine' WHERE id = 5"],
  ['a change that is no row', "UPDATE change SET new_value = '{' WHERE op = 'insert'"],
  ['a row put in', "INSERT INTO area VALUES ('x', 'place', 'Nowhere', 9)"],
  ['a value that breaks a rule', 'UPDATE rating SET level = 9 WHERE level = 1'],
  ['a value of another kind', "UPDATE action SET ref = 'one'"],
])('HW7: %s is refused or found, in words that name the file or the row', async (_, sql) => {
  const { path } = received()
  const db = new Database(path)
  db.unsafeMode(true)
  db.pragma('foreign_keys = OFF')
  db.pragma('ignore_check_constraints = ON')
  try {
    db.exec(sql)
  } catch {
    // The last of them SQLite keeps out itself, as long as the table is STRICT.
    expect(sql).toContain("'one'")
    return
  } finally {
    db.close()
  }
  for (const mode of ['read', 'edit'] as const) {
    const { refused, problems } = await throughOpening(path, mode)
    const said = refused === null ? problems : [refused]
    expect(said).not.toEqual([])
    for (const sentence of said) expect(isSentence(`${sentence}\n`), sentence).toBe(true)
    if (refused !== null) expect(refused).toContain('received.ninefold')
  }
})

function rootsOf(path: string): ReadonlyMap<string, number> {
  const db = new Database(path, { readonly: true })
  const rows = db.prepare('SELECT name, rootpage FROM sqlite_schema').raw().all()
  db.close()
  return new Map(rows as [string, number][])
}

/** A page of a table that leads `count` times to the same page. */
function interior(bytes: Buffer, at: number, count: number, child: number): void {
  const page = at === 100 ? 0 : at
  const content = PAGE - count * 5
  bytes.writeUInt8(5, at)
  bytes.writeUInt16BE(0, at + 1)
  bytes.writeUInt16BE(count, at + 3)
  bytes.writeUInt16BE(content, at + 5)
  bytes.writeUInt8(0, at + 7)
  bytes.writeUInt32BE(child, at + 8)
  for (let index = 0; index < count; index++) {
    const cell = content + index * 5
    bytes.writeUInt16BE(cell, at + 12 + index * 2)
    bytes.writeUInt32BE(child, page + cell)
    bytes.writeUInt8(index % 128, page + cell + 4)
  }
}

/** A page of a table without a row. */
function leaf(bytes: Buffer, at: number): void {
  bytes.fill(0, at, at + PAGE)
  bytes.writeUInt8(13, at)
}
