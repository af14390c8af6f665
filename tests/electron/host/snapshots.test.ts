import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { DETAILS } from '../../helpers/engine.ts'
import { startTestHost } from '../../helpers/host.ts'
import { namesIn } from '../../helpers/snapshots.ts'

/** A disk with less than half a gigabyte to spare keeps no snapshots, and then there is nothing to see here. */
it('SN20 SN24: a workbook that is gone, or damaged, stays in the list by its snapshots and opens from one', async () => {
  const { calls, page, folder } = await startTestHost()
  const { id, name } = await calls.create(DETAILS)
  const client = page(id)
  const { rows, framework } = await client.workbook.read()
  const key = {
    roundId: rows.rounds[0]!.id,
    areaId: rows.areas[0]!.id,
    principleId: framework.principles[0]!.id,
  }
  await client.rating.set({ ...key, set: { level: 3, reason: 'Kept' } })
  await client.snapshot.take()
  expect(JSON.stringify(await client.snapshot.list())).not.toContain(folder)
  await calls.close({ id })
  expect(namesIn(join(folder, `${name} (snapshots)`))).toHaveLength(1)
  const path = join(folder, `${name}.ninefold`)

  renameSync(path, join(folder, 'Renamed.ninefold'))
  expect((await calls.list()).map(({ name, isMissing }) => [name, isMissing])).toEqual([['Renamed', false]])
  rmSync(join(folder, 'Renamed.ninefold'))
  expect(await calls.list()).toMatchObject([{ id, name, isMissing: true }])
  await expect(calls.open({ id })).rejects.toThrow(/no longer in/)
  const { snapshots } = await calls.listSnapshots({ id })
  expect(snapshots).toMatchObject([{ standing: 'unknown', discussed: 1 }])

  writeFileSync(path, 'damaged')
  const opened = await calls.openSnapshot({ id, snapshotId: snapshots[0]!.id })
  expect(opened.name).toMatch(/ \(as at \d+ \w+ \d{4} \d\d\.\d\d\)$/)
  expect((await page(opened.id).workbook.read()).rows.ratings[0]).toMatchObject({ level: 3, reason: 'Kept' })
  expect((await calls.list()).map(one => one.name).sort()).toEqual([name, opened.name].sort())
  expect(namesIn(folder)).toContain(`${name}.ninefold`)
})
