import { type Level, LONGEST_TEXT } from '../../../shared/model/fields.ts'
import type { AreaId, PrincipleId, RoundId } from '../../../shared/model/ids.ts'
import { organisationTypes } from '../../../shared/model/organisation-types.ts'
import type { OrganisationType } from '../../../shared/model/rating.ts'
import type { Slip, SlipAnswer } from '../../../shared/model/slip.ts'
import type { Area, Round } from '../../../shared/model/workbook.ts'
import { personKey } from '../../../shared/rules/closing.ts'
import { openRoundOf } from '../../../shared/rules/select.ts'
import { type Choice, choiceMeant, choicesOf } from '../../../shared/text/choices.ts'
import { keptText, plainText, wordsOf } from '../../../shared/text/plain.ts'
import { organisationWords } from '../../../shared/text/words.ts'
import { slipColumns } from '../exchange/fill-in/columns.ts'
import { SLIP_LABELS } from '../exchange/fill-in/slip-book.ts'
import { parseRowMark } from '../exchange/marks.ts'
import { headerKey } from '../exchange/returned/find-table.ts'
import type { ReadBook, ReadCell } from '../exchange/returned/read-book.ts'
import { markColumn } from './headers.ts'
import type { CompareInput } from './input.ts'
import { quoted } from './lists.ts'

/** A rating slip as read, ready to be written, or why it is refused, in a sentence. Ids begin with `new:`. */
export type ReadSlip =
  | { readonly kind: 'refused'; readonly problem: string }
  | {
      readonly kind: 'slip'
      readonly slip: Slip
      readonly answers: readonly SlipAnswer[]
      readonly area: Area
      readonly remarks: readonly string[]
    }

/** Whether a file is a rating slip. */
export function isSlip(book: ReadBook): boolean {
  const kinds = book.tables.map(table => table.kind)
  return book.marks?.kind === 'slip' || (kinds.includes('slip') && !kinds.includes('plan'))
}

/**
 * What a slip says, for the area and round it was sent for. It is refused when that round is over or that area gone, and when
 * it or one of the same person is in `there` already: slips of the workbook and those read before it.
 */
export function slipOf(
  file: { readonly id: string; readonly name: string; readonly book: ReadBook },
  input: Pick<CompareInput, 'now' | 'sentFiles'>,
  there: readonly Slip[],
): ReadSlip {
  const { book } = file
  const { rows } = input.now
  const code = book.marks?.sentFileId ?? book.returnCode
  const sent = input.sentFiles.find(({ id }) => id === code) ?? book.marks
  const area = areaOf(book, rows.areas, sent?.areaId ?? null)
  if (typeof area === 'string') return refused(area)
  const round = roundOf(book, rows.rounds, sent?.roundId ?? null)
  if (typeof round === 'string') return refused(round)
  const name = keptText(labelled(book, SLIP_LABELS.name) ?? '') || sent?.forWhom || ''
  const { organisationType, remarks } = organisationOf(book)
  const twin = there.find(
    one =>
      one.fileHash === book.hash ||
      (one.areaId === area.id &&
        one.roundId === round.id &&
        personKey(one.name) !== '' &&
        personKey(one.name) === personKey(name) &&
        one.organisationType === organisationType),
  )
  if (twin?.fileHash === book.hash && book.hash !== '')
    return refused(`The same file is in already, as ${quoted(twin.fileName)}.`)
  if (twin)
    return refused(
      `A slip of ${twin.name}, ${organisationWords[twin.organisationType].toLowerCase()}, for ${area.name} is in already, from ${quoted(twin.fileName)}.`,
    )
  const id = `new:slip:${file.id}`
  const slip: Slip = {
    id,
    roundId: round.id,
    areaId: area.id,
    sentFileId: sent && code ? code : '',
    name,
    organisationType,
    fileName: file.name,
    fileHash: book.hash,
    readAt: '',
  }
  const read = answersOf(book, id, input)
  if (read.answers.length === 0)
    return refused(
      'It has no answer in it: no principle was given a level or a reason. Fill it in and add it again.',
    )
  return { kind: 'slip', slip, answers: read.answers, area, remarks: [...remarks, ...read.remarks] }
}

function refused(problem: string): ReadSlip {
  return { kind: 'refused', problem }
}

function labelled({ labels }: ReadBook, label: string): string | null {
  const wanted = wordsOf(label)
  for (const [name, value] of labels) if (wordsOf(name) === wanted) return value
  return null
}

function areaOf(book: ReadBook, areas: readonly Area[], areaId: AreaId | null): Area | string {
  const name = labelled(book, SLIP_LABELS.area) ?? ''
  const byName = areas.filter(area => wordsOf(area.name) === wordsOf(name))
  const area =
    areaId === null ? (byName.length === 1 ? byName[0] : undefined) : areas.find(({ id }) => id === areaId)
  if (area) return area
  return name === ''
    ? 'It does not say which place it is about. Ask for it again with the line that names the place.'
    : `It is a slip for ${quoted(name)}, which is not in this workbook.`
}

function roundOf(book: ReadBook, rounds: readonly Round[], roundId: RoundId | null): Round | string {
  const name = labelled(book, SLIP_LABELS.round) ?? ''
  const round = rounds.find(one =>
    roundId === null ? wordsOf(one.name) === wordsOf(name) : one.id === roundId,
  )
  const open = openRoundOf({ rounds })
  if (!round)
    return name === ''
      ? 'It does not say which round it is about. Ask for it again with the line that names the round.'
      : `It is a slip for ${quoted(name)}, a round that is not in this workbook.`
  if (round.state === 'open') return round
  return `It is a slip for ${round.name}, which is signed off${open ? `; ${open.name} is being rated now` : ''}.`
}

function organisationOf(book: ReadBook): { organisationType: OrganisationType; remarks: string[] } {
  const typed = keptText(labelled(book, SLIP_LABELS.organisation) ?? '')
  const choices = organisationTypes.map(
    (value): Choice => ({ value, label: organisationWords[value], also: [value] }),
  )
  const choice = plainText(typed) === '' ? null : choiceMeant(choices, typed)
  if (choice) return { organisationType: choice.value as OrganisationType, remarks: [] }
  const why =
    typed === '' ? 'It names no kind of organisation' : `${quoted(typed)} is no kind of organisation we know`
  return {
    organisationType: 'other',
    remarks: [`${why}, so it counts as ${organisationWords.other.toLowerCase()}.`],
  }
}

function answersOf(book: ReadBook, slipId: string, { now }: Pick<CompareInput, 'now'>) {
  const { framework, rows } = now
  const levels = choicesOf({ framework, areas: rows.areas, statuses: rows.statuses }).targetLevel
  const headers = new Map(slipColumns({ levelName: () => '' }).map(({ id, header }) => [id, header]))
  const answers = new Map<PrincipleId, SlipAnswer>()
  const remarks: string[] = []
  for (const table of book.tables.filter(one => one.kind === 'slip')) {
    const column = (id: string) =>
      table.headers.findIndex(one => headerKey(one ?? '') === headerKey(headers.get(id)!))
    const [level, reason, named, mark] = [
      column('level'),
      column('reason'),
      column('principle'),
      markColumn(table),
    ]
    for (const { cells } of table.rows) {
      const words = wordsOf(cells.get(named)?.text ?? '')
      const rowId = mark === null ? null : (parseRowMark(cells.get(mark)?.text ?? '')?.rowId ?? null)
      const principle =
        framework.principles.find(one => wordsOf(`${one.number} ${one.title}`) === words) ??
        framework.principles.find(one => one.id === rowId)
      if (!principle || answers.has(principle.id)) continue
      const title = `${principle.number} ${principle.title}`
      const typed = typedLevel(cells.get(level))
      const choice = choiceMeant(levels, typed)
      if (!choice)
        remarks.push(`The level of ${title}, ${quoted(typed)}, is not one from 0 to 4 and was left out.`)
      const why = keptText(cells.get(reason)?.text ?? '')
      if (why.length > LONGEST_TEXT)
        remarks.push(
          `The reason for ${title} is longer than ${LONGEST_TEXT.toLocaleString('en-GB')} characters and was left out.`,
        )
      const answer = {
        id: `${slipId}:${principle.id}`,
        slipId,
        principleId: principle.id,
        level: choice && choice.value !== '' ? (Number(choice.value) as Level) : null,
        reason: why.length > LONGEST_TEXT ? '' : why,
      }
      if (answer.level !== null || answer.reason !== '') answers.set(principle.id, answer)
    }
  }
  return { answers: [...answers.values()], remarks }
}

function typedLevel(cell: ReadCell | undefined): string {
  return cell?.error ?? cell?.number?.toString() ?? keptText(cell?.text ?? '')
}
