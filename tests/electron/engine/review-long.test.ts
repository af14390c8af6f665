import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { manyActions } from '../../helpers/board-input.ts'
import { startWorkbook } from '../../helpers/engine.ts'

/** The most milliseconds of work between two turns; on a computer of its own, that is as long as a call waits. */
const LONGEST_STOP = 600

it('RP17: a plan of 10,000 actions is compared in turns, and a closing in between is said in a sentence', async () => {
  const { page, shell, path, system } = await startWorkbook()
  const actions = manyActions(10_000, system.id).map(
    ({ id, ref, createdAt, updatedAt, areaId, principleId, title, statusId, ...set }) => ({
      areaId,
      principleId,
      title,
      set: { ...set, statusId: statusId === 'embedded' ? 'done' : statusId },
    }),
  )
  await page.action.addMany({ actions })
  const to = join(path, '..', 'Plan.xlsx')
  await shell.export.make({ to, request: { kind: 'plan', options: {} } })
  await shell.review.read({ paths: [to] })

  const stops: number[] = []
  const comparing = page.review.get()
  let isDone = false
  const done = comparing.finally(() => {
    isDone = true
  })
  let before = process.threadCpuUsage()
  while (!isDone) {
    await nextTurn()
    // Work of this thread, not time: other programs may keep it waiting.
    const { user, system: kernel } = process.threadCpuUsage(before)
    before = process.threadCpuUsage()
    stops.push((user + kernel) / 1000)
  }
  expect((await done)!.changes).toEqual([])
  expect(stops.length).toBeGreaterThan(4)
  console.log(
    `10,000 actions compared in ${Math.round(stops.reduce((a, b) => a + b))} ms, longest stop ${Math.round(Math.max(...stops))} ms`,
  )
  expect(Math.max(...stops)).toBeLessThan(LONGEST_STOP)

  await page.action.set({ id: (await page.workbook.read()).rows.actions[0]!.id, set: { gap: 'Wider' } })
  const again = page.review.get()
  await nextTurn()
  await Promise.all([
    expect(again).rejects.toThrow('The workbook was closed. Open it again from the start screen.'),
    shell.file.close(),
  ])
}, 120_000)
