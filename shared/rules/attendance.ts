import { organisationTypes } from '../model/organisation-types.ts'
import type { OrganisationType } from '../model/rating.ts'
import { organisationWords } from '../text/words.ts'
import { EXPECTED_TYPES, OTHERS_TOGETHER, SMALLEST_GROUP } from './room.ts'

type Attendance = ReadonlyMap<OrganisationType, number>

/** Who was there in two rounds, as it may be shown (RN15). */
export type AttendanceShown = {
  readonly rows: readonly { readonly label: string; readonly before: number; readonly now: number }[]
  readonly before: number
  readonly now: number
  /** Types a room is asked for that nobody came from in either round. */
  readonly nobody: readonly OrganisationType[]
}

/** How many came in all, in a word where it was not said or is so few that it would be a name: `12`, `Fewer than 3`, `Not said`. */
export function everyoneWords(people: number): string {
  if (people === 0) return 'Not said'
  return people < SMALLEST_GROUP ? `Fewer than ${SMALLEST_GROUP}` : String(people)
}

type Row = {
  readonly types: readonly OrganisationType[]
  readonly before: number
  readonly now: number
  /** In each round. */
  readonly sizes: readonly number[]
}

/**
 * The people of two rounds side by side. A type stands alone only where in both rounds it is nobody or three and more (RM3); the
 * others are put together, with the smallest of the rest while they are still too few. No rows where fewer than two are left.
 * `rounds` are all there are: a type that is small in one of them stands together in all, or two tables side by side would tell.
 */
export function attendanceShown(
  before: Attendance,
  now: Attendance,
  rounds: readonly Attendance[] = [before, now],
): AttendanceShown {
  const all = organisationTypes
    .map(
      (type): Row => ({
        types: [type],
        before: before.get(type) ?? 0,
        now: now.get(type) ?? 0,
        sizes: rounds.map(of => of.get(type) ?? 0),
      }),
    )
    .filter(row => totalOf(row) > 0)
  const alone = all.filter(isLarge).sort((a, b) => totalOf(b) - totalOf(a))
  let others = together(all.filter(row => !isLarge(row)))
  while (others && !isLarge(others) && alone.length > 0) others = together([others, alone.pop()!])
  const order = (row: Row) => organisationTypes.indexOf(row.types[0]!)
  const shown = [...alone.sort((a, b) => order(a) - order(b)), ...(others ? [others] : [])].filter(
    row => row.before + row.now > 0,
  )
  return {
    rows:
      shown.length < 2 ? [] : shown.map(row => ({ label: labelOf(row), before: row.before, now: row.now })),
    before: sumOf(before),
    now: sumOf(now),
    nobody: EXPECTED_TYPES.filter(type => !before.get(type) && !now.get(type)),
  }
}

function totalOf(row: Row): number {
  return row.sizes.reduce((sum, people) => sum + people, 0)
}

function isLarge(row: Row): boolean {
  return row.sizes.every(people => people === 0 || people >= SMALLEST_GROUP)
}

function together(rows: readonly Row[]): Row | null {
  if (rows.length === 0) return null
  return {
    types: rows.flatMap(row => row.types),
    before: rows.reduce((sum, row) => sum + row.before, 0),
    now: rows.reduce((sum, row) => sum + row.now, 0),
    sizes: rows[0]!.sizes.map((_, index) => rows.reduce((sum, row) => sum + row.sizes[index]!, 0)),
  }
}

function labelOf({ types }: Row): string {
  return types.length === 1 ? organisationWords[types[0]!] : OTHERS_TOGETHER
}

function sumOf(attendance: Attendance): number {
  return [...attendance.values()].reduce((sum, people) => sum + people, 0)
}
