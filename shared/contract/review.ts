import { z } from 'zod'
import { Review, ReviewDecisions } from '../model/review.ts'
import { call, change } from './edited.ts'

/** Returned files beside the workbook: read by the shell, looked at and applied by the page. */
export const review = {
  /** What the files read so far would change in the workbook as it is now; `null` when none was read. */
  get: call.output(Review.nullable()),
  /**
   * Writes what was accepted as one edit, and notes which files came back. `seq` and `turn` are of the review decided on:
   * when the workbook, or another file, says something else since of a cell that was decided, nothing is written and
   * the sentence says so.
   */
  apply: change.input(Review.pick({ seq: true, turn: true }).extend({ decisions: ReviewDecisions })),
  /** Puts one file aside, unread. */
  leaveOut: call.input(z.object({ fileId: z.string() })).output(z.boolean()),
  /** Puts all files aside. */
  close: call.output(z.boolean()),
}

/** What was sent out. */
export const sentFile = {
  /** Stops or starts waiting for a file to come back. */
  setAwaited: change.input(z.object({ id: z.string(), isAwaited: z.boolean() })),
}
