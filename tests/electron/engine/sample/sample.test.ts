import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { shippedFramework } from '../../../../electron/engine/framework.ts'
import { createSampleFile } from '../../../../electron/engine/sample/sample.ts'
import { Rows } from '../../../../shared/model/snapshot.ts'
import { attentionOf } from '../../../../shared/rules/attention.ts'
import { evidenceAgeOf } from '../../../../shared/rules/evidence-age.ts'
import { progressOf, progressSentence } from '../../../../shared/rules/progress.ts'
import { agreementIn, openRoundOf, ratingOf, systemOf } from '../../../../shared/rules/select.ts'
import { digest, dump } from '../../../helpers/dump.ts'
import { freshFolder, startEngine, WHO } from '../../../helpers/engine.ts'

const TODAY = '2026-11-24'

function makeSample(folder = freshFolder(), name = 'Rehearsal.ninefold'): string {
  const path = join(folder, name)
  createSampleFile(path)
  return path
}

it('SA1: two runs give the same rows, history and files, byte for byte', () => {
  const [one, two] = [makeSample(), makeSample(freshFolder(), 'Another name.ninefold')]
  expect(dump(one)).toEqual(dump(two))
  expect(digest(readFileSync(one))).toBe(digest(readFileSync(two)))
})

it('SA2: it is stamped as a rehearsal, and every row keeps the rules of the model', () => {
  const { rows } = dump(makeSample())
  expect(rows.workbook[0]).toMatchObject({ isRehearsal: true, systemName: 'Northmoor and Vale' })
  expect(Rows.parse(rows)).toEqual(rows)
})

it('SA3: three places, two rounds, 30 items of every kind, 60 actions in every status', () => {
  const { rows } = dump(makeSample())
  expect(rows.areas.map(area => area.name)).toEqual([
    'Northmoor and Vale',
    'Alderbrook',
    'Castle Vale',
    'Westmere',
  ])
  expect(rows.rounds.map(round => [round.name, round.state])).toEqual([
    ['Spring 2026', 'signed-off'],
    ['Autumn 2026', 'open'],
  ])
  expect([rows.evidence.length, rows.actions.length]).toEqual([30, 60])
  const kinds = (field: 'kind' | 'strength' | 'handling') =>
    new Set(rows.evidence.map(item => item[field])).size
  expect([kinds('kind'), kinds('strength'), kinds('handling')]).toEqual([3, 4, 3])
  const declared = new Set(rows.actions.map(action => action.statusId))
  expect([...declared].sort()).toEqual(rows.statuses.map(status => status.id).sort())
  expect(rows.actions.filter(action => !action.owner)).not.toEqual([])
  expect(rows.actions.filter(action => !action.dueOn)).not.toEqual([])
})

it('SA4: on the day of the story six of nine are discussed, two are split and three actions are late', () => {
  const { rows } = dump(makeSample())
  const at = { roundId: openRoundOf(rows)!.id, areaId: systemOf(rows)!.id }
  const progress = progressOf(rows, shippedFramework.principles, at, TODAY)
  expect(progressSentence(progress)).toBe('6 of 9 discussed. 2 split. 3 actions late.')
  const attention = attentionOf(rows, shippedFramework, at, TODAY)
  expect(attention.map(group => group.heading)).toEqual(['Late', 'Split', 'Old evidence', 'Waiting'])
  expect(attention[0]!.items.map(item => [item.label.slice(0, 4), item.detail.split(',')[0]])).toEqual([
    ['A-01', '55 days late'],
    ['A-07', '41 days late'],
    ['A-02', '24 days late'],
  ])
  const ages = [1, 2, 5, 8].map(number => {
    const { id } = shippedFramework.principles.find(principle => principle.number === number)!
    return evidenceAgeOf(rows, { areaId: at.areaId, principleId: id }, TODAY).newestOn
  })
  expect(ages).toEqual(['2026-11-03', '2025-09-18', '2025-07-20', null])
})

it('SA5: there are agreed, split and too small votes, and second counts that settled a split', () => {
  const { rows } = dump(makeSample())
  const verdicts = rows.ratings.map(rating => agreementIn(rows, rating.id).verdict)
  expect(new Set(verdicts)).toEqual(new Set(['agreed', 'split', 'too-few', 'no-votes']))
  expect(rows.votes.some(vote => vote.count === 2)).toBe(true)
  const spring = rows.rounds[0]!.id
  const moved = rows.ratings.filter(rating => {
    const before = ratingOf(rows, { ...rating, roundId: spring })
    return rating.roundId !== spring && before && before.level !== rating.level
  })
  expect(moved.filter(rating => rating.changeReason).length).toBeGreaterThan(2)
})

it('SA6: its files are what their names say, and none is empty', async () => {
  const { page, shell } = startEngine()
  const path = makeSample()
  await shell.file.open({ path, who: WHO })
  const { rows } = await page.workbook.read()
  const files = rows.evidence.filter(item => item.kind === 'file')
  const types = new Set(files.map(item => item.mediaType))
  expect([...types].sort()).toEqual([
    'application/pdf',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'image/png',
    'text/csv',
    'text/plain',
  ])
  expect(files.every(item => item.size > 50)).toBe(true)
  expect(await shell.file.check()).toMatchObject({ ok: true, problems: [], evidenceChecked: files.length })
})

it('SA7: its history runs in time, in words, and can be taken back', async () => {
  const { page, shell } = startEngine()
  await shell.file.createRehearsal({ path: join(freshFolder(), 'R.ninefold'), who: WHO })
  const { entries } = await page.history.list({ limit: 500 })
  const times = entries.map(entry => entry.at)
  expect(times).toEqual(times.toSorted().reverse())
  expect(entries.every(entry => entry.words.length > 10 && entry.who === 'Anna Whitcombe')).toBe(true)
  await page.edit.undo()
  expect(await shell.file.check()).toMatchObject({ ok: true })
})

it('SA8: it never writes over a file, and leaves nothing behind when it cannot be made', () => {
  const folder = freshFolder()
  makeSample(folder)
  expect(() => makeSample(folder)).toThrow(/already a file called Rehearsal.ninefold/)
  expect(readdirSync(folder)).toEqual(['Rehearsal.ninefold'])
  expect(() => createSampleFile(join(folder, 'gone', 'x.ninefold'))).toThrow(/folder is missing/)
  expect(existsSync(join(folder, 'gone'))).toBe(false)
})
