import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openPromise } from 'yauzl'
import { zipFolder } from '../../../electron/host/zip-folder.ts'
import { freshFolder } from '../../helpers/engine.ts'

const NAMES = ['Börje Łukasz - 計画 🌊.xlsx', 'Sunita Rao.xlsx', 'Read me first.txt']

it('HO24: a folder becomes one zip file of its own files, with their names in UTF-8', async () => {
  const folder = join(freshFolder(), 'Owner workbooks')
  mkdirSync(join(folder, 'a folder in it'), { recursive: true })
  for (const name of NAMES) writeFileSync(join(folder, name), name)
  const to = `${folder}.zip`
  await zipFolder(folder, to)
  const zip = await openPromise(to)
  const found: [string, number, boolean][] = []
  for await (const entry of zip.eachEntry())
    found.push([entry.fileName, entry.uncompressedSize, (entry.generalPurposeBitFlag & 0x800) !== 0])
  expect(found).toEqual([...NAMES].sort().map(name => [name, Buffer.byteLength(name), true]))
})

it('HO24: it takes nobody’s place, and a folder that is gone says so', async () => {
  const folder = freshFolder()
  const to = join(folder, 'out.zip')
  writeFileSync(to, 'mine')
  await expect(zipFolder(folder, to)).rejects.toThrow('EEXIST')
  expect(readFileSync(to, 'utf8')).toBe('mine')
  await expect(zipFolder(join(folder, 'none'), join(folder, 'other.zip'))).rejects.toThrow('ENOENT')
  expect(existsSync(join(folder, 'other.zip'))).toBe(false)
})
