import type { NewWorkbook } from '../../../../shared/contract/control.ts'
import type { SampleSize } from '../../../../shared/model/sample-size.ts'
import { createWorkbookFile } from '../../create.ts'
import type { Deps } from '../../deps.ts'
import type { WritableDb } from '../../store/database.ts'
import { updateRow } from '../../store/rows.ts'
import { applyEdits, instant, type SampleEdit } from '../edits.ts'
import { LEAD } from '../places.ts'
import { actionEdits } from './action-edits.ts'
import { livesOf } from './actions.ts'
import { bookOf, type SampleBook, SYSTEM_NAME } from './book.ts'
import { addDays, STORY_DAY } from './calendar.ts'
import { evidenceEdits } from './evidence.ts'
import { measureEdits } from './measures.ts'
import { ratingEdits } from './ratings.ts'
import { recentEdits } from './recent.ts'
import { roundEdits } from './rounds.ts'

/**
 * Makes a made-up workbook of this size, stamped as a rehearsal, the same every time. It is for trying how Ninefold does
 * with much in it: its words are made of parts and tell no story.
 */
export function createLargeSampleFile(path: string, size: SampleSize): void {
  const book = bookOf(size)
  createWorkbookFile(path, detailsOf(book), LEAD, fixedDeps(book), {
    isRehearsal: true,
    more: db => fill(db, book),
  })
}

function fill(db: WritableDb, book: SampleBook): void {
  const lives = livesOf(book)
  // As in the sample that tells a story: nobody sees the file before it is whole, and the last edit is written with care.
  db.pragma('synchronous = OFF')
  applyEdits(db, [
    ...roundEdits(book),
    ...measureEdits(book),
    ...evidenceEdits(book, lives),
    ...ratingEdits(book),
    ...actionEdits(lives),
    ...recentEdits(book, lives),
  ])
  db.pragma('synchronous = FULL')
  applyEdits(db, [lastEdit(book)])
}

/** The last thing anyone did. */
function lastEdit({ rounds }: SampleBook): SampleEdit {
  const { id, name } = rounds.at(-1)!
  return {
    on: STORY_DAY,
    minute: 10 * 60 + 42,
    words: `Called the round ${name}, year end`,
    work: db => updateRow(db, 'rounds', id, { name: `${name}, year end` }),
  }
}

function detailsOf({ areas, rounds }: SampleBook): NewWorkbook {
  const { name, asAt } = rounds[0]!
  return {
    systemName: SYSTEM_NAME,
    systemKind: 'ics',
    systemKindOther: '',
    places: areas.slice(1).map(area => area.name),
    roundName: name,
    asAt,
  }
}

/** The ids `createWorkbookFile` asks for, in its order: the workbook, the places, the round. */
function fixedDeps({ areas, rounds }: SampleBook): Deps {
  const ids = ['sample-workbook', ...areas.slice(1).map(area => area.id), rounds[0]!.id]
  let next = 0
  return {
    now: () => instant(addDays(rounds[0]!.opensOn, -1), 9 * 60),
    newId: () => ids[next++] ?? `sample-${next}`,
  }
}
