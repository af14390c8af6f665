import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unlockFile } from '../../../../electron/engine/copies/age-file.ts'
import { sweepPlain } from '../../../../electron/engine/copies/plain-files.ts'
import { foundIn } from '../../../helpers/bytes.ts'
import { ninefold } from '../../../helpers/cli.ts'
import { freshFolder, startEngine, startWorkbook, WHO } from '../../../helpers/engine.ts'

const PASSWORD = 'tower mëasured gives'
const BY_AGE = join(import.meta.dirname, '../../../fixtures/copies/written-by-age-1.1.1.age')

function plainLeft(): string[] {
  return readdirSync(tmpdir()).filter(name => name.startsWith(`ninefold-plain-${process.pid}-`))
}

describe('a copy with a password', () => {
  it('CO20 CO21: holds nothing anybody can read, opens with the password alone, and leaves no plain file', async () => {
    const { page, shell, key } = await startWorkbook()
    await page.rating.set({ ...key, set: { level: 2, reason: 'A reason nobody may read' } })
    const folder = freshFolder()
    const to = join(folder, 'Copy.ninefold.age')
    await shell.file.copy({ to, request: { kind: 'full' }, password: PASSWORD })
    expect(foundIn(to, ['A reason nobody may read', 'SQLite format 3', PASSWORD])).toEqual([])
    expect([readdirSync(folder), plainLeft()]).toEqual([['Copy.ninefold.age'], []])
    const wrong = shell.file.unlock({ path: to, password: 'tower measured gives' })
    await expect(wrong).rejects.toThrow('That is not the password of Copy.ninefold.age. Type it again')
    expect(readdirSync(folder)).toEqual(['Copy.ninefold.age'])
    const other = startEngine()
    await expect(other.shell.file.open({ path: to, who: WHO })).rejects.toMatchObject({ code: 'LOCKED' })
    const { path } = await other.shell.file.unlock({ path: to, password: PASSWORD })
    expect(path).toBe(join(folder, 'Copy.ninefold'))
    await other.shell.file.open({ path, who: WHO })
    expect(await other.shell.file.check()).toMatchObject({ ok: true, problems: [] })
    const { rows } = await other.page.workbook.read()
    expect(rows.ratings[0]!.reason).toBe('A reason nobody may read')
    expect((await page.workbook.read()).rows.sentFiles).toMatchObject([
      { kind: 'full', fileName: 'Copy.ninefold.age' },
    ])
    await shell.file.close()
    truncateSync(to, readFileSync(to).length - 20)
    await expect(shell.file.unlock({ path: to, password: PASSWORD })).rejects.toThrow(
      /is damaged, so it was not opened/,
    )
    expect(readdirSync(folder).sort()).toEqual(['Copy.ninefold', 'Copy.ninefold.age', '~$Copy.ninefold'])
  }, 60_000)

  it('CO22: opens what age wrote itself, and refuses what is no workbook or is for a key', async () => {
    const folder = freshFolder()
    const path = join(folder, 'a.ninefold.age')
    copyFileSync(BY_AGE, path)
    const password = 'a password of the test'
    await unlockFile({ from: path, to: join(folder, 'out'), password }, () => {})
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe(
      'Written by the age command line tool for a test.\n',
    )
    const { shell } = startEngine()
    await expect(shell.file.unlock({ path, password })).rejects.toThrow(/is no Ninefold workbook/)
    writeFileSync(path, 'age-encryption.org/v1\n-> X25519 abc\nabc\n--- abc\n')
    await expect(shell.file.unlock({ path, password })).rejects.toThrow(
      /somebody's key and not with a password/,
    )
    writeFileSync(path, `age-encryption.org/v1\n-> scrypt ${'a'.repeat(100_000)}`)
    await expect(shell.file.unlock({ path, password })).rejects.toThrow(/is damaged/)
    expect(readdirSync(folder).sort()).toEqual(['a.ninefold.age', 'out'])
  }, 60_000)

  it.skipIf(!existsSync('/usr/bin/age') || !existsSync('/usr/bin/script'))(
    'CO22 CN21 CN22 CN23: made on the command line, it opens with age itself (skipped without age and script)',
    async () => {
      const folder = freshFolder()
      const [file, words] = [join(folder, 'a.ninefold'), join(folder, 'words')]
      writeFileSync(words, `${PASSWORD}\n`)
      await ninefold('new', file, '--system', 'Vale')
      const made = await ninefold(
        'copy',
        file,
        '--to',
        join(folder, 'b.ninefold'),
        '--kind',
        'light',
        '--password-file',
        words,
      )
      expect(made.out).toMatch(/^Wrote .*b\.ninefold\.age .*\nNobody can open it without the password/)
      const age = spawnSync('script', ['-qec', 'age -d -o c.ninefold b.ninefold.age', '/dev/null'], {
        cwd: folder,
        input: `${PASSWORD}\n`,
        timeout: 30_000,
      })
      expect(age.status).toBe(0)
      expect((await ninefold('check', join(folder, 'c.ninefold'))).code).toBe(0)
      const opened = await ninefold('unlock', join(folder, 'b.ninefold.age'), '--password-file', words)
      expect(opened.out).toBe(`Wrote ${join(folder, 'b.ninefold')}.\n`)
      expect(readFileSync(join(folder, 'b.ninefold')).equals(readFileSync(join(folder, 'c.ninefold')))).toBe(
        true,
      )
      expect((await ninefold('unlock', join(folder, 'b.ninefold.age'))).code).toBe(2)
    },
    120_000,
  )

  it('CO21: what a process left that was killed is swept away, and of one that runs nothing', () => {
    const folder = freshFolder()
    for (const pid of [process.ppid, 2 ** 22 + 1]) mkdirSync(join(folder, `ninefold-plain-${pid}-abc`))
    sweepPlain(folder)
    expect(readdirSync(folder)).toEqual([`ninefold-plain-${process.ppid}-abc`])
  })

  it('CO20: a locked copy must be named as one, and any other must not', async () => {
    const { shell } = await startWorkbook()
    const folder = freshFolder()
    const wrong = shell.file.copy({ to: join(folder, 'a.ninefold'), password: PASSWORD })
    await expect(wrong).rejects.toThrow(/ends in \.ninefold\.age/)
    await expect(shell.file.copy({ to: join(folder, 'a.age') })).rejects.toThrow(/ends in \.ninefold/)
    expect(readdirSync(folder)).toEqual([])
  })
})
