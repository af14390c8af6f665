import { refOf } from '../../../../shared/text/names.ts'
import { insertRow, updateRow } from '../../store/rows.ts'
import type { SampleEdit } from '../edits.ts'
import { LEAD } from '../places.ts'
import type { Life } from './actions.ts'
import type { SampleBook } from './book.ts'
import { addDays, STORY_DAY } from './calendar.ts'
import { chanceFor } from './chance.ts'
import { says } from './words.ts'

/** No more of these than a person makes in the last days. */
const MOST = 300

/** What one person after the other changed in the days before the story, so that history has lines of all kinds. */
export function recentEdits({ people }: SampleBook, lives: readonly Life[]): SampleEdit[] {
  const chance = chanceFor('recent')
  const open = lives.filter(({ lines }) => lines.at(-1)?.checkedBy == null)
  const wanted = Math.min(MOST, Math.floor(open.length / 4))
  return Array.from({ length: wanted }, (_, index): SampleEdit => {
    const { action } = open[Math.floor((index * open.length) / wanted)]!
    const on = addDays(STORY_DAY, -3 + Math.floor((index * 3) / wanted))
    const ref = refOf('action', action.ref)
    const about = { actionId: action.id, areaId: action.areaId, principleId: action.principleId }
    const who = chance.is(50) ? LEAD : chance.pick(people)
    if (index % 3 === 0)
      return {
        on,
        who,
        about,
        words: `Set who reports on ${ref}: Partnership board, each month`,
        work: (db, at) =>
          updateRow(db, 'actions', action.id, {
            governance: 'Partnership board, each month',
            updatedAt: at,
          }),
      }
    if (index % 3 === 1)
      return {
        on,
        who,
        about,
        words: `Changed the resources of ${ref}`,
        work: (db, at) =>
          updateRow(db, 'actions', action.id, { resources: 'A day a week until summer', updatedAt: at }),
      }
    const text = says(chance)
    return {
      on,
      who,
      about,
      words: `Added an update to ${ref}`,
      work: (db, at) => {
        insertRow(db, 'updates', {
          id: `${action.id}-recent` as never,
          actionId: action.id,
          on,
          text,
          author: action.owner,
          statusId: null,
          addedAt: at,
        })
        updateRow(db, 'actions', action.id, { updatedAt: at })
      },
    }
  })
}
