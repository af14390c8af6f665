import type { Evidence, EvidenceLink } from '../../../shared/model/evidence.ts'
import type { Day } from '../../../shared/model/fields.ts'
import type { Principle } from '../../../shared/model/framework.ts'
import type { ActionId, AreaId, PrincipleId } from '../../../shared/model/ids.ts'
import type { Area } from '../../../shared/model/workbook.ts'
import { ageOf } from '../../../shared/text/dates.ts'

/** An item as the table shows it: what it is tied to by id, and in the words of the columns. */
export type EvidenceRow = {
  /** Of the item. */
  readonly id: string
  readonly item: Evidence
  readonly areaIds: readonly AreaId[]
  readonly principleIds: readonly PrincipleId[]
  readonly actionIds: readonly ActionId[]
  readonly areas: string
  /** Their numbers in order: `1, 3, 8`. */
  readonly principles: string
  /** In words; empty without a date. */
  readonly age: string
}

export type EvidenceRowSources = {
  readonly evidence: ReadonlyMap<string, Evidence>
  readonly evidenceLinks: ReadonlyMap<string, EvidenceLink>
  readonly areas: ReadonlyMap<string, Area>
  readonly principles: readonly Principle[]
}

/** Every item with what it is tied to, by reference. One pass over the ties, however many items there are. */
export function evidenceRowsOf(sources: EvidenceRowSources, today: Day): readonly EvidenceRow[] {
  const ties = new Map<string, EvidenceLink[]>()
  for (const link of sources.evidenceLinks.values()) {
    const known = ties.get(link.evidenceId)
    if (known) known.push(link)
    else ties.set(link.evidenceId, [link])
  }
  const areas = [...sources.areas.values()].sort((a, b) => a.position - b.position)
  const principles = [...sources.principles].sort((a, b) => a.number - b.number)
  return [...sources.evidence.values()]
    .sort((a, b) => a.ref - b.ref)
    .map(item => rowOf(item, ties.get(item.id) ?? [], areas, principles, today))
}

function rowOf(
  item: Evidence,
  links: readonly EvidenceLink[],
  areas: readonly Area[],
  principles: readonly Principle[],
  today: Day,
): EvidenceRow {
  const areaIds = links.flatMap(link => (link.areaId ? [link.areaId] : []))
  const principleIds = links.flatMap(link => (link.principleId ? [link.principleId] : []))
  return {
    id: item.id,
    item,
    areaIds,
    principleIds,
    actionIds: links.flatMap(link => (link.actionId ? [link.actionId] : [])),
    areas: areas
      .filter(area => areaIds.includes(area.id))
      .map(areaWords)
      .join(', '),
    principles: principles
      .filter(principle => principleIds.includes(principle.id))
      .map(principle => principle.number)
      .join(', '),
    age: item.refersOn ? ageOf(item.refersOn, today) : '',
  }
}

/** The system is said as what it is, a place by its name. */
export function areaWords(area: Pick<Area, 'kind' | 'name'>): string {
  return area.kind === 'system' ? 'Whole system' : area.name
}
