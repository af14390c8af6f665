import { localDay, longDate } from '../../../../shared/text/dates.ts'
import { refOf } from '../../../../shared/text/names.ts'
import { ratingChangeWords } from '../../../../shared/text/rating-change.ts'
import { isCountKey } from '../../../../shared/text/room-edits.ts'
import { decisionWords } from '../../../../shared/text/words.ts'
import type { Column, Row, Sheet } from '../sheet-model.ts'
import type { BoardFacts } from './board-facts.ts'
import type { RecentEdit } from './input.ts'
import { levelOf } from './ratings.ts'
import { headLines, levelColoursOf, linesOf, rowsOr, titleOf } from './sheet-parts.ts'

const columns: readonly Column[] = [
  { id: 'on', header: 'Date', width: 12, kind: 'date' },
  { id: 'kind', header: 'What', width: 10, kind: 'text' },
  { id: 'words', header: 'In words', width: 62, kind: 'text' },
  { id: 'area', header: 'Place', width: 18, kind: 'text' },
  { id: 'principle', header: 'Principle', width: 30, kind: 'text' },
  { id: 'was', header: 'Level was', width: 8, kind: 'level' },
  { id: 'is', header: 'Level now', width: 8, kind: 'level' },
  { id: 'who', header: 'By', width: 18, kind: 'text' },
]

/** A board reads what changed, not a log: its view lists no more edits than these, and says so. */
const MOST_EDITS = 40

/** What the board said, levels that differ from the last round with the reason given, then what was done since the last export. */
export function changesSheet(facts: BoardFacts): Sheet {
  const levels = levelRows(facts)
  const edits = listedEdits(facts)
  const shown = shownEdits(facts)
  const left = linesOf(
    shown.length < edits.length
      ? `The newest ${MOST_EDITS} of ${edits.length} edits are listed. The full plan has them all, and so has the history of the workbook.`
      : '',
    'plain',
  ).filter(line => line.text !== '')
  return {
    name: 'Changes',
    title: titleOf(facts, 'Changes'),
    lines: [...headLines(facts), ...linesOf(sinceWords(facts), 'plain'), ...left],
    columns,
    rows: rowsOr(
      [...decisionRows(facts), ...levels, ...shown.map(edit => editRow(facts, edit))],
      columns,
      'Nothing has changed.',
    ),
    frozenColumns: 2,
    colours: [...levelColoursOf('was'), ...levelColoursOf('is')],
    notes: [],
  }
}

function sinceWords(facts: BoardFacts): string {
  const { since } = facts.input.changes
  const round = facts.previous
    ? `Levels are compared with ${facts.previous.name}, as at ${longDate(facts.previous.asAt)}. `
    : 'This is the first round, so there are no earlier levels. '
  const edits = since
    ? `Edits are those since ${longDate(localDay(new Date(since)))}.`
    : 'Edits are those since the workbook was made.'
  return round + edits
}

function levelRows(facts: BoardFacts): Row[] {
  const { previous, round } = facts
  if (!previous) return []
  return facts.areas.flatMap(area =>
    facts.principles.flatMap((principle): Row[] => {
      const now = facts.rating(area.id, principle.id)
      const before = facts.rating(area.id, principle.id, previous)
      const words = ratingChangeWords(before, now)
      if (words === null) return []
      const principleName = facts.principleName(principle.id)
      return [[round.asAt, 'Level', words, area.name, principleName, levelOf(before), levelOf(now), null]]
    }),
  )
}

/** What the board said on this round and the last one, the newest first. */
function decisionRows(facts: BoardFacts): Row[] {
  const { round, previous, input } = facts
  return input.rows.decisions
    .filter(({ roundId }) => roundId === round.id || roundId === previous?.id)
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
    .map(({ on, kind, text, meeting, principleId, actionId }) => {
      const action = facts.actions.find(one => one.id === actionId)
      const about = action ? `${refOf('action', action.ref)}: ` : ''
      return [
        on,
        'Decision',
        `${decisionWords[kind]}. ${about}${text}`,
        action ? facts.areaName(action.areaId) : null,
        principleId ? facts.principleName(principleId) : null,
        null,
        null,
        meeting || 'The board',
      ]
    })
}

/**
 * The edits that are listed, newest first. Edits of evidence are listed only for items this copy shows: the words of the others may name
 * what stays here, and so may those of an edit that attached several at once.
 */
export function listedEdits(facts: BoardFacts): RecentEdit[] {
  const shown = new Set<string>(facts.evidence.map(item => item.id))
  const unspoken = facts.input.rows.evidence
    .filter(item => facts.hidden.ids.has(item.id))
    .flatMap(item => [item.title, item.fileName])
    .filter(name => name.trim() !== '')
  return [...facts.input.changes.edits]
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .filter(edit => !edit.about.evidenceId || shown.has(edit.about.evidenceId))
    .filter(edit => !unspoken.some(name => edit.words.includes(name)))
    .filter(edit => !isCountKey(edit.words))
}

/** Those of them that this view has room for. */
export function shownEdits(facts: BoardFacts): RecentEdit[] {
  const edits = listedEdits(facts)
  return facts.input.options.view === 'board' ? edits.slice(0, MOST_EDITS) : edits
}

function editRow(facts: BoardFacts, edit: RecentEdit): Row {
  return [
    localDay(new Date(edit.at)),
    'Edit',
    edit.words,
    edit.about.areaId ? facts.areaName(edit.about.areaId) : null,
    edit.about.principleId ? facts.principleName(edit.about.principleId) : null,
    null,
    null,
    edit.who || null,
  ]
}
