import type { Framework } from '../../../../shared/model/framework.ts'
import type { CollectionName } from '../../../../shared/model/snapshot.ts'
import {
  changeReasonWords,
  confidenceWords,
  decisionWords,
  handlingWords,
  organisationWords,
  ratingStateWords,
  strengthWords,
} from '../../../../shared/text/words.ts'
import { actionColumnsOf } from './action-columns.ts'
import {
  area,
  type CopyColumn,
  choice,
  day,
  dayWords,
  level,
  levelValue,
  plain,
  principle,
  status,
  words,
} from './column.ts'
import type { AnyRow } from './differences.ts'

/** The columns of every collection whose rows are compared field by field. */
export type Columns = Readonly<Partial<Record<CollectionName, readonly CopyColumn[]>>>

/** What a person sees of each kind of row. The ids of actions and ratings are those of their Excel columns. */
export function columnsOf(framework: Framework): Columns {
  return { ...fixed, actions: actionColumnsOf(framework) }
}

/** Level and state are one answer: a level without its state would not be kept. */
const rated: CopyColumn = {
  id: 'level',
  header: 'Level now',
  fields: ['state', 'level'],
  show: (row, names) => (row.state === 'rated' ? levelValue(row.level, names) : words(stateText(row))),
}

const fixed: Columns = {
  workbook: [
    {
      id: 'systemKind',
      header: 'Kind of system',
      fields: ['systemKind', 'systemKindOther'],
      show: row => words(systemKindText(row)),
    },
    choice('isRehearsal', 'Rehearsal', 'isRehearsal', { true: 'Yes', false: 'No' }),
  ],
  statuses: [
    plain('code', 'Status code', 'code'),
    plain('label', 'Status word', 'label'),
    plain('meaning', 'Meaning of the status', 'meaning'),
    {
      id: 'colour',
      header: 'Colour of the status',
      fields: ['fill', 'textColour'],
      show: row => words(`${row.fill}, text ${row.textColour}`),
    },
    plain('position', 'Place in the status key', 'position'),
    choice('isClosing', 'Closes an action', 'isClosing', { true: 'Yes', false: 'No' }),
  ],
  areas: [plain('name', 'Name', 'name'), plain('position', 'Place in the list', 'position')],
  rounds: [
    plain('name', 'Name of the round', 'name'),
    day('asAt', 'As at', 'asAt'),
    {
      id: 'state',
      header: 'Signed off',
      fields: ['state', 'signedOffAt', 'signedOffBy'],
      show: row => words(signedOffText(row)),
    },
  ],
  ratings: [
    rated,
    level('target', 'Target level', 'targetLevel'),
    day('targetDate', 'Target date', 'targetDate'),
    plain('reason', 'Reason', 'reason'),
    plain('notApplicableReason', 'Why it does not apply', 'notApplicableReason'),
    choice('confidence', 'Confidence', 'confidence', confidenceWords),
    plain('minority', 'Minority view', 'minorityView'),
    choice('minorityFrom', 'Minority view from', 'minorityType', organisationWords),
    choice('changeReason', 'Reason for change', 'changeReason', changeReasonWords),
    plain('changeNote', 'Note on change', 'changeNote'),
  ],
  evidence: [
    plain('title', 'Title', 'title'),
    plain('shows', 'What it shows', 'shows'),
    day('date', 'Date', 'refersOn'),
    choice('strength', 'Strength', 'strength', strengthWords),
    choice('handling', 'Handling', 'handling', handlingWords),
    plain('link', 'Link', 'url'),
    plain('note', 'Note', 'note'),
  ],
  updates: [
    day('on', 'Date of the update', 'on'),
    plain('text', 'Update', 'text'),
    plain('author', 'Written by', 'author'),
    status('status', 'Status with the update', 'statusId'),
  ],
  measures: [
    area('area', 'Place'),
    principle('principle', 'Principle'),
    plain('name', 'Measure', 'name'),
    plain('unit', 'Unit', 'unit'),
    choice('better', 'Better when', 'direction', { up: 'Higher', down: 'Lower' }),
    plain('baseline', 'Baseline', 'baseline'),
    day('baselineOn', 'Baseline date', 'baselineOn'),
    plain('target', 'Target', 'target'),
    day('targetOn', 'Target date', 'targetOn'),
    plain('source', 'Source', 'source'),
  ],
  measurePoints: [day('on', 'Reading date', 'on'), plain('value', 'Reading', 'value')],
  sentFiles: [
    {
      id: 'returned',
      header: 'Came back',
      fields: ['isAwaited', 'returnedAt', 'returnedName'],
      show: row => words(returnedText(row)),
    },
  ],
  decisions: [
    choice('kind', 'The board', 'kind', decisionWords),
    plain('text', 'What it said', 'text'),
    day('on', 'Date', 'on'),
    plain('meeting', 'Meeting', 'meeting'),
    principle('principle', 'Principle'),
    {
      id: 'action',
      header: 'Action',
      fields: ['actionId'],
      show: (row, names) =>
        words(row.actionId ? names.of({ collection: 'actions', id: String(row.actionId) }) : ''),
    },
  ],
  participants: [
    plain('name', 'Name', 'name'),
    choice('organisationType', 'Organisation', 'organisationType', organisationWords),
  ],
  parked: [
    principle('principle', 'Principle'),
    plain('text', 'Put aside', 'text'),
    choice('outcome', 'What became of it', 'outcome', {
      open: 'Open',
      action: 'An action',
      note: 'A note',
      dropped: 'Dropped',
    }),
  ],
  slips: [
    plain('name', 'Name on the slip', 'name'),
    choice('organisationType', 'Organisation on the slip', 'organisationType', organisationWords),
  ],
}

function stateText(row: AnyRow): string {
  return ratingStateWords[row.state as keyof typeof ratingStateWords] ?? String(row.state)
}

function systemKindText({ systemKind, systemKindOther }: AnyRow): string {
  return systemKind === 'other' ? String(systemKindOther || 'Other') : String(systemKind).toUpperCase()
}

function signedOffText({ state, signedOffAt, signedOffBy }: AnyRow): string {
  if (state !== 'signed-off') return 'Open'
  const when = typeof signedOffAt === 'string' ? dayWords(signedOffAt.slice(0, 10)) : ''
  return ['Signed off', when, signedOffBy && `by ${signedOffBy}`].filter(Boolean).join(' ')
}

function returnedText({ isAwaited, returnedAt, returnedName }: AnyRow): string {
  if (typeof returnedAt === 'string') return `${dayWords(returnedAt.slice(0, 10))}, as ${returnedName}`
  return isAwaited ? 'Still awaited' : 'Not awaited any more'
}
