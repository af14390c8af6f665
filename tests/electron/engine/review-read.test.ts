import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Task } from '../../../shared/contract/task.ts'
import { ninefold } from '../../helpers/cli.ts'
import { startEngine, WHO } from '../../helpers/engine.ts'
import { accepting, changeOf, returnedStory } from '../../helpers/returned-story.ts'

const open = returnedStory()

type Story = Awaited<ReturnType<typeof open>>

/** The workbook as someone else has it: a copy in an engine of its own, changed there and closed. */
async function changedElsewhere(
  story: Story,
  name: string,
  work: (there: ReturnType<typeof startEngine>) => Promise<unknown>,
): Promise<string> {
  const path = join(story.folder, name)
  await story.shell.file.copy({ to: path })
  const there = startEngine()
  await there.shell.file.open({ path, who: { name: 'Priya Shah', role: '' } })
  await work(there)
  await there.shell.file.close()
  return path
}

describe('reading', () => {
  it('RP1: changes nothing, and what was read is gone when it is put aside or the workbook is closed', async () => {
    const story = await open()
    const { page, shell } = story
    const path = await story.back('Back.xlsx', { set: { 'A-02': { Owner: 'Jo Castell' } } })
    const before = await page.workbook.read()
    await shell.review.read({ paths: [path] })
    const review = (await page.review.get())!
    expect(review.files).toMatchObject([{ name: 'Back.xlsx', state: 'read', kind: 'plan', changed: 1 }])
    expect(await page.workbook.read()).toEqual(before)
    expect(await page.review.leaveOut({ fileId: review.files[0]!.id })).toBe(true)
    expect(await page.review.get()).toBeNull()
    await shell.review.read({ paths: [path] })
    expect(await page.review.close()).toBe(true)
    expect(await page.review.get()).toBeNull()
    await shell.review.read({ paths: [path] })
    await shell.file.open({ path: story.path, who: WHO })
    expect(await page.review.get()).toBeNull()
  })

  it('RP2: of a folder Excel files and copies, the others named; a file named by itself is tried', async () => {
    const story = await open()
    const folder = join(story.folder, 'Returned')
    mkdirSync(join(folder, 'More'), { recursive: true })
    const path = await story.back('Back.xlsx', { set: { 'A-02': { Owner: 'Jo Castell' } } })
    copyFileSync(path, join(folder, 'More', 'Back.xlsx'))
    writeFileSync(join(folder, '~$Back.xlsx'), 'lock')
    for (const name of ['a.docx', 'b.pdf', 'c.txt', 'd.eml']) writeFileSync(join(folder, name), name)
    const notes = join(story.folder, 'notes.txt')
    writeFileSync(notes, 'Owner,Jo')
    const gone = join(story.folder, 'Gone.xlsx')
    const answer = await story.shell.review.read({ paths: [folder, notes, gone] })
    expect(answer).toEqual({
      read: 1,
      refused: 2,
      wasCancelled: false,
      problems: [
        {
          name: 'Returned',
          sentence:
            '4 files in “Returned” stayed out, because they are neither Excel files nor copies of the workbook: “a.docx”, “b.pdf”, “c.txt” and 1 more.',
        },
      ],
    })
    const { files } = (await story.page.review.get())!
    expect(files.map(({ name, state }) => [name, state])).toEqual([
      ['Back.xlsx', 'read'],
      ['notes.txt', 'refused'],
      ['Gone.xlsx', 'refused'],
    ])
    expect(files[1]!.problem).toMatch(/“notes.txt” is a text file/)
    expect(files[2]!.problem).toMatch(/“Gone.xlsx” is no longer there/)
  })

  it('RP2: a folder without anything that can have come back says so', async () => {
    const story = await open()
    const folder = join(story.folder, 'Returned')
    mkdirSync(folder)
    writeFileSync(join(folder, 'a.docx'), 'a')
    const { problems, read } = await story.shell.review.read({ paths: [folder] })
    expect([read, problems.map(({ sentence }) => sentence)]).toEqual([
      0,
      [
        'There is no Excel file and no copy of the workbook in “Returned”, only “a.docx”. Choose another folder.',
      ],
    ])
    expect(await story.page.review.get()).toBeNull()
  })

  it('RP3: the same file under two names is read once; one that was changed takes its own place', async () => {
    const story = await open()
    const { page, shell } = story
    const path = await story.back('Back.xlsx', { set: { 'A-02': { Owner: 'Jo Castell' } } })
    const twin = join(story.folder, 'Back (1).xlsx')
    copyFileSync(path, twin)
    await shell.review.read({ paths: [path, twin] })
    const once = (await page.review.get())!
    expect(once.files.map(({ name, remarks }) => [name, remarks.at(-1)])).toEqual([
      ['Back.xlsx', '“Back (1).xlsx” is the very same file, so it was read once.'],
    ])
    await story.back('Back.xlsx', { set: { 'A-02': { Owner: 'Ali Hassan' } } })
    await shell.review.read({ paths: [path] })
    const again = (await page.review.get())!
    expect(again.files.map(({ name }) => name)).toEqual(['Back.xlsx'])
    expect(changeOf(again, 'A-02', 'Owner').returned.map(({ value }) => value.text)).toEqual(['Ali Hassan'])
  })

  it('RP4: is a task that says which file, and can be cancelled', async () => {
    const story = await open()
    const { page, shell } = story
    const abort = new AbortController()
    const told: Task[] = []
    const watching = (async () => {
      for await (const task of await page.task.watch(undefined, { signal: abort.signal })) told.push(task)
    })().catch(() => {})
    const paths = [
      await story.back('One.xlsx', {}),
      await story.back('Two.xlsx', { set: { 'A-02': { Owner: 'Jo' } } }),
    ]
    const stopping = new AbortController()
    const reading = shell.review.read({ paths }, { signal: stopping.signal })
    while (!told.some(({ words }) => words.includes('Two.xlsx'))) await new Promise(setImmediate)
    stopping.abort()
    expect(await reading).toMatchObject({ read: 1, wasCancelled: true })
    expect((await page.review.get())!.files.map(({ name }) => name)).toEqual(['One.xlsx'])
    abort.abort()
    await watching
    expect(told.map(({ words }) => words)).toContain('Reading One.xlsx (1 of 2)')
    expect(told.at(-1)).toMatchObject({ state: 'cancelled', total: 2 })
  })

  it('RP5: the open workbook itself is refused, and keeps its lock', async () => {
    const story = await open()
    const alias = join(story.folder, 'alias.xlsx')
    linkSync(story.path, alias)
    expect(await story.shell.review.read({ paths: [story.path, alias] })).toMatchObject({
      read: 0,
      refused: 2,
    })
    const { files } = (await story.page.review.get())!
    for (const { problem } of files) expect(problem).toMatch(/is the workbook that is open here/)
    // From another process: within one, SQLite knows of its own locks.
    const second = await ninefold('attach', story.path, alias, '--principle', '1')
    expect([second.code, second.err]).toEqual([1, expect.stringContaining('is open elsewhere')])
  })

  it('RP4: a folder of ours is taken away once nothing needs it', async () => {
    const story = await open()
    const folderOfOurs = join(story.folder, 'ours')
    mkdirSync(folderOfOurs)
    const path = await story.back('Back.xlsx', {})
    const put = join(folderOfOurs, 'Back.xlsx')
    copyFileSync(path, put)
    await story.shell.review.read({ paths: [put], folderOfOurs })
    await expect.poll(() => existsSync(folderOfOurs)).toBe(false)
    mkdirSync(folderOfOurs)
    const copy = await changedElsewhere(story, 'ours/Copy.ninefold', async () => {})
    await story.shell.review.read({ paths: [copy], folderOfOurs })
    expect(readFileSync(copy).length).toBeGreaterThan(0)
    await story.page.review.close()
    await expect.poll(() => existsSync(folderOfOurs)).toBe(false)
  })
})

describe('another copy beside an Excel file', () => {
  it('RP14: what both say alike is proposed once, what they say differently is a conflict that names both', async () => {
    const story = await open()
    const { page, shell, action } = story
    const copy = await changedElsewhere(story, 'Copy.ninefold', async there => {
      await there.page.action.set({ id: action(2).id, set: { owner: 'Jo Castell', dueOn: '2027-02-01' } })
      await there.page.action.set({ id: action(3).id, set: { owner: 'Ruth Bell' } })
    })
    const path = await story.back('Back.xlsx', {
      set: { 'A-02': { Owner: 'Jo Castell', 'Due date': '1/2/27' }, 'A-03': { Owner: 'Ali Hassan' } },
    })
    await shell.review.read({ paths: [copy, path] })
    const review = (await page.review.get())!
    expect(
      review.files.map(({ name, kind, changed, conflicts }) => [name, kind, changed, conflicts]),
    ).toEqual([
      ['Copy.ninefold', 'copy', 3, 1],
      ['Back.xlsx', 'plan', 3, 1],
    ])
    expect(changeOf(review, 'A-02', 'Due date').state).toBe('proposed')
    expect(changeOf(review, 'A-02', 'Owner').state).toBe('proposed')
    const torn = changeOf(review, 'A-03', 'Owner')
    expect(torn.state).toBe('conflict')
    expect(torn.remarks).toContain('“Back.xlsx” and “Copy.ninefold” say different things here.')
    const fromCopy = torn.options.find(({ value }) => value.text === 'Ruth Bell')!
    const decided = accepting(changeOf(review, 'A-02', 'Due date'), changeOf(review, 'A-02', 'Owner'))
    await page.review.apply({
      seq: review.seq,
      turn: review.turn,
      decisions: { ...decided, changes: { ...decided.changes, [torn.id]: fromCopy.id } },
    })
    const { actions } = (await page.workbook.read()).rows
    const by = (ref: number) => actions.find(row => row.ref === ref)
    expect(by(2)).toMatchObject({ owner: 'Jo Castell', dueOn: '2027-02-01' })
    expect(by(3)).toMatchObject({ owner: 'Ruth Bell' })
    expect(await page.review.get()).toBeNull()
  })

  it('RP15: evidence is in before what names it; when that is not written, it is taken out again', async () => {
    const story = await open()
    const { page, shell, action, engine } = story
    const file = join(story.folder, 'minutes.txt')
    writeFileSync(file, randomBytes(24_000_000))
    const copy = await changedElsewhere(story, 'Copy.ninefold', async there => {
      await there.shell.evidence.attach({ paths: [file], targets: { actionIds: [action(2).id] } })
      await there.page.action.set({ id: action(3).id, set: { owner: 'Ruth Bell' } })
    })
    await shell.review.read({ paths: [copy] })
    const first = (await page.review.get())!
    const [added] = first.additions
    const adding = { changes: {}, additions: { [added!.id]: { accept: true, principleId: null } } }
    const contents = () =>
      engine.state.session!.db.prepare("SELECT count(*) FROM content WHERE state = 'ready'").pluck().get()
    const before = contents()
    // The workbook is changed in a decided cell while the file comes in: the decision no longer holds.
    const torn = accepting(changeOf(first, 'A-03', 'Owner'))
    const watching = new AbortController()
    const tasks = await page.task.watch(undefined, { signal: watching.signal })
    const applying = page.review.apply({
      seq: first.seq,
      turn: first.turn,
      decisions: { ...torn, additions: adding.additions },
    })
    for await (const task of tasks) if (task.words === 'Bringing in evidence files') break
    expect(contents()).toBe(before)
    await page.action.set({ id: action(3).id, set: { owner: 'Somebody else' } })
    watching.abort()
    await expect(applying).rejects.toThrow(/A-03 Owner has changed/)
    await expect.poll(contents).toBe(before)

    const second = (await page.review.get())!
    await page.review.apply({ seq: second.seq, turn: second.turn, decisions: adding })
    const { rows } = await page.workbook.read()
    const item = rows.evidence.find(({ fileName }) => fileName === 'minutes.txt')!
    expect(rows.evidenceLinks.filter(({ evidenceId }) => evidenceId === item.id)).toMatchObject([
      { actionId: action(2).id },
    ])
    expect(item.ref).toBe(Math.max(...rows.evidence.map(({ ref }) => ref)))
    expect(await shell.file.check()).toMatchObject({ ok: true })
    const { entries } = await page.history.list({ limit: 1 })
    expect(entries[0]!.words).toBe(
      'Took in 1 new item of evidence from the copy “Copy.ninefold”, changed by Priya Shah',
    )
  })
})
