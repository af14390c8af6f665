import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { Place } from '../model/place.ts'
import { ReadReturned } from './control.ts'
import { call } from './edited.ts'

const Copy = z.object({ id: z.string() })

/** Where the workbook lies, and the other copies of it there. Never a path. */
export const place = {
  /** How it stands now, then each change. */
  watch: call.output(eventIterator(Place)),
  /** Brings everything to its place now. */
  sendNow: call.output(Place),
  /** Reads a copy that lies beside the workbook into the review of what came back. */
  bringIn: call.input(Copy).output(ReadReturned),
  /** Leaves it there. It is not told of again until it changes. */
  leave: call.input(Copy).output(z.boolean()),
  /** The news was read. */
  putAwayNews: call.output(z.boolean()),
}
