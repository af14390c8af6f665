import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { edit } from '../../../../../electron/engine/session.ts'
import type { WritableDb } from '../../../../../electron/engine/store/database.ts'
import { deleteRow, insertRow, updateRow } from '../../../../../electron/engine/store/rows.ts'
import type { SentFile } from '../../../../../shared/model/sent-file.ts'
import {
  accept,
  added,
  bringIn,
  PRIYA,
  rowsOf,
  said,
  sessionOf,
  twoCopies,
} from '../../../../helpers/copies.ts'
import { freshFolder, startEngine, WHO } from '../../../../helpers/engine.ts'

/** The sample workbook in two hands: two rounds, votes, measures, evidence files. */
async function sampleApart(prepare: (ours: ReturnType<typeof startEngine>) => void = () => {}) {
  const ours = startEngine()
  const folder = freshFolder()
  const [mine, yours] = [join(folder, 'Mine.ninefold'), join(folder, 'Yours.ninefold')]
  await ours.shell.file.createRehearsal({ path: mine, who: WHO })
  prepare(ours)
  await ours.shell.file.close()
  copyFileSync(mine, yours)
  await ours.shell.file.open({ path: mine, who: WHO })
  const theirs = startEngine()
  await theirs.shell.file.open({ path: yours, who: PRIYA })
  return { ours, theirs: { ...theirs, path: yours } }
}

type Opened = Awaited<ReturnType<typeof sampleApart>>['theirs']

/** An edit that no screen makes yet. */
function write(on: Pick<Opened, 'engine'>, work: (db: WritableDb) => void): void {
  edit(sessionOf(on), undefined, { words: 'Written' }, work)
}

describe('votes', () => {
  it('AC6: the hands of one count are one change, shown by level', async () => {
    const { ours, theirs } = await sampleApart()
    const open = rowsOf(ours).rounds.find(({ state }) => state === 'open')!
    const rating = rowsOf(ours).ratings.find(({ id, roundId }) => {
      const votes = rowsOf(ours).votes.filter(vote => vote.ratingId === id && vote.count === 1)
      return roundId === open.id && votes.length > 2
    })!
    const votesOf = (on: Parameters<typeof rowsOf>[0]) =>
      rowsOf(on).votes.filter(vote => vote.ratingId === rating.id && vote.count === 1)
    const [one, two] = votesOf(ours)
    write(theirs, db => {
      updateRow(db, 'votes', one!.id, { hands: 9 })
      deleteRow(db, 'votes', two!.id)
      insertRow(db, 'votes', { ...two!, id: 'fresh', organisationType: 'council', level: 4, hands: 7 })
    })
    const brought = await bringIn(ours, theirs)
    expect(brought.comparison.changes.map(({ change }) => [change.id, change.state])).toEqual([
      [`ratings:${rating.id}:votes1`, 'proposed'],
    ])
    expect(said(brought)[0]).toMatch(/4 Leading: 7 hands/)
    await accept(ours, brought)
    const plain = (on: Parameters<typeof rowsOf>[0]) =>
      votesOf(on).map(({ id, hands, level }) => [id, hands, level])
    expect(plain(ours).sort()).toEqual(plain(theirs).sort())
    expect(said(await bringIn(ours, theirs))).toEqual([])
    expect(await ours.shell.file.check()).toMatchObject({ problems: [] })
    write(ours, db => updateRow(db, 'votes', 'fresh', { hands: 8 }))
    write(theirs, db => updateRow(db, 'votes', 'fresh', { hands: 6 }))
    expect((await bringIn(ours, theirs)).comparison.changes.map(({ change }) => change.state)).toEqual([
      'conflict',
    ])
  })

  it('RM3 RM13: a count that is hidden in either copy is told by its hands alone, and no small group by itself', async () => {
    const { ours, theirs } = await twoCopies(async ({ page, key }) => {
      for (const hands of [1, 2])
        await page.room.count({ ...key, count: 1, from: 'council', level: 1, hands })
    })
    const { key } = ours
    await theirs.page.room.count({ ...key, count: 1, from: 'council', level: 4, hands: 3 })
    await theirs.page.room.count({ ...key, count: 1, from: 'commissioner', level: 3, hands: 3 })
    const telling = async () => {
      const brought = await bringIn(ours, theirs)
      const votes = brought.comparison.changes.filter(({ change }) => change.columnId === 'votes1')
      const all = JSON.stringify(brought.comparison)
      return { said: said({ comparison: { ...brought.comparison, changes: votes } }), votes, all }
    }
    const hidden = await telling()
    expect(hidden.said).toEqual([
      expect.stringMatching(/^unreadable: .*: 3 hands, hidden \| 3 hands, hidden \| 9 hands, hidden$/),
    ])
    expect(hidden.votes[0]!.change.remarks.join()).toMatch(/still hidden here/)
    expect(hidden.all).not.toMatch(/Emerging|Established|Leading/)

    await theirs.page.room.show({ ...key, isShown: true })
    expect((await telling()).said[0]).toMatch(/9 hands, hidden$/)
    await ours.page.room.show({ ...key, isShown: true })
    const shown = await telling()
    expect(shown.said[0]).toMatch(
      /^proposed: .*1 Emerging: 3 hands; 3 Established: 3 hands; 4 Leading: 3 hands$/,
    )

    await theirs.page.room.show({ ...key, isShown: false })
    const again = await telling()
    expect(again.said[0]).toMatch(/^unreadable/)
    expect(again.votes[0]!.change.remarks.join()).toMatch(/still hidden in the copy/)
  })

  it('AC7: a round that is signed off takes none', async () => {
    const { ours, theirs } = await sampleApart()
    const signedOff = rowsOf(ours).rounds.find(({ state }) => state === 'signed-off')!
    const vote = rowsOf(ours).votes.find(({ ratingId }) => ratingId.startsWith(signedOff.id))!
    write(theirs, db => updateRow(db, 'votes', vote.id, { hands: 99 }))
    const { comparison } = await bringIn(ours, theirs)
    expect(comparison.changes.map(({ change }) => change.state)).toEqual(['unreadable'])
  })
})

describe('measures', () => {
  it('AC8: a measure comes with its readings, and a reading by itself', async () => {
    const { ours, theirs } = await sampleApart()
    const [measure] = rowsOf(ours).measures
    write(theirs, db => {
      insertRow(db, 'measures', { ...measure!, id: 'fresh' as never, name: 'Waiting under 4 weeks' })
      insertRow(db, 'measurePoints', {
        id: 'p1',
        measureId: 'fresh' as never,
        on: '2026-11-01',
        value: 0.1 + 0.2,
      })
      insertRow(db, 'measurePoints', { id: 'p2', measureId: measure!.id, on: '2026-11-02', value: 5 })
      updateRow(db, 'measures', measure!.id, { target: 12.5 })
    })
    const brought = await bringIn(ours, theirs)
    expect(said(brought)).toEqual([expect.stringMatching(/, Target: .* \| 12\.5$/)])
    expect(added(brought)).toEqual([
      'Measure: Waiting under 4 weeks',
      `Reading of ${measure!.name}: Reading of ${measure!.name}, 2 November 2026`,
    ])
    await accept(ours, brought)
    expect([...rowsOf(ours).measurePoints].sort(byId)).toEqual([...rowsOf(theirs).measurePoints].sort(byId))
    expect([...rowsOf(ours).measures].sort(byId)).toEqual([...rowsOf(theirs).measures].sort(byId))
  })
})

describe('files that were sent out', () => {
  it('AC16: from the copy are told and stay with it; what came back there is proposed', async () => {
    const { ours, theirs } = await sampleApart(on =>
      write(on, db => insertRow(db, 'sentFiles', sent(on, '7KQ2MX4D', 'Plan.xlsx'))),
    )
    write(theirs, db => {
      insertRow(db, 'sentFiles', sent(theirs, '8KQ2MX4D', 'Plan, Sunita Rao.xlsx'))
      const returned = {
        returnedAt: '2026-11-20T09:00:00.000Z',
        returnedName: 'Plan (2).xlsx',
        isAwaited: false,
      }
      updateRow(db, 'sentFiles', '7KQ2MX4D', returned)
    })
    const brought = await bringIn(ours, theirs)
    expect(said(brought)).toEqual([
      'proposed: Plan.xlsx, Came back: Still awaited | Still awaited | 20 November 2026, as Plan (2).xlsx',
    ])
    expect(added(brought)).toEqual([])
    expect(brought.comparison.files[0]!.remarks[1]).toBe(
      'Plan, Sunita Rao.xlsx was sent out from the copy. When it comes back, bring it in there first, then bring in the copy again.',
    )
    await accept(ours, brought)
    expect(rowsOf(ours).sentFiles).toMatchObject([{ id: '7KQ2MX4D', isAwaited: false }])
  })
})

function sent(from: Parameters<typeof rowsOf>[0], id: string, fileName: string): SentFile {
  return {
    id,
    kind: 'plan',
    madeAt: '2026-11-19T09:00:00.000Z',
    madeOn: '2026-11-19',
    editSeq: 1,
    forWhom: '',
    fileName,
    fingerprint: '',
    rowCount: 1,
    view: 'full',
    readers: 'others',
    roundId: rowsOf(from).rounds[0]!.id,
    areaId: null,
    hasRatings: false,
    isAwaited: true,
    returnedAt: null,
    returnedName: '',
  }
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1
}
