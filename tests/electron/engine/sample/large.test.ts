import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createLargeSampleFile } from '../../../../electron/engine/sample/large/large-sample.ts'
import { Rows } from '../../../../shared/model/snapshot.ts'
import { agreementIn } from '../../../../shared/rules/select.ts'
import { digest, dump } from '../../../helpers/dump.ts'
import { freshFolder, startEngine, WHO } from '../../../helpers/engine.ts'

const SIZE = { actions: 300, evidence: 120, places: 4, rounds: 3 }

function made(size = SIZE): string {
  const path = join(freshFolder(), 'Large.ninefold')
  createLargeSampleFile(path, size)
  return path
}

it('SC1: two of one size are the same, byte for byte, and hold what was asked for', () => {
  const path = made()
  expect(digest(readFileSync(path))).toBe(digest(readFileSync(made())))
  const { rows } = dump(path)
  expect([rows.actions.length, rows.evidence.length, rows.areas.length - 1, rows.rounds.length]).toEqual([
    300, 120, 4, 3,
  ])
})

it('SC2: every row keeps the rules of the model, the check finds nothing, and edits can be taken back', async () => {
  const path = made()
  const { rows, edits } = dump(path)
  expect(Rows.parse(rows)).toEqual(rows)
  expect(edits.map(edit => edit.at)).toEqual(edits.map(edit => edit.at).toSorted())
  const { page, shell } = startEngine()
  await shell.file.open({ path, who: WHO })
  for (let times = 0; times < 20; times++) await page.edit.undo()
  const files = rows.evidence.filter(item => item.kind === 'file').length
  expect(await shell.file.check()).toMatchObject({ ok: true, problems: [], evidenceChecked: files })
})

it('SC2: the smallest and lopsided ones are whole workbooks too', async () => {
  for (const size of [
    { actions: 0, evidence: 0, places: 0, rounds: 1 },
    { actions: 0, evidence: 5, places: 2, rounds: 1 },
    { actions: 5, evidence: 0, places: 0, rounds: 4 },
  ]) {
    const { shell } = startEngine()
    await shell.file.open({ path: made(size), who: WHO })
    expect(await shell.file.check(), JSON.stringify(size)).toMatchObject({ ok: true, problems: [] })
  }
})

it('SC3: it has something for every screen', () => {
  const { rows } = dump(made())
  const kinds = <T>(list: readonly T[], field: keyof T) => new Set(list.map(row => row[field])).size
  expect(kinds(rows.actions, 'statusId')).toBe(rows.statuses.length)
  expect(rows.actions.filter(action => !action.owner)).not.toEqual([])
  expect(rows.actions.filter(action => !action.dueOn)).not.toEqual([])
  expect(rows.actions.filter(action => action.dueOn && action.dueOn < '2026-11-24')).not.toEqual([])
  expect([
    kinds(rows.evidence, 'kind'),
    kinds(rows.evidence, 'strength'),
    kinds(rows.evidence, 'handling'),
  ]).toEqual([3, 4, 3])
  expect(new Set(rows.evidence.map(item => item.mediaType).filter(Boolean)).size).toBe(6)
  expect(kinds(rows.ratings, 'areaId')).toBe(5)
  expect(kinds(rows.ratings, 'roundId')).toBe(3)
  expect(rows.ratings.filter(rating => rating.changeReason)).not.toEqual([])
  const verdicts = new Set(rows.ratings.map(rating => agreementIn(rows, rating.id).verdict))
  expect(verdicts).toEqual(new Set(['agreed', 'split', 'no-votes']))
  for (const some of [
    'updates',
    'measurePoints',
    'decisions',
    'sentFiles',
    'participants',
    'parked',
  ] as const)
    expect(rows[some].length, some).toBeGreaterThan(5)
  expect(rows.sentFiles.filter(file => file.isAwaited)).not.toEqual([])
})
