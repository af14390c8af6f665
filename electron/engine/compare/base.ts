import type { SentFile } from '../../../shared/model/sent-file.ts'
import type { Rows } from '../../../shared/model/snapshot.ts'
import { personKey } from '../../../shared/rules/closing.ts'
import type { FileMarks } from '../exchange/file-marks.ts'
import { fingerprintOf, type SentRow, type SentTable, sentTables } from '../exchange/sent-tables.ts'
import type { CompareInput } from './input.ts'
import { type State, stateOf } from './state.ts'

/** What of a file that was sent says how it looked. */
export type SentAs = Pick<
  SentFile,
  'kind' | 'madeOn' | 'madeAt' | 'forWhom' | 'view' | 'readers' | 'roundId' | 'areaId' | 'hasRatings'
>

/** What a file held when it was sent: the workbook as it stood then, and the very tables that were written from it. */
export type Base = {
  /** Without it nobody knows what was sent, and the state is that of now. */
  readonly isKnown: boolean
  readonly sentFileId: string | null
  readonly sentAs: SentAs
  readonly state: State
  readonly plan: BaseTable
  readonly ratings: BaseTable
  /** Whether the tables have the fingerprint the file was sent with; `null` when that is not known. */
  readonly isAsFingerprinted: boolean | null
}

export type BaseTable = {
  readonly columns: SentTable['columns']
  readonly rows: ReadonlyMap<string, SentRow>
}

/** Finds and keeps the bases of files: those sent after the same edit in the same shape share one. */
export type Bases = {
  /** Of a file we remember. */
  ofSent(sentFile: SentFile): Base
  /** Of a file that says of itself where it came from. */
  ofMarks(marks: FileMarks): Base
  /** Of a file nobody remembers: the workbook as it is now, shown like that file. */
  ofNow(sentAs: SentAs): Base
  /** Of a file that tells nothing, tried as sent after that edit. */
  ofEdit(seq: number, sentAs: SentAs): Base
  /** Who owned the actions of these references after that edit, as `personKey` has them. */
  ownersAt(seq: number, refs: ReadonlySet<number>): ReadonlySet<string>
  /** The workbook as it is now, as a reader of such a file would see it. */
  now(sentAs: SentAs): State
}

/** The bases of a comparison. */
export function basesOf(input: CompareInput): Bases {
  const rows = memo((seq: number) => (seq === input.now.seq ? input.now.rows : input.rowsAsAt(seq)))
  const states = memo((key: string) => {
    const { seq, sentAs } = JSON.parse(key) as { seq: number | null; sentAs: SentAs }
    return stateOf(seq === null ? input.now.rows : rows(seq), input.now.framework, {
      roundId: sentAs.roundId,
      options: { view: sentAs.view, readers: sentAs.readers },
      today: sentAs.madeOn,
    })
  })
  const stateAt = (seq: number | null, { roundId, view, readers, madeOn }: SentAs) =>
    states(JSON.stringify({ seq, sentAs: { roundId, view, readers, madeOn } }))
  const made = new Map<string, Base>()
  const base = (seq: number | null, sentAs: SentAs, sentFileId: string | null, fingerprint: string): Base => {
    const key = JSON.stringify([seq, sentFileId, sentAs])
    const known = made.get(key)
    if (known) return known
    const state = stateAt(seq, sentAs)
    const { tables, print } = shownOnce(state, sentAs, fingerprint !== '')
    const result: Base = {
      isKnown: seq !== null,
      sentFileId,
      sentAs,
      state,
      plan: tableOf(tables, 'plan'),
      ratings: tableOf(tables, 'ratings'),
      isAsFingerprinted: seq === null || fingerprint === '' ? null : print === fingerprint,
    }
    made.set(key, result)
    return result
  }
  return {
    ofSent: sent => base(sent.editSeq, sentAsOf(sent), sent.id, sent.fingerprint),
    ofMarks: marks => base(marks.editSeq, sentAsOf(marks), marks.sentFileId, marks.fingerprint),
    ofNow: sentAs => base(null, sentAs, null, ''),
    ofEdit: (seq, sentAs) => base(seq, sentAs, null, ''),
    ownersAt: (seq, refs) =>
      new Set(rows(seq).actions.flatMap(({ ref, owner }) => (refs.has(ref) ? personKey(owner) : []))),
    now: sentAs => stateAt(null, sentAs),
  }
}

/** Only what says how a file looked. */
function sentAsOf(sent: SentAs): SentAs {
  const { kind, madeOn, madeAt, forWhom, view, readers, roundId, areaId, hasRatings } = sent
  return { kind, madeOn, madeAt, forWhom, view, readers, roundId, areaId, hasRatings }
}

type Shown = { readonly tables: readonly SentTable[]; readonly print: string }

/** What rows looked like when they were sent does not change, while the same files are compared again and again. */
const shown = new WeakMap<Rows, Map<string, Shown>>()

function shownOnce({ rows, facts }: State, sentAs: SentAs, isPrinted: boolean): Shown {
  const key = JSON.stringify([sentAs, isPrinted])
  const known = shown.get(rows) ?? new Map<string, Shown>()
  shown.set(rows, known)
  const before = known.get(key)
  if (before) return before
  const tables = sentTables(facts, sentAs)
  const made = { tables, print: isPrinted ? fingerprintOf(tables) : '' }
  known.set(key, made)
  return made
}

function tableOf(tables: readonly SentTable[], kind: SentTable['kind']): BaseTable {
  const table = tables.find(one => one.kind === kind)
  return { columns: table?.columns ?? [], rows: new Map(table?.rows.map(row => [row.id, row])) }
}

function memo<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return key => {
    if (!known.has(key)) known.set(key, make(key))
    return known.get(key)!
  }
}
