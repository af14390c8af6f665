import type { Day } from '../model/fields.ts'
import type { CopyBeside, Place } from '../model/place.ts'
import { clockTime, dayWords, localDay, momentWords } from './dates.ts'

/** What the bar says of saving, and in full. Nothing is called saved at its place before it is there. */
export type SavedWords = { readonly short: string; readonly full: string }

/** Of a workbook whose last edit was at `savedAt`, in the words of `today`. */
export function savedWords(savedAt: string | null, place: Place | null, today: Day): SavedWords {
  const here = savedAt ? `Saved ${when(savedAt, today)}` : 'Nothing changed yet'
  if (!place || place.kind === 'here') return { short: here, full: here }
  const { name, state, copiedAt } = place
  const onHere = savedAt ? `Saved on this computer ${when(savedAt, today)}` : 'Nothing changed yet'
  switch (state) {
    case 'same':
      return copiedAt
        ? {
            short: `In ${name} ${when(copiedAt, today)}`,
            full: `${onHere}, copied to ${name} ${when(copiedAt, today)}`,
          }
        : { short: `Opened from ${name}`, full: `${onHere}. Opened from ${name}` }
    case 'waiting':
    case 'copying':
      return { short: 'Saved here, being copied', full: `${onHere}. It is being copied to ${name}` }
    case 'away':
      return { short: 'Saved here only', full: `${onHere}. It goes to ${name} when that is back` }
    case 'stuck':
      return { short: 'Saved here only', full: `${onHere}, not in ${name}` }
  }
}

/** `There is another copy of this workbook here, “Northmoor-LAPTOP42”, changed on 22 November by Sam.` */
export function copyWords({ name, changedAt, by }: CopyBeside, today: Day): string {
  const day = localDay(new Date(changedAt))
  const said = dayWords(day, today)
  const on = /^\d/.test(said) ? `on ${said}` : said
  return `There is another copy of this workbook here, “${name}”, changed ${on}${by ? ` by ${by}` : ''}.`
}

/** What stands in the page while its place cannot be reached; empty when it can. */
export function awayWords({ state, name }: Place): string {
  return state === 'away'
    ? `You are working on the copy on this computer; it goes to ${name} when that is back.`
    : ''
}

function when(at: string, today: Day): string {
  const moment = new Date(at)
  return localDay(moment) === today ? clockTime(moment) : momentWords(moment, today)
}
