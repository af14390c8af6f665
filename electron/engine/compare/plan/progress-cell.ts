import { type Action, Update } from '../../../../shared/model/action.ts'
import type { Day } from '../../../../shared/model/fields.ts'
import { longDate, shortDate } from '../../../../shared/text/dates.ts'
import { keptText, plainText } from '../../../../shared/text/plain.ts'
import { typedDate } from '../../../../shared/text/typed-date.ts'
import type { RowWrite } from '../comparison.ts'
import { type Meaning, type Reading, textValue, unreadable } from '../value.ts'
import type { CellAt } from './cell-at.ts'

type Line = { readonly on: Day; readonly text: string; readonly isDated: boolean }

/** The latest update as its cell shows it. */
export function progressMeaning(update: Pick<Update, 'on' | 'text'> | undefined): Meaning {
  return meaningOfLines(update ? [update] : [])
}

/**
 * Progress that was typed over or added to: dated updates, for updates are kept and never overwritten. What was sent is
 * left out of it. A date in front is the date of the words behind it; `null` when nothing new is said.
 */
export function readProgress(typed: string, at: CellAt): Reading<Action> | null {
  const text = keptText(typed)
  if (plainText(text) === '')
    return unreadable('Progress is kept line by line, so an emptied cell takes no line away.', typed)
  const here = at.now.updatesOf(at.action.id)
  const isKnown = (line: Line) =>
    here.some(
      update => plainText(update.text) === plainText(line.text) && (update.on === line.on || !line.isDated),
    )
  const lines = datedLines(withoutKnown(text, at), at).filter(line => !isKnown(line))
  if (lines.length === 0) return null
  if (lines.some(line => !Update.shape.text.safeParse(line.text).success))
    return unreadable('The text is longer than 200,000 characters.', typed)
  const writes = lines.map(({ on, text }, index): RowWrite => {
    const id = `new:${at.file.id}:${at.action.id}:${index}`
    const row = { id, actionId: at.action.id, on, text, author: at.file.author, statusId: null, addedAt: '' }
    return { op: 'insert', collection: 'updates', row }
  })
  const undated = lines.filter(line => !line.isDated)
  const remarks = undated.length === 0 ? [] : [`It names no date, so it is dated ${longDate(at.file.day)}.`]
  return { kind: 'read', meaning: meaningOfLines(lines), set: {}, writes, remarks }
}

function meaningOfLines(lines: readonly Pick<Line, 'on' | 'text'>[]): Meaning {
  return {
    key: lines.map(line => `${line.on}\u0000${plainText(line.text)}`).join('\u0001'),
    value: textValue(lines.map(line => `${shortDate(line.on)}: ${line.text.trim()}`).join('\n')),
  }
}

/** The part of a text that its writer added to the line that was sent, or to the one that is there now; else all of it. */
function withoutKnown(text: string, at: CellAt): string {
  const known = [at.sent?.state.facts.latestUpdate(at.action.id), at.now.facts.latestUpdate(at.action.id)]
  for (const update of known) {
    if (!update) continue
    // What is added is kept as it was typed, an emoji of several characters included, where what was there is the same
    // to the letter.
    for (const plain of [keptText, plainText]) {
      const words = plain(update.text)
      for (const shown of [`${shortDate(update.on)}: ${words}`, words]) {
        const rest = without(plain(text), shown)
        if (rest !== null) return rest
      }
    }
  }
  return text
}

/** What stands before or after `known` in a text; `null` when it is not at an end of it or nothing else is said. */
function without(text: string, known: string): string | null {
  if (known.length < 3) return null
  if (text.startsWith(known)) return said(text.slice(known.length))
  if (text.endsWith(known) && /\W$/.test(text.slice(0, -known.length)))
    return said(text.slice(0, -known.length))
  return null
}

function said(rest: string): string | null {
  if (/^[\p{L}\p{N}]/u.test(rest)) return null
  const words = rest.replace(/^[\s;,.|/+\u2013\u2014-]+/, '').replace(/[\s;|/+\u2013\u2014-]+$/, '')
  return words === '' ? null : words
}

function datedLines(text: string, { file, now }: CellAt): Line[] {
  const today = now.facts.input.today > file.context.today ? now.facts.input.today : file.context.today
  const lines: Line[] = []
  for (const line of text.split('\n')) {
    const dated = dateInFront(line, today)
    const last = lines.at(-1)
    if (dated) lines.push({ ...dated, isDated: true })
    else if (last) lines[lines.length - 1] = { ...last, text: `${last.text}\n${line}` }
    else lines.push({ on: file.day, text: line, isDated: false })
  }
  return lines.map(line => ({ ...line, text: line.text.trim() })).filter(line => line.text !== '')
}

const DATE_THEN_WORDS = [
  /^[([]?([^:\n()[\]]{3,30}?)[)\]]?\s*:\s*(.*)$/,
  /^[([]?([^\n()[\]]{3,30}?)[)\]]?\s+[-\u2013\u2014]\s*(.*)$/,
  /^[([]([^\n()[\]]{3,30}?)[)\]]\s*(.*)$/,
  /^(\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4})\s+(.*)$/,
  /^(\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,9},?\s+\d{4})\s+(.*)$/u,
]

function dateInFront(line: string, today: Day): { readonly on: Day; readonly text: string } | null {
  for (const pattern of DATE_THEN_WORDS) {
    const match = pattern.exec(line)
    const on = match && typedDate(plainText(match[1]!), today)
    if (on) return { on, text: match[2]! }
  }
  return null
}
