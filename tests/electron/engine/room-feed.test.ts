import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Changed } from '../../../shared/contract/history.ts'
import type { Level } from '../../../shared/model/fields.ts'
import type { OrganisationType } from '../../../shared/model/rating.ts'
import { DETAILS, startWorkbook } from '../../helpers/engine.ts'

type Key = { readonly level: Level; readonly from: OrganisationType; readonly hands: number }

/** A room in which these keys are pressed, and every word the room's own window is told until the count is revealed, and after. */
async function told(keys: readonly Key[]): Promise<{ before: string; after: string }> {
  let id = 0
  const deps = { now: () => '2026-11-24T09:00:00.000Z', newId: () => `id-${id++}` }
  const { page, key, engine } = await startWorkbook(DETAILS, deps)
  const { principleId, ...room } = key
  const person = (await page.room.addPerson({ ...room, name: 'Sunita Rao', organisationType: 'council' })).id!
  const leaving = new AbortController()
  const heard: Changed[] = []
  const feed = await page.workbook.watch({ seenBy: 'room' }, { signal: leaving.signal })
  const hearing = (async () => {
    for await (const changed of feed) heard.push(changed)
  })().catch(() => {})
  const readings: unknown[] = []
  for (const { level, from, hands } of keys) {
    await page.room.count({ ...key, count: 1, from, level, hands })
    readings.push(await page.workbook.read({ seenBy: 'room' }))
  }
  await page.room.vote({ ...key, count: 1, participantId: person, level: keys[0]!.level })
  await page.rating.set({
    ...key,
    set: { state: 'rated', level: keys[0]!.level, reason: `${keys[0]!.level}` },
  })
  await expect.poll(() => heard.at(-1)?.edit.seq).toBe((await page.workbook.read()).seq)
  const before = JSON.stringify([heard.splice(0), readings])
  await page.room.show({ ...key, isShown: true })
  await expect.poll(() => heard.length).toBe(1)
  leaving.abort()
  await hearing
  await engine.state.close()
  return { before, after: JSON.stringify(heard) }
}

it('RM32: what the presenter’s window is told of a hidden count is the same whatever was counted', async () => {
  const any = fc.array(
    fc.record({
      level: fc.integer({ min: 0, max: 4 }) as fc.Arbitrary<Level>,
      from: fc.constantFrom<OrganisationType>('council', 'community', 'lived-experience'),
      hands: fc.integer({ min: 1, max: 4 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  await fc.assert(
    fc.asyncProperty(any, async keys => {
      const real = await told(keys)
      const blank = await told(keys.map(({ hands }) => ({ level: 2, from: 'council', hands })))
      expect(real.before).toBe(blank.before)
      expect(real.before).not.toContain('Sunita')
      for (const { level, from } of keys) expect(real.after).toContain(`:1:${from}:${level}`)
    }),
    { numRuns: 3 },
  )
})
