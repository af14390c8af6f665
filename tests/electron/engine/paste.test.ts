import { expect, it } from 'vitest'
import type { ActionId } from '../../../shared/model/ids.ts'
import { startWorkbook } from '../../helpers/engine.ts'

it('PL35: a block that fills rows and makes new ones is one edit and one step of undo', async () => {
  const { page, system, principle } = await startWorkbook()
  const where = { areaId: system.id, principleId: principle.id }
  const { id, seq } = await page.action.add({ ...where, title: 'Old', set: {} })
  const changes = [{ id: id as ActionId, set: { owner: 'Ann' } }]
  const before = await page.workbook.read()
  const pasted = await page.action.paste({
    changes,
    adds: [{ ...where, title: 'New', set: { owner: 'Bob' } }],
  })
  expect(pasted.seq).toBe(seq + 1)
  const { rows } = await page.workbook.read()
  expect(rows.actions.map(({ ref, title, owner }) => ({ ref, title, owner }))).toEqual([
    { ref: 1, title: 'Old', owner: 'Ann' },
    { ref: 2, title: 'New', owner: 'Bob' },
  ])
  await page.edit.undo()
  expect((await page.workbook.read()).rows).toEqual(before.rows)
})

it('PL35: a block with one row that is refused changes nothing', async () => {
  const { page, system, principle } = await startWorkbook()
  const where = { areaId: system.id, principleId: principle.id }
  const { id } = await page.action.add({ ...where, title: 'Old', set: {} })
  const before = await page.workbook.read()
  const changes = [{ id: id as ActionId, set: { owner: 'Ann' } }]
  const adds = [{ ...where, title: 'New', set: { statusId: 'embedded' } }]
  await expect(page.action.paste({ changes, adds })).rejects.toThrow(/^Name the person who checked/)
  expect(await page.workbook.read()).toEqual(before)
})
