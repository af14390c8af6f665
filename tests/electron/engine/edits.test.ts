import type Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Changed } from '../../../shared/contract/history.ts'
import type { ActionId } from '../../../shared/model/ids.ts'
import { startWorkbook } from '../../helpers/engine.ts'

type Started = Awaited<ReturnType<typeof startWorkbook>>

describe('edits', () => {
  it('ED2: a write outside an edit fails', async () => {
    const { engine } = await startWorkbook()
    const db = engine.state.session?.db as unknown as Database.Database
    expect(() => db.prepare("UPDATE area SET name = 'x'").run()).toThrow(
      /NOT NULL constraint failed: change.edit_seq/,
    )
  })

  it('ED3: an edit that fails leaves nothing of itself behind', async () => {
    const { page, system, principle } = await startWorkbook()
    const before = await page.workbook.read()
    const good = { areaId: system.id, principleId: principle.id, title: 'Good', set: {} }
    const bad = { ...good, set: { statusId: 'no-such-status' } }
    await expect(page.action.addMany({ actions: [good, bad] })).rejects.toThrow()
    expect(await page.workbook.read()).toEqual(before)
  })

  it('ED4: every follower is told which rows an edit touched, as they now are', async () => {
    const { page, key } = await startWorkbook()
    const abort = new AbortController()
    const heard: Changed[] = []
    const watching = (async () => {
      for await (const changed of await page.workbook.watch(undefined, { signal: abort.signal }))
        heard.push(changed)
    })().catch(() => {})
    await new Promise(resolve => setTimeout(resolve, 20))
    await page.rating.set({ ...key, set: { level: 2, reason: 'Signed' } })
    await page.edit.undo()
    await new Promise(resolve => setTimeout(resolve, 20))
    abort.abort()
    await watching
    const id = `${key.roundId}:${key.areaId}:${key.principleId}`
    expect(heard.map(({ patches }) => patches)).toMatchObject([
      [{ collection: 'ratings', id, row: { level: 2, reason: 'Signed', state: 'rated' } }],
      [{ collection: 'ratings', id, row: null }],
    ])
    expect(heard[1]?.undo).toMatchObject({ undo: null, redo: { kind: 'do' } })
  })

  it('UN1: many rows at once come back as they were, whatever their cells hold, and are brought again', async () => {
    const started = await startWorkbook()
    const { page, system, places, principle } = started
    const actions = Array.from({ length: 40 }, (_, index) => ({
      areaId: system.id,
      principleId: principle.id,
      title: `Do ${index}`,
      set: index % 3 === 0 ? { owner: `O'Neill "${index}"`, likelihood: 2 as const } : {},
    }))
    await page.action.addMany({ actions })
    const before = await rowsById(started)
    // Rows with other columns in between, texts, numbers and nothing at all, to and fro.
    const changes = before.actions!.map(({ id }, index) => ({
      id: id as ActionId,
      set:
        index % 20 === 19
          ? { title: 'Another' }
          : {
              owner: index % 2 ? '' : `Ruth ${index}`,
              dueOn: '2027-01-31',
              likelihood: index % 2 ? null : (5 as const),
            },
    }))
    await page.action.setMany({ changes })
    await page.action.setMany({
      changes: changes.map(({ id }) => ({ id, set: { areaId: places[0]!.id, priority: 'high' } })),
    })
    const after = await rowsById(started)
    await page.edit.undo()
    await page.edit.undo()
    expect(await rowsById(started)).toEqual(before)
    await page.edit.redo()
    await page.edit.redo()
    expect(await rowsById(started)).toEqual(after)
    await page.edit.backTo({ seq: 2 })
    expect(await rowsById(started)).toEqual(before)
    expect(await started.shell.file.check()).toMatchObject({ problems: [] })
  })

  it('UN5: a number is never given twice', async () => {
    const { page, system, principle } = await startWorkbook()
    const add = () => page.action.add({ areaId: system.id, principleId: principle.id, title: 'Do', set: {} })
    await add()
    const { id } = await add()
    await page.action.remove({ ids: [id as ActionId] })
    await add()
    const { rows } = await page.workbook.read()
    expect(rows.actions.map(({ ref }) => ref)).toEqual([1, 3])
  })

  it('UN5: nor after an addition was undone', async () => {
    const { page, system, principle } = await startWorkbook()
    const add = () => page.action.add({ areaId: system.id, principleId: principle.id, title: 'Do', set: {} })
    await add()
    await page.edit.undo()
    await add()
    const { rows } = await page.workbook.read()
    expect(rows.actions.map(({ ref }) => ref)).toEqual([2])
  })

  it('HI3: history can be asked for by principle, action and person', async () => {
    const { page, key, system, principle } = await startWorkbook()
    await page.rating.set({ ...key, set: { level: 2 } })
    const { id } = await page.action.add({
      areaId: system.id,
      principleId: principle.id,
      title: 'Do',
      set: {},
    })
    const words = async (about: object, who?: string) =>
      (await page.history.list({ about, ...(who ? { who } : {}) })).entries.map(entry => entry.words)
    expect(await words({ principleId: principle.id })).toEqual([
      'Added the action Do',
      'Set Partners beyond the NHS to 2 Developing',
    ])
    expect(await words({ actionId: id })).toEqual(['Added the action Do'])
    expect(await words({}, 'Nobody')).toEqual([])
  })
})

it('HI4: the history of an action has the edits of many actions that changed it, and no others', async () => {
  const { page, system, principle } = await startWorkbook()
  const add = async (title: string) =>
    (await page.action.add({ areaId: system.id, principleId: principle.id, title, set: {} })).id as ActionId
  const [one, two, three] = [await add('One'), await add('Two'), await add('Three')]
  await page.action.setMany({ changes: [one, two].map(id => ({ id, set: { owner: 'Sunita Rao' } })) })
  await page.action.setMany({ changes: [two, three].map(id => ({ id, set: { owner: 'Priya Nair' } })) })
  await page.action.addUpdate({ actionId: one, on: '2026-11-20', text: 'Signed', statusId: null })
  await page.edit.undo()
  const words = async (about: object, limit = 100) =>
    (await page.history.list({ about, limit })).entries.map(entry => entry.words)
  expect(await words({ actionId: one })).toEqual([
    'Undid: Added an update of 20 November 2026 to A-01',
    'Added an update of 20 November 2026 to A-01',
    'Changed 2 actions',
    'Added the action One',
  ])
  expect(await words({ actionId: three })).toEqual(['Changed 2 actions', 'Added the action Three'])
  expect(await words({ actionId: three }, 1)).toEqual(['Changed 2 actions'])
})

describe('anything, undone', () => {
  it('UN4: undoing all of it gives the workbook as it was made, redoing all of it gives it back', async () => {
    const step = fc.oneof(
      fc.record({
        do: fc.constant('rate' as const),
        level: fc.constantFrom(0, 1, 2, 3, 4, null),
        place: fc.nat(2),
      }),
      fc.record({ do: fc.constant('act' as const), title: fc.string({ minLength: 1, unit: 'grapheme' }) }),
      fc.record({
        do: fc.constant('status' as const),
        pick: fc.nat(9),
        to: fc.constantFrom('on-track', 'waiting', 'done'),
      }),
      fc.record({ do: fc.constant('drop' as const), pick: fc.nat(9) }),
      fc.record({ do: fc.constant('link' as const), host: fc.domain() }),
      fc.record({ do: fc.constant('undo' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async steps => {
        const started = await startWorkbook()
        const made = await rowsById(started)
        for (const each of steps) await run(started, each).catch(() => {})
        // Steps may end in undone edits: start from where redo has nothing left.
        await repeat(() => started.page.edit.redo())
        const changed = await rowsById(started)
        const undone = await repeat(() => started.page.edit.undo())
        expect(await rowsById(started)).toEqual(made)
        const redone = await repeat(() => started.page.edit.redo())
        expect(await rowsById(started)).toEqual(changed)
        expect(redone).toBe(undone)
        expect(await started.shell.file.check()).toMatchObject({ problems: [] })
        await started.shell.file.close()
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})

type Step =
  | { do: 'rate'; level: 0 | 1 | 2 | 3 | 4 | null; place: number }
  | { do: 'act'; title: string }
  | { do: 'status'; pick: number; to: string }
  | { do: 'drop'; pick: number }
  | { do: 'link'; host: string }
  | { do: 'undo' }

async function run({ page, key, system, places, principle }: Started, step: Step): Promise<unknown> {
  const { actions } = (await page.workbook.read()).rows
  const areaId = [system, ...places]['place' in step ? step.place : 0]!.id
  const picked = 'pick' in step ? actions[step.pick % Math.max(1, actions.length)] : undefined
  const targets = {
    areaIds: [areaId],
    principleIds: [principle.id],
    actionIds: actions.slice(0, 1).map(row => row.id),
  }
  switch (step.do) {
    case 'rate':
      return page.rating.set({ ...key, areaId, set: { level: step.level } })
    case 'act':
      return page.action.add({ areaId, principleId: principle.id, title: step.title, set: {} })
    case 'status':
      return picked && page.action.set({ id: picked.id, set: { statusId: step.to } })
    case 'drop':
      return picked && page.action.remove({ ids: [picked.id] })
    case 'link':
      return page.evidence.addLink({ url: `https://${step.host}/`, targets })
    case 'undo':
      return page.edit.undo()
  }
}

/** Rows in the order of their ids: undo may put a row back in another place of the file. */
async function rowsById({ page }: Started) {
  const { rows } = await page.workbook.read()
  return Object.fromEntries(
    Object.entries(rows).map(([name, list]) => [name, [...list].sort((a, b) => (a.id < b.id ? -1 : 1))]),
  )
}

async function repeat(work: () => Promise<unknown>): Promise<number> {
  for (let times = 0; ; times++) {
    try {
      await work()
    } catch {
      return times
    }
  }
}
