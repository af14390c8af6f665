import type { Framework } from '../../../../shared/model/framework.ts'
import type { AreaId, PrincipleId, RoundId } from '../../../../shared/model/ids.ts'
import { ratingIdOf } from '../../../../shared/model/rating-id.ts'
import { collections } from '../../../../shared/model/snapshot.ts'
import { Trouble } from '../../trouble.ts'
import type { AnyRow, Difference, Differences } from './differences.ts'

/**
 * Refuses a copy that holds a value Ninefold never writes, such as a colour that is none: a file that passes as a
 * database may still have been made by hand, and what is accepted from it is kept here.
 */
export function assertFits({ changed }: Differences, framework: Framework, name: string): void {
  const principles = new Set<unknown>(framework.principles.map(({ id }) => id))
  if (changed.every(difference => fits(difference, principles))) return
  throw new Trouble(
    'BAD_FILE',
    `${name} holds something Ninefold does not write, so it was changed by another program and was left out. Ask whoever sent it for a fresh copy.`,
  )
}

function fits({ collection, was, there }: Difference, principles: ReadonlySet<unknown>): boolean {
  if (!collections[collection].safeParse(there).success) return false
  if (typeof there.principleId === 'string' && !principles.has(there.principleId)) return false
  if (collection === 'ratings' && there.id !== ratingId(there)) return false
  if (collection === 'evidence')
    return isSafeLink(there) && (was ? isSameFile(was, there) : isWholeFile(there))
  return true
}

function ratingId(row: AnyRow): string {
  return ratingIdOf(row.roundId as RoundId, row.areaId as AreaId, row.principleId as PrincipleId)
}

/** The file of an item is never exchanged for another. */
function isSameFile(was: AnyRow, there: AnyRow): boolean {
  return (['kind', 'fileName', 'mediaType', 'size', 'contentHash'] as const).every(
    field => was[field] === there[field],
  )
}

function isWholeFile(row: AnyRow): boolean {
  return row.kind !== 'file' || /^[0-9a-f]{64}$/.test(String(row.contentHash))
}

/** As when a link is typed here. */
function isSafeLink({ kind, url }: AnyRow): boolean {
  return kind !== 'link' || ['http:', 'https:', 'mailto:'].includes(URL.parse(String(url))?.protocol ?? '')
}
