import type { Day } from '../../../shared/model/fields.ts'
import type { SentFile } from '../../../shared/model/sent-file.ts'
import { personKey } from '../../../shared/rules/closing.ts'
import { openRoundOf } from '../../../shared/rules/select.ts'
import { longDate } from '../../../shared/text/dates.ts'
import { MARKS_FORMAT, parseRowMark } from '../exchange/marks.ts'
import type { ReadBook } from '../exchange/returned/read-book.ts'
import type { Base, Bases, SentAs } from './base.ts'
import { markColumn } from './headers.ts'
import type { CompareInput } from './input.ts'
import { refNumber } from './plan/find-columns.ts'
import { type Fit, fitOf } from './plan/fit.ts'

/** Which of our files came back, and what was sent in it; or why it is not one, in a sentence. */
export type Which =
  | { readonly kind: 'refused'; readonly problem: string }
  | {
      readonly kind: 'known'
      readonly base: Base
      readonly sentFile: SentFile | null
      readonly forWhom: string
      readonly remarks: readonly string[]
    }

/** How many edits are tried for a file that tells nothing: rebuilding an old state takes time. */
const MOST_TRIED = 12

/** How many files are tried: owners' files made together are told apart by whose actions they hold before that. */
const MOST_FILES = 24

/** Why a file is not for this workbook, in a sentence, when it says so itself; else `null`. */
export function fromElsewhere(
  { marks }: ReadBook,
  { now: { rows }, workbookUid }: CompareInput,
): string | null {
  const ours = rows.workbook[0]?.systemName ?? ''
  if (marks && marks.format > MARKS_FORMAT)
    return 'It was made by a newer version of Ninefold. Open it with that version.'
  if (!marks || marks.workbookUid === workbookUid) return null
  return marks.systemName === ours
    ? `It came from another workbook that is also called ${ours}. Open that workbook to review it.`
    : `It came from another workbook, ${marks.systemName}; this one is ${ours}. Open that workbook to review it.`
}

/** By its hidden sheet, its return code, the marks of its rows; at last by which file it is most like. */
export function whichFile(book: ReadBook, input: CompareInput, bases: Bases): Which {
  const { marks } = book
  const code = marks?.sentFileId ?? book.returnCode ?? codeOfRows(book)
  const sentFile = input.sentFiles.find(sent => sent.id === code) ?? null
  const how = marks ? [] : [book.returnCode ? BY_CODE : BY_ROWS]
  if (sentFile) {
    const base = bases.ofSent(sentFile)
    return { kind: 'known', base, sentFile, forWhom: sentFile.forWhom, remarks: [...how, ...exactly(base)] }
  }
  if (marks) {
    const isOurs = marks.seal !== '' && input.sealAt(marks.editSeq) === marks.seal
    const base = isOurs ? bases.ofMarks(marks) : bases.ofNow(marks)
    const remarks = isOurs ? exactly(base) : [NOT_OURS]
    return { kind: 'known', base, sentFile: null, forWhom: marks.forWhom, remarks }
  }
  return guessed(book, input, bases)
}

const BY_CODE = 'Its hidden sheet is gone; it was known by its return code.'
const BY_ROWS = 'Its hidden sheet and its return code are gone; it was known by the marks of its rows.'
const NOT_OURS =
  'It was sent from another copy of this workbook, so what was sent in it is not known here: what differs is for you to choose.'

function exactly(base: Base): string[] {
  return base.isAsFingerprinted === false
    ? ['What was sent in it could not be put together again exactly. Please look twice at what it changed.']
    : []
}

/** The return code that most marks of rows carry. */
function codeOfRows(book: ReadBook): string | null {
  const counts = new Map<string, number>()
  for (const table of book.tables) {
    const column = table.kind === 'long-text' ? null : markColumn(table)
    if (column === null) continue
    for (const row of table.rows) {
      const code = parseRowMark(row.cells.get(column)?.text ?? '')?.sentFileId
      if (code) counts.set(code, (counts.get(code) ?? 0) + 1)
    }
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best?.[0] ?? null
}

function guessed(book: ReadBook, input: CompareInput, bases: Bases): Which {
  const tables = book.tables.filter(table => table.kind === 'plan')
  const sent = input.sentFiles.filter(isExcelOfRows).sort((a, b) => b.editSeq - a.editSeq)
  const seqs = [...new Set(sent.map(one => one.editSeq))].slice(0, MOST_TRIED)
  const tried: { base: Base; sentFile: SentFile | null; fit: Fit }[] = []
  const refs = refsIn(tables)
  const isLikely = ({ kind, editSeq, forWhom }: SentFile) =>
    seqs.includes(editSeq) &&
    (kind !== 'owner' || refs.size === 0 || bases.ownersAt(editSeq, refs).has(personKey(forWhom)))
  for (const one of sent.filter(isLikely).slice(0, MOST_FILES)) {
    const base = bases.ofSent(one)
    tried.push({ base, sentFile: one, fit: fitOf(tables, base, bases.now(base.sentAs)) })
  }
  const nowAs = asSentNow(input)
  if (nowAs) {
    const base = bases.ofEdit(input.now.seq, nowAs)
    tried.push({ base, sentFile: null, fit: fitOf(tables, base, base.state) })
  }
  const [best] = tried.sort(
    (a, b) => b.fit.equal - b.fit.different - (a.fit.equal - a.fit.different) || b.fit.equal - a.fit.equal,
  )
  if (!best || best.fit.matched === 0 || best.fit.matched < best.fit.rows * 0.3)
    return {
      kind: 'refused',
      problem:
        'It does not look like it came from this workbook: hardly any of its rows are in the plan. Choose the file that was sent back.',
    }
  const { sentFile } = best
  const what = sentFile
    ? `what was sent on ${longDate(sentFile.madeOn)}${sentFile.forWhom ? ` to ${sentFile.forWhom}` : ''}, which it is most like`
    : 'the workbook as it is now'
  return {
    kind: 'known',
    base: best.base,
    sentFile,
    forWhom: sentFile?.forWhom ?? '',
    remarks: [
      `Its hidden marks and its return code are gone, so rows were matched by reference and text, and compared with ${what}. Please check them.`,
    ],
  }
}

/** A slip and a copy of the workbook hold no rows of the plan. */
function isExcelOfRows({ kind }: SentFile): boolean {
  return kind === 'board' || kind === 'plan' || kind === 'owner'
}

function asSentNow({ now, today }: CompareInput): SentAs | null {
  const round = openRoundOf(now.rows) ?? now.rows.rounds.at(-1)
  if (!round) return null
  return {
    kind: 'plan',
    madeOn: today,
    madeAt: `${today}T00:00:00.000Z`,
    forWhom: '',
    view: 'full',
    readers: 'board',
    roundId: round.id,
    areaId: null,
    hasRatings: false,
  }
}

/** The day of progress that names none: when the file was last saved, if that can be true. */
export function dayOfFile(book: ReadBook, sentOn: Day, today: Day): Day {
  const { modifiedOn } = book
  return modifiedOn !== null && modifiedOn >= sentOn && modifiedOn <= today ? modifiedOn : today
}

/** The references in the first rows of plans. */
function refsIn(tables: ReadBook['tables']): ReadonlySet<number> {
  const cells = tables.flatMap(({ rows }) => rows.slice(0, 50).flatMap(row => [...row.cells.values()]))
  return new Set(cells.flatMap(({ text }) => (text.length < 20 ? (refNumber(text) ?? []) : [])))
}
