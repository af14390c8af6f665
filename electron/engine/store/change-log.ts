import { prepared, type ReadableDb, type WritableDb } from './database.ts'
import { insertRaw } from './rows.ts'
import { findTable, type Table, tables } from './tables.ts'

/** One logged change: a whole row put in or taken out (as JSON), or one column of one row. */
export type Change = {
  readonly id: number
  readonly op: 'insert' | 'update' | 'delete'
  readonly table: string
  readonly rowId: string
  readonly column: string | null
  readonly old: unknown
  readonly new: unknown
}

const SELECT =
  'SELECT id, op, table_name AS "table", row_id AS rowId, column_name AS "column", old_value AS old, new_value AS new FROM change'

/**
 * Makes every write to a logged table record itself. The triggers are TEMP: they belong to this connection and never
 * to the file, which therefore holds no code at all. A write outside an edit fails, for want of an edit to belong to.
 */
export function startLogging(db: WritableDb): void {
  db.exec('CREATE TEMP TABLE current_edit (seq INTEGER); INSERT INTO current_edit VALUES (NULL)')
  for (const table of tables) db.exec(triggersFor(table))
}

/** Says which edit the coming writes belong to; `null` for none. */
export function setCurrentEdit(db: WritableDb, seq: number | null): void {
  prepared(db, 'UPDATE current_edit SET seq = ?').run(seq)
}

/**
 * What an edit changed, in order. With the plus SQLite plans this once; without, it plans anew for each number, in six times
 * the time.
 */
export function listChanges(db: ReadableDb, editSeq: number): Change[] {
  return prepared(db, `${SELECT} WHERE edit_seq = +? ORDER BY id`).all(editSeq) as Change[]
}

/**
 * Tables whose rows stay when the edit that put them in is taken back. A file that was sent cannot be called back: it is
 * out there and will come back, whatever was undone here. What is said of it later is taken back as anything else.
 */
const STAYING = new Set(['sent_file'])

/** Takes back what an edit changed, last first. Runs inside an edit, which logs the inverse in turn. */
export function applyInverse(db: WritableDb, changes: readonly Change[]): void {
  for (const block of blocks(steps(changes).toReversed())) {
    const [{ op, rowId, table: name, old }] = block[0]
    const table = findTable(name)
    if (!table) throw new Error(`The change log names a table Ninefold does not know: ${name}`)
    if (op === 'insert' && STAYING.has(table.name)) continue
    if (op === 'insert') prepared(db, `DELETE FROM "${table.name}" WHERE id = ?`).run(rowId)
    else if (op === 'delete') insertRaw(db, table, JSON.parse(old as string))
    else if (!isAtOnce(db, table, block)) for (const step of block) setColumns(db, table, step)
    else setAtOnce(db, table, block)
  }
}

type Step = readonly [Change, ...Change[]]

/** Steps that may be taken in one statement. */
type Block = readonly [Step, ...Step[]]

/**
 * Column changes of one row in a row make one step: taken back one by one, they would pass through states that a
 * rule of the table forbids, such as a rating that is rated and has no level.
 */
function steps(changes: readonly Change[]): Step[] {
  const all: [Change, ...Change[]][] = []
  for (const change of changes) {
    const [last] = all.at(-1) ?? []
    const continues = change.op === 'update' && last?.op === 'update'
    if (continues && last.table === change.table && last.rowId === change.rowId) all.at(-1)!.push(change)
    else all.push([change])
  }
  return all
}

/** Steps in a row that set the same columns of other rows of one table make one block; every other step is one alone. */
function blocks(steps: readonly Step[]): Block[] {
  const all: [Step, ...Step[]][] = []
  let [kind, rows] = ['', new Set<string>()]
  for (const step of steps) {
    const [{ op, table, rowId }] = step
    const next = `${op} ${table} ${step.map(change => change.column).join()}`
    if (op === 'update' && next === kind && !rows.has(rowId)) all.at(-1)!.push(step)
    else {
      all.push([step])
      kind = next
      rows = new Set()
    }
    rows.add(rowId)
  }
  return all
}

/** Fewer rows are not worth a statement of their own. */
const WORTH_A_STATEMENT = 8

/**
 * Whether a block may be taken back in one statement: its lines stand in the log without others between, no column is there
 * twice, and none is one whose values must differ from row to row, which in another order might meet on the way.
 */
function isAtOnce(db: ReadableDb, table: Table, block: Block): boolean {
  if (block.length < WORTH_A_STATEMENT) return false
  const columns = block[0].map(({ column }) => column ?? '')
  const [first, last] = idsOf(block)
  const unique = uniqueColumns(db, table)
  return (
    last - first + 1 === block.length * columns.length &&
    new Set(columns).size === columns.length &&
    columns.every(column => isKnown(table, column) && !unique.has(column))
  )
}

/** The values come out of the log itself, in their own types: four times quicker than a statement for each row. */
function setAtOnce(db: WritableDb, table: Table, block: Block): void {
  const columns = block[0].map(({ column }) => column)
  const set = columns.map(column => `"${column}" = was."${column}"`)
  const was = columns.map(column => `max(old_value) FILTER (WHERE column_name = '${column}') AS "${column}"`)
  const sql = `UPDATE "${table.name}" SET ${set.join(', ')} FROM (
    SELECT row_id, ${was.join(', ')} FROM change WHERE id BETWEEN ? AND ? GROUP BY row_id
  ) AS was WHERE "${table.name}".id = was.row_id`
  prepared(db, sql).run(...idsOf(block))
}

/** The first and the last line of the log; the steps come last first. */
function idsOf(block: Block): [first: number, last: number] {
  return [block.at(-1)![0].id, block[0].at(-1)!.id]
}

function uniqueColumns(db: ReadableDb, table: Table): Set<unknown> {
  const sql = `SELECT info.name FROM pragma_index_list(?) AS list, pragma_index_info(list.name) AS info
    WHERE list."unique"`
  return new Set(prepared(db, sql).pluck().all(table.name))
}

function isKnown(table: Table, column: unknown): boolean {
  return table.columns.some(known => known.column === column)
}

function setColumns(db: WritableDb, table: Table, changes: Step): void {
  // A column changed twice goes back to what it was first.
  const values = new Map(changes.toReversed().map(change => [change.column, change.old]))
  for (const column of values.keys()) {
    if (isKnown(table, column)) continue
    throw new Error(`The change log names a column Ninefold does not know: ${table.name}.${column}`)
  }
  const set = [...values.keys()].map(column => `"${column}" = ?`).join(', ')
  prepared(db, `UPDATE "${table.name}" SET ${set} WHERE id = ?`).run(...values.values(), changes[0].rowId)
}

/**
 * One trigger a column for updates: SQLite runs only those of the columns a statement sets, which makes a large undo
 * some ten times faster than one trigger that compares every column.
 */
function triggersFor({ name, columns }: Table): string {
  const whole = (row: 'old' | 'new') =>
    `json_object(${columns.map(({ column }) => `'${column}', ${row}."${column}"`).join(', ')})`
  const record = (op: string, row: string, rest: string) =>
    `INSERT INTO change (edit_seq, op, table_name, row_id, column_name, old_value, new_value)
     VALUES ((SELECT seq FROM current_edit), '${op}', '${name}', ${row}.id, ${rest});`
  const updates = columns.map(
    ({ column }) => `
    CREATE TEMP TRIGGER log_update_${name}_${column} AFTER UPDATE OF "${column}" ON main."${name}"
      WHEN old."${column}" IS NOT new."${column}" BEGIN
      ${record('update', 'new', `'${column}', old."${column}", new."${column}"`)} END;`,
  )
  return `
    CREATE TEMP TRIGGER log_insert_${name} AFTER INSERT ON main."${name}" BEGIN
      ${record('insert', 'new', `NULL, NULL, ${whole('new')}`)} END;
    CREATE TEMP TRIGGER log_delete_${name} AFTER DELETE ON main."${name}" BEGIN
      ${record('delete', 'old', `NULL, ${whole('old')}, NULL`)} END;
    ${updates.join('')}`
}
