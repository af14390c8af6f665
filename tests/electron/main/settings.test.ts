import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openSettings } from '../../../electron/main/settings.ts'

const none = {
  person: { name: '', role: '' },
  recent: [],
  snapshots: { folder: null, limitBytes: 2 * 1024 ** 3 },
  bounds: null,
}
const folder = () => mkdtempSync(join(tmpdir(), 'ninefold-settings-'))

it('DT13: what is changed is there at the next start', () => {
  const at = folder()
  const recent = [{ id: 'a', path: '/w.ninefold', openedAt: '2026-11-22T10:00:00.000Z', summary: null }]
  openSettings(at).change({ recent })
  expect(openSettings(at).now).toEqual({ ...none, recent })
})

it('DT13: settings that cannot be read are set aside, and the app starts without them', () => {
  const at = folder()
  writeFileSync(join(at, 'settings.json'), '{ "person": ')
  expect(openSettings(at).now).toEqual(none)
  const [aside] = readdirSync(at)
  expect(aside).toMatch(/^settings\.json\.unreadable-\d+$/)
  expect(readFileSync(join(at, aside!), 'utf8')).toBe('{ "person": ')
})

it('DT13: a part that makes no sense is dropped, the rest is kept', () => {
  const at = folder()
  writeFileSync(join(at, 'settings.json'), '{ "person": { "name": "A", "role": "B" }, "bounds": "wide" }')
  expect(openSettings(at).now).toEqual({ ...none, person: { name: 'A', role: 'B' } })
})

it('DT13: a folder that cannot be written forgets, and does not fail', () => {
  const settings = openSettings(join(folder(), 'not', 'there'))
  settings.change({ person: { name: 'A', role: 'B' } })
  expect(settings.now.person).toEqual({ name: 'A', role: 'B' })
})
