import fc from 'fast-check'
import { expect, it } from 'vitest'
import { stateOf } from '../../../../electron/engine/compare/state.ts'
import { planCell } from '../../../../electron/engine/exchange/board/action-plan.ts'
import type { SentMarks } from '../../../../electron/engine/exchange/marks.ts'
import type { ReadBook } from '../../../../electron/engine/exchange/returned/read-book.ts'
import type { Action } from '../../../../shared/model/action.ts'
import type { Rows } from '../../../../shared/model/snapshot.ts'
import { longDate, shortDate } from '../../../../shared/text/dates.ts'
import { refOf } from '../../../../shared/text/names.ts'
import { plainText } from '../../../../shared/text/plain.ts'
import { anyDay, anyPlan, anyText } from '../../../helpers/any-plan.ts'
import { manyActions, storyRows } from '../../../helpers/board-input.ts'
import { columnOf, dated, typed, withCell, withTable } from '../../../helpers/book-of.ts'
import { accepted, compare, lines, sendOut, written } from '../../../helpers/compare.ts'
import { framework } from '../../../helpers/framework.ts'
import { ROUND } from '../../../helpers/rows.ts'

const readers = fc.constantFrom('board', 'others') as fc.Arbitrary<'board' | 'others'>
const kinds: fc.Arbitrary<Partial<SentMarks>> = fc.constantFrom(
  { kind: 'plan', view: 'full' },
  { kind: 'plan', view: 'full', hasRatings: true },
  { kind: 'board', view: 'board' },
  { kind: 'board', view: 'full' },
  { kind: 'owner', view: 'full', forWhom: 'Sunita Rao' },
)

it('RV1: an untouched file of any plan proposes nothing and has nothing to say', () => {
  fc.assert(
    fc.property(anyPlan, kinds, readers, (rows, kind, readers) => {
      const { files, changes, additions } = compare(sendOut(rows, { ...kind, readers }))
      expect({ changes: changes.map(({ change }) => change), additions, remarks: files[0]!.remarks }).toEqual(
        { changes: [], additions: [], remarks: [] },
      )
    }),
    { numRuns: 100 },
  )
})

it('RV20 RV22 RV30: rows and columns in any order, inserted columns and headers typed anew change nothing', () => {
  fc.assert(
    fc.property(anyPlan, kinds, fc.infiniteStream(fc.nat()), (rows, kind, numbers) => {
      const journey = sendOut(rows, kind)
      const { changes, additions, files } = compare(journey, { book: shuffled(journey.book, numbers) })
      expect({ changes: changes.map(({ change }) => change), additions }).toEqual({
        changes: [],
        additions: [],
      })
      expect(files[0]!.remarks).toEqual([expect.stringContaining('“Comments”')])
    }),
    { numRuns: 100 },
  )
})

function shuffled(book: ReadBook, numbers: fc.Stream<number>): ReadBook {
  const next = () => numbers.next().value as number
  const order = <T>(list: readonly T[]) =>
    list
      .map(item => ({ item, key: next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item)
  return withTable(book, 'plan', grid => {
    grid.rows = order(grid.rows)
    const columns = order([...grid.headers.keys(), -1])
    const { headers } = grid
    grid.headers = columns.map(column => (column < 0 ? 'Comments' : ` ${headers[column]!.toUpperCase()}: `))
    grid.rows = grid.rows.map(row =>
      columns.map(column => (column < 0 ? typed('Nothing to add') : row[column])),
    )
  })
}

type Edit = {
  readonly header: string
  readonly cell: ReturnType<typeof typed> | ''
  readonly set: Partial<Action>
}

const field = (header: string, name: keyof Action) =>
  anyText.map((text): Edit => {
    const clean = plainText(text)
    return { header, cell: clean === '' ? '' : typed(clean), set: { [name]: clean } }
  })

/** A cell typed over, and the fields that must come of it. */
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  field('Gap or issue', 'gap'),
  field('Success measure', 'successMeasure'),
  field('Owner role and organisation', 'ownerRole'),
  field('Mitigation or dependency', 'mitigation'),
  field('Reports to', 'governance'),
  fc
    .constantFrom('Sunita Rao', 'Daniel Okafor')
    .map(owner => ({ header: 'Owner', cell: typed(owner), set: { owner } })),
  fc
    .tuple(fc.constantFrom(['Start date', 'startOn'], ['Due date', 'dueOn']), anyDay, fc.nat({ max: 5 }))
    .map(([[header, name], day, way]) => ({
      header: header!,
      cell: wayToType(day, way),
      set: { [name!]: day },
    })),
  fc
    .tuple(fc.constantFrom(...framework.actionPlan.statuses.slice(0, 6)), fc.nat({ max: 4 }))
    .map(([status, way]) => ({
      header: 'Status (BRAG)',
      cell: typed(
        [
          status.label,
          status.code,
          status.label.toUpperCase(),
          `${status.label.split(':')[0]}`,
          status.label.toLowerCase().replace(':', ' -'),
        ][way]!,
      ),
      set: { statusId: status.id },
    })),
  fc
    .tuple(
      fc.constantFrom('Current level', 'Target level'),
      fc.constantFrom(...framework.scale.levels),
      fc.nat({ max: 3 }),
    )
    .map(([header, level, way]) => ({
      header,
      cell: typed(
        [level.value, `Level ${level.value}`, level.label, `${level.value} - ${level.label}`][way]!,
      ),
      set: { [header === 'Current level' ? 'currentLevel' : 'targetLevel']: level.value },
    })),
  fc
    .constantFrom(...framework.principles)
    .map(({ id, number }) => ({ header: 'Principle', cell: typed(number), set: { principleId: id } })),
  anyDay.map(day => ({
    header: 'Checked by and date',
    cell: typed(`Dr B. Lowe, ${shortDate(day)}`),
    set: { verifiedBy: 'Dr B. Lowe', verifiedOn: day },
  })),
)

function wayToType(day: string, way: number) {
  const [year, month, date] = day.split('-') as [string, string, string]
  const ways = [
    dated(day),
    typed(`${Number(date)}/${Number(month)}/${year}`),
    typed(`${date}.${month}.${year.slice(2)}`),
    typed(longDate(day)),
    typed(day),
    typed(Date.parse(day) / 86_400_000 + 25_569),
  ]
  return ways[way]!
}

it('RV2: any edit of a cell is proposed, alone, and taking it gives what was typed', () => {
  fc.assert(
    fc.property(anyPlan, fc.nat(), anyEdit, (rows, at, { header, cell, set }) => {
      const action = rows.actions[at % rows.actions.length]!
      const journey = sendOut(rows)
      const result = compare(journey, {
        book: withCell(journey.book, refOf('action', action.ref), header, cell),
      })
      const after = written(rows, accepted(result))
      const wanted = {
        ...rows,
        actions: rows.actions.map(one => (one === action ? { ...one, ...set } : one)),
      }
      expect(shown(after)).toEqual(shown(wanted))
      expect(result.changes.length).toBe(shown(rows) === shown(wanted) ? 0 : 1)
      expect(result.additions).toEqual([])
    }),
    { numRuns: 100 },
  )
})

/** Every cell of the plan as text that counts. */
function shown(rows: Rows): string {
  const { facts } = stateOf(rows, framework, {
    roundId: ROUND,
    options: { view: 'full', readers: 'board' },
    today: '2026-11-24',
  })
  const ids = framework.actionPlan.columns.map(({ id }) => id).filter(id => id !== 'updated')
  return rows.actions
    .map(one => ids.map(id => `${id}=${plainText(String(planCell(id, one, facts) ?? ''))}`).join('\n'))
    .join('\n\n')
}

it('RV3: a conflict exactly where both sides changed a cell, to different values', () => {
  const owners = fc.constantFrom('Helen Marsh', 'Sunita Rao', 'Daniel Okafor', '')
  fc.assert(
    fc.property(owners, owners, owners, (sent, here, back) => {
      const rows = sendable(sent)
      const journey = sendOut(rows)
      const now = { ...rows, actions: rows.actions.map(one => ({ ...one, owner: here })) }
      const book = withCell(journey.book, 'A-01', 'Owner', back)
      const found = compare(journey, { book, now }).changes.map(({ change }) => change.state)
      const state = back === sent || back === here ? [] : here === sent ? ['proposed'] : ['conflict']
      expect(found).toEqual(state)
    }),
  )
})

function sendable(owner: string): Rows {
  const [rows] = fc.sample(anyPlan, { numRuns: 1, seed: 7 })
  return {
    ...rows!,
    actions: rows!.actions.slice(0, 1).map(one => ({ ...one, ref: 1, owner })),
    updates: [],
    evidenceLinks: [],
  }
}

it('RV4: the order of the files does not matter', () => {
  fc.assert(
    fc.property(
      anyPlan,
      fc.array(fc.tuple(fc.nat(), anyEdit), { minLength: 2, maxLength: 4 }),
      (rows, edits) => {
        const journey = sendOut(rows)
        const books = edits.map(([at, { header, cell }], index) => {
          const ref = refOf('action', rows.actions[at % rows.actions.length]!.ref)
          return { name: `${index}.xlsx`, book: withCell(journey.book, ref, header, cell) }
        })
        const files = books.map(({ name, book }, index) => ({ id: `f${index}`, name, book, problem: '' }))
        const one = compare(journey, { input: { files } })
        const other = compare(journey, { input: { files: files.toReversed() } })
        expect(one.changes).toEqual(other.changes)
        expect(lines(one)).toEqual(lines(other))
      },
    ),
    { numRuns: 100 },
  )
})

it('RV16: ten thousand rows with two thousand changed cells are compared in well under a second', () => {
  const rows = { ...storyRows(), actions: manyActions(10_000), updates: [], evidenceLinks: [] }
  const journey = sendOut(rows)
  const book = withTable(journey.book, 'plan', grid => {
    const column = columnOf(grid, 'Mitigation or dependency')
    for (let row = 0; row < 10_000; row += 5) grid.rows[row]![column] = typed(`Shared by two, ${row}`)
  })
  // Time of the processor, not of the wall: other tests run beside this one.
  const before = process.cpuUsage()
  const { changes } = compare(journey, { book })
  const { user, system } = process.cpuUsage(before)
  expect(changes).toHaveLength(2000)
  expect((user + system) / 1000).toBeLessThan(1500)
})
