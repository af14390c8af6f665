import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { fromBufferPromise, openPromise } from 'yauzl'
import { zipFolder } from '../../../electron/host/zip-folder.ts'
import { DETAILS, freshFolder } from '../../helpers/engine.ts'
import { startTestHost } from '../../helpers/host.ts'

afterEach(() => void vi.unstubAllEnvs())

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

it('HO24: owner workbooks come as one download with what to know of them, and nothing of them stays', async () => {
  const leaving = freshFolder()
  vi.stubEnv('TMPDIR', leaving)
  const { calls, page, origin } = await startTestHost()
  const { id } = await calls.create(DETAILS)
  const left = () => globSync(`${leaving}/ninefold-out-*`)
  const request = { kind: 'owners' as const, options: { replyBy: '', replyTo: '' } }
  await expect(calls.exportFile({ id, request })).rejects.toMatchObject({
    code: 'REFUSED',
    message: expect.stringContaining('No open action has an owner'),
  })
  expect(left()).toEqual([])

  const { rows, framework } = await page(id).workbook.read()
  const at = { areaId: rows.areas[0]!.id, principleId: framework.principles[0]!.id }
  for (const owner of ['../../Eve: <b>', 'Börje', ''])
    await page(id).action.add({ ...at, title: 'Agree a plan', set: { owner } })
  const ticket = await calls.exportFile({ id, request })
  expect(ticket.name).toMatch(/^Northmoor and Vale - owner workbooks - [\d-]+\.zip$/)
  expect(ticket.remarks).toEqual(['1 open action has no owner and is in no file: A-03.'])
  const zip = await fromBufferPromise(Buffer.from(await (await fetch(origin + ticket.address)).arrayBuffer()))
  const names: string[] = []
  for await (const entry of zip.eachEntry()) names.push(entry.fileName)
  expect(names.sort()).toEqual([
    'Northmoor and Vale action plan, .._.._Eve_ _b_.xlsx',
    'Northmoor and Vale action plan, Börje.xlsx',
    'Read me first.txt',
  ])
  await vi.waitFor(() => expect(left()).toEqual([]), 3000)
})
