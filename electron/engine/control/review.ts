import { Trouble } from '../trouble.ts'
import { base, requireSession } from './base.ts'

/** Files that came back, by paths only a shell may name. */
export const review = {
  read: base.review.read.handler(({ context: { engine } }) => {
    requireSession(engine)
    throw new Trouble('REFUSED', 'Returned files cannot be read yet.')
  }),
}
