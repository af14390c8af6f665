import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { LARGEST_LOG } from '../../../electron/log/app-log.ts'
import { LICENCE } from '../../../shared/text/licence.ts'
import { LARGEST_LOG_WORDS } from '../../../shared/text/log-line.ts'
import { sizeOf } from '../../../shared/text/sizes.ts'
import { type Support, supportText } from '../../../shared/text/support.ts'

const facts: Support = {
  kind: 'desktop',
  at: '2026-11-23T14:00:00.000Z',
  version: '0.1.0',
  runsOn: [
    { name: 'Electron', version: '45.4.1' },
    { name: 'SQLite', version: '3.54.1' },
  ],
  system: 'Windows 10.0.26100, x64',
  schemaVersion: 60,
  framework: { id: 'mh-integration-nine-principles', version: '1.0.0' },
  memory: { total: 16 * 1024 ** 3, free: 4 * 1024 ** 3 },
  processors: 8,
  seen: {
    language: 'en-GB',
    screen: { width: 1920, height: 1080 },
    window: { width: 1366, height: 768 },
    scale: 1.25,
  },
  workbook: {
    size: 5 * 1024 ** 2,
    mode: 'edit',
    place: 'sync',
    placeState: 'same',
    isRehearsal: true,
    hasOwnFramework: false,
    counts: { areas: 3, ratings: 27 },
    edits: 112,
    damage: 0,
  },
  logLines: ['2026-11-23T13:59:00.000Z 0.1.0 app started', 'Kanari wrote this'],
}

it('AB21: the details for support are versions, the computer, numbers of the workbook, its kind of place, the check, the log', () => {
  expect(supportText(facts).split('\n')).toEqual([
    'Ninefold 0.1.0, desktop app',
    'Told at: 2026-11-23T14:00:00.000Z',
    'Runs on: Electron 45.4.1, SQLite 3.54.1',
    'System: Windows 10.0.26100, x64',
    'Memory: 16 GB, 4 GB free; processors: 8',
    'Language: en-GB',
    'Screen: 1920 by 1080, window 1366 by 768, scale 1.25',
    'Writes: schema 60, framework mh-integration-nine-principles 1.0.0',
    'Workbook: 5 MB, open to change, rehearsal',
    'Place: a synchronised folder, same',
    'Holds: areas 3, ratings 27, edits 112',
    'Check: nothing wrong',
    'Log, last line:',
    '2026-11-23T13:59:00.000Z 0.1.0 app started',
  ])
})

it('AB22 AB23: a text where a version or a number should be is not passed on, and no workbook is said plainly', () => {
  const kanari = 'Kanári wrote “this”'
  const text = supportText({
    ...facts,
    version: kanari,
    system: `/home/${kanari}`,
    runsOn: [{ name: kanari, version: kanari }],
    seen: { ...facts.seen, language: kanari },
    logLines: [`2026-11-23T13:59:00.000Z 0.1.0 app ${kanari}`],
    workbook: null,
  })
  expect(text).not.toMatch(/kan[aá]ri/i)
  expect(text).toContain('Workbook: none open')
  expect(text).toContain('Log: empty, or not to be read')
})

it('AB1: the licence shown is the one that lies with the code', () => {
  const file = readFileSync(join(import.meta.dirname, '../../../LICENSE'), 'utf8')
  expect(file.replaceAll('\n', ' ')).toContain(LICENCE.join('  '))
})

it('AB10: what is said of the size of the log is so', () => {
  expect(sizeOf(2 * LARGEST_LOG)).toBe(LARGEST_LOG_WORDS)
})
