import type { Action, Update } from '../../../shared/model/action.ts'
import type { Evidence, EvidenceLink } from '../../../shared/model/evidence.ts'
import type { Framework } from '../../../shared/model/framework.ts'
import type { Rows } from '../../../shared/model/snapshot.ts'
import { factsOf, groupBy, type SheetFacts } from '../exchange/board/board-facts.ts'
import type { SheetInput } from '../exchange/board/input.ts'

/** The workbook at one moment, looked up by id, as a reader of one file would see it. */
export type State = {
  readonly rows: Rows
  readonly facts: SheetFacts
  readonly actions: ReadonlyMap<string, Action>
  updatesOf(actionId: string): readonly Update[]
  linksOf(actionId: string): readonly EvidenceLink[]
  evidenceByRef(ref: number): Evidence | undefined
}

/** How a file shows the workbook: whose copy, which columns, which round, counted to which day. */
export type ShownAs = Pick<SheetInput, 'roundId' | 'options' | 'today'>

/** A workbook at one moment. */
export function stateOf(rows: Rows, framework: Framework, shown: ShownAs): State {
  const updates = groupBy(rows.updates, update => update.actionId as string)
  const links = groupBy(
    rows.evidenceLinks.filter(link => link.actionId !== null),
    link => link.actionId as string,
  )
  const evidence = new Map(rows.evidence.map(item => [item.ref, item]))
  return {
    rows,
    facts: factsOf({ rows, framework, ...shown, sent: null }),
    actions: new Map(rows.actions.map(action => [action.id as string, action])),
    updatesOf: id => updates.get(id) ?? [],
    linksOf: id => links.get(id) ?? [],
    evidenceByRef: ref => evidence.get(ref),
  }
}
