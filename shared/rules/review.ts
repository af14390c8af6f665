import type { ReviewChange, ReviewValue } from '../model/review.ts'

/** Whether two values of a review are the same, on screen and in the workbook. */
export function isSameValue(one: ReviewValue, other: ReviewValue): boolean {
  return one.text === other.text && one.statusId === other.statusId && one.level === other.level
}

/** How a change is called in a sentence: `A-07 Due date`; by its title where it has no reference. */
export function nameOfChange({ subject, header }: Pick<ReviewChange, 'subject' | 'header'>): string {
  return `${subject.ref || subject.title} ${header}`.trim()
}
