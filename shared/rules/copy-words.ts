import type { CopyKind, Origin } from '../model/origin.ts'
import type { Rows } from '../model/snapshot.ts'
import { count, localDay, longDate } from '../text/dates.ts'
import { listOf, sizeOf } from '../text/sizes.ts'
import { hiddenCounts, mayGoOut, namesLeftOut, planNamesOf } from './copies.ts'
import { shownVotes } from './select.ts'

/** What a copy takes along and what it leaves, in sentences with the workbook's own numbers; those with none are not said. */
export type CopyWords = { readonly goes: readonly string[]; readonly stays: readonly string[] }

/** What decides what a copy holds. */
export type CopyAbout = {
  readonly kind: CopyKind
  readonly hasPlanNames: boolean
  /** Changes in the history. */
  readonly edits: number
  /** Evidence files that this workbook holds itself, by their hash. */
  readonly held: ReadonlySet<string>
}

/** Says it for a copy of these rows. */
export function copyWords(rows: Rows, about: CopyAbout): CopyWords {
  switch (about.kind) {
    case 'full':
      return { goes: wholeWords(rows, about, true), stays: [] }
    case 'light':
      return { goes: wholeWords(rows, about, false), stays: lightWords(rows, about) }
    case 'redacted':
      return { goes: redactedGoes(rows, about), stays: redactedStays(rows, about) }
  }
}

/** What a check says of files that a light copy does not hold. */
export function leftOutOnPurpose(files: number): string {
  return `${count(files, 'file was', 'files were')} left out on purpose: the full workbook keeps ${files === 1 ? 'it' : 'them'}.`
}

/** What a redacted copy says of itself wherever it is shown; `null` when none of these rows says so. */
export function redactedWords(origins: Iterable<Origin>): string | null {
  const redacted = [...origins].find(({ kind }) => kind === 'redacted')
  if (!redacted) return null
  const by = redacted.madeBy ? ` by ${redacted.madeBy}` : ''
  return `This is a redacted copy, made${by} on ${longDate(localDay(new Date(redacted.madeAt)))}: it does not hold everything.`
}

/** Why a file of a light copy cannot be seen, opened or saved. */
export function notInThisCopy(fileName: string): string {
  return `“${fileName}” is not in this copy: the full workbook keeps it.`
}

function wholeWords(rows: Rows, { edits, held }: CopyAbout, hasFiles: boolean): string[] {
  const kept = rows.evidence.filter(({ handling }) => handling === 'keep').length
  return said([
    `Ratings, votes and notes; ${count(rows.actions.length, 'action')}; ${count(rows.evidence.length, 'item')} of evidence.`,
    hasFiles && filesOf(rows, held).length > 0 && `Every evidence file, ${sizeOf(bytesOf(rows, held))}.`,
    `The whole history, ${count(edits, 'change')}, with what stood there before.`,
    kept > 0 && `Also what is marked keep here: ${count(kept, 'item')}. Think before it goes outside.`,
  ])
}

function lightWords(rows: Rows, { held }: CopyAbout): string[] {
  const files = filesOf(rows, held)
  if (files.length === 0) return []
  return [
    `The bytes of ${count(files.length, 'evidence file')}, ${sizeOf(bytesOf(rows, held))}. Each item stays, with the name, size and SHA-256 of its file.`,
  ]
}

function redactedGoes(rows: Rows, { hasPlanNames, held }: CopyAbout): string[] {
  const going = rows.evidence.filter(mayGoOut)
  const files = going.filter(({ kind, contentHash }) => kind === 'file' && held.has(contentHash))
  const names = planNamesOf(rows).length
  return said([
    'Levels, reasons and targets; measures; what the board said.',
    `${count(rows.actions.length, 'action')} with progress${hasPlanNames && names > 0 ? `, and ${count(names, 'name')} of owners and others the plan names` : ''}.`,
    `${count(going.length, 'item')} of evidence marked share${files.length > 0 ? `, with ${count(files.length, 'file')} as they are: nobody has looked inside` : ''}.`,
    'Votes by organisation, groups of fewer than three put together.',
  ])
}

function redactedStays(rows: Rows, { hasPlanNames, edits }: CopyAbout): string[] {
  const marked = (handling: string) => rows.evidence.filter(item => item.handling === handling).length
  const items = [
    marked('board') > 0 && `${count(marked('board'), 'board-only item')}`,
    marked('keep') > 0 && `${count(marked('keep'), 'keep-here item')}`,
  ].filter(each => each !== false)
  const notes = notesIn(rows)
  const names = namesLeftOut(rows).length
  const hidden = hiddenCounts(rows.votes, shownVotes(rows)).size
  const planNames = planNamesOf(rows).length
  return said([
    items.length > 0 && `${listOf(items)}, with their files and every mention of them.`,
    notes > 0 &&
      `${count(notes, 'note')}: notes kept as evidence, on changes of level and on actions, and what the room put aside.`,
    names > 0 &&
      `${count(names, 'name')} of people in the room or on rating slips, wherever a text names them.`,
    !hasPlanNames &&
      planNames > 0 &&
      `${count(planNames, 'name')} of owners and others the plan names; their roles go.`,
    rows.slips.length > 0 && `${count(rows.slips.length, 'rating slip')}.`,
    hidden > 0 && `${count(hidden, 'count')} the room has not shown.`,
    'Counts of fewer than three hands, and who voted how.',
    rows.sentFiles.length > 0 && `The list of ${count(rows.sentFiles.length, 'file')} sent out, and to whom.`,
    `The history, ${count(edits, 'change')}, with what stood there before. The copy begins one of its own.`,
  ])
}

/** Notes of a workbook (CO12): items that are notes, and cells and lines that are. */
function notesIn(rows: Rows): number {
  return (
    rows.evidence.filter(item => item.kind === 'note' && item.handling === 'share').length +
    rows.evidence.filter(item => item.kind !== 'note' && item.note !== '').length +
    rows.ratings.filter(({ changeNote }) => changeNote !== '').length +
    rows.actions.filter(({ evidenceNote }) => evidenceNote !== '').length +
    rows.parked.length
  )
}

function filesOf(rows: Rows, held: ReadonlySet<string>): readonly { readonly size: number }[] {
  const files = new Map(
    rows.evidence.flatMap(({ kind, contentHash, size }) =>
      kind === 'file' && held.has(contentHash) ? [[contentHash, { size }]] : [],
    ),
  )
  return [...files.values()]
}

function bytesOf(rows: Rows, held: ReadonlySet<string>): number {
  return filesOf(rows, held).reduce((sum, { size }) => sum + size, 0)
}

function said(sentences: readonly (string | false)[]): string[] {
  return sentences.filter(sentence => sentence !== false)
}
