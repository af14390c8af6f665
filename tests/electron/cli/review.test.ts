import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isSentence, ninefold } from '../../helpers/cli.ts'
import { dump } from '../../helpers/dump.ts'
import { startEngine, WHO } from '../../helpers/engine.ts'
import { FOR, returnedStory } from '../../helpers/returned-story.ts'

const open = returnedStory()

it('RP18 RP20: review prints every side and changes nothing, also while the app has the workbook open', async () => {
  const story = await open()
  const { page, path, action } = story
  const one = await story.back('One.xlsx', {
    set: {
      'A-02': { Owner: 'Jo Castell', 'Due date': 'soon', 'Main risk': 'Red\u001b[31m\nalert' },
      'A-03': { Owner: '' },
    },
    add: [{ Place: 'Alderbrook', Action: 'Hold a listening day' }],
  })
  await page.action.set({ id: action(2).id, set: { owner: 'Ruth Bell' } })
  const before = await page.workbook.read()
  const answer = await ninefold('review', path, one)
  expect(answer).toMatchObject({ code: 3, err: '' })
  const lines = answer.out.split('\n')
  expect(lines[0]).toMatch(
    new RegExp(
      `^One.xlsx: plan to fill in for ${FOR}, sent .+\\. 4 changed cells, 1 conflict and 1 new row\\.$`,
    ),
  )
  expect(lines).toContain(`  A-02 Owner: sent ${story.action(2).owner}, now Ruth Bell`)
  expect(lines).toContain(`    Jo Castell in One.xlsx (${FOR})`)
  expect(lines).toContain(`  A-03 Owner: ${story.action(3).owner} → (empty)`)
  expect(lines.find(line => line.startsWith('  A-02 Main risk'))).toMatch(/ → Red\S* alert$/)
  expect(answer.out).not.toContain('\u001b')
  expect(lines.find(line => line.startsWith('  A-02 Due date'))).toBeTruthy()
  expect(lines).toContain('  Action: Hold a listening day (One.xlsx)')
  expect(lines.at(-2)).toBe(
    '2 changes, 1 conflict, 1 cell that could not be read and 1 new row. The workbook was not changed.',
  )
  expect(await page.workbook.read()).toEqual(before)
}, 120_000)

it('RP19 RP20: --accept safe takes in what conflicts with nothing as one edit, which undo takes back', async () => {
  const story = await open()
  const { shell, path } = story
  const folder = join(story.folder, 'Returned')
  mkdirSync(folder)
  const paths = [
    await story.back('One.xlsx', {
      set: { 'A-02': { Owner: 'Jo Castell' }, 'A-03': { Owner: 'Jo Castell' } },
    }),
    await story.back('Two.xlsx', {
      set: { 'A-02': { Owner: 'Ali Hassan' } },
      add: [{ Place: 'Alderbrook', Principle: '2', Action: 'Hold a listening day' }],
    }),
  ]
  for (const from of paths) renameSync(from, join(folder, from.split('/').at(-1)!))
  await shell.file.close()
  const before = dump(path)
  const json = await ninefold('review', path, folder, '--json')
  expect(json).toMatchObject({ code: 3, err: '' })
  expect(JSON.parse(json.out)).toMatchObject({
    files: [{ name: 'One.xlsx' }, { name: 'Two.xlsx' }],
    changes: [{ state: 'conflict' }, { state: 'proposed' }],
    additions: [{ title: 'Hold a listening day' }],
    applied: null,
  })
  expect(dump(path)).toEqual(before)

  const safe = await ninefold('review', path, folder, '--accept', 'safe')
  expect(safe).toMatchObject({ code: 3, err: '' })
  expect(safe.out.trimEnd().split('\n').at(-1)).toBe(
    `Took in 1 change from “One.xlsx”, sent to ${FOR}. Left to decide: 1 conflict and 1 new row.`,
  )
  const after = dump(path)
  expect(after.rows.actions.map(({ ref, owner }) => [ref, owner])).toEqual(
    before.rows.actions.map(({ ref, owner }) => [ref, ref === 3 ? 'Jo Castell' : owner]),
  )
  expect(after.edits.length).toBe(before.edits.length + 1)
  const { page, shell: again } = startEngine()
  await again.file.open({ path, who: WHO })
  await page.edit.undo()
  expect((await page.workbook.read()).rows).toEqual(before.rows)
}, 120_000)

it('RP20: 0 when nothing is left, 1 when a file was refused, 2 for a line that makes no sense', async () => {
  const story = await open()
  const same = await story.back('Same.xlsx', {})
  const notes = join(story.folder, 'notes.txt')
  writeFileSync(notes, 'Owner,Jo')
  expect(await ninefold('review', story.path, same)).toMatchObject({ code: 0, err: '' })
  const refused = await ninefold('review', story.path, same, notes)
  expect([refused.code, isSentence(refused.err)]).toEqual([1, true])
  expect(refused.err).toContain('notes.txt')
  const gone = await ninefold('review', story.path, join(story.folder, 'Gone.xlsx'))
  expect([gone.code, isSentence(gone.err)]).toEqual([1, true])
  const held = await ninefold('review', story.path, same, '--accept', 'safe')
  expect([held.code, isSentence(held.err)]).toEqual([1, true])
  for (const line of [
    ['review', story.path],
    ['review', story.path, same, '--accept', 'all'],
  ])
    expect(await ninefold(...line)).toMatchObject({ code: 2, out: '' })
  await story.shell.file.close()
  expect(await ninefold('review', story.path, same, '--accept', 'safe')).toMatchObject({ code: 0, err: '' })
  expect(dump(story.path).rows.sentFiles[0]).toMatchObject({ returnedName: 'Same.xlsx', isAwaited: false })
}, 120_000)
