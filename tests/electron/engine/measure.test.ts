import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BoardExport } from '../../../shared/contract/export-request.ts'
import type { MeasureId, PrincipleId } from '../../../shared/model/ids.ts'
import type { Rows } from '../../../shared/model/snapshot.ts'
import { freshFolder, startWorkbook } from '../../helpers/engine.ts'
import { readBook } from '../../helpers/read-xlsx.ts'

const NOW = '2026-11-23T09:00:00.000Z'

async function start() {
  let next = 0
  const deps = { now: () => NOW, newId: () => `id-${++next}` }
  const started = await startWorkbook(undefined, deps)
  const { areaId, principleId } = started.key
  const where = { areaId, principleId }
  const add = async (name = 'People in paid work', set = {}) =>
    (await started.page.measure.add({ ...where, name, set })).id as MeasureId
  const rows = async () => (await started.page.workbook.read()).rows
  const words = async () =>
    (await started.page.history.list({ about: { principleId } })).entries.map(entry => entry.words)
  return { ...started, where, add, rows, words }
}

describe('measures', () => {
  it('ME1: each change is one edit that names the measure', async () => {
    const { page, add, rows, words } = await start()
    const id = await add(undefined, { unit: '%', source: 'Local survey' })
    await page.measure.set({ id, set: { baseline: 52, baselineOn: '2025-12-31' } })
    await page.measure.set({ id, set: { target: 75.5 } })
    await page.measure.set({ id, set: { targetOn: '2027-03-31' } })
    await page.measure.set({ id, set: { direction: 'down' } })
    await page.measure.set({ id, set: { name: 'People out of work' } })
    await page.measure.set({ id, set: { target: null } })
    await page.measure.set({ id, set: { target: null } })
    expect(await words()).toEqual([
      'Cleared the target of People out of work',
      'Called the measure People in paid work now People out of work',
      'Said that People in paid work is better when lower',
      'Set the target date of People in paid work to 31 March 2027',
      'Set the target of People in paid work to 75.5%',
      'Changed the measure People in paid work',
      'Added the measure People in paid work for Partners beyond the NHS',
    ])
    expect((await rows()).measures).toEqual([
      {
        id,
        areaId: expect.anything(),
        principleId: expect.anything(),
        name: 'People out of work',
        unit: '%',
        direction: 'down',
        source: 'Local survey',
        baseline: 52,
        baselineOn: '2025-12-31',
        target: null,
        targetOn: '2027-03-31',
      },
    ])
  })

  it('ME1: belongs to a principle and an area that exist', async () => {
    const { page, where } = await start()
    const name = 'Nothing'
    const principleId = 'tenth' as PrincipleId
    await expect(page.measure.add({ ...where, principleId, name })).rejects.toThrow(/one of the nine/)
    await expect(page.measure.add({ ...where, name: ' ' })).rejects.toThrow()
    await expect(page.measure.remove({ id: 'gone' as MeasureId })).rejects.toThrow(
      'That measure is not in the workbook any more. Undo brings it back.',
    )
  })

  it('ME2: takes its figures along, and one undo brings all of it back', async () => {
    const { page, add, rows, words } = await start()
    const [kept, gone] = [await add('Kept'), await add('Gone')]
    for (const measureId of [kept, gone, gone].values())
      await page.measure.addPoint({
        measureId,
        on: `2026-0${(await rows()).measurePoints.length + 1}-01`,
        value: 1,
      })
    const before = await rows()
    await page.measure.remove({ id: gone })
    const after = await rows()
    expect(after.measures.map(({ name }) => name)).toEqual(['Kept'])
    expect(after.measurePoints.map(({ measureId }) => measureId)).toEqual([kept])
    expect((await words())[0]).toBe('Removed the measure Gone with 2 figures')
    await page.edit.undo()
    expect(await rows()).toEqual(before)
    await page.edit.redo()
    expect(await rows()).toEqual(after)
  })

  it('ME3: a figure a day, none of a day still to come', async () => {
    const { page, add, rows, words } = await start()
    const measureId = await add(undefined, { unit: 'weeks' })
    const point = (on: string, value: number) => page.measure.addPoint({ measureId, on, value })
    const { id } = await point('2026-09-30', -3)
    await expect(point('2026-09-30', 4)).rejects.toThrow(
      'There is already a figure for 30 September 2026: -3 weeks. Change that one, or choose another date.',
    )
    await expect(point('2026-11-24', 4)).rejects.toThrow(/24 November 2026 is still to come/)
    const other = await point('2026-11-23', 4)
    await expect(page.measure.setPoint({ id: other.id!, set: { on: '2026-09-30' } })).rejects.toThrow(
      /already/,
    )
    await page.measure.setPoint({ id: id!, set: { value: 1234.5 } })
    await page.measure.removePoint({ id: other.id! })
    expect((await rows()).measurePoints).toEqual([{ id, measureId, on: '2026-09-30', value: 1234.5 }])
    expect((await words()).slice(0, 2)).toEqual([
      'Removed a figure of People in paid work: 4 weeks on 23 November 2026',
      'Changed a figure of People in paid work: 1,234.5 weeks on 30 September 2026. It was -3 weeks on 30 September 2026',
    ])
  })

  it('ME4: no two of one name in one place, and the same name elsewhere', async () => {
    const { page, where, add, places } = await start()
    const id = await add('In work')
    await expect(add('in WORK ')).rejects.toThrow(/already a measure called In work here/)
    await page.measure.add({ ...where, areaId: places[0]!.id, name: 'In work' })
    const other = await add('Other')
    await expect(page.measure.set({ id: other, set: { name: 'In work' } })).rejects.toThrow(/already/)
    await page.measure.set({ id, set: { name: 'In Work' } })
  })

  it('ME5: goes on after the round is signed off', async () => {
    const { page, key, add, rows } = await start()
    await page.round.signOff({ id: key.roundId, by: 'Helen Marsh' })
    const measureId = await add()
    await page.measure.addPoint({ measureId, on: '2026-10-31', value: 12 })
    expect((await rows()).measurePoints).toHaveLength(1)
  })

  it('ME6: stands in the Measures sheet of the board workbook', async () => {
    const { page, shell, add } = await start()
    const measureId = await add(undefined, { unit: '%', baseline: 52, baselineOn: '2025-12-31', target: 75 })
    await add('Not counted yet')
    await page.measure.addPoint({ measureId, on: '2026-09-30', value: 66.5 })
    await page.measure.addPoint({ measureId, on: '2026-06-30', value: 61 })
    const to = join(freshFolder(), 'Plan.xlsx')
    const options = BoardExport.parse({ view: 'board', preparedBy: 'Helen Marsh' })
    await shell.export.make({ to, request: { kind: 'board', options } })
    const book = await readBook(to)
    expect(book.column('Measures', 'Measure')).toEqual([
      'People in paid work',
      'People in paid work',
      'Not counted yet',
    ])
    expect(book.column('Measures', 'Reading')).toEqual([61, 66.5, null])
    expect(book.column('Measures', 'Change from baseline')).toEqual([9, 14.5, null])
  })

  it('ME1 ME2: whatever was added and removed, undoing all of it leaves the workbook as it was', async () => {
    const step = fc.oneof(
      fc.record({
        do: fc.constantFrom('add' as const, 'drop' as const, 'dropPoint' as const),
        pick: fc.nat(4),
      }),
      fc.record({
        do: fc.constantFrom('point' as const, 'value' as const, 'target' as const),
        pick: fc.nat(4),
        value: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
        day: fc.integer({ min: 1, max: 9 }),
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async steps => {
        const { page, add, rows } = await start()
        const states = [await rows()]
        for (const each of steps) {
          const { measures, measurePoints } = states.at(-1)!
          const id = measures[each.pick]?.id
          const point = measurePoints[each.pick]
          const on = 'day' in each ? `2026-0${each.day}-15` : ''
          const value = 'value' in each ? each.value : 0
          const doing: Promise<unknown> | undefined =
            each.do === 'add'
              ? add(`Measure ${each.pick}`)
              : each.do === 'drop'
                ? id && page.measure.remove({ id })
                : each.do === 'dropPoint'
                  ? point && page.measure.removePoint({ id: point.id })
                  : each.do === 'point'
                    ? id && page.measure.addPoint({ measureId: id, on, value })
                    : each.do === 'value'
                      ? point && page.measure.setPoint({ id: point.id, set: { on, value } })
                      : id && page.measure.set({ id, set: { target: value, targetOn: on } })
          await Promise.resolve(doing).catch(() => {})
          const now = await rows()
          if (JSON.stringify(now) !== JSON.stringify(states.at(-1))) states.push(now)
          const orphans = now.measurePoints.filter(
            ({ measureId }) => !now.measures.some(measure => measure.id === measureId),
          )
          expect(orphans).toEqual([])
        }
        for (const state of states.slice(0, -1).reverse()) {
          await page.edit.undo()
          // A row that was taken out and put back stands last in its list: what it holds is the same.
          expect(inOrder(await rows())).toEqual(inOrder(state))
        }
      }),
      { numRuns: 25 },
    )
  })
})

/** The rows of each list by their ids. */
function inOrder(rows: Rows): unknown {
  const lists = Object.entries(rows).map(([name, list]) => [
    name,
    [...list].sort((a, b) => (a.id < b.id ? -1 : 1)),
  ])
  return Object.fromEntries(lists)
}
