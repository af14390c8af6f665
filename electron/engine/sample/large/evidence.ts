import { createHash } from 'node:crypto'
import type { Evidence, EvidenceTargets, Handling, Strength } from '../../../../shared/model/evidence.ts'
import type { Day } from '../../../../shared/model/fields.ts'
import { mediaTypeOf } from '../../../../shared/rules/media-type.ts'
import { count } from '../../../../shared/text/dates.ts'
import { shippedFramework } from '../../framework.ts'
import { replaceLinks } from '../../store/evidence-links.ts'
import { insertRow } from '../../store/rows.ts'
import { insertContent } from '../content.ts'
import type { SampleEdit } from '../edits.ts'
import { docx, xlsx } from '../files/office.ts'
import { pdf } from '../files/pdf.ts'
import { barChart } from '../files/png.ts'
import type { Life } from './actions.ts'
import { inPieces, type SampleBook, shareOf } from './book.ts'
import { addDays } from './calendar.ts'
import { type Chance, chanceFor } from './chance.ts'
import { says, saysMuch } from './words.ts'

const STRENGTHS: readonly Strength[] = ['assertion', 'document', 'document', 'data', 'data', 'checked']
const HANDLINGS: readonly Handling[] = ['share', 'share', 'share', 'board', 'keep']

/** Items in one edit: a folder dropped at once. */
const MOST = 50

type Item = { readonly row: Evidence; readonly bytes: Uint8Array | null; readonly targets: EvidenceTargets }

/** Files of six types, links and notes, come in as folders are dropped; some are years old and some have no date. */
export function evidenceEdits(book: SampleBook, lives: readonly Life[]): SampleEdit[] {
  const chance = chanceFor('evidence')
  return book.rounds.flatMap((round, index) => {
    const [from, to] = shareOf(book.size.evidence, index, book.rounds.length)
    // What an item proves was in the plan before it.
    const known = lives.slice(0, shareOf(book.size.actions, index, book.rounds.length)[0])
    const numbers = Array.from({ length: to - from }, (_, offset) => from + offset + 1)
    return inPieces(numbers, MOST).map((piece, turn): SampleEdit => {
      const on = addDays(round.opensOn, 3 + (turn % 10))
      return {
        on,
        words: `Attached ${count(piece.length, 'item')} of evidence`,
        work: (db, at) => {
          // Made here, so that only one folder of files is in memory at a time.
          for (const ref of piece) {
            const { row, bytes, targets } = itemOf(chance, book, known, ref, on)
            if (bytes) insertContent(db, { bytes, hash: row.contentHash })
            insertRow(db, 'evidence', { ...row, addedAt: at })
            replaceLinks(db, row.id, targets)
          }
        },
      }
    })
  })
}

function itemOf(chance: Chance, book: SampleBook, lives: readonly Life[], ref: number, on: Day): Item {
  const principle = chance.pick(shippedFramework.principles)
  const idea = chance.pick(principle.evidenceIdeas)
  const areas = chance.some(book.areas, 3)
  const title = `${idea}, ${areas[0]!.name}`
  const kind = chance.pick(['file', 'file', 'file', 'link', 'note'] as const)
  const file = kind === 'file' ? fileOf(chance, title, ref) : null
  const row: Evidence = {
    id: `sample-evidence-${ref}` as Evidence['id'],
    ref,
    kind,
    title,
    shows: chance.is(90) ? says(chance) : '',
    refersOn: chance.is(92) ? addDays(on, -5 - chance.number(chance.is(30) ? 1500 : 200)) : null,
    strength: chance.pick(STRENGTHS),
    handling: chance.pick(HANDLINGS),
    url: kind === 'link' ? `https://example.org/papers/${ref}` : '',
    note: kind === 'note' ? saysMuch(chance, chance.is(5) ? 60 : 3) : '',
    fileName: file?.name ?? '',
    mediaType: file ? mediaTypeOf(file.name, file.bytes) : '',
    size: file?.bytes.length ?? 0,
    contentHash: file ? createHash('sha256').update(file.bytes).digest('hex') : '',
    addedAt: '',
  }
  const targets = {
    areaIds: chance.is(95) ? areas.map(area => area.id) : [],
    principleIds: [principle.id, ...(chance.is(30) ? [chance.pick(shippedFramework.principles).id] : [])],
    actionIds: chance.is(50) ? chance.some(lives, 3).map(life => life.action.id) : [],
  }
  return { row, bytes: file?.bytes ?? null, targets }
}

/** A small file that holds its own reference, so that no two are the same. */
function fileOf(chance: Chance, title: string, ref: number): { name: string; bytes: Uint8Array } {
  const made = 'Made up for rehearsal.'
  const values = Array.from({ length: 12 }, () => chance.number(100))
  const about = `Item ${ref}. ${says(chance)}`
  const text = (...lines: string[]) => Buffer.from(`${lines.join('\r\n')}\r\n`)
  switch (chance.number(6)) {
    case 0:
      return { name: `item-${ref}.pdf`, bytes: pdf(`Item ${ref}`, [title, about, made]) }
    case 1:
      return { name: `item-${ref}.docx`, bytes: docx(`Item ${ref}`, [title, about, made]) }
    case 2:
      return {
        name: `item-${ref}.xlsx`,
        bytes: xlsx('Figures', [
          ['Month', `Item ${ref}`],
          ...values.map((value, month) => [month + 1, value]),
        ]),
      }
    case 3:
      return {
        name: `item-${ref}.csv`,
        bytes: text(`Month,Item ${ref}`, ...values.map((value, month) => `${month + 1},${value}`)),
      }
    case 4:
      // The number of the item in bars of tens, then figures.
      return { name: `item-${ref}.png`, bytes: barChart([...digitsOf(ref), ...values.slice(0, 6)]) }
    default:
      return { name: `item-${ref}.txt`, bytes: text(title, about, made) }
  }
}

function digitsOf(ref: number): number[] {
  return [...String(ref).padStart(6, '0')].map(digit => Number(digit) * 11)
}
