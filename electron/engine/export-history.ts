import type { HistoryFilter } from '../../shared/model/edit.ts'
import { roundToReport } from '../../shared/rules/select.ts'
import { clockTime, localDay, longDate } from '../../shared/text/dates.ts'
import { historyThingWords } from '../../shared/text/history.ts'
import { refOf } from '../../shared/text/names.ts'
import type { HistoryInput } from './exchange/history/history-book.ts'
import { historyValues } from './history/history-values.ts'
import { listHistory } from './history/list-history.ts'
import type { Session } from './session.ts'
import { listAllRows } from './store/rows.ts'

/** Beyond this a sheet is no help to anybody; the sheet says when it ends early. */
const MOST_EDITS = 50_000

/** Everything a history in Excel is made from, read in one go. */
export function historyInputOf(session: Session, filter: HistoryFilter): HistoryInput {
  const rows = listAllRows(session.db)
  const valuesOf = historyValues(session, rows)
  const areas = new Map<string, string>(rows.areas.map(area => [area.id, area.name]))
  const principles = new Map<string, string>(
    session.framework.principles.map(({ id, number, title }) => [id, `${number} ${title}`]),
  )
  const entries = listHistory(session, filter, { limit: MOST_EDITS }).filter(
    ({ kind }) => kind === 'do' || kind === 'note',
  )
  return {
    kind: 'history',
    rows,
    framework: session.framework,
    roundId: roundToReport(rows).id,
    options: { view: 'full', readers: 'board' },
    today: localDay(new Date(session.deps.now())),
    sent: null,
    asked: askedWords(session, filter, entries.length),
    edits: entries.map(({ seq, at, who, words, about, undoneBy }) => ({
      seq,
      day: localDay(new Date(at)),
      time: clockTime(new Date(at)),
      who,
      words,
      area: areas.get(about.areaId ?? '') ?? '',
      principle: principles.get(about.principleId ?? '') ?? '',
      standing: undoneBy === null ? '' : 'Taken back',
    })),
    values: entries.flatMap(({ seq }) => valuesOf(seq).values.map(value => ({ seq, ...value }))),
  }
}

function askedWords(session: Session, filter: HistoryFilter, found: number): string {
  const { about, who, thing, from, to, words } = filter
  const rows = listAllRows(session.db)
  const action = rows.actions.find(({ id }) => id === about.actionId)
  const item = rows.evidence.find(({ id }) => id === about.evidenceId)
  const parts = [
    who && `made by ${who}`,
    thing && historyThingWords[thing].toLowerCase(),
    about.principleId && session.framework.principles.find(({ id }) => id === about.principleId)?.title,
    about.areaId && rows.areas.find(({ id }) => id === about.areaId)?.name,
    action && refOf('action', action.ref),
    item && refOf('evidence', item.ref),
    from && `from ${longDate(from)}`,
    to && `to ${longDate(to)}`,
    words.trim() && `with the words ${words.trim()}`,
  ].filter(Boolean)
  const some = parts.length > 0 ? `Only changes that fit: ${parts.join('; ')}.` : ''
  return `${some}${found >= MOST_EDITS ? ` The newest ${MOST_EDITS.toLocaleString('en-GB')} are listed.` : ''}`.trim()
}
