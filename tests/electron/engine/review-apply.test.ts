import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dump } from '../../helpers/dump.ts'
import { startEngine, WHO } from '../../helpers/engine.ts'
import { accepting, changeOf, FOR, returnedStory } from '../../helpers/returned-story.ts'

const open = returnedStory()

type Story = Awaited<ReturnType<typeof open>>

const STATUS = 'Status (BRAG)'

/** All that is in the workbook, in the order of ids: undo may put a row back in another place of its table. */
/** All that the workbook holds but the copies made to look into it, each of which it remembers. */
async function content({ shell, folder, engine }: Story) {
  const to = join(folder, `${engine.state.deps.newId()}.ninefold`)
  await shell.file.copy({ to })
  const { rows, files } = dump(to)
  const sorted = Object.entries(rows).map(([name, list]) => {
    const kept = (list as { id: string; kind?: string }[]).filter(
      row => name !== 'sentFiles' || row.kind !== 'full',
    )
    return [name, kept.sort((a, b) => (a.id < b.id ? -1 : 1))]
  })
  return { rows: Object.fromEntries(sorted), files }
}

async function read(story: Story, ...paths: string[]) {
  await story.shell.review.read({ paths })
  return (await story.page.review.get())!
}

describe('applying', () => {
  it('RP6 RP9 RP12: is one edit that names the file and whom it was for, and undo brings back every row', async () => {
    const story = await open()
    const { page, shell, action } = story
    const before = await content(story)
    const path = await story.back('Northmoor plan, Sunita.xlsx', {
      set: {
        'A-02': { [STATUS]: 'on track', 'Due date': '1/2/27', 'Latest progress': 'A nurse was found.' },
        'A-03': { Owner: 'Jo Castell' },
        'A-04': { 'Main risk': '' },
      },
      add: [{ Place: 'Alderbrook', Principle: '2', Action: 'Hold a listening day' }],
    })
    const review = await read(story, path)
    expect(await content(story)).toEqual(before)
    const accepted = accepting(...review.changes)
    const [addition] = review.additions
    const decisions = { ...accepted, additions: { [addition!.id]: { accept: true, principleId: null } } }
    const { seq } = await page.review.apply({ seq: review.seq, turn: review.turn, decisions })

    const { rows } = await page.workbook.read()
    const now = (ref: number) => rows.actions.find(row => row.ref === ref)!
    expect(now(2)).toMatchObject({ statusId: 'on-track', dueOn: '2027-02-01' })
    expect(now(3)).toMatchObject({ owner: 'Jo Castell' })
    expect(now(4).risk).toBe('')
    const [line] = rows.updates.filter(({ text }) => text === 'A nurse was found.')
    expect(line).toMatchObject({ actionId: action(2).id, author: FOR })
    const highest = Math.max(...story.rows.actions.map(({ ref }) => ref))
    const added = rows.actions.find(({ title }) => title === 'Hold a listening day')!
    expect(added).toMatchObject({ ref: highest + 1, updatedAt: added.createdAt })
    for (const ref of [2, 3, 4]) expect(now(ref).updatedAt > action(ref).updatedAt).toBe(true)
    expect(rows.sentFiles.slice(0, 1)).toMatchObject([
      { isAwaited: false, returnedAt: line!.addedAt, returnedName: 'Northmoor plan, Sunita.xlsx' },
    ])
    const { entries } = await page.history.list({ about: { actionId: action(3).id } })
    expect(entries[0]).toMatchObject({
      seq,
      words: `Took in 5 changes and 1 new action from “Northmoor plan, Sunita.xlsx”, sent to ${FOR}`,
    })
    await page.edit.undo()
    expect(await content(story)).toEqual(before)
    await page.edit.redo()
    expect((await page.workbook.read()).rows.actions.find(({ ref }) => ref === 3)!.owner).toBe('Jo Castell')
    expect(await shell.file.check()).toMatchObject({ ok: true })
  })

  it('RP12: what is about one action is found in its history as such', async () => {
    const story = await open()
    const review = await read(
      story,
      await story.back('Back.xlsx', { set: { 'A-03': { Owner: 'Jo Castell' } } }),
    )
    await story.page.review.apply({
      seq: review.seq,
      turn: review.turn,
      decisions: accepting(...review.changes),
    })
    const { entries } = await story.page.history.list({ limit: 1 })
    expect(entries[0]).toMatchObject({
      words: `Took in 1 change from “Back.xlsx”, sent to ${FOR}`,
      about: { actionId: story.action(3).id },
    })
  })

  it('RP7: a cell that changed since is named, and nothing is applied', async () => {
    const story = await open()
    const { page, action } = story
    const path = await story.back('Back.xlsx', {
      set: { 'A-02': { Owner: 'Jo Castell' }, 'A-03': { Owner: 'Ali Hassan' } },
    })
    const review = await read(story, path)
    await page.action.set({ id: action(2).id, set: { owner: 'Ruth Bell' } })
    const before = await content(story)
    const decisions = accepting(...review.changes)
    await expect(page.review.apply({ seq: review.seq, turn: review.turn, decisions })).rejects.toThrow(
      'A-02 Owner has changed since you decided, so nothing was applied. Look at it again, then apply.',
    )
    expect(await content(story)).toEqual(before)
    // Another cell moved: what was decided still holds.
    const later = (await page.review.get())!
    expect(changeOf(later, 'A-02', 'Owner').state).toBe('conflict')
    await page.action.set({ id: action(5).id, set: { owner: 'Ruth Bell' } })
    await page.review.apply({
      seq: later.seq,
      turn: later.turn,
      decisions: accepting(changeOf(later, 'A-03', 'Owner')),
    })
    expect((await page.workbook.read()).rows.actions.find(({ ref }) => ref === 3)!.owner).toBe('Ali Hassan')
  })

  it('RP7: a file that another window brought in and that says something else makes it no decision of ours', async () => {
    const story = await open()
    const { page, shell } = story
    const seen = await read(
      story,
      await story.back('Back.xlsx', { set: { 'A-02': { Owner: 'Jo Castell' } } }),
    )
    await shell.review.read({
      paths: [await story.back('Other.xlsx', { set: { 'A-02': { Owner: 'Ali Hassan' } } })],
    })
    const now = (await page.review.get())!
    expect(now).toMatchObject({ seq: seen.seq, changes: [{ state: 'conflict' }] })
    const decisions = accepting(...seen.changes)
    await expect(page.review.apply({ seq: seen.seq, turn: seen.turn, decisions })).rejects.toThrow(
      'A-02 Owner has changed since you decided, so nothing was applied.',
    )
    await page.review.apply({ seq: now.seq, turn: now.turn, decisions })
    expect((await page.workbook.read()).rows.actions.find(({ ref }) => ref === 2)!.owner).toBe('Jo Castell')
  })

  it('RP7: a cell that says by now what came back is not written over in silence either', async () => {
    const story = await open()
    const review = await read(
      story,
      await story.back('Back.xlsx', { set: { 'A-02': { Owner: 'Jo Castell' } } }),
    )
    await story.page.action.set({ id: story.action(2).id, set: { owner: 'Jo Castell' } })
    const decisions = accepting(...review.changes)
    await expect(story.page.review.apply({ seq: review.seq, turn: review.turn, decisions })).rejects.toThrow(
      /A-02 Owner has changed/,
    )
  })

  it.each([
    ['a change', { changes: { 'actions:none:owner': 'now' }, additions: {} }],
    ['an addition', { changes: {}, additions: { none: { accept: true, principleId: null } } }],
    ['nothing', { changes: {}, additions: {} }],
  ])('RP7: %s that is not in the review is refused', async (_, decisions) => {
    const story = await open()
    const review = await read(
      story,
      await story.back('Back.xlsx', { set: { 'A-02': { Owner: 'Jo Castell' } } }),
    )
    await expect(story.page.review.apply({ seq: review.seq, turn: review.turn, decisions })).rejects.toThrow(
      /not in the review any more|Nothing was decided/,
    )
    const [change] = review.changes
    const noSuch = { changes: { [change!.id]: 'file:elsewhere' }, additions: {} }
    await expect(
      story.page.review.apply({ seq: review.seq, turn: review.turn, decisions: noSuch }),
    ).rejects.toThrow(/no such answer/)
    await expect(story.page.review.apply({ seq: 1, turn: 1, decisions: noSuch })).rejects.toThrow(
      /has changed since/,
    )
  })

  it('RP6 RP8: a rating is taken in and undone, and a round signed off meanwhile takes none', async () => {
    const story = await open()
    const { page, rows } = story
    const before = await content(story)
    const path = await story.back('Back.xlsx', {
      ratings: { '1 Parity of esteem': { Reason: 'Because we say so.', 'Level now': 4 } },
    })
    const review = await read(story, path)
    expect(review.changes.map(({ subject, header }) => `${subject.collection} ${header}`).sort()).toEqual([
      'ratings Level now',
      'ratings Reason',
    ])
    await page.review.apply({ seq: review.seq, turn: review.turn, decisions: accepting(...review.changes) })
    const after = (await page.workbook.read()).rows.ratings
    expect(after.filter(({ reason }) => reason === 'Because we say so.')).toMatchObject([
      { level: 4, state: 'rated' },
    ])
    await page.edit.undo()
    expect(await content(story)).toEqual(before)
    const round = rows.rounds.find(({ state }) => state === 'open')!
    await page.round.signOff({ id: round.id, by: 'Priya Nair' })
    const signed = (await page.review.get())!
    const offered = signed.changes.filter(({ options }) => options.some(({ from }) => from === 'file'))
    for (const change of offered)
      await expect(
        page.review.apply({ seq: signed.seq, turn: signed.turn, decisions: accepting(change) }),
      ).rejects.toThrow(/signed off/)
    expect((await page.workbook.read()).rows.ratings).toEqual(rows.ratings)
  })

  it('RP10 RP11: refused stays refused, what is undecided stays on the list, and undo brings all back', async () => {
    const story = await open()
    const { page } = story
    const path = await story.back('Back.xlsx', {
      set: {
        'A-02': { Owner: 'Jo Castell', 'Due date': 'soon' },
        'A-03': { Owner: 'Ali Hassan' },
        'A-05': { 'Gap or issue': 'Wide' },
      },
    })
    const first = await read(story, path)
    const [refused, accepted] = [changeOf(first, 'A-02', 'Owner'), changeOf(first, 'A-03', 'Owner')]
    const decided = accepting(accepted)
    await page.review.apply({
      seq: first.seq,
      turn: first.turn,
      decisions: { ...decided, changes: { ...decided.changes, [refused.id]: 'now' } },
    })
    const left = (await page.review.get())!
    expect(left.changes.map(({ subject, header }) => `${subject.ref} ${header}`).sort()).toEqual([
      'A-02 Due date',
      'A-05 Gap or issue',
    ])
    expect((await page.workbook.read()).rows.sentFiles[0]).toMatchObject({
      isAwaited: true,
      returnedAt: null,
    })
    await page.review.apply({
      seq: left.seq,
      turn: left.turn,
      decisions: accepting(changeOf(left, 'A-05', 'Gap or issue')),
    })
    // Only what cannot be read is left: the file is back, and still to be looked at.
    const last = (await page.review.get())!
    expect(last.changes.map(({ state }) => state)).toEqual(['unreadable'])
    expect((await page.workbook.read()).rows.sentFiles[0]).toMatchObject({ isAwaited: false })
    await page.review.apply({
      seq: last.seq,
      turn: last.turn,
      decisions: { changes: { [last.changes[0]!.id]: 'now' }, additions: {} },
    })
    expect(await page.review.get()).toBeNull()
    for (let steps = 0; steps < 3; steps++) await page.edit.undo()
    expect((await page.review.get())!.changes).toHaveLength(first.changes.length)
    expect((await page.workbook.read()).rows.sentFiles[0]).toMatchObject({
      isAwaited: true,
      returnedAt: null,
    })
  })

  it('RP10: a file that came back unchanged is noted as returned', async () => {
    const story = await open()
    const review = await read(story, await story.back('Same.xlsx', {}))
    expect(review).toMatchObject({ changes: [], additions: [] })
    await story.page.review.apply({
      seq: review.seq,
      turn: review.turn,
      decisions: { changes: {}, additions: {} },
    })
    const { rows } = await story.page.workbook.read()
    expect(rows.sentFiles[0]).toMatchObject({ isAwaited: false, returnedName: 'Same.xlsx' })
    const { entries } = await story.page.history.list({ limit: 1 })
    expect(entries[0]!.words).toBe(`Noted that nothing was changed in “Same.xlsx”, sent to ${FOR}`)
    expect(await story.page.review.get()).toBeNull()
  })

  it('RP10: a file whose every cell was refused is noted as returned, and nothing else is written', async () => {
    const story = await open()
    const review = await read(
      story,
      await story.back('Back.xlsx', { set: { 'A-02': { Owner: 'Jo Castell' } } }),
    )
    const decisions = { changes: { [review.changes[0]!.id]: 'now' }, additions: {} }
    await story.page.review.apply({ seq: review.seq, turn: review.turn, decisions })
    const { rows } = await story.page.workbook.read()
    expect(rows.actions).toEqual(story.rows.actions)
    const { entries } = await story.page.history.list({ limit: 1 })
    expect(entries[0]!.words).toBe(`Refused 1 change from “Back.xlsx”, sent to ${FOR}`)
  })

  it('RP13: a workbook that may only be read is compared, and applying is refused', async () => {
    const story = await open()
    const path = await story.back('Back.xlsx', { set: { 'A-02': { Owner: 'Jo Castell' } } })
    const second = startEngine()
    const copy = join(story.folder, 'Read.ninefold')
    await story.shell.file.close()
    copyFileSync(story.path, copy)
    await second.shell.file.open({ path: copy, who: WHO, mode: 'read' })
    await second.shell.review.read({ paths: [path] })
    const review = (await second.page.review.get())!
    expect(review.changes).toHaveLength(1)
    await expect(
      second.page.review.apply({
        seq: review.seq,
        turn: review.turn,
        decisions: accepting(...review.changes),
      }),
    ).rejects.toThrow(/opened this workbook to read/)
  })
})
