import type { CollectionName, Rows } from '../../../shared/model/snapshot.ts'
import type { RowWrite } from '../compare/comparison.ts'
import type { AnyRow } from '../compare/copy/differences.ts'
import { settleWrites } from '../compare/settle-writes.ts'
import { Trouble } from '../trouble.ts'

/** Everything that is to happen to one row. */
export type RowPlan = {
  readonly collection: CollectionName
  readonly id: string
  /** What was accepted that comes to this, as a sentence calls it. */
  readonly names: readonly string[]
  readonly op: 'insert' | 'set' | 'delete'
  /** Of an insert, the row; of a set, what it starts from where there is none. */
  readonly row: AnyRow | null
  readonly fields: Readonly<Record<string, unknown>>
}

type Named = { readonly name: string; readonly writes: readonly RowWrite[] }

/**
 * The writes of everything accepted, gathered by row. Two that want different things of one field are refused in words:
 * which of them is right is for the user to say.
 */
export function gatherWrites(accepted: readonly Named[], now: Rows, newId: () => string): RowPlan[] {
  const fit = new Set(
    settleWrites(
      accepted.flatMap(({ writes }) => writes),
      now,
    ),
  )
  const plans = new Map<string, RowPlan>()
  const setBy = new Map<string, string>()
  const ids = freshIds(accepted, newId)
  for (const { name, writes } of accepted)
    for (const raw of writes) {
      if (!fit.has(raw) && isSpare(raw, plans, now)) continue
      const write = withIds(raw, ids)
      const id = write.op === 'insert' ? write.row.id : write.op === 'put' ? write.blank.id : write.id
      const key = `${write.collection} ${id}`
      const fresh = planOf(write, id, name)
      const known = plans.get(key)
      plans.set(key, known ? both(known, fresh, setBy, key) : fresh)
      for (const field of Object.keys(fresh.fields)) setBy.set(`${key} ${field}`, name)
    }
  return [...plans.values()]
}

function planOf(write: RowWrite, id: string, name: string): RowPlan {
  const plan = { collection: write.collection, id, names: [name] }
  switch (write.op) {
    case 'insert':
      return { ...plan, op: 'insert', row: write.row as AnyRow, fields: {} }
    case 'put':
      return { ...plan, op: 'set', row: write.blank as AnyRow, fields: write.fields }
    case 'update':
      return { ...plan, op: 'set', row: null, fields: write.fields }
    case 'delete':
      return { ...plan, op: 'delete', row: null, fields: {} }
  }
}

function both(known: RowPlan, fresh: RowPlan, setBy: ReadonlyMap<string, string>, key: string): RowPlan {
  const [name] = fresh.names
  const differs =
    known.op !== fresh.op ||
    (known.op === 'insert' && JSON.stringify(known.row) !== JSON.stringify(fresh.row))
  if (differs) throw atOdds(known.names[0]!, name!)
  for (const [field, value] of Object.entries(fresh.fields))
    if (field in known.fields && known.fields[field] !== value)
      throw atOdds(setBy.get(`${key} ${field}`) ?? known.names[0]!, name!)
  return {
    ...known,
    names: [...new Set([...known.names, ...fresh.names])],
    row: known.row ?? fresh.row,
    fields: { ...known.fields, ...fresh.fields },
  }
}

/** A row that comes in with something else or is here already, and a tie to what was refused, may be left out. */
function isSpare(write: RowWrite, plans: ReadonlyMap<string, RowPlan>, now: Rows): boolean {
  if (write.op !== 'insert') return false
  const { collection, row } = write
  const isHere = (now[collection] as readonly { id: string }[]).some(({ id }) => id === row.id)
  return collection === 'evidenceLinks' || plans.has(`${collection} ${row.id}`) || isHere
}

/** A comparison names a row that does not exist yet by `new:` and something of its own. */
function freshIds(accepted: readonly Named[], newId: () => string): Map<string, string> {
  const ids = new Map<string, string>()
  for (const write of accepted.flatMap(({ writes }) => writes))
    if (write.op === 'insert' && write.row.id.startsWith('new:') && !ids.has(write.row.id))
      ids.set(write.row.id, newId())
  return ids
}

function withIds(write: RowWrite, ids: ReadonlyMap<string, string>): RowWrite {
  if (ids.size === 0) return write
  const known = (text: unknown) => (typeof text === 'string' ? ids.get(text) : undefined)
  const named = <T extends object>(row: T): T =>
    Object.fromEntries(
      Object.entries(row).map(([field, value]) => [
        field,
        field === 'id' || field.endsWith('Id') ? (known(value) ?? value) : value,
      ]),
    ) as T
  if (write.op === 'insert') return { ...write, row: named(write.row) }
  if (write.op === 'put') return { ...write, fields: named(write.fields) }
  if (write.op === 'update') return { ...write, id: known(write.id) ?? write.id, fields: named(write.fields) }
  return write
}

function atOdds(one: string, other: string): Trouble {
  const which = one === other ? `${one} would be set twice` : `${one} and ${other} do not go together`
  return new Trouble(
    'REFUSED',
    `${which}: what you accepted says different things of one row, so nothing was applied. Refuse one of them.`,
  )
}
