import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openForWriting } from '../../../../electron/engine/store/database.ts'
import { DETAILS } from '../../../helpers/engine.ts'
import {
  engineOn,
  laptop,
  leftIn,
  placesIn,
  sharedFolder,
  sharedWorkbook,
  workbooksIn,
} from '../../../helpers/places.ts'

it('SF15: to read, a copy is opened and the file there is left alone', async () => {
  const folder = sharedFolder()
  const path = await sharedWorkbook(folder)
  const { shell, engine } = engineOn(laptop('Sam', folder))
  await shell.file.open({ path, who: { name: 'Sam', role: '' }, mode: 'read' })
  const session = engine.state.session!
  expect(session.path).toBe(path)
  expect(session.file.startsWith(folder)).toBe(false)
  // A sync program may swap the file under a reader.
  renameSync(path, join(folder, 'moved.ninefold'))
  expect(await shell.file.check()).toMatchObject({ ok: true })
  await shell.file.close()
})

it('SF15 SF7: half a save that a crash left there is taken back in the copy, and both are kept', async () => {
  const folder = sharedFolder()
  const path = await sharedWorkbook(folder)
  const half = join(sharedFolder(), 'half.ninefold')
  copyFileSync(path, half)
  const db = openForWriting(half)
  db.pragma('cache_size = 1')
  db.exec('BEGIN')
  const fill = db.prepare('UPDATE framework SET content = ?')
  for (let index = 0; index < 20; index++) fill.run('x'.repeat(100_000 + index))
  copyFileSync(`${half}-journal`, `${path}-journal`)
  copyFileSync(half, path)
  db.exec('ROLLBACK')
  db.close()
  const before = readFileSync(path)

  const sam = engineOn(laptop('Sam', folder))
  await sam.open(path)
  await sam.add('From Sam')
  await sam.close()
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(existsSync(`${path}-journal`)).toBe(true)
  const kept = workbooksIn(folder).filter(name => name !== 'Northmoor.ninefold')
  expect(kept).toEqual([expect.stringMatching(/^Northmoor \(yours, /)])
  // By the next opener in place, as before.
  expect(await placesIn(folder)).toEqual({ 'Northmoor.ninefold': [], [kept[0]!]: ['From Sam'] })
})

it('SF4: a new workbook is made on this computer and brought there whole, and never over another', async () => {
  const folder = sharedFolder()
  const sam = engineOn(laptop('Sam', folder))
  const path = join(folder, 'New.ninefold')
  await sam.shell.file.create({ path, details: { ...DETAILS, places: ['Alderbrook'] }, who: sam.who })
  expect(sam.place().now()).toMatchObject({ kind: 'network', state: 'same' })
  await sam.close()
  await expect(sam.shell.file.create({ path, details: DETAILS, who: sam.who })).rejects.toMatchObject({
    code: 'REFUSED',
  })
  expect(await placesIn(folder)).toEqual({ 'New.ninefold': ['Alderbrook'] })
  expect(leftIn(folder)).toEqual([])
})
