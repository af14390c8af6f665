import type { Action, Update } from '../../../shared/model/action.ts'
import type { EvidenceLink } from '../../../shared/model/evidence.ts'
import type { Day } from '../../../shared/model/fields.ts'
import type { Framework, Principle } from '../../../shared/model/framework.ts'
import type { Area, Status } from '../../../shared/model/workbook.ts'
import { type Risk, riskOf } from '../../../shared/rules/risk.ts'
import { type Standing, standingOf } from '../../../shared/rules/standing.ts'
import { localDay } from '../../../shared/text/dates.ts'
import { nameOfArea, refOf } from '../../../shared/text/names.ts'
import { standingWords } from '../../../shared/text/standing.ts'

/** An action with everything the screen says about it worked out once. */
export type ActionRow = {
  readonly id: string
  readonly action: Action
  readonly ref: string
  readonly place: string
  readonly isSystem: boolean
  readonly placeOrder: number
  readonly principle: Principle | undefined
  readonly status: Status | undefined
  readonly standing: Standing
  readonly words: { readonly main: string; readonly aside: string }
  readonly latest: Update | undefined
  readonly updatedOn: Day
  readonly risk: Risk | null
  readonly evidence: number
  /** Lower-case text the find box looks through. */
  readonly haystack: string
}

export type PlanSources = {
  readonly actions: ReadonlyMap<string, Action>
  readonly updates: ReadonlyMap<string, Update>
  readonly areas: ReadonlyMap<string, Area>
  readonly statuses: ReadonlyMap<string, Status>
  readonly evidenceLinks: ReadonlyMap<string, EvidenceLink>
  readonly framework: Framework
  readonly today: Day
}

/** One row per action, in the order of their references. */
export function rowsOf(sources: PlanSources): readonly ActionRow[] {
  const { framework, statuses, areas, today } = sources
  const principles = new Map<string, Principle>(framework.principles.map(each => [each.id, each]))
  const latest = latestUpdates(sources.updates.values())
  const evidence = evidenceCounts(sources.evidenceLinks.values())
  const closing = new Set([...statuses.values()].filter(status => status.isClosing).map(status => status.id))
  const rows: ActionRow[] = []
  for (const action of sources.actions.values()) {
    const area = areas.get(action.areaId)
    const status = statuses.get(action.statusId)
    const standing = standingOf(action, closing, today)
    const principle = principles.get(action.principleId)
    const ref = refOf('action', action.ref)
    const place = area ? nameOfArea(area) : ''
    const update = latest.get(action.id)
    rows.push({
      id: action.id,
      action,
      ref,
      place,
      isSystem: area?.kind === 'system',
      placeOrder: area?.kind === 'system' ? -1 : (area?.position ?? Number.MAX_SAFE_INTEGER),
      principle,
      status,
      standing,
      words: standingWords(standing, status?.label ?? action.statusId),
      latest: update,
      updatedOn: localDay(new Date(action.updatedAt)),
      risk: riskOf(action, framework.actionPlan.risk.bands),
      evidence: evidence.get(action.id) ?? 0,
      haystack: [ref, action.title, action.owner, action.ownerRole, action.gap, place, principle?.title ?? '']
        .concat(action.successMeasure, action.partners, action.risk, update?.text ?? '', status?.label ?? '')
        .join('\n')
        .toLocaleLowerCase('en-GB'),
    })
  }
  return rows.sort((one, other) => one.action.ref - other.action.ref)
}

/** The newest update of each action: by the day it speaks of, then by when it was added. */
function latestUpdates(updates: Iterable<Update>): ReadonlyMap<string, Update> {
  const latest = new Map<string, Update>()
  for (const update of updates) {
    const known = latest.get(update.actionId)
    if (!known || isNewer(update, known)) latest.set(update.actionId, update)
  }
  return latest
}

/** Whether one update comes after another in the timeline. */
function isNewer(one: Update, other: Update): boolean {
  return one.on === other.on ? one.addedAt > other.addedAt : one.on > other.on
}

function evidenceCounts(links: Iterable<EvidenceLink>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { actionId } of links) if (actionId) counts.set(actionId, (counts.get(actionId) ?? 0) + 1)
  return counts
}
