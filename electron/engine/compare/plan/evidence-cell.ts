import type { Action } from '../../../../shared/model/action.ts'
import { refOf } from '../../../../shared/text/names.ts'
import { keptText, plainText } from '../../../../shared/text/plain.ts'
import type { RowWrite } from '../comparison.ts'
import type { State } from '../state.ts'
import { type Meaning, type Reading, textValue, unreadable } from '../value.ts'
import type { CellAt } from './cell-at.ts'

/** References of items tied to an action, and the note beside them. */
type Held = { readonly refs: readonly number[]; readonly note: string }

/** The evidence of an action as its cell shows it to the readers of a file. */
export function evidenceShown(action: Action, state: State): Meaning {
  return meaningOf(heldBy(action, state))
}

/** Evidence that was tied or untied by its reference, and a note that was changed: both stand in one cell. */
export function readEvidence(typed: string, at: CellAt): Reading<Action> {
  const { action, now } = at
  const from = at.sent ? heldBy(at.sent.action, at.sent.state) : heldBy(action, now)
  const before = parsed(shownText(from))
  const after = parsed(keptText(typed))
  const unknown = after.refs.filter(ref => !before.refs.includes(ref) && !now.evidenceByRef(ref))
  if (unknown.length > 0) {
    const names = unknown.map(ref => refOf('evidence', ref)).join(', ')
    return unreadable(`There is no evidence ${names} in this workbook.`, typed)
  }
  const result: Held = {
    refs: sorted([
      ...from.refs.filter(ref => after.refs.includes(ref) || !before.refs.includes(ref)),
      ...after.refs.filter(ref => !before.refs.includes(ref)),
    ]),
    note: plainText(before.note) === plainText(after.note) ? from.note : after.note,
  }
  const isNoted = plainText(result.note) !== plainText(action.evidenceNote)
  return {
    kind: 'read',
    meaning: meaningOf(result),
    set: isNoted ? { evidenceNote: result.note } : {},
    writes: linkWrites(result, at),
    remarks: [],
  }
}

function heldBy(action: Action, { facts }: State): Held {
  return { refs: facts.evidenceFor(action.id).map(item => item.ref), note: action.evidenceNote }
}

function meaningOf(held: Held): Meaning {
  return {
    key: `${sorted(held.refs).join()}\u0000${plainText(held.note)}`,
    value: textValue(shownText(held)),
  }
}

function shownText({ refs, note }: Held): string {
  return [refs.map(ref => refOf('evidence', ref)).join(', '), note].filter(Boolean).join('\n')
}

/** Ties that are missing are made, those the copy showed and the cell does not name any more are taken away. */
function linkWrites({ refs }: Held, { action, now, file }: CellAt): RowWrite[] {
  const links = now.linksOf(action.id)
  const shown = now.facts.evidenceFor(action.id)
  const added = refs.flatMap(ref => {
    const item = now.evidenceByRef(ref)
    return item && !links.some(link => link.evidenceId === item.id) ? [item] : []
  })
  const gone = shown.filter(item => !refs.includes(item.ref))
  return [
    ...added.map((item): RowWrite => {
      const id = `new:${file.id}:${action.id}:${item.id}`
      const row = { id, evidenceId: item.id, areaId: null, principleId: null, actionId: action.id }
      return { op: 'insert', collection: 'evidenceLinks', row }
    }),
    ...gone.flatMap(item =>
      links
        .filter(link => link.evidenceId === item.id)
        .map((link): RowWrite => ({ op: 'delete', collection: 'evidenceLinks', id: link.id })),
    ),
  ]
}

const REF = /^[\s,;&+.]*(?:and\s+)?E\s?[-\u2010-\u2014]?\s?0*(\d{1,6})\b/i

/** References at the start of the text, or alone on a line; every other word is the note. */
function parsed(text: string): Held {
  const refs: number[] = []
  const note: string[] = []
  for (const line of text.split('\n')) {
    let rest = line
    const found: number[] = []
    for (let match = REF.exec(rest); match; match = REF.exec(rest)) {
      found.push(Number(match[1]))
      rest = rest.slice(match[0].length)
    }
    const words = rest.replace(/^[\s,;:&+.\u2013\u2014-]+/, '')
    if (found.length > 0 && (words === '' || note.length === 0)) {
      refs.push(...found)
      if (words !== '') note.push(words)
    } else note.push(line)
  }
  return { refs: [...new Set(refs)], note: note.join('\n').trim() }
}

function sorted(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}
