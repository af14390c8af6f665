import { describe, expect, it } from 'vitest'
import { startEngine, startWorkbook, WHO } from '../../helpers/engine.ts'

describe('a new workbook', () => {
  it('WB1: holds its system, places, round, framework and status key', async () => {
    const { page } = await startWorkbook()
    const { rows, framework, access } = await page.workbook.read()
    expect(rows.areas.map(area => area.name)).toEqual(['Northmoor and Vale', 'Alderbrook', 'Castle Vale'])
    expect(rows.rounds).toMatchObject([{ name: 'Autumn 2026', asAt: '2026-11-30', state: 'open' }])
    expect(rows.statuses).toHaveLength(7)
    expect(framework.principles).toHaveLength(9)
    expect(access).toEqual({ mode: 'edit', why: '' })
  })

  it('WB2: keeps everything when it is closed and opened again', async () => {
    const { page, shell, path, key } = await startWorkbook()
    await page.rating.set({ ...key, set: { level: 2, reason: 'Because of the agreement' } })
    const before = await page.workbook.read()
    await shell.file.close()
    const again = startEngine()
    await again.shell.file.open({ path, who: WHO })
    expect((await again.page.workbook.read()).rows).toEqual(before.rows)
  })
})

describe('undo and redo', () => {
  it('UN1: undo puts back every row of the last edit, redo brings it again', async () => {
    const { page, key } = await startWorkbook()
    const empty = (await page.workbook.read()).rows
    await page.rating.set({ ...key, set: { level: 2 } })
    const rated = (await page.workbook.read()).rows
    await page.edit.undo()
    expect((await page.workbook.read()).rows).toEqual(empty)
    await page.edit.redo()
    expect((await page.workbook.read()).rows).toEqual(rated)
  })

  it('UN2: undo reaches back across a restart', async () => {
    const { page, shell, path, key } = await startWorkbook()
    const empty = (await page.workbook.read()).rows
    await page.rating.set({ ...key, set: { level: 2 } })
    await shell.file.close()
    const again = startEngine()
    await again.shell.file.open({ path, who: WHO })
    await again.page.edit.undo()
    expect((await again.page.workbook.read()).rows).toEqual(empty)
  })

  it('UN3: going back to a moment is one edit, which undo takes back', async () => {
    const { page, key, system, principle } = await startWorkbook()
    const first = await page.rating.set({ ...key, set: { level: 2 } })
    const then = (await page.workbook.read()).rows
    await page.action.add({
      areaId: system.id,
      principleId: principle.id,
      title: 'Map local groups',
      set: {},
    })
    await page.rating.set({ ...key, set: { level: 3 } })
    const now = (await page.workbook.read()).rows
    await page.edit.backTo({ seq: first.seq })
    expect((await page.workbook.read()).rows).toEqual(then)
    await page.edit.undo()
    expect((await page.workbook.read()).rows).toEqual(now)
  })
})

describe('history', () => {
  it('HI1: every edit is kept in words, with who and when', async () => {
    const { page, key } = await startWorkbook()
    await page.rating.set({ ...key, set: { level: 1 } })
    await page.rating.set({ ...key, set: { level: 2 } })
    await page.edit.undo()
    const { entries } = await page.history.list({})
    expect(entries.map(entry => [entry.words, entry.undoneBy])).toEqual([
      ['Undid: Set Partners beyond the NHS to 2 Developing. It was 1 Emerging', null],
      ['Set Partners beyond the NHS to 2 Developing. It was 1 Emerging', 4],
      ['Set Partners beyond the NHS to 1 Emerging', null],
      ['Started the workbook of Northmoor and Vale', null],
    ])
  })

  it('HI2: an edit that changes nothing leaves no trace', async () => {
    const { page, key } = await startWorkbook()
    const first = await page.rating.set({ ...key, set: { level: 1 } })
    const second = await page.rating.set({ ...key, set: { level: 1 } })
    expect(second.seq).toBe(first.seq)
  })
})

describe('check', () => {
  it('CK1: a workbook after many kinds of edit is sound', async () => {
    const { page, shell, key, system, principle } = await startWorkbook()
    await page.rating.set({ ...key, set: { level: 1 } })
    const { id } = await page.action.addStarter({
      areaId: system.id,
      principleId: principle.id,
      from: 1,
      index: 0,
    })
    await page.action.addUpdate({
      actionId: id as never,
      on: '2026-11-23',
      text: 'Begun',
      statusId: 'on-track',
    })
    await page.evidence.addLink({
      url: 'example.org/paper',
      targets: { areaIds: [system.id], principleIds: [principle.id], actionIds: [] },
    })
    await page.area.addPlace({ name: 'Westmere' })
    await page.edit.undo()
    await page.action.remove({ ids: [id as never] })
    await page.edit.undo()
    expect(await shell.file.check()).toMatchObject({ ok: true, problems: [] })
  })
})

describe('checking while working', () => {
  it('CK3: the page may check while edits go on, and a sound workbook is found sound', async () => {
    const { page, key } = await startWorkbook()
    for (let round = 0; round < 60; round++) {
      await page.rating.set({ ...key, set: { level: (round % 5) as 0 } })
    }
    const checking = page.workbook.check()
    for (let round = 0; round < 60; round++) {
      await page.rating.set({ ...key, set: { reason: `Round ${round}` } })
    }
    expect(await checking).toMatchObject({ ok: true, problems: [] })
  })
})
