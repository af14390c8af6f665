import type { Framework } from '../../../shared/model/framework.ts'
import type { Rating } from '../../../shared/model/rating.ts'
import { longDate } from '../../../shared/text/dates.ts'

/** What a change to a rating is called in history, by the weightiest field it touches. */
export function ratingWords(subject: string, before: Rating, after: Rating, framework: Framework): string {
  const name = (level: number) => `${level} ${framework.scale.levels[level]?.label ?? ''}`.trim()
  if (after.state !== before.state || after.level !== before.level)
    return levelWords(subject, before, after, name)
  if (after.targetLevel !== before.targetLevel) {
    return after.targetLevel === null
      ? `Cleared the target of ${subject}`
      : `Set the target of ${subject} to ${name(after.targetLevel)}`
  }
  if (after.targetDate !== before.targetDate) {
    return after.targetDate === null
      ? `Cleared the target date of ${subject}`
      : `Set the target date of ${subject} to ${longDate(after.targetDate)}`
  }
  if (after.confidence !== before.confidence) {
    return after.confidence === null
      ? `Cleared the confidence in ${subject}`
      : `Set confidence in ${subject} to ${after.confidence}`
  }
  if (after.reason !== before.reason) return `Changed the reason for ${subject}`
  return `Changed the notes on ${subject}`
}

function levelWords(subject: string, before: Rating, after: Rating, name: (level: number) => string): string {
  if (after.state === 'not-applicable') return `Marked ${subject} as not applicable`
  if (after.level === null) return `Marked ${subject} as not yet discussed`
  const was = before.level === null ? '' : `. It was ${name(before.level)}`
  return `Set ${subject} to ${name(after.level)}${was}`
}
