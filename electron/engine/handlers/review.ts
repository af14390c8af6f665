import { applyReview } from '../review/apply.ts'
import { currentReview } from '../review/current.ts'
import { clearReview, leaveOut } from '../review/review-state.ts'
import { base } from './base.ts'

/** Returned files beside the workbook. */
export const review = {
  get: base.review.get.handler(({ context: { session } }) => currentReview(session)),

  apply: base.review.apply.handler(({ context: { session, engine, person }, input, signal }) =>
    applyReview(session, engine.tasks, person, input, signal),
  ),

  leaveOut: base.review.leaveOut.handler(({ context: { session }, input: { fileId } }) =>
    leaveOut(session.review, fileId),
  ),

  close: base.review.close.handler(({ context: { session } }) => clearReview(session.review)),
}
