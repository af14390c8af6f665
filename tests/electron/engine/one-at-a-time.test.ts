import { linkSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createTasks } from '../../../electron/engine/tasks.ts'
import { freshFolder, startEngine, startWorkbook, WHO } from '../../helpers/engine.ts'

describe('one workbook at a time', () => {
  it('WB7: a second name of an open file is refused, and the first keeps its lock', async () => {
    const { path } = await startWorkbook()
    const second = join(dirname(path), 'Second name.ninefold')
    linkSync(path, second)
    const other = startEngine()
    // Refused before it is touched: merely reading it here would drop the lock.
    await expect(other.shell.file.open({ path: second, who: WHO })).rejects.toThrow(/another window here/)
  })

  it('WB7: of two openings at once the last stands and the first is let go of', async () => {
    const first = await startWorkbook()
    await first.shell.file.close()
    const second = await startWorkbook()
    const { shell, path } = second
    await Promise.all([
      shell.file.open({ path: first.path, who: WHO }),
      shell.file.open({ path, who: WHO }),
      shell.file.open({ path: first.path, who: WHO }),
    ])
    const other = startEngine()
    expect((await other.shell.file.open({ path, who: WHO })).access.mode).toBe('edit')
    await expect(other.shell.file.open({ path: first.path, who: WHO })).rejects.toThrow(/is open elsewhere/)
  })

  it('TK5: what starts while the rest is stopping is stopped too', async () => {
    const tasks = createTasks()
    const about = { words: 'Attaching', unit: 'bytes' } as const
    const ends: string[] = []
    const untilStopped = (name: string, after?: () => void) =>
      tasks.run(about, async ({ signal }) => {
        await new Promise(resolve => {
          if (signal.aborted) resolve(null)
          signal.addEventListener('abort', resolve)
        })
        after?.()
        await new Promise(resolve => setTimeout(resolve, 10))
        ends.push(name)
      })
    void untilStopped('first', () => void untilStopped('second'))
    await new Promise(resolve => setTimeout(resolve, 1))
    await tasks.stop()
    expect(ends).toEqual(['first', 'second'])
  })
})

describe('the day', () => {
  it('RU32: a starter action starts on the day the wall calendar shows', async () => {
    const usual = process.env.TZ
    onTestFinished(() => {
      if (usual === undefined) delete process.env.TZ
      else process.env.TZ = usual
    })
    process.env.TZ = 'Europe/London'
    let made = 0
    const deps = { now: () => '2026-06-30T23:30:00.000Z', newId: () => `id-${++made}` }
    const { page, system, principle } = await startWorkbook(undefined, deps)
    await page.action.addStarter({ areaId: system.id, principleId: principle.id, from: 1, index: 0 })
    expect((await page.workbook.read()).rows.actions).toMatchObject([{ startOn: '2026-07-01' }])
  })
})

describe('writing beside the workbook', () => {
  it('WB10: neither a copy nor a file saved out ever replaces the open workbook, by any of its names', async () => {
    const { shell, page, path, key } = await startWorkbook()
    const folder = dirname(path)
    const paper = join(folder, 'Paper.txt')
    writeFileSync(paper, 'What was said.')
    const targets = { principleIds: [key.principleId], areaIds: [], actionIds: [] }
    const attached = await shell.evidence.attach({ paths: [paper], targets })
    const roundabout = join(freshFolder(), 'link')
    symlinkSync(folder, roundabout)
    const secondName = join(folder, 'Second name.ninefold')
    linkSync(path, secondName)
    for (const to of [path, join(roundabout, basename(path)), secondName]) {
      await expect(shell.file.copy({ to })).rejects.toThrow(/is the open workbook itself/)
      const out = shell.evidence.saveOut({ id: attached.evidenceIds[0]!, to })
      await expect(out).rejects.toThrow(/is the open workbook itself/)
    }
    await page.rating.set({ ...key, set: { level: 2 } })
    await shell.file.close()
    const again = startEngine()
    await again.shell.file.open({ path, who: WHO })
    expect((await again.page.workbook.read()).rows.ratings).toMatchObject([{ level: 2 }])
  })

  it('WB10: nor does a copy replace a workbook that someone else has open', async () => {
    const theirs = await startWorkbook()
    const ours = await startWorkbook()
    await expect(ours.shell.file.copy({ to: theirs.path })).rejects.toThrow(/is open elsewhere \(Test Person/)
    await theirs.page.rating.set({ ...theirs.key, set: { level: 3 } })
    await theirs.shell.file.close()
    const again = startEngine()
    await again.shell.file.open({ path: theirs.path, who: WHO })
    expect((await again.page.workbook.read()).rows.ratings).toMatchObject([{ level: 3 }])
  })
})
