import { hash } from 'node:crypto'
import type { Edit, EditAbout, HistoryThing } from '../../../shared/model/edit.ts'
import { type Change, listChanges, setCurrentEdit } from './change-log.ts'
import { inTransaction, prepared, type ReadableDb, type WritableDb } from './database.ts'

/** What is said of an edit before it has a number. */
export type EditDraft = {
  readonly at: string
  readonly who: string
  readonly words: string
  readonly kind?: Edit['kind']
  readonly target?: number | null
  readonly about?: EditAbout
}

type RawEdit = {
  readonly seq: number
  readonly at: string
  readonly who: string
  readonly words: string
  readonly kind: Edit['kind']
  readonly target: number | null
  readonly principle_id: string | null
  readonly area_id: string | null
  readonly action_id: string | null
  readonly evidence_id: string | null
  readonly hash: string
}

/** An edit on the disk, and what it changed, in order. */
export type MadeEdit = { readonly edit: Edit; readonly changes: readonly Change[] }

class NothingChanged extends Error {}

/**
 * Runs `work` as one named edit, in one durable transaction: all of it is on the disk when this returns, or none.
 * Gives `null`, and leaves no trace, when nothing was changed. A `note` is kept although it changes nothing, and so is an
 * undo or a redo: without it, the same edit would be next to take back for ever.
 */
export function withEdit(db: WritableDb, draft: EditDraft, work: () => void): MadeEdit | null {
  try {
    return inTransaction(db, () => {
      const last = lastSeal(db)
      const edit = editOf(last.seq + 1, draft)
      setCurrentEdit(db, edit.seq)
      work()
      setCurrentEdit(db, null)
      const changes = listChanges(db, edit.seq)
      if (changes.length === 0 && edit.kind === 'do') throw new NothingChanged()
      insertEdit(db, edit, sealOf(last.hash, edit, changes))
      return { edit, changes }
    })
  } catch (error) {
    if (error instanceof NothingChanged) return null
    throw error
  }
}

/** An edit that is known to be there. */
export function getEdit(db: ReadableDb, seq: number): Edit {
  return toEdit(prepared(db, 'SELECT * FROM edit WHERE seq = ?').get(seq) as RawEdit)
}

/** Every edit, oldest first. */
export function listEdits(db: ReadableDb): Edit[] {
  return (prepared(db, 'SELECT * FROM edit ORDER BY seq').all() as RawEdit[]).map(toEdit)
}

/** Edits after number `seq`, oldest first, at most `limit`, each with its seal. */
export function listEditsAfter(
  db: ReadableDb,
  seq: number,
  limit: number,
): (Edit & { readonly hash: string })[] {
  const rows = prepared(db, 'SELECT * FROM edit WHERE seq > ? ORDER BY seq LIMIT ?').all(
    seq,
    limit,
  ) as RawEdit[]
  return rows.map(raw => ({ ...toEdit(raw), hash: raw.hash }))
}

/**
 * An edit says one thing of a kind it is about, or none when it changed several: then what it changed says whether this one is
 * among them. Asked only of such edits, newest first, so that no index on every row is needed.
 */
const ABOUT_ACTION = `(action_id = @actionId OR action_id IS NULL AND EXISTS (
  SELECT 1 FROM change WHERE edit_seq = edit.seq AND (row_id = @actionId
    OR table_name = 'action_update' AND row_id IN (SELECT id FROM action_update WHERE action_id = @actionId))))`
const ABOUT_EVIDENCE = `(evidence_id = @evidenceId OR evidence_id IS NULL AND EXISTS (
  SELECT 1 FROM change WHERE edit_seq = edit.seq AND table_name = 'evidence' AND row_id = @evidenceId))`
const ABOUT_PRINCIPLE = `(principle_id = @principleId OR principle_id IS NULL AND EXISTS (
  SELECT 1 FROM change WHERE edit_seq = edit.seq AND table_name = 'rating' AND row_id LIKE '%:' || @principleId))`

/** Which tables hold each kind of thing. */
const TABLES_OF: Readonly<Record<HistoryThing, readonly string[]>> = {
  ratings: ['rating'],
  actions: ['action', 'action_update'],
  evidence: ['evidence', 'evidence_link'],
  measures: ['measure', 'measure_point'],
  room: ['vote', 'participant', 'room', 'room_step', 'parked', 'slip', 'slip_answer'],
  rounds: ['round', 'decision'],
  workbook: ['workbook', 'area', 'status'],
  sent: ['sent_file'],
}

/** What an edit has to be; days are moments by then. */
export type EditFilter = {
  readonly before?: number | undefined
  readonly limit: number
  readonly about: EditAbout
  readonly who?: string | undefined
  readonly thing?: HistoryThing | undefined
  /** Not before this moment, and before that one. */
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly words?: string
}

/** Edits newest first, at most `limit`, matching all that is given. */
export function findEdits(db: ReadableDb, filter: EditFilter): Edit[] {
  const { sql, values } = editQuery(filter)
  return (prepared(db, sql).all(values) as RawEdit[]).map(toEdit)
}

/** The question as it is put: by number, newest first, so that a page takes no longer in a long history. */
export function editQuery(filter: EditFilter): {
  readonly sql: string
  readonly values: Readonly<Record<string, unknown>>
} {
  const { limit, about, words = '', thing, ...others } = filter
  const given = { ...others, ...about }
  const clauses: Readonly<Record<keyof typeof given, string>> = {
    before: 'seq < @before',
    who: 'who = @who',
    since: 'at >= @since',
    until: 'at < @until',
    principleId: ABOUT_PRINCIPLE,
    areaId: 'area_id = @areaId',
    actionId: ABOUT_ACTION,
    evidenceId: ABOUT_EVIDENCE,
  }
  const asked = Object.entries(given).filter(([, value]) => value !== undefined)
  const parts = words.split(/\s+/).filter(Boolean).slice(0, 20)
  const tables = thing ? TABLES_OF[thing].map(name => `'${name}'`).join(', ') : ''
  const where = [
    ...asked.map(([name]) => clauses[name as keyof typeof given]),
    ...parts.map((_, index) => `words LIKE @word${index} ESCAPE '\\'`),
    ...(thing
      ? [`EXISTS (SELECT 1 FROM change WHERE edit_seq = edit.seq AND table_name IN (${tables}))`]
      : []),
  ]
  const sql = `SELECT * FROM edit ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''} ORDER BY seq DESC LIMIT @limit`
  const likes = parts.map((part, index) => [`word${index}`, `%${part.replace(/[\\%_]/g, '\\$&')}%`])
  return { sql, values: { ...Object.fromEntries([...asked, ...likes]), limit } }
}

const known = new WeakMap<ReadableDb, { seq: number; readonly names: Set<string> }>()

/** Everyone who made an edit, in the order of the alphabet. Only edits since it was last asked are looked through. */
export function listPeople(db: ReadableDb): string[] {
  const people = known.get(db) ?? { seq: 0, names: new Set() }
  known.set(db, people)
  const { seq } = lastSeal(db)
  const sql = 'SELECT DISTINCT who FROM edit WHERE seq > ?'
  for (const name of prepared(db, sql).pluck().all(people.seq) as string[])
    if (name !== '') people.names.add(name)
  people.seq = seq
  return [...people.names].sort()
}

/** The seal of an edit: SHA-256 over the seal before it, what is said of it and what it changed. */
export function sealOf(previous: string, edit: Edit, changes: readonly Change[]): string {
  const { principleId, areaId, actionId, evidenceId } = edit.about
  const about = [principleId, areaId, actionId, evidenceId].map(id => id ?? null)
  const said = [edit.seq, edit.at, edit.who, edit.words, edit.kind, edit.target, about]
  const changed = changes.map(change => [
    change.op,
    change.table,
    change.rowId,
    change.column,
    change.old,
    change.new,
  ])
  return hash('sha256', JSON.stringify([previous, said, changed]))
}

/** The number and the seal of the newest edit; 0 and an empty one before the first. */
export function lastSeal(db: ReadableDb): { readonly seq: number; readonly hash: string } {
  const row = prepared(db, 'SELECT seq, hash FROM edit ORDER BY seq DESC LIMIT 1').get()
  return (row as { seq: number; hash: string } | undefined) ?? { seq: 0, hash: '' }
}

function editOf(seq: number, { at, who, words, kind = 'do', target = null, about = {} }: EditDraft): Edit {
  const given = Object.entries(about).filter(([, id]) => id !== undefined)
  return {
    seq,
    at,
    who: asStored(who),
    words: asStored(words),
    kind,
    target,
    about: Object.fromEntries(given) as EditAbout,
  }
}

/** A cut through an emoji leaves half of it, which no file can hold: sealed as such, it would read back as tampered. */
function asStored(text: string): string {
  return Buffer.from(text).toString()
}

/** Written last, when its seal is known. References to it are checked at the end of the transaction. */
function insertEdit(db: WritableDb, edit: Edit, seal: string): void {
  const { about } = edit
  prepared(
    db,
    `INSERT INTO edit (seq, at, who, words, kind, target, principle_id, area_id, action_id, evidence_id, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    edit.seq,
    edit.at,
    edit.who,
    edit.words,
    edit.kind,
    edit.target,
    about.principleId ?? null,
    about.areaId ?? null,
    about.actionId ?? null,
    about.evidenceId ?? null,
    seal,
  )
}

function toEdit(raw: RawEdit): Edit {
  const about = {
    principleId: raw.principle_id,
    areaId: raw.area_id,
    actionId: raw.action_id,
    evidenceId: raw.evidence_id,
  }
  const given = Object.entries(about).filter(([, id]) => id !== null)
  return {
    seq: raw.seq,
    at: raw.at,
    who: raw.who,
    words: raw.words,
    kind: raw.kind,
    target: raw.target,
    about: Object.fromEntries(given) as EditAbout,
  }
}
