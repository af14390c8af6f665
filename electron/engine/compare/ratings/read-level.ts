import type { Rating, RatingState } from '../../../../shared/model/rating.ts'
import { type Choice, choiceMeant } from '../../../../shared/text/choices.ts'
import { keptText, plainText } from '../../../../shared/text/plain.ts'
import { ratingStateWords } from '../../../../shared/text/words.ts'
import type { ReadCell } from '../../exchange/returned/read-book.ts'
import type { FileAt } from '../file-at.ts'
import { quoted } from '../lists.ts'
import { errorIn } from '../sheet-cell.ts'
import { type Reading, unreadable } from '../value.ts'
import { ratingMeaning } from './rating-meaning.ts'
import { NEEDS_REASON } from './read-rating-cell.ts'

/** The two cells that say where a rating stands, whether they were changed, and a reason given with them. */
export type LevelCells = {
  readonly level: { readonly cell: ReadCell | undefined; readonly isChanged: boolean }
  /** `null` where the file has no column of states. */
  readonly state: { readonly cell: ReadCell | undefined; readonly isChanged: boolean } | null
  /** The reason typed in the same row, if it was changed. */
  readonly reason: string | null
}

const STATES: readonly Choice[] = [
  { value: 'rated', label: ratingStateWords.rated, also: [] },
  { value: 'not-discussed', label: ratingStateWords['not-discussed'], also: ['not yet discussed'] },
  {
    value: 'not-applicable',
    label: ratingStateWords['not-applicable'],
    also: ['n/a', 'na', 'does not apply'],
  },
]

/**
 * Level and state read together. A level makes it rated, an emptied one not discussed; the word for another state takes the
 * level away, also where it stands in the column of levels.
 */
export function readLevel(cells: LevelCells, from: Rating, file: FileAt): Reading<Rating> {
  const error = errorIn(cells.level.cell) ?? errorIn(cells.state?.cell)
  if (error) return unreadable(error, cells.level.cell?.error ?? cells.state?.cell?.error ?? '')
  const typedLevel = keptText(cells.level.cell?.text ?? '')
  const typedState = keptText(cells.state?.cell?.text ?? '')
  const typed = [typedState, typedLevel].filter(Boolean).join(', ')
  const level = levelIn(cells.level.cell, file)
  const wordAsLevel = level === undefined ? choiceMeant(STATES, typedLevel) : null
  if (cells.level.isChanged && level === undefined && !wordAsLevel)
    return unreadable(`${quoted(typedLevel)} is not a level from 0 to 4.`, typed)
  const stateChoice = cells.state?.isChanged ? choiceMeant(STATES, typedState) : wordAsLevel
  if (cells.state?.isChanged && !stateChoice && plainText(typedState) !== '')
    return unreadable(`${quoted(typedState)} is not one of its choices.`, typed)
  const said = (stateChoice?.value ?? null) as RatingState | null
  const number = level ?? null
  if (cells.level.isChanged && number !== null) {
    if (said !== null && said !== 'rated')
      return unreadable(
        `It has a level and says ${ratingStateWords[said].toLowerCase()}. Only one can be true.`,
        typed,
      )
    return reading({ state: 'rated', level: number as Rating['level'] }, from, file)
  }
  if (said === null)
    return reading({ state: from.state === 'rated' ? 'not-discussed' : from.state, level: null }, from, file)
  if (said === 'rated')
    return number === null
      ? unreadable('It says rated but has no level. Choose a level from 0 to 4.', typed)
      : reading({ state: 'rated', level: number as Rating['level'] }, from, file)
  if (said === 'not-discussed') return reading({ state: said, level: null }, from, file)
  const reason = cells.reason ?? from.notApplicableReason
  if (plainText(reason) === '') return unreadable(NEEDS_REASON, typed)
  return reading({ state: said, level: null, notApplicableReason: reason }, from, file)
}

function reading(set: Partial<Rating>, from: Rating, file: FileAt): Reading<Rating> {
  const meaning = ratingMeaning('level', { ...from, ...set }, file.now.facts)
  return { kind: 'read', meaning, set, writes: [], remarks: [] }
}

/** A level; `null` of an empty cell, `undefined` of anything else. */
function levelIn(cell: ReadCell | undefined, { context }: FileAt): number | null | undefined {
  const choice = choiceMeant(
    context.choices.targetLevel,
    cell?.number?.toString() ?? keptText(cell?.text ?? ''),
  )
  if (!choice) return undefined
  return choice.value === '' ? null : Number(choice.value)
}
