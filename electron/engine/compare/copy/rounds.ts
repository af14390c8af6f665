import type { RowWrite } from '../comparison.ts'
import type { Beside } from './beside.ts'
import type { Needed } from './new-rows.ts'
import type { Part } from './parts.ts'

/** What a round that is new there needs before it can be here: only one round is open at a time, and it is the last. */
export function roundNeeds(beside: Beside, { row }: Part): Needed {
  const writes: RowWrite[] = []
  const remarks: string[] = []
  const there = new Map(beside.other.rows.rounds.map(round => [round.id as string, round]))
  for (const round of beside.here.rounds.values()) {
    if (round.state !== 'open') continue
    const signed = there.get(round.id)
    if (signed?.state !== 'signed-off') {
      if (row.state !== 'open') continue
      const problem = `${round.name} is still open here. Sign it off, then bring in the copy again.`
      return { writes: [], remarks: [], problem }
    }
    const { state, signedOffAt, signedOffBy } = signed
    writes.push({
      op: 'update',
      collection: 'rounds',
      id: round.id,
      fields: { state, signedOffAt, signedOffBy },
    })
    remarks.push(`It brings along that ${round.name} is signed off.`)
  }
  return { writes, remarks, problem: '' }
}

/** A place in the order of rounds that no round here has. */
export function freePosition({ here }: Beside, { row }: Part): number {
  const taken = [...here.rounds.values()].map(round => round.position as number)
  return taken.includes(row.position as number) ? Math.max(...taken) + 1 : (row.position as number)
}
