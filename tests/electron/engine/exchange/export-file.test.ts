import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportFile } from '../../../../electron/engine/exchange/export-file.ts'
import { boardInput, manyActions } from '../../../helpers/board-input.ts'

/** A small disk of memory stands in for a full one; only the administrator of a Linux machine can make it. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ninefold-export-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('making the file', () => {
  it('EB1: the whole file stands at the path, nothing beside it, and its reader is told what was left out', async () => {
    const to = join(folder, 'Plan.xlsx')
    const done = await exportFile(boardInput(), to)
    expect(done).toMatchObject({
      path: to,
      size: readFileSync(to).length,
      remarks: ['1 item marked Keep here is left out of this copy.'],
    })
    expect(readdirSync(folder)).toEqual(['Plan.xlsx'])
    expect(readFileSync(to).subarray(0, 2).toString()).toBe('PK')
  })

  it('EB1: what an export that was killed on another computer left here more than a day ago is taken away, and nothing else', async () => {
    const [stale, young, other] = [
      '.ninefold-0123ab-1-0123abcd.tmp',
      '.ninefold-0123ab-1-4567cdef.tmp',
      '.ninefold-notes.tmp',
    ]
    for (const name of [stale, young, other]) writeFileSync(join(folder, name), 'half')
    const long = new Date(Date.now() - 25 * 60 * 60 * 1000)
    for (const name of [stale, other]) utimesSync(join(folder, name), long, long)
    await exportFile(boardInput(), join(folder, 'Plan.xlsx'))
    expect(readdirSync(folder).sort()).toEqual([young, other, 'Plan.xlsx'].sort())
  })

  it('EB2: progress names each sheet in order', async () => {
    const words: string[] = []
    await exportFile(boardInput(), join(folder, 'Plan.xlsx'), { onProgress: step => words.push(step.words) })
    expect(words).toEqual([
      'the radar',
      'Summary',
      'Exceptions',
      'Action plan',
      'Ratings',
      'Votes',
      'Rounds',
      'Evidence',
      'Measures',
      'Changes',
      'Key',
      'the file',
    ])
  })

  it('EB3: cancelled at any step it leaves what was there before and nothing else', async () => {
    const to = join(folder, 'Plan.xlsx')
    writeFileSync(to, 'the old one')
    for (const step of ['the radar', 'Action plan', 'the file']) {
      const stop = new AbortController()
      const work = exportFile(boardInput(), to, {
        signal: stop.signal,
        onProgress: ({ words }) => words === step && stop.abort(),
      })
      await expect(work).rejects.toMatchObject({ name: 'AbortError' })
      expect(readdirSync(folder)).toEqual(['Plan.xlsx'])
      expect(readFileSync(to, 'utf8')).toBe('the old one')
    }
    const stopped = exportFile(boardInput(), to, { signal: AbortSignal.abort() })
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('EB4: an older export of the same name is replaced whole', async () => {
    const to = join(folder, 'Plan.xlsx')
    writeFileSync(to, 'the old one')
    await exportFile(boardInput(), to)
    expect(readFileSync(to).subarray(0, 2).toString()).toBe('PK')
  })
})

it('EB13: the engine goes on answering while ten thousand actions are made', async () => {
  const input = boardInput({ rows: { actions: manyActions(10_000), updates: [] } })
  const longest = { ms: 0, at: threadTime() }
  const timer = setInterval(() => {
    const now = threadTime()
    longest.ms = Math.max(longest.ms, now - longest.at)
    longest.at = now
  }, 1)
  const { size } = await exportFile(input, join(folder, 'Plan.xlsx'))
  clearInterval(timer)
  expect(size).toBeGreaterThan(1_000_000)
  // Time of this thread alone, so that a busy machine does not count: about 8 ms, and 600 without a worker.
  expect(longest.ms).toBeLessThan(50)
}, 120_000)

/** Milliseconds this thread has computed. */
function threadTime(): number {
  const { user, system } = (process as unknown as { threadCpuUsage(): NodeJS.CpuUsage }).threadCpuUsage()
  return (user + system) / 1000
}

describe('what goes wrong', () => {
  it('EB5: a folder that is gone is named in a sentence', async () => {
    await expect(exportFile(boardInput(), join(folder, 'gone', 'Plan.xlsx'))).rejects.toMatchObject({
      code: 'FILE_TROUBLE',
      message: 'The folder for “Plan.xlsx” is no longer there, so it was not saved. Choose another folder.',
    })
  })

  it('EB6: a name that is not an Excel file is refused, so that no workbook is ever replaced', async () => {
    const to = join(folder, 'Northmoor.ninefold')
    writeFileSync(to, 'the workbook')
    await expect(exportFile(boardInput(), to)).rejects.toMatchObject({
      code: 'REFUSED',
      message: '“Northmoor.ninefold” does not end in .xlsx. Give the Excel file a name that does.',
    })
    expect(readFileSync(to, 'utf8')).toBe('the workbook')
  })

  it.skipIf(!canMount)('EB7: a full disk is said in a sentence and leaves nothing', async () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder])
    try {
      await expect(exportFile(boardInput(), join(folder, 'Plan.xlsx'))).rejects.toMatchObject({
        code: 'DISK_FULL',
        message: 'The disk is full, so “Plan.xlsx” was not saved. Make some room and try again.',
      })
      expect(readdirSync(folder)).toEqual([])
    } finally {
      execFileSync('umount', [folder])
    }
  })

  it('EB8: when the making itself fails, nothing is left', async () => {
    const input = boardInput()
    const broken = { ...input, rows: { ...input.rows, workbook: [] } }
    await expect(exportFile(broken, join(folder, 'Plan.xlsx'))).rejects.toMatchObject({
      code: 'FILE_TROUBLE',
      message: expect.stringContaining('because of a fault in Ninefold'),
    })
    expect(readdirSync(folder)).toEqual([])
  })
})
