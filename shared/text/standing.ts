import type { Standing } from '../rules/standing.ts'
import { count, shortDate } from './dates.ts'

/** `Green: on track` says `green`: the short word people use for a status of the key. */
export function claimWord(statusLabel: string): string {
  return statusLabel.split(':')[0]!.trim().toLocaleLowerCase('en-GB')
}

/** Lateness in words: `41 days late`, and beside it `but says green` when the two disagree. */
export function standingWords(standing: Standing, statusLabel: string): { main: string; aside: string } {
  switch (standing.kind) {
    case 'late':
      return {
        main: `${count(standing.days, 'day')} late`,
        aside: standing.disagrees ? `but says ${claimWord(statusLabel)}` : '',
      }
    case 'due':
      return { main: standing.days === 0 ? 'Due today' : `${count(standing.days, 'day')} to go`, aside: '' }
    case 'starts':
      return { main: `Starts ${shortDate(standing.on)}`, aside: '' }
    case 'no-due-date':
      return { main: 'No due date', aside: '' }
    case 'to-be-checked':
      return { main: 'Not checked yet', aside: '' }
    case 'closed':
      return { main: 'Checked, closed', aside: '' }
  }
}
