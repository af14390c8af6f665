import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allowed, withheld } from '../../../../electron/engine/copies/allowed.ts'
import { createSampleFile } from '../../../../electron/engine/sample/sample.ts'
import { openForReading } from '../../../../electron/engine/store/database.ts'
import type { CopyKind } from '../../../../shared/model/origin.ts'
import type { OrganisationType } from '../../../../shared/model/rating.ts'
import { foundIn } from '../../../helpers/bytes.ts'
import { canary, plantEverywhere } from '../../../helpers/canaries.ts'
import { sessionOf } from '../../../helpers/copies.ts'
import { freshFolder, startEngine, startWorkbook, WHO } from '../../../helpers/engine.ts'

/** The sample with a row in every table, open. */
async function fullSample() {
  const started = startEngine()
  const path = join(freshFolder(), 'Sample.ninefold')
  createSampleFile(path)
  await started.shell.file.open({ path, who: WHO })
  const { page } = started
  const { rows, framework } = await page.workbook.read()
  const room = { roundId: rows.rounds.at(-1)!.id, areaId: rows.areas[1]!.id }
  const key = { ...room, principleId: framework.principles[8]!.id }
  await page.room.set({ ...room, set: { principleId: key.principleId } })
  await page.room.addPerson({ ...room, name: 'Zoë Quillfeather', organisationType: 'council' })
  await page.room.park({ ...room, principleId: null, text: 'Something put aside' })
  const { participants } = (await page.workbook.read()).rows
  await page.room.vote({ ...key, count: 1, participantId: participants[0]!.id, level: 3 })
  await page.decision.add({
    roundId: room.roundId,
    kind: 'asked',
    text: 'More of it',
    on: '2026-11-20',
    meeting: 'Board',
    principleId: null,
    actionId: null,
  })
  return { ...started, path, key }
}

async function copyOf(
  started: Awaited<ReturnType<typeof fullSample>>,
  kind: CopyKind,
  more = {},
): Promise<string> {
  const to = join(freshFolder(), `${kind}.ninefold`)
  await started.shell.file.copy({ to, request: { kind, ...more } })
  return to
}

describe('what stays is really gone', () => {
  it('CO12 CO17: no text of a column that stays, no old value and no name is in any byte of a redacted copy', async () => {
    const started = await fullSample()
    await copyOf(started, 'full', { forWhom: 'x' })
    putRowsInto(started)
    const planted = plantEverywhere(started)
    expect(planted.length).toBeGreaterThan(60)
    const full = await copyOf(started, 'full')
    expect(foundIn(full, planted).length, 'the search finds what is there').toBe(planted.length)
    const redacted = await copyOf(started, 'redacted')
    expect(foundIn(redacted, planted)).toEqual([])
    expect(readdirSync(join(redacted, '..'))).toEqual(['redacted.ninefold'])
  })

  it('CO11: of evidence that stays, neither item nor bytes nor any mention is in a redacted copy', async () => {
    const started = await startWorkbook()
    const { page, shell, key, path } = started
    const gone: string[] = []
    for (const handling of ['board', 'keep'] as const) {
      const secret = canary(`bytes ${handling}`)
      const file = join(path, '..', `${canary(`name ${handling}`)}.txt`)
      writeFileSync(file, `${secret}\n`.repeat(3000))
      const targets = { principleIds: [key.principleId] }
      const { evidenceIds } = await shell.evidence.attach({ paths: [file], targets })
      const id = evidenceIds[0]!
      await page.evidence.set({
        id,
        set: { title: canary(`title ${handling}`), shows: canary(`shows ${handling}`), handling },
      })
      gone.push(secret, ...['name', 'title', 'shows'].map(what => canary(`${what} ${handling}`)))
    }
    const reason = `As E-1 and e-02 say; see “${gone[2]}” and ${gone[5]!.toUpperCase()}, not E-10 or E-21.`
    await page.rating.set({ ...key, set: { level: 2, reason } })
    const to = join(freshFolder(), 'redacted.ninefold')
    await shell.file.copy({ to, request: { kind: 'redacted' } })
    expect(foundIn(to, [...gone, ...gone.map(text => text.toUpperCase())])).toEqual([])
    const db = openForReading(to)
    expect(db.prepare('SELECT reason FROM rating').pluck().get()).toBe(
      'As [left out] and [left out] say; see “[left out]” and [left out].txt, not E-10 or E-21.'.replace(
        '.txt',
        '',
      ),
    )
    expect(db.prepare('SELECT count(*) FROM content').pluck().get()).toBe(0)
    db.close()
  })

  it('CO5: no byte of an evidence file is in a light copy', async () => {
    const { page, shell, key, path } = await startWorkbook()
    const file = join(path, '..', 'minutes.txt')
    writeFileSync(file, `${canary('light')}\n`.repeat(70_000))
    await shell.evidence.attach({ paths: [file], targets: { principleIds: [key.principleId] } })
    const to = join(freshFolder(), 'light.ninefold')
    const { remarks, size } = await shell.file.copy({ to, request: { kind: 'light' } })
    expect(remarks).toEqual([expect.stringMatching(/^The bytes of 1 evidence file, 1\.\d MB\./)])
    expect(size).toBeLessThan(statSync(path).size - 1_500_000)
    expect(foundIn(to, [canary('light')])).toEqual([])
    expect((await page.copy.preview({ kind: 'light' })).files).toMatchObject([
      { fileName: 'minutes.txt', ref: 1 },
    ])
  })
})

describe('names and votes', () => {
  it('CO13: names of people in the room go nowhere; those of the plan stay unless asked to', async () => {
    const started = await fullSample()
    const { page, key } = started
    const reason = 'ZOË  QUILLFEATHER said so, and Zoe\u0308 Quillfeather wrote it down with Helen Marsh.'
    await page.rating.set({ ...key, set: { level: 2, reason } })
    const { actions } = (await page.workbook.read()).rows
    await page.action.set({ id: actions[0]!.id, set: { owner: 'Helen Marsh', gap: 'Ask helen marsh.' } })
    const named = await copyOf(started, 'redacted')
    expect(foundIn(named, ['Quillfeather', 'QUILLFEATHER'])).toEqual([])
    expect(foundIn(named, ['Helen Marsh', '[name left out] said so'])).toHaveLength(2)
    const nameless = await copyOf(started, 'redacted', { hasPlanNames: false })
    expect(foundIn(nameless, ['Helen Marsh', 'helen marsh', 'Quillfeather'])).toEqual([])
  })

  it('CO14: small groups are put together, and what was not shown or is of fewer than three hands stays', async () => {
    const { page, shell, key } = await startWorkbook()
    const { framework } = await page.workbook.read()
    const at = (index: number) => ({ ...key, principleId: framework.principles[index]!.id })
    const raise = (index: number, from: OrganisationType, hands: number, level: 0 | 1 | 2 | 3 | 4 = 2) =>
      page.room.count({ ...at(index), count: 1, from, level, hands })
    await raise(0, 'council', 4)
    await raise(0, 'community', 2)
    await raise(0, 'lived-experience', 1, 4)
    await raise(1, 'council', 2)
    await raise(2, 'council', 5)
    await raise(3, 'council', 5)
    await raise(3, 'lived-experience', 1, 0)
    await page.rating.set({
      ...at(3),
      set: { level: 2, minorityView: 'Not so', minorityType: 'lived-experience' },
    })
    await page.rating.set({ ...at(0), set: { level: 2, minorityView: 'No', minorityType: 'council' } })
    for (const index of [0, 1, 3]) await page.room.show({ ...at(index), isShown: true })
    const to = join(freshFolder(), 'redacted.ninefold')
    await shell.file.copy({ to, request: { kind: 'redacted' } })
    const other = startEngine()
    await other.shell.file.open({ path: to, who: WHO })
    const { votes, ratings } = (await other.page.workbook.read()).rows
    expect(votes.map(vote => [vote.organisationType, vote.level, vote.hands])).toEqual([
      ['council', 2, 4],
      ['other', 2, 2],
      ['other', 4, 1],
      ['room', 0, 1],
      ['room', 2, 5],
    ])
    const views = ratings.filter(({ minorityView }) => minorityView !== '')
    expect(views.map(({ minorityType }) => minorityType).sort()).toEqual(['council', null])
  })
})

describe('a redacted copy', () => {
  it('CO4 CO15 CO16: opens as a workbook of its own, sound, with one edit that cannot be undone', async () => {
    const started = await fullSample()
    const to = await copyOf(started, 'redacted', { forWhom: 'Partners' })
    const other = startEngine()
    await other.shell.file.open({ path: to, who: WHO })
    const { rows, undo } = await other.page.workbook.read()
    expect(undo.undo).toBeNull()
    const here = (await started.page.workbook.read()).rows
    expect(rows.workbook[0]!.uid).not.toBe(here.workbook[0]!.uid)
    expect(rows.origins).toMatchObject([
      { kind: 'redacted', fromUid: here.workbook[0]!.uid, madeBy: WHO.name },
    ])
    expect(await other.shell.file.check()).toMatchObject({
      ok: true,
      problems: [],
      editsChecked: 1,
      filesLeftOut: 0,
    })
    const [first] = (await other.page.history.list({})).entries
    expect(first!.words).toMatch(
      /^Made this redacted copy of the workbook of .*after change \d+ on .*Left out: /,
    )
    await expect(other.page.edit.undo()).rejects.toThrow()
    await other.shell.file.close()
    expect(await started.shell.review.read({ paths: [to] })).toMatchObject({ refused: 1 })
    expect((await started.page.review.get())!.files[0]!.problem).toMatch(/redacted copy of this workbook/)
    expect(here.sentFiles.at(-1)).toMatchObject({ kind: 'redacted', forWhom: 'Partners', isAwaited: false })
  })
})

it('CO3: cancelled, a copy leaves nothing, and what stood there before stays', async () => {
  const { shell } = await startWorkbook()
  const folder = freshFolder()
  const to = join(folder, 'redacted.ninefold')
  writeFileSync(to, 'What stood there before')
  const leaving = AbortSignal.abort()
  for (const kind of ['light', 'redacted'] as const)
    await expect(shell.file.copy({ to, request: { kind } }, { signal: leaving })).rejects.toThrow()
  const gone = shell.file.copy({ to: join(folder, 'not there', 'a.ninefold'), request: { kind: 'light' } })
  await expect(gone).rejects.toThrow(/\.$/)
  expect(readdirSync(folder)).toEqual(['redacted.ninefold'])
  expect(readFileSync(to, 'utf8')).toBe('What stood there before')
})

describe('the allow-list', () => {
  it('CO10: every table and column of the schema is on it or said to stay', async () => {
    const { engine } = await startWorkbook()
    const { db } = sessionOf({ engine })
    const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]
    expect([...Object.keys(allowed), ...Object.keys(withheld)].sort()).toEqual([...names].sort())
    for (const [table, rules] of Object.entries(allowed)) {
      const columns = (db.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name)
      expect(Object.keys(rules).sort(), table).toEqual(columns.sort())
    }
  })
})

/** A row in each table that the room or a returned file would fill. */
function putRowsInto(started: Awaited<ReturnType<typeof fullSample>>): void {
  const { db } = sessionOf(started)
  const round = started.key.roundId
  const area = started.key.areaId
  const write = db as import('better-sqlite3').Database
  write.exec('UPDATE temp.current_edit SET seq = (SELECT max(seq) FROM edit)')
  const slip = write.prepare(
    `INSERT INTO slip VALUES ('slip', ?, ?, '', 'x', 'council', 'x', 'x', '2026-11-20T09:00:00.000Z')`,
  )
  slip.run(round, area)
  write.exec(`INSERT INTO slip_answer VALUES ('answer', 'slip', 'p', 2, 'x')`)
  write.exec(`INSERT INTO origin VALUES ('origin', 'light', '2026-11-20T09:00:00.000Z', 'x', 'uid', 1, 'x')`)
  write.exec(`INSERT INTO cleared_finding VALUES ('cleared', 'x', '2026-11-20T09:00:00.000Z')`)
  write.exec('UPDATE temp.current_edit SET seq = NULL')
}
