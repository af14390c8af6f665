import { readReturned } from '../review/read-returned.ts'
import { base, requireSession } from './base.ts'

/** Files that came back, by paths only a shell may name. */
export const review = {
  read: base.review.read.handler(({ context: { engine }, input: { paths, folderOfOurs }, signal }) =>
    readReturned(requireSession(engine), engine.tasks, paths, { folderOfOurs, signal }),
  ),
}
