import { Trouble } from '../trouble.ts'
import { base } from './base.ts'

/** Returned files beside the workbook. */
export const review = {
  get: base.review.get.handler(() => null),
  apply: base.review.apply.handler(() => {
    throw new Trouble('REFUSED', 'There is nothing to apply. Read the returned files again.')
  }),
  leaveOut: base.review.leaveOut.handler(() => false),
  close: base.review.close.handler(() => false),
}
