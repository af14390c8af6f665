import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import log from 'electron-log/node'
import { afterEach, expect, it, vi } from 'vitest'
import { LARGEST_LOG, LOG_FILES, startLog } from '../../../electron/log/app-log.ts'
import { logEvent, logFault, logFaultWords, logTo } from '../../../electron/log/fault-log.ts'
import { lastLogLines } from '../../../electron/log/last-lines.ts'
import { isLogLine } from '../../../shared/text/log-line.ts'
import { freshFolder } from '../../helpers/engine.ts'

afterEach(() => logTo(null))
const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8')

it('AB11 AB12: each line says when, which version, which process and what, and nothing of the user’s', () => {
  const folder = join(freshFolder(), 'logs')
  startLog(folder, 'engine')
  logEvent('engine ended', 139)
  logFault(new Error('Kanari', { cause: Object.assign(new Error('/home/Kanari'), { code: 'ENOENT' }) }))
  logFaultWords('Error at draw (help-screen-Bx12.js:1:22)', 'page')
  const lines = read(folder, LOG_FILES.now).trim().split('\n')
  expect(lines).toEqual([
    expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z 0\.1\.0 engine engine ended 139$/),
    expect.stringMatching(
      / engine fault Error at .*\(app-log\.test\.ts:\d+:\d+\).*; caused by Error ENOENT at /,
    ),
    expect.stringMatching(/ page fault Error at draw \(help-screen-Bx12\.js:1:22\)$/),
  ])
  expect(lines.every(isLogLine)).toBe(true)
  expect(read(folder, LOG_FILES.now)).not.toMatch(/kanari/i)
  if (process.platform !== 'win32') expect(statSync(join(folder, LOG_FILES.now)).mode & 0o077).toBe(0)
})

it('AB10: a full log becomes the older one, the one before goes, and another process writing there changes nothing', () => {
  const folder = freshFolder()
  startLog(folder, 'app')
  logEvent('started')
  const line = `${read(folder, LOG_FILES.now).trim()}\n`
  writeFileSync(join(folder, LOG_FILES.now), line.repeat(Math.ceil(LARGEST_LOG / line.length)))
  writeFileSync(join(folder, LOG_FILES.before), 'of last year')
  logEvent('stopped')
  expect(read(folder, LOG_FILES.now).split('\n')).toHaveLength(2)
  expect(read(folder, LOG_FILES.before).length).toBeGreaterThan(LARGEST_LOG)
  for (const name of Object.values(LOG_FILES))
    expect(statSync(join(folder, name)).size).toBeLessThan(LARGEST_LOG + 3000)
  expect(lastLogLines(folder, 3).map(one => one.split(' ').at(-1))).toEqual(['started', 'started', 'stopped'])
})

it('AB15: a log that cannot be written stops nothing and says nothing', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const folder = freshFolder()
  writeFileSync(join(folder, 'logs'), 'a file where the folder should be')
  startLog(join(folder, 'logs'), 'app')
  logEvent('started')
  logFault(new Error('x'))
  expect(lastLogLines(join(folder, 'logs'), 5)).toEqual([])
  const gone = join(freshFolder(), 'logs')
  startLog(gone, 'app')
  logEvent('started')
  rmSync(gone, { recursive: true })
  logEvent('stopped')
  mkdirSync(join(gone, LOG_FILES.now), { recursive: true })
  logEvent('stopped')
  expect(existsSync(gone)).toBe(true)
  expect(said).not.toHaveBeenCalled()
  expect(log.transports.console.level).toBe(false)
  said.mockRestore()
})

it('AB12 AB21: of a log only lines that it writes are passed on', () => {
  const folder = freshFolder()
  startLog(folder, 'app')
  logEvent('started')
  writeFileSync(join(folder, LOG_FILES.now), `${read(folder, LOG_FILES.now)}Kanari wrote this\n\n`)
  expect(lastLogLines(folder, 30)).toEqual([expect.stringMatching(/ app started$/)])
})
