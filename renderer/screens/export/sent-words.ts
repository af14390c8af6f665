import type { Day } from '../../../shared/model/fields.ts'
import type { SentFile } from '../../../shared/model/sent-file.ts'
import { ageOf, count, localDay, longDate } from '../../../shared/text/dates.ts'
import { sentKindWords } from '../../../shared/text/words.ts'

/** What it is, and how much of it there is: `Owner workbook, 2 actions`, `Rating slip, Westmere`. */
export function whatOf(file: SentFile, area: string | undefined): string {
  const { one } = sentKindWords[file.kind]
  if (file.kind === 'slip') return area ? `${one}, ${area}` : one
  if (file.kind === 'owner') return `${one}, ${count(file.rowCount, 'action')}`
  return file.kind === 'plan' && file.hasRatings ? `${one}, with ratings` : one
}

/** How long ago it left: `today`, `6 weeks ago`. */
export function agoOf(file: SentFile, today: Day): string {
  return file.madeOn < today ? `${ageOf(file.madeOn, today)} ago` : 'today'
}

/** Whether it came back, when, and under which name. */
export function backOf(file: SentFile): string {
  if (file.returnedAt === null) return file.isAwaited ? 'Not yet' : 'Not waited for'
  const name = file.returnedName ? ` as ${file.returnedName}` : ''
  const again = file.isAwaited ? '; waited for again' : ''
  return `Came back on ${longDate(localDay(new Date(file.returnedAt)))}${name}${again}`
}
