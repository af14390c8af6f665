import { describe, expect, it } from 'vitest'
import { startWorkbook } from '../../helpers/engine.ts'

describe('input that does not fit', () => {
  it('RE1: says in one sentence which field and what fits', async () => {
    const { page, key, system, principle } = await startWorkbook()
    const action = { areaId: system.id, principleId: principle.id, title: 'x', set: {} }
    const refused = [
      [
        page.action.add({ ...action, title: 'x'.repeat(100_000) }),
        'Title can have at most 1,000 characters. Shorten it, or put the rest in a note.',
      ],
      [page.action.add({ ...action, title: '  ' }), 'Title cannot be empty. Write a word or two.'],
      [page.action.add({ ...action, set: { likelihood: 6 } }), 'Likelihood can be at most 5.'],
      [
        page.rating.set({ ...key, set: { targetDate: '31/31/2026' } }),
        'Target date is not a date Ninefold can read. Write it like 30 November 2026.',
      ],
      [
        page.rating.set({ ...key, set: { reason: 'x'.repeat(200_001) } }),
        'Reason can have at most 200,000 characters. Shorten it, or put the rest in a note.',
      ],
    ] as const
    for (const [call, sentence] of refused) await expect(call).rejects.toThrow(sentence)
  })

  it('RE2: text of 100,000 characters is kept whole in every long field', async () => {
    const { page, key } = await startWorkbook()
    const reason = '🙂 مرحبا =1+1 '.repeat(7_000)
    await page.rating.set({ ...key, set: { reason } })
    expect((await page.workbook.read()).rows.ratings[0]?.reason).toBe(reason)
  })

  it('RE3: a fault of ours is not shown as a stack trace', async () => {
    const { page, engine, key } = await startWorkbook()
    ;(engine.state.session as unknown as { db: null }).db = null
    await expect(page.rating.set({ ...key, set: { level: 1 } })).rejects.toThrow(/went wrong/)
  })
})
