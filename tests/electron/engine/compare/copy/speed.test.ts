import { expect, it } from 'vitest'
import { openOther } from '../../../../../electron/engine/compare/copy/open-other.ts'
import type { ActionId } from '../../../../../shared/model/ids.ts'
import { compare, copyOf, rowsOf, sessionOf } from '../../../../helpers/copies.ts'
import { startWorkbook } from '../../../../helpers/engine.ts'

it('AC15: two copies with 10,000 actions each', async () => {
  const ours = await startWorkbook()
  const { page, system, principle } = ours
  const of = { areaId: system.id, principleId: principle.id }
  const gap = 'What is missing, in a sentence or two, as people write it. '.repeat(3)
  for (let block = 0; block < 10; block++)
    await page.action.addMany({
      actions: Array.from({ length: 1000 }, (_, at) => ({ ...of, title: `Do ${block} ${at}`, set: { gap } })),
    })
  const theirs = await copyOf(ours)
  const ids = rowsOf(ours).actions.map(({ id }) => id) as ActionId[]
  const change = (on: typeof page, every: number, set: object) =>
    on.action.setMany({ changes: ids.filter((_, at) => at % every === 0).map(id => ({ id, set })) })
  await change(theirs.page, 5, { owner: 'Sunita Rao', dueOn: '2027-02-01' })
  await change(page, 7, { owner: 'Daniel Okafor' })
  await theirs.shell.file.close()
  let turns = 0
  const counting = setInterval(() => turns++, 0)
  const before = process.cpuUsage()
  const other = await openOther(theirs.path, sessionOf(ours))
  const { changes } = compare(ours, other)
  // The processor's time, not the clock's: other tests run beside this one.
  const { user, system: inSystem } = process.cpuUsage(before)
  clearInterval(counting)
  const conflicts = changes.filter(({ change: { state } }) => state === 'conflict')
  expect([changes.length, conflicts.length]).toEqual([4000, 286])
  expect((user + inSystem) / 1000).toBeLessThan(1500)
  expect(turns).toBeGreaterThan(5)
}, 60_000)
