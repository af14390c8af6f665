import type { Principle } from '../../../shared/model/framework.ts'
import { count } from '../../../shared/text/dates.ts'
import { listOf } from '../../../shared/text/sizes.ts'
import type { EvidenceRow } from './evidence-rows.ts'

/** The heading that answers: "17 items. 3 have no date. Principle 8 has none." What is nought is left out. */
export function evidenceHeading(rows: readonly EvidenceRow[], principles: readonly Principle[]): string {
  if (rows.length === 0) return 'No evidence yet.'
  const undated = rows.filter(row => row.item.refersOn === null).length
  const backed = new Set(rows.flatMap(row => row.principleIds))
  const bare = principles
    .filter(principle => !backed.has(principle.id))
    .map(principle => principle.number)
    .sort((a, b) => a - b)
  return [
    `${count(rows.length, 'item')}.`,
    undated === 0 ? '' : undated === 1 ? '1 has no date.' : `${undated} have no date.`,
    bareSentence(bare, principles.length),
  ]
    .filter(Boolean)
    .join(' ')
}

function bareSentence(bare: readonly number[], total: number): string {
  if (bare.length === 0) return ''
  if (bare.length === total) return 'None is tied to a principle.'
  if (bare.length === 1) return `Principle ${bare[0]} has none.`
  if (bare.length <= 4) return `Principles ${listOf(bare)} have none.`
  return `${bare.length} of ${total} principles have none.`
}
