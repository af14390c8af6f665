import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freshFolder, startEngine, startWorkbook, WHO } from '../../helpers/engine.ts'

type Page = Awaited<ReturnType<typeof startWorkbook>>['page']

describe('a rating', () => {
  it('RA1: has no row until someone touches it, and level 0 is a level', async () => {
    const { page, key } = await startWorkbook()
    expect(await ratings(page)).toEqual([])
    await page.rating.set({ ...key, set: { level: 0 } })
    expect(await ratings(page)).toMatchObject([{ state: 'rated', level: 0 }])
  })

  it('RA2: is rated with a level, and not discussed when the level is taken away', async () => {
    const { page, key } = await startWorkbook()
    await page.rating.set({ ...key, set: { level: 3 } })
    await page.rating.set({ ...key, set: { level: null } })
    expect(await ratings(page)).toMatchObject([{ state: 'not-discussed', level: null }])
    await expect(page.rating.set({ ...key, set: { state: 'rated' } })).rejects.toThrow(/Choose a level/)
  })

  it('RA3: is not applicable with a reason only, without its level, with its words', async () => {
    const { page, key } = await startWorkbook()
    await page.rating.set({ ...key, set: { level: 3, reason: 'As agreed in May' } })
    const without = page.rating.set({ ...key, set: { state: 'not-applicable', notApplicableReason: '  ' } })
    await expect(without).rejects.toThrow(/why this principle does not apply/)
    await page.rating.set({ ...key, set: { state: 'not-applicable', notApplicableReason: 'No such unit' } })
    expect(await ratings(page)).toMatchObject([
      { state: 'not-applicable', level: null, reason: 'As agreed in May' },
    ])
  })

  it('RA3: keeps its reason while it is not applicable', async () => {
    const { page, key } = await startWorkbook()
    await page.rating.set({ ...key, set: { state: 'not-applicable', notApplicableReason: 'No such unit' } })
    const emptied = page.rating.set({ ...key, set: { notApplicableReason: '' } })
    await expect(emptied).rejects.toThrow(/why this principle does not apply/)
    await page.rating.set({ ...key, set: { level: 2, notApplicableReason: '' } })
    expect(await ratings(page)).toMatchObject([{ state: 'rated', level: 2 }])
  })

  it('RA4: of a signed-off round cannot be changed', async () => {
    const { page, shell } = startEngine()
    await shell.file.createRehearsal({ path: join(freshFolder(), 'Rehearsal.ninefold'), who: WHO })
    const { rows, framework } = await page.workbook.read()
    const spring = rows.rounds.find(round => round.state === 'signed-off')!
    const key = { roundId: spring.id, areaId: rows.areas[0]!.id, principleId: framework.principles[0]!.id }
    await expect(page.rating.set({ ...key, set: { level: 4 } })).rejects.toThrow(/Spring 2026 is signed off/)
    expect((await page.workbook.read()).rows.ratings).toEqual(rows.ratings)
  })
})

async function ratings(page: Page) {
  return (await page.workbook.read()).rows.ratings
}
