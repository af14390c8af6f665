import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writableOf } from '../../../../electron/engine/session.ts'
import { type EditFilter, editQuery } from '../../../../electron/engine/store/edits.ts'
import { ExportRequest } from '../../../../shared/contract/export-request.ts'
import { HistoryFilter } from '../../../../shared/model/edit.ts'
import { EvidenceTargets } from '../../../../shared/model/evidence.ts'
import { freshFolder, startWorkbook, WHO } from '../../../helpers/engine.ts'
import { readBook } from '../../../helpers/read-xlsx.ts'

async function started() {
  const book = await startWorkbook()
  const { page, key, system, places, principle } = book
  await page.rating.set({ ...key, set: { level: 1, reason: 'Few staff.' } })
  await page.rating.set({ ...key, set: { level: 2, reason: 'More staff.', targetDate: '2027-03-31' } })
  const { id } = await page.action.add({
    areaId: places[0]!.id,
    principleId: principle.id,
    title: '=HYPERLINK("http://example.org")',
    set: { owner: 'Helen Marsh', dueOn: '2026-12-01' },
  })
  await page.action.set({ id: id as never, set: { statusId: 'done', dueOn: null } })
  const targets = EvidenceTargets.parse({ areaIds: [system.id] })
  const note = await page.evidence.addNote({ title: 'Staff survey', note: 'Raw.', targets })
  const wordsOf = async (filter: Partial<HistoryFilter>) =>
    (await page.history.list(HistoryFilter.parse(filter))).entries.map(({ words }) => words)
  const values = async (find: RegExp) => {
    const { entries } = await page.history.list({})
    return page.history.values({ seq: entries.find(({ words }) => find.test(words))!.seq })
  }
  return { ...book, actionId: id as never, evidenceId: note.id as never, wordsOf, values }
}

it('HY5: narrows by kind of thing, days and words', async () => {
  const { wordsOf, page } = await started()
  expect(await wordsOf({ thing: 'actions' })).toHaveLength(2)
  expect(await wordsOf({ thing: 'evidence' })).toHaveLength(1)
  expect(await wordsOf({ thing: 'room' })).toEqual([])
  expect((await wordsOf({ thing: 'ratings', words: 'SET partners' })).length).toBeGreaterThan(0)
  expect(await wordsOf({ words: '100%' })).toEqual([])
  const { entries } = await page.history.list({})
  const day = new Date(entries[0]!.at)
  const two = (figure: number) => String(figure).padStart(2, '0')
  const today = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
  expect(await wordsOf({ from: today, to: today })).toHaveLength(entries.length)
  expect(await wordsOf({ to: '2020-01-01' })).toEqual([])
  expect(await wordsOf({ from: '2099-01-01' })).toEqual([])
})

it('HY6: of files that went out, each is told by its name', async () => {
  const { shell, values } = await started()
  const to = join(freshFolder(), 'Plan.xlsx')
  await shell.export.make({ to, request: ExportRequest.parse({ kind: 'plan', options: {} }) })
  const told = await values(/Plan\.xlsx/)
  expect(told.values.length).toBeGreaterThan(0)
  for (const { subject } of told.values) expect(subject).toBe('Plan.xlsx')
})

it('HY6: an edit tells each old value and the new one, in words', async () => {
  const { values, page, principle } = await started()
  const subject = `${principle.number} ${principle.title}`
  const { entries } = await page.history.list({ thing: 'ratings' })
  expect(await page.history.values({ seq: entries[0]!.seq })).toEqual({
    values: [
      { subject, field: 'Level now', was: '1 Starting', is: '2 Developing' },
      { subject, field: 'Target date', was: '', is: '31 March 2027' },
      { subject, field: 'Reason', was: 'Few staff.', is: 'More staff.' },
    ].map(value => expect.objectContaining({ ...value, was: expect.any(String) })),
    more: 0,
    isHidden: false,
  })
  const first = (await page.history.values({ seq: entries[1]!.seq })).values
  expect(first.map(({ was, is }) => [was, is])).toContainEqual(['', 'Few staff.'])
  const changed = (await values(/^Changed/)).values
  expect(changed.map(({ subject: of, was, is }) => [of, was, is])).toEqual([
    ['A-01', '1 December 2026', ''],
    ['A-01', expect.stringContaining('Not started'), expect.any(String)],
  ])
})

it('HY7: neither words nor values nor the export tell a hand or a slip', async () => {
  const { page, shell, key, values } = await started()
  await page.room.count({ ...key, count: 1, from: 'council', level: 4, hands: 1 })
  const counted = await values(/^Counted/)
  expect(counted).toEqual({ values: [], more: 0, isHidden: true })
  await page.room.show({ ...key, isShown: true })
  expect((await values(/^Counted/)).values).toEqual([])
  const to = join(freshFolder(), 'history.xlsx')
  await shell.export.make({
    to,
    request: { kind: 'history', options: HistoryFilter.parse({ thing: 'room' }) },
  })
  const book = await readBook(to)
  expect(book.column('Changes', 'In words')).toHaveLength(2)
  expect(book.column('Values', 'Became').filter(Boolean).join()).not.toMatch(/4|council/i)
})

it('HY8: what is listed goes out as text, with its values, noted and not expected back', async () => {
  const { page, shell } = await started()
  await page.edit.undo()
  const to = join(freshFolder(), 'history.xlsx')
  const request = { kind: 'history', options: HistoryFilter.parse({ thing: 'actions' }) } as const
  expect((await shell.export.suggestName({ request })).name).toMatch(
    /^Northmoor and Vale - history - .*\.xlsx$/,
  )
  expect(await shell.export.make({ to, request })).toMatchObject({ files: 1, remarks: [] })
  const book = await readBook(to)
  expect(book.column('Changes', 'In words')).toEqual([
    expect.stringMatching(/^Changed/),
    expect.stringContaining('=HYPERLINK("http://example.org")'),
  ])
  expect(book.column('Values', 'Became')).toContain('=HYPERLINK("http://example.org")')
  const { rows } = await page.workbook.read()
  expect(rows.sentFiles).toEqual([])
  expect((await page.history.list({ limit: 1 })).entries[0]).toMatchObject({
    words: 'Exported the history as history.xlsx',
    kind: 'note',
  })
  const whole = join(freshFolder(), 'all.xlsx')
  await shell.export.make({ to: whole, request: { kind: 'history', options: HistoryFilter.parse({}) } })
  expect((await readBook(whole)).column('Changes', 'Taken back')).toContain('Taken back')
})

it('HY9: edits that changed several things are in the history of each', async () => {
  const { page, wordsOf, actionId, evidenceId, principle, places } = await started()
  await page.action.setMany({ changes: [{ id: actionId, set: { gap: 'Gap' } }] })
  expect(await wordsOf({ about: { actionId } })).toHaveLength(3)
  await page.evidence.set({ id: evidenceId, set: { shows: 'That we asked.' } })
  expect(await wordsOf({ about: { evidenceId } })).toHaveLength(2)
  expect((await wordsOf({ about: { principleId: principle.id } })).length).toBeGreaterThan(2)
  expect((await wordsOf({ about: { areaId: places[0]!.id } })).length).toBeGreaterThan(0)
})

it('HY10: after a restart the history leads back, and undo takes that back', async () => {
  const { page, shell, path, key } = await started()
  const reasonNow = async () =>
    (await page.workbook.read()).rows.ratings.find(row => row.areaId === key.areaId)!.reason
  const { entries } = await page.history.list({ thing: 'ratings' })
  await shell.file.close()
  await shell.file.open({ path, who: WHO })
  await page.edit.backTo({ seq: entries[1]!.seq })
  expect(await reasonNow()).toBe('Few staff.')
  expect((await page.workbook.read()).rows.actions).toEqual([])
  await shell.file.close()
  await shell.file.open({ path, who: WHO })
  await page.edit.undo()
  expect(await reasonNow()).toBe('More staff.')
  expect(await shell.file.check()).toMatchObject({ ok: true })
})

it('HY11: a page of a long history is found by number, whatever is asked', async () => {
  const { engine, page } = await startWorkbook()
  const db = writableOf(engine.state.session!)
  db.exec(`
    WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 20001)
    INSERT INTO edit (seq, at, who, words, kind, hash)
      SELECT i, '2026-11-23T10:00:00.000Z', 'P' || (i % 7), 'Changed the gap of A-' || i, 'do', '' FROM n;
    INSERT INTO change (edit_seq, op, table_name, row_id, column_name, old_value, new_value)
      SELECT seq, 'update', 'action', 'a' || (seq % 50), 'gap', 'x', 'y' FROM edit WHERE seq > 1`)
  const asked: Partial<EditFilter>[] = [
    {},
    { before: 15_000 },
    { who: 'P3', before: 15_000 },
    { thing: 'actions', before: 15_000 },
    { thing: 'evidence' },
    { words: 'nothing like it' },
    { since: '2026-01-01', until: '2027-01-01' },
    { about: { actionId: 'a7' as never } },
    { about: { evidenceId: 'e' as never } },
    { about: { principleId: 'p' as never, areaId: 'a' as never } },
  ]
  for (const some of asked) {
    const { sql, values } = editQuery({ limit: 200, about: {}, ...some })
    const plan = (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(values) as { detail: string }[]).map(
      ({ detail }) => detail,
    )
    const whole = plan.join('; ')
    expect(whole, JSON.stringify(some)).not.toMatch(/TEMP B-TREE|SCAN change/)
    if (/\bchange\b/.test(whole)) expect(whole).toMatch(/SEARCH change (EXISTS )?USING INDEX change_edit/)
    if (some.before) expect(whole).toContain('SEARCH edit USING INTEGER PRIMARY KEY')
    const start = performance.now()
    await page.history.list(
      HistoryFilter.extend({}).parse({ thing: some.thing, words: some.words, about: some.about }),
    )
    expect(performance.now() - start, JSON.stringify(some)).toBeLessThan(1500)
  }
})
