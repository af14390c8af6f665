import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createSampleFile } from '../../../electron/engine/sample/sample.ts'
import { isSentence, ninefold } from '../../helpers/cli.ts'
import { freshFolder } from '../../helpers/engine.ts'
import { namesIn } from '../../helpers/snapshots.ts'

it('SN22 SN4: what a command changed is kept, listed, and made a workbook of, also when the workbook is gone to pieces', async () => {
  const folder = freshFolder()
  const [path, out] = [join(folder, 'v.ninefold'), join(folder, 'restored.ninefold')]
  createSampleFile(path)
  writeFileSync(join(folder, 'minutes.txt'), 'Minutes')
  const attach = ['attach', path, join(folder, 'minutes.txt'), '--principle', 'parity-of-esteem']
  expect(await ninefold(...attach)).toMatchObject({ code: 0, err: '' })
  expect(namesIn(join(folder, 'v (snapshots)'))).toHaveLength(1)

  const list = await ninefold('snapshots', path)
  expect(list).toMatchObject({ code: 0, err: '' })
  expect(list.out).toMatch(
    /^[0-9a-f]{12} {2}\d+ \w+ \d{4}, \d\d:\d\d {2}Autumn 2026: 6 of 9 discussed, .*minutes/,
  )
  const id = list.out.slice(0, 12)

  writeFileSync(path, Buffer.alloc(9000))
  expect(await ninefold('restore', path, '--snapshot', id, '--to', out)).toMatchObject({ code: 0, err: '' })
  expect(JSON.parse((await ninefold('check', out, '--json')).out)).toMatchObject({ ok: true })
  expect(readFileSync(path).equals(Buffer.alloc(9000))).toBe(true)

  const over = await ninefold('restore', path, '--snapshot', 'newest', '--to', out)
  expect(over.code).toBe(1)
  expect(isSentence(over.err)).toBe(true)
  const unknown = await ninefold('restore', path, '--snapshot', 'nosuch', '--to', join(folder, 'x.ninefold'))
  expect(unknown.code).toBe(1)
  expect(existsSync(join(folder, 'x.ninefold'))).toBe(false)
}, 60_000)
