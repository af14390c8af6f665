import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createWorkbooks } from '../../../electron/host/workbooks.ts'
import { DETAILS, freshFolder, WHO } from '../../helpers/engine.ts'

it('HO20: stopping closes what is just being opened too, and opens nothing more', async () => {
  const folder = freshFolder()
  const workbooks = createWorkbooks(folder, 'secret')
  const { id } = await workbooks.create(DETAILS, WHO)
  await workbooks.close(id)
  const opening = workbooks.open(id, 'edit', WHO)
  // Its turn has come, and the folder is being read.
  for (let turn = 0; turn < 3; turn++) await Promise.resolve()
  await workbooks.closeAll()
  expect(await opening).toMatchObject({ id })
  expect(workbooks.find(id)).toBeUndefined()
  expect(existsSync(join(folder, `~$${DETAILS.systemName}.ninefold`))).toBe(false)
  await expect(workbooks.open(id, 'edit', WHO)).rejects.toThrow(/is being stopped/)
  await expect(workbooks.create(DETAILS, WHO)).rejects.toThrow(/is being stopped/)
})
