import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openSettings } from '../../../electron/main/settings.ts'
import { freshFolder } from '../../helpers/engine.ts'

const FORMER = join(import.meta.dirname, '../../fixtures/settings')
const none = {
  person: { name: '', role: '' },
  recent: [],
  snapshots: { folder: null, limitBytes: 2 * 1024 ** 3 },
  bounds: null,
}
const anna = { name: 'Anna Whitcombe', role: 'Mental health lead' }

/** A folder with these settings in it. */
function holding(text: string): string {
  const at = freshFolder()
  writeFileSync(join(at, 'settings.json'), text)
  return at
}
function former(name: string): string {
  const at = freshFolder()
  copyFileSync(join(FORMER, `${name}.json`), join(at, 'settings.json'))
  return at
}
const readBack = (at: string) => JSON.parse(readFileSync(join(at, 'settings.json'), 'utf8'))

it('DT13: what is changed is there at the next start', () => {
  const at = freshFolder()
  const recent = [{ id: 'a', path: '/w.ninefold', openedAt: '2026-11-22T10:00:00.000Z', summary: null }]
  openSettings(at).change({ recent })
  const again = openSettings(at)
  expect(again.now).toEqual({ ...none, recent })
  expect(again.news()).toBe(null)
})

it('AB30: settings of every former shape are read', () => {
  const first = openSettings(former('first'))
  expect(first.news()).toBe(null)
  expect(first.now).toMatchObject({
    person: anna,
    recent: [{ path: '/home/anna/Documents/Northmoor.ninefold', summary: { uid: '', discussed: 3 } }],
    snapshots: { folder: null },
    bounds: { width: 1366 },
  })
  const second = openSettings(former('snapshots'))
  expect(second.now.snapshots).toEqual({ folder: '/home/anna/Backups', limitBytes: 1024 ** 3 })
  expect(second.now.recent[0]?.summary?.uid).toMatch(/^3d5a/)
})

it('AB31: what a newer Ninefold wrote is kept, at every depth, by one that does not know it', () => {
  const at = former('newer')
  const settings = openSettings(at)
  expect(settings.news()).toBe(null)
  expect(settings.now.person).toEqual(anna)
  expect(settings.now.recent.map(({ id }) => id)).toEqual(['a', 'b'])
  const [a] = settings.now.recent
  settings.change({ recent: [{ ...a!, openedAt: '2027-01-11T10:00:00.000Z' }] })
  settings.change({ person: { name: 'Sam Okoro', role: '' } })
  settings.change({ snapshots: { folder: '/backups', limitBytes: 1024 ** 3 } })
  const was = JSON.parse(readFileSync(join(FORMER, 'newer.json'), 'utf8'))
  expect(readBack(at)).toEqual({
    ...was,
    person: { name: 'Sam Okoro', role: '', pronouns: 'she' },
    // The second was taken off the list here; the third was never ours to judge.
    recent: [{ ...was.recent[0], openedAt: '2027-01-11T10:00:00.000Z' }, was.recent[2]],
    snapshots: { folder: '/backups', limitBytes: 1024 ** 3, compress: true },
  })
})

it('AB32: settings in a form of a newer Ninefold are left as they are, and that is said', () => {
  const at = former('far-newer')
  const settings = openSettings(at)
  expect(settings.now).toEqual(none)
  settings.change({ person: anna })
  expect(settings.now.person).toEqual(anna)
  expect(settings.news()).toMatch(/written by a newer Ninefold and are left as they are/)
  expect(readBack(at)).toEqual(JSON.parse(readFileSync(join(FORMER, 'far-newer.json'), 'utf8')))
  expect(readdirSync(at)).toEqual(['settings.json'])
})

it('DT13 AB33: settings that cannot be read are set aside with the day, which is said once, and the app starts without them', () => {
  for (const text of ['{ "person": ', '', '[]', 'null', '5', '\0\0\0\0', 'not settings']) {
    const at = holding(text)
    const settings = openSettings(at)
    expect(settings.now).toEqual(none)
    const [aside] = readdirSync(at)
    expect(aside).toMatch(/^settings unreadable \d{4}-\d\d-\d\d\.json$/)
    expect(readFileSync(join(at, aside!), 'utf8')).toBe(text)
    expect(settings.news()).toContain(`set aside as “${aside}”`)
    expect(settings.news()).toBe(null)
    settings.change({ person: anna })
    const next = openSettings(at)
    expect([next.now.person, next.news()]).toEqual([anna, null])
  }
})

it('AB33: three at most of those set aside stay, the newest, and nothing else in the folder goes', () => {
  const at = freshFolder()
  writeFileSync(join(at, 'settings.json.unreadable-1763900000000'), 'old naming')
  writeFileSync(join(at, 'settings of mine.json'), 'not ours')
  for (const text of ['one', 'two', 'three', 'four', 'five']) {
    writeFileSync(join(at, 'settings.json'), text)
    openSettings(at)
  }
  const names = readdirSync(at).filter(name => name.includes('unreadable'))
  expect(names.map(name => readFileSync(join(at, name), 'utf8')).sort()).toEqual(['five', 'four', 'three'])
  expect(readdirSync(at)).toContain('settings of mine.json')
})

it('AB34: settings that cannot be reached are neither written over nor set aside', () => {
  const at = freshFolder()
  mkdirSync(join(at, 'settings.json'))
  const settings = openSettings(at)
  settings.change({ person: anna })
  expect(settings.now.person).toEqual(anna)
  expect(settings.news()).toMatch(/cannot be reached just now/)
  expect(readdirSync(at)).toEqual(['settings.json'])
})

it('DT13: a part that makes no sense is dropped, the rest is kept', () => {
  const at = holding('{ "person": { "name": "A", "role": "B" }, "bounds": "wide" }')
  expect(openSettings(at).now).toEqual({ ...none, person: { name: 'A', role: 'B' } })
})

it('DT13: a folder that cannot be written forgets, and does not fail', () => {
  const settings = openSettings(join(freshFolder(), 'not', 'there'))
  settings.change({ person: { name: 'A', role: 'B' } })
  expect(settings.now.person).toEqual({ name: 'A', role: 'B' })
})
