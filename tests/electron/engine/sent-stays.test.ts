import fc from 'fast-check'
import { expect, it } from 'vitest'
import { edit } from '../../../electron/engine/session.ts'
import { insertRow, updateRow } from '../../../electron/engine/store/rows.ts'
import type { SentFile } from '../../../shared/model/sent-file.ts'
import { startWorkbook } from '../../helpers/engine.ts'

type Started = Awaited<ReturnType<typeof startWorkbook>>

const step = fc.oneof(
  fc.record({ do: fc.constant('rate' as const), level: fc.constantFrom(0, 1, 2, 3, 4, null) }),
  fc.record({ do: fc.constant('send' as const) }),
  fc.record({ do: fc.constant('await' as const), pick: fc.nat(5), isAwaited: fc.boolean() }),
  fc.record({ do: fc.constant('return' as const), pick: fc.nat(5) }),
  fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }),
  fc.record({ do: fc.constant('back' as const), to: fc.nat(20) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

it('UN6: what was sent stays remembered through any undo, redo and going back; what is said of it does not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 16 }), async steps => {
      const started = await startWorkbook()
      const sent: SentFile[] = []
      for (const each of steps) await run(started, each, sent).catch(() => {})
      expect(await idsOf(started)).toEqual(sent.map(({ id }) => id).sort())
      await repeat(() => started.page.edit.redo())
      const changed = await sorted(started)
      const undone = await repeat(() => started.page.edit.undo())
      // Everything said of them is taken back; that they were sent is not.
      expect(await sorted(started)).toEqual({
        ...(await sorted(started)),
        ratings: [],
        sentFiles: byId(sent),
      })
      expect(await repeat(() => started.page.edit.redo())).toBe(undone)
      expect(await sorted(started)).toEqual(changed)
      expect(await started.shell.file.check()).toMatchObject({ problems: [] })
      await started.shell.file.close()
    }),
    { numRuns: 40 },
  )
}, 60_000)

async function run({ engine, page, key }: Started, each: Step, sent: SentFile[]): Promise<unknown> {
  const session = engine.state.session!
  switch (each.do) {
    case 'rate':
      return page.rating.set({ ...key, set: { level: each.level } })
    case 'send': {
      const row = sentFile(sent.length, key.roundId)
      sent.push(row)
      return edit(session, undefined, { words: 'Sent a file', kind: 'note' }, db =>
        insertRow(db, 'sentFiles', row),
      )
    }
    case 'await':
      return page.sentFile.setAwaited({ id: sent[each.pick]!.id, isAwaited: each.isAwaited })
    case 'return':
      return edit(session, undefined, { words: 'Took it in' }, db =>
        updateRow(db, 'sentFiles', sent[each.pick]!.id, {
          returnedAt: '2026-11-23T10:00:00.000Z',
          returnedName: 'came back.xlsx',
          isAwaited: false,
        }),
      )
    case 'undo':
      return page.edit.undo()
    case 'redo':
      return page.edit.redo()
    case 'back':
      return page.edit.backTo({ seq: each.to })
  }
}

function sentFile(index: number, roundId: SentFile['roundId']): SentFile {
  return {
    id: `AAAAAAA${index % 10}`.slice(0, 7) + '0123456789ABCDEFGH'[index],
    kind: 'owner',
    madeAt: '2026-11-20T10:00:00.000Z',
    madeOn: '2026-11-20',
    editSeq: 1,
    forWhom: `Owner ${index}`,
    fileName: `${index}.xlsx`,
    fingerprint: '',
    rowCount: 3,
    view: 'full',
    readers: 'others',
    roundId,
    areaId: null,
    hasRatings: false,
    isAwaited: true,
    returnedAt: null,
    returnedName: '',
  }
}

async function idsOf({ page }: Started): Promise<string[]> {
  return (await page.workbook.read()).rows.sentFiles.map(({ id }) => id).sort()
}

async function sorted({ page }: Started) {
  const { rows } = await page.workbook.read()
  return { ...rows, ratings: byId(rows.ratings), sentFiles: byId(rows.sentFiles) }
}

function byId<T extends { id: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
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
