import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, it } from 'vitest'
import { createLargeSampleFile } from '../../../../electron/engine/sample/large/large-sample.ts'
import type { PrincipleId } from '../../../../shared/model/ids.ts'
import { freshFolder, startEngine, WHO } from '../../../helpers/engine.ts'

/** Tables that grow without end, in a large workbook or over the years. */
const BIG = [
  'action',
  'action_update',
  'change',
  'chunk',
  'content',
  'edit',
  'evidence',
  'evidence_link',
  'measure_point',
  'rating',
  'slip_answer',
  'vote',
]

/** Questions that read all of a table, because that is what they are for. */
const MEANT: readonly (readonly [why: string, sql: RegExp])[] = [
  [
    'the page, the exports and the copies have every row',
    /^SELECT ("\w+"( AS "\w+")?(, )?|\*)+ FROM "\w+" ORDER BY [\w", ]+$/,
  ],
  ['a check compares every row with the log', /^SELECT \* FROM "\w+"$/],
  ['a copy and a snapshot read every file', /^SELECT id, hash FROM content WHERE state = 'ready'$/],
  [
    'undo is worked out from every edit, once when a workbook is opened',
    /^SELECT \* FROM edit ORDER BY seq$/,
  ],
  [
    'a page of history, newest first, ends when it is full',
    /^SELECT \* FROM edit\b.* ORDER BY seq DESC LIMIT @limit$/,
  ],
  ['the newest edit is the first that is met', /^SELECT seq, hash FROM edit ORDER BY seq DESC LIMIT 1$/],
  [
    'what a crash left is looked for once, when a workbook is opened',
    /^UPDATE content SET state = 'pending', hash = NULL WHERE id IN \(SELECT id FROM content/,
  ],
  ['a place is added seldom, and there are few ratings beside it', /^INSERT INTO "area"/],
  ['the status key is written first of all, in a copy', /^INSERT INTO "status"/],
]

/** An index of files that are still coming in, mostly none. */
const NEARLY_EMPTY = 'USING COVERING INDEX content_pending'

const asked = new Set<string>()
const prepare = Database.prototype.prepare
Database.prototype.prepare = function (this: Database.Database, sql: string) {
  asked.add(sql.replace(/\s+/g, ' ').trim())
  return prepare.call(this, sql) as never
}
afterAll(() => {
  Database.prototype.prepare = prepare
})

it('SC6: no question scans a table that grows, but those that are meant to read all of it', async () => {
  const folder = freshFolder()
  const path = join(folder, 'Large.ninefold')
  createLargeSampleFile(path, { actions: 200, evidence: 40, places: 3, rounds: 2 })
  const { engine, page, shell } = startEngine()
  asked.clear()
  await shell.file.open({ path, who: WHO })
  await useAll(page, shell, folder)
  const { db } = engine.state.session!
  const scans = [...asked].flatMap(sql => {
    if (!/^(SELECT|INSERT|UPDATE|DELETE|WITH)\b/i.test(sql)) return []
    if (MEANT.some(([, meant]) => meant.test(sql))) return []
    // What is bound makes no difference to the plan, and has to be there.
    const whole = sql.replace(/\?|@\w+/g, '1')
    const plan = (
      prepare.call(db, `EXPLAIN QUERY PLAN ${whole}`) as Database.Statement<[], { detail: string }>
    ).all()
    const wrong = plan
      .filter(({ detail }) => !detail.endsWith(NEARLY_EMPTY))
      .filter(({ detail }) =>
        BIG.some(table => new RegExp(`^SCAN ${table}\\b|^SEARCH ${table}$`).test(detail)),
      )
    return wrong.map(({ detail }) => `${detail}: ${sql}`)
  })
  expect(asked.size).toBeGreaterThan(80)
  expect(scans).toEqual([])
})

type Doors = ReturnType<typeof startEngine>

/** Everything a person does in a workbook, once. */
async function useAll(page: Doors['page'], shell: Doors['shell'], folder: string): Promise<void> {
  const { rows, framework } = await page.workbook.read()
  const [system] = rows.areas
  const [action] = rows.actions
  const round = rows.rounds.at(-1)!
  const principleId = framework.principles[7]!.id as PrincipleId
  const key = { roundId: round.id, areaId: system!.id, principleId }
  const targets = { areaIds: [system!.id], principleIds: [principleId], actionIds: [action!.id] }
  const since = { from: '2026-01-01', to: '2026-12-31', who: 'Anna Whitcombe', words: 'added' }
  const about = { principleId, areaId: system!.id, actionId: action!.id, evidenceId: rows.evidence[0]!.id }

  const text = join(folder, 'a.txt')
  writeFileSync(text, 'Words')
  const attached = await shell.evidence.attach({ paths: [text], targets })
  const file = attached.evidenceIds[0]!
  const note = await page.evidence.addNote({ title: 'Note', note: 'Words', targets })
  await page.evidence.set({ id: file, set: { shows: 'More' } })
  await page.evidence.tie({ id: file, targets: { ...targets, actionIds: [] } })
  await page.evidence.read({ id: file, offset: 0, length: 10 })
  await shell.evidence.saveOut({ id: file, to: join(folder, 'out.txt') })
  await page.evidence.remove({ id: file })
  await page.evidence.remove({ id: note.id as typeof file })

  const added = await page.action.add({ areaId: system!.id, principleId, title: 'New' })
  await page.action.set({ id: action!.id, set: { owner: 'Somebody' } })
  await page.action.addUpdate({ actionId: action!.id, on: '2026-11-20', text: 'Moved', statusId: 'at-risk' })
  await page.action.remove({ ids: [added.id as NonNullable<typeof action>['id']] })
  await page.rating.set({ ...key, set: { level: 2 } })
  await page.room.count({ ...key, count: 1, from: 'room', level: 2, hands: 1 })
  await page.area.addPlace({ name: 'New place' })
  const measure = rows.measures[0]!
  await page.measure.addPoint({ measureId: measure.id, on: '2026-11-01', value: 3 })
  await page.measure.remove({ id: measure.id })
  await page.decision.add({
    roundId: round.id,
    kind: 'agreed',
    text: 'Yes',
    on: '2026-11-20',
    meeting: '',
    principleId,
    actionId: null,
  })
  await page.edit.undo()
  await page.edit.redo()
  const before = (await page.history.list({ limit: 5 })).entries[3]!.seq
  for (const thing of ['ratings', 'actions', 'sent'] as const) await page.history.list({ limit: 50, thing })
  await page.history.list({ ...since, about, before, limit: 50 })
  await page.history.values({ seq: before })
  await page.edit.backTo({ seq: before })

  for (const kind of ['board', 'history'] as const)
    await shell.export.make({
      to: join(folder, `${kind}.xlsx`),
      request: { kind, options: kind === 'board' ? { view: 'full' } : {} } as never,
    })

  await shell.review.read({ paths: [join(folder, 'board.xlsx')] })
  for (const kind of ['full', 'redacted'] as const)
    await shell.file.copy({ to: join(folder, `${kind}.ninefold`), request: { kind } as never })

  await shell.file.check()
}
