import type { ActionFields, NewAction } from '../../../shared/contract/action.ts'
import type { ActionId, AreaId, PrincipleId } from '../../../shared/model/ids.ts'
import { whyNotEmbedded } from '../../../shared/rules/closing.ts'
import { cellEdit, type EditContext } from '../../../shared/rules/typed-cell.ts'
import type { ActionRow } from './action-row.ts'
import type { Block } from './block.ts'
import type { Column } from './columns.ts'

/** What a pasted block will do, worked out before anything is written. */
export type PastePlan = {
  readonly changes: readonly { id: ActionId; set: ActionFields }[]
  readonly adds: readonly NewAction[]
  /** Cells and rows that cannot be taken, a few words each. */
  readonly problems: readonly string[]
}

export type PasteAt = {
  /** Rows in the order they stand on screen, and the columns shown. */
  readonly rows: readonly ActionRow[]
  /** Every action, also those the filters hide: a reference may name any of them. */
  readonly all: readonly ActionRow[]
  readonly columns: readonly Column[]
  /** Where the first cell goes. A row past the last makes new rows. */
  readonly row: number
  readonly column: number
  /** All columns, for a block that brings its own header row. */
  readonly allColumns: readonly Column[]
  /** Where new rows belong unless the block says. */
  readonly areaId: AreaId
  readonly principleId: PrincipleId
  readonly context: EditContext
}

/**
 * A block fills the rows it lies over and makes new ones past the end. With a header row of its own it goes by those
 * headers instead, to the actions its *Ref* column names. A cell that cannot be taken stays as it was and is said.
 */
export function planPaste(block: Block, at: PasteAt): PastePlan {
  const heading = headingOf(block, at.allColumns)
  const problems = new Map<string, string[]>()
  const trouble = (what: string, where: string) => problems.set(what, [...(problems.get(what) ?? []), where])
  const changes: { id: ActionId; set: ActionFields }[] = []
  const adds: NewAction[] = []
  const columns = heading ?? at.columns.slice(at.column)
  const widest = Math.max(0, ...block.map(cells => cells.length))
  if (!heading && widest > columns.length)
    trouble(
      'lies to the right of the last column and was not taken',
      `${widest - columns.length} of its columns`,
    )
  const byRef = new Map(at.all.map(row => [row.ref.toLowerCase(), row]))
  const refAt = columns.findIndex(column => column?.id === 'ref')
  const body = heading ? block.slice(1) : block

  body.forEach((cells, index) => {
    const row = heading ? byRef.get((cells[refAt] ?? '').trim().toLowerCase()) : at.rows[at.row + index]
    if (!row && cells.every(cell => cell.trim() === '')) return
    const name = row?.ref ?? `Row ${index + 1 + (heading ? 1 : 0)}`
    const set: ActionFields = {}
    cells.forEach((cell, column) => {
      const known = columns[column]
      if (!known || known.id === 'ref' || (known.editor === 'none' && (cell.trim() === '' || heading))) return
      if (!row && cell.trim() === '') return
      const edit = cellEdit(known.id, cell, at.context)
      if ('set' in edit) Object.assign(set, edit.set)
      else trouble(`${known.header}: ${edit.problem}`, name)
    })
    if (row) change(row, set)
    else add(set, name)
  })
  return { changes, adds, problems: sentences(problems) }

  function change(row: ActionRow, set: ActionFields): void {
    const refused = whyNotEmbedded({ ...row.action, ...set })
    if (refused && set.statusId !== undefined) {
      delete set.statusId
      trouble(refused.replace(/\.$/, ''), row.ref)
    }
    if (Object.keys(set).length > 0) changes.push({ id: row.action.id, set })
  }

  function add({ areaId, principleId, title, ...set }: ActionFields, name: string): void {
    if (title === undefined) {
      trouble('has no words in the Action column and was left out', name)
      return
    }
    const fresh = { statusId: '', owner: '', verifiedBy: '', verifiedOn: null, ...set }
    const refused = whyNotEmbedded(fresh)
    if (refused) {
      delete set.statusId
      trouble(refused.replace(/\.$/, ''), name)
    }
    adds.push({ areaId: areaId ?? at.areaId, principleId: principleId ?? at.principleId, title, set })
  }
}

/** The same words in every chosen cell: one copied cell fills a selection. */
export function repeated(cell: string, rows: number, columns: number): Block {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => cell))
}

/** The columns a block's first row names, if every cell of it that says anything is a header and two or more are. */
function headingOf(block: Block, columns: readonly Column[]): readonly (Column | undefined)[] | null {
  const first = block[0] ?? []
  const named = first.map(cell =>
    columns.find(each => [each.header, each.printed].map(folded).includes(folded(cell))),
  )
  const said = first.filter(cell => cell.trim() !== '').length
  return block.length > 1 && said >= 2 && named.filter(Boolean).length === said ? named : null
}

function sentences(problems: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...problems].map(([what, where]) => {
    const named = where.slice(0, 3).join(', ')
    return `${named}${where.length > 3 ? ` and ${where.length - 3} more` : ''}: ${what}.`
  })
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLocaleLowerCase('en-GB')
}
