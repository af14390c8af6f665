import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { freshFolder, startEngine, WHO } from '../helpers/engine.ts'
import { createOldWorkbook } from '../helpers/old-workbook.ts'

it('PC4: a journal that a cut kept from being finished keeps nobody from reading an older workbook', async () => {
  const path = join(freshFolder(), 'Northmoor.ninefold')
  createOldWorkbook(path, 10)
  // SQLite writes how it begins last, once the rest is on the disk.
  writeFileSync(`${path}-journal`, Buffer.concat([Buffer.alloc(512), Buffer.alloc(20_000, 'page')]))
  const { shell } = startEngine()
  await shell.file.open({ path, who: WHO, mode: 'read' })
  expect(await shell.file.check()).toMatchObject({ ok: true, problems: [] })
})
