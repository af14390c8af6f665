import type { BoardExport, ExportRequest } from '../../../shared/contract/export-request.ts'
import type { Action } from '../../../shared/model/action.ts'
import type { HistoryFilter } from '../../../shared/model/edit.ts'
import type { Rating } from '../../../shared/model/rating.ts'
import type { Rows } from '../../../shared/model/snapshot.ts'
import { openByOwner } from '../../../shared/rules/owners.ts'
import { longDate } from '../../../shared/text/dates.ts'
import { ratingChangeWords } from '../../../shared/text/rating-change.ts'
import { actionColumns } from '../exchange/board/action-columns.ts'
import { type BoardFacts, factsOf, type SheetFacts } from '../exchange/board/board-facts.ts'
import { shownEdits } from '../exchange/board/changes.ts'
import { columnsForOwner, planToFillIn } from '../exchange/fill-in/columns.ts'
import { boardInputOf } from '../export-board.ts'
import { areaOf, planInputOf } from '../export-fill-in.ts'
import { historyInputOf } from '../export-history.ts'
import type { Session } from '../session.ts'
import { listAllRows } from '../store/rows.ts'
import { type Choice, knownNamesOf, type Passage, passagesOf, placeOf } from './passage.ts'

/** Which field of an action each column of the plan shows; those that are not here show nothing anybody typed. */
const fieldOf: Readonly<Record<string, keyof Action>> = {
  gap: 'gap',
  action: 'title',
  successMeasure: 'successMeasure',
  baseline: 'baseline',
  owner: 'owner',
  ownerRole: 'ownerRole',
  sponsor: 'sponsor',
  partners: 'partners',
  resources: 'resources',
  risk: 'risk',
  mitigation: 'mitigation',
  evidence: 'evidenceNote',
  verifiedBy: 'verifiedBy',
  governance: 'governance',
}

/**
 * Every text of the workbook that an export would hold. What is typed to address the file (for whom, back to whom, prepared
 * by) is meant to be in it, and is not among them.
 */
export function* exportPassages(session: Session, request: ExportRequest): Generator<Passage> {
  if (request.kind === 'history') return yield* historyExportPassages(session, request.options)
  const rows = listAllRows(session.db)
  yield* passagesOf(choiceOf(session, rows, request), rows, session.framework)
  if (request.kind !== 'board') return
  yield* askedOf(request.options)
  const history = { screen: 'history' } as const
  const facts = factsOf(boardInputOf(session, request.options))
  const knownNames = knownNamesOf(rows)
  const people = new Set<string>()
  for (const edit of shownEdits(facts)) {
    yield { text: edit.words, knownNames, place: placeOf('Changes, from the history', history) }
    people.add(edit.who)
  }
  for (const who of people)
    yield { text: who, place: placeOf('Who made changes', history), namesPeople: true }
}

function* historyExportPassages(session: Session, filter: HistoryFilter): Generator<Passage> {
  const input = historyInputOf(session, filter)
  const { rows, edits, values } = input
  yield* passagesOf(headOf(factsOf(input), rows), rows, session.framework)
  const knownNames = knownNamesOf(rows)
  const at = { screen: 'history' } as const
  for (const { words, day } of edits)
    yield { text: words, knownNames, place: placeOf(`History, ${longDate(day)}`, at) }
  for (const { subject, field, was, is } of values)
    for (const text of [was, is])
      yield { text, knownNames, place: placeOf(`${field}, ${subject}, in the history`, at) }
}

/** Every text of the summary on paper. */
export function* printPassages(session: Session, options: BoardExport): Generator<Passage> {
  const rows = listAllRows(session.db)
  const choice: Choice = {
    ...headOf(factsOf(boardInputOf(session, options)), rows),
    statuses: { rows: rows.statuses },
    actions: { rows: rows.actions, fields: ['title', 'owner'] },
  }
  yield* passagesOf(choice, rows, session.framework)
  yield* askedOf(options)
}

function* askedOf({ asks, meeting }: BoardExport): Generator<Passage> {
  const at = { screen: 'export' } as const
  for (const ask of asks) yield { text: ask, place: placeOf('What the board is asked to do', at) }
  yield { text: meeting, place: placeOf('For which meeting', at) }
}

function choiceOf(
  session: Session,
  rows: Rows,
  request: Exclude<ExportRequest, { kind: 'history' }>,
): Choice {
  switch (request.kind) {
    case 'board':
      return boardChoice(factsOf(boardInputOf(session, request.options)), rows, request.options)
    case 'plan': {
      const facts = factsOf(planInputOf(session, request.options))
      const columns = planToFillIn(session.framework.actionPlan.columns)
      return {
        ...headOf(facts, rows),
        statuses: { rows: rows.statuses },
        areas: { rows: rows.areas },
        ...planOf(facts, columns, facts.actions),
        ...(request.options.hasRatings ? { ratings: ratingsOf(facts, true) } : {}),
      }
    }
    case 'owners': {
      const facts = factsOf(planInputOf(session, { hasRatings: false, readers: 'others', forWhom: '' }))
      const actions = openByOwner(rows).owners.flatMap(owner => owner.actions)
      const plan = planOf(facts, columnsForOwner(session.framework.actionPlan.columns), actions)
      const places = new Set(actions.map(action => action.areaId))
      return {
        ...headOf(facts, rows),
        statuses: { rows: rows.statuses },
        areas: { rows: rows.areas.filter(area => places.has(area.id)) },
        ...plan,
        // Whose it is stands in the name and at the head of each file.
        actions: { rows: actions, fields: [...(plan.actions!.fields as (keyof Action)[]), 'owner'] },
      }
    }
    case 'slip': {
      const area = areaOf(session, request.options)
      const facts = factsOf(planInputOf(session, { hasRatings: false, readers: 'others', forWhom: '' }))
      return { ...headOf(facts, rows), areas: { rows: [area] } }
    }
  }
}

function boardChoice(facts: BoardFacts, rows: Rows, { view }: BoardExport): Choice {
  const { round, previous } = facts
  const columns = actionColumns(facts.input.framework.actionPlan.columns, view)
  return {
    ...headOf(facts, rows),
    rounds: { rows: previous ? [round, previous] : [round], fields: ['name'] },
    statuses: { rows: rows.statuses },
    areas: { rows: rows.areas },
    ...planOf(facts, columns, facts.actions),
    ratings: ratingsOf(facts, view === 'full'),
    evidence: {
      rows: facts.evidence,
      fields: ({ kind }) => ['title', 'shows', 'note', kind === 'link' ? 'url' : 'fileName'],
    },
    measures: { rows: rows.measures },
    decisions: {
      rows: rows.decisions.filter(({ roundId }) => roundId === round.id || roundId === previous?.id),
    },
  }
}

/** What stands at the head of every file. */
function headOf({ round }: SheetFacts, rows: Rows): Choice {
  return {
    workbook: { rows: rows.workbook, fields: ['systemName'] },
    rounds: { rows: [round], fields: ['name'] },
  }
}

function planOf(
  facts: SheetFacts,
  columns: readonly { readonly id: string }[],
  actions: readonly Action[],
): Choice {
  const hasProgress = columns.some(({ id }) => id === 'progress')
  return {
    actions: { rows: actions, fields: columns.flatMap(({ id }) => fieldOf[id] ?? []) },
    updates: {
      rows: hasProgress ? actions.flatMap(({ id }) => facts.latestUpdate(id) ?? []) : [],
      fields: ['text'],
    },
  }
}

/** Why a level moved stands among the changes of the board workbook, and in a column of the whole one. */
function ratingsOf(facts: SheetFacts, isFull: boolean): NonNullable<Choice['ratings']> {
  const before = (rating: Rating) => facts.rating(rating.areaId, rating.principleId, facts.previous)
  return {
    rows: facts.areas.flatMap(area =>
      facts.principles.flatMap(principle => facts.rating(area.id, principle.id) ?? []),
    ),
    fields: rating => [
      rating.state === 'not-applicable' ? 'notApplicableReason' : 'reason',
      'minorityView',
      ...(isFull || (facts.previous && ratingChangeWords(before(rating), rating)) ? ['changeNote'] : []),
    ],
  }
}
