import type { Day } from '../model/fields.ts'
import type { SentFile } from '../model/sent-file.ts'
import { byName } from '../text/by-name.ts'
import { longDate } from '../text/dates.ts'
import { sentKindWords } from '../text/words.ts'
import { daysBetween } from './lateness.ts'
import type { Reads } from './select.ts'

/** What left in one go: all owner workbooks of a day, or one plan. */
export type Sending = { readonly madeOn: Day; readonly files: readonly SentFile[] }

/** A file that has not come back needs attention after so many days. */
const EXPECTED_WITHIN_DAYS = 7

/** What is still expected back, longest ago first, and the rest, newest first. */
export function sentInOrder(rows: Reads<'sentFiles'>): {
  readonly awaited: readonly SentFile[]
  readonly others: readonly SentFile[]
} {
  const files = [...rows.sentFiles.values()]
  return {
    awaited: files.filter(file => file.isAwaited).sort((a, b) => compare(a.madeAt, b.madeAt) || byWhom(a, b)),
    others: files
      .filter(file => !file.isAwaited)
      .sort((a, b) => compare(lastMoment(b), lastMoment(a)) || byWhom(a, b)),
  }
}

/** Whom a file was made for. */
export function whomOf({ forWhom, kind }: SentFile): string {
  return forWhom || (kind === 'slip' ? 'Someone not named' : 'Everyone')
}

/** `3 of 8 owner workbooks have not come back`; `null` when nothing is expected. */
export function awaitedWords(files: Iterable<SentFile>): string | null {
  const { awaited, nouns } = countsOf(files)
  if (awaited === 0) return null
  return `${nouns.replace(/^\D/, letter => `The ${letter.toLowerCase()}`)} ${awaited === 1 ? 'has' : 'have'} not come back`
}

/** `3 of 8 owner workbooks`, `Rating slip for Helen Marsh`: counts only what left together with what is awaited. */
function countsOf(files: Iterable<SentFile>): { readonly awaited: number; readonly nouns: string } {
  const open = sendingsOf(files).flatMap(sending => sending.files)
  const waiting = open.filter(file => file.isAwaited)
  const [first] = waiting
  if (!first) return { awaited: 0, nouns: '' }
  const awaited = waiting.length
  const { one, many } = sentKindWords[first.kind]
  if (open.length === 1) return { awaited, nouns: first.forWhom ? `${one} for ${first.forWhom}` : one }
  const kinds = open.every(file => file.kind === first.kind) ? many : 'files'
  const [some, all] = [awaited.toLocaleString('en-GB'), open.length.toLocaleString('en-GB')]
  return { awaited, nouns: awaited === open.length ? `${all} ${kinds}` : `${some} of ${all} ${kinds}` }
}

/** Each sending that is still out after a week, in few words, and since when; longest ago first. */
export function overdueBack(
  rows: Reads<'sentFiles'>,
  today: Day,
): { readonly what: string; readonly since: string }[] {
  return sendingsOf(rows.sentFiles.values())
    .filter(({ madeOn }) => daysBetween(madeOn, today) >= EXPECTED_WITHIN_DAYS)
    .sort((a, b) => compare(a.madeOn, b.madeOn))
    .map(({ files, madeOn }) => ({
      what: countsOf(files).nouns,
      since: `Not back, sent on ${longDate(madeOn)}`,
    }))
}

/** Those of which something is still expected. */
function sendingsOf(files: Iterable<SentFile>): Sending[] {
  const sendings = new Map<string, SentFile[]>()
  for (const file of files) {
    const key = `${file.kind} ${file.editSeq} ${file.madeOn}`
    const known = sendings.get(key)
    if (known) known.push(file)
    else sendings.set(key, [file])
  }
  return [...sendings.values()]
    .filter(together => together.some(file => file.isAwaited))
    .map(together => ({ madeOn: together[0]!.madeOn, files: together }))
}

function lastMoment(file: SentFile): string {
  return file.returnedAt ?? file.madeAt
}

function byWhom(a: SentFile, b: SentFile): number {
  return byName(a.forWhom, b.forWhom)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
