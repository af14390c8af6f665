import type { Framework } from '../../../../shared/model/framework.ts'
import { refOf } from '../../../../shared/text/names.ts'
import type { AnyRow, RowsById } from './differences.ts'
import type { Reference } from './references.ts'

/** What ids are called, here first: a name changed in the other copy is a change of its own. */
export type Names = {
  readonly framework: Framework
  of(reference: Reference): string
  /** `3 Partners beyond the NHS`. */
  principle(id: unknown): string
  /** `3`; empty when the framework has no such principle. */
  principleNumber(id: unknown): string
}

/** Names from both copies. */
export function namesOf(framework: Framework, here: RowsById, there: RowsById): Names {
  const principles = new Map<string, Framework['principles'][number]>(
    framework.principles.map(principle => [principle.id, principle]),
  )
  return {
    framework,
    of: ({ collection, id }) => {
      const row = here[collection].get(id) ?? there[collection].get(id)
      return row ? nameOf(collection, row) : id
    },
    principle: id => {
      const principle = principles.get(String(id))
      return principle ? `${principle.number} ${principle.title}` : String(id ?? '')
    },
    principleNumber: id => String(principles.get(String(id))?.number ?? ''),
  }
}

function nameOf(collection: Reference['collection'], row: AnyRow): string {
  switch (collection) {
    case 'actions':
      return `${refOf('action', row.ref as number)} ${row.title}`
    case 'evidence':
      return `${refOf('evidence', row.ref as number)} ${row.title}`
    case 'statuses':
      return String(row.label)
    case 'workbook':
      return String(row.systemName)
    case 'decisions':
      return `“${row.text}”`
    case 'sentFiles':
      return String(row.fileName)
    default:
      return String(row.name ?? row.fileName ?? row.id)
  }
}
