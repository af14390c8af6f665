import type { Action, Update } from '../../../shared/model/action.ts'
import type { Evidence, EvidenceLink } from '../../../shared/model/evidence.ts'
import type { Framework } from '../../../shared/model/framework.ts'
import type { Rows } from '../../../shared/model/snapshot.ts'
import { choicesOf } from '../../../shared/text/choices.ts'
import { plainText } from '../../../shared/text/plain.ts'
import { factsOf, groupBy, type SheetFacts } from '../exchange/board/board-facts.ts'
import type { SheetInput } from '../exchange/board/input.ts'

/** The workbook at one moment, looked up by id, as a reader of one file would see it. */
export type State = {
  readonly rows: Rows
  readonly facts: SheetFacts
  readonly actions: ReadonlyMap<string, Action>
  /** Ids of actions by their words, as `plainText` has them. */
  readonly idsByTitle: ReadonlyMap<string, readonly string[]>
  readonly idByRef: ReadonlyMap<number, string>
  /** What a cell with a drop-down may say. */
  readonly choices: ReturnType<typeof choicesOf>
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
  const titles = groupBy(rows.actions, ({ title }) => plainText(title))
  return {
    rows,
    facts: factsOf({ rows, framework, ...shown, sent: null }),
    actions: new Map(rows.actions.map(action => [action.id as string, action])),
    idsByTitle: new Map([...titles].map(([title, actions]) => [title, actions.map(({ id }) => id)])),
    idByRef: new Map(rows.actions.toReversed().map(({ ref, id }) => [ref, id])),
    choices: choicesOf({ framework, areas: rows.areas, statuses: rows.statuses }),
    updatesOf: id => updates.get(id) ?? [],
    linksOf: id => links.get(id) ?? [],
    evidenceByRef: ref => evidence.get(ref),
  }
}
