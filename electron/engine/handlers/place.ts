import type { Place } from '../../../shared/model/place.ts'
import type { SessionPlace } from '../places/session-place.ts'
import { readReturned } from '../review/read-returned.ts'
import { Trouble } from '../trouble.ts'
import { base } from './base.ts'

/** Where the workbook lies, as the page follows it. */
export const place = {
  watch: base.place.watch.handler(({ context: { session }, signal }) => follow(session.place, signal)),

  sendNow: base.place.sendNow.handler(({ context: { session } }) => session.place.send()),

  bringIn: base.place.bringIn.handler(async ({ context: { session, engine }, input: { id }, signal }) => {
    const path = session.place.pathOfCopy(id)
    if (!path) throw gone()
    const read = await readReturned(session, engine.tasks, [path], { signal })
    if (read.read > 0) session.place.leaveCopy(id)
    return read
  }),

  leave: base.place.leave.handler(({ context: { session }, input: { id } }) => {
    session.place.leaveCopy(id)
    return true
  }),

  putAwayNews: base.place.putAwayNews.handler(({ context: { session } }) => {
    session.place.say({ news: '' })
    return true
  }),
}

async function* follow(
  { now, changes }: SessionPlace,
  signal: AbortSignal | undefined,
): AsyncGenerator<Place> {
  // Listening before looking: nothing that changes in between is missed.
  const later = changes.subscribe('place', signal ? { signal } : {})
  yield now()
  yield* later
}

function gone(): Trouble {
  return new Trouble('NOT_FOUND', 'That copy is no longer there. Look in the folder of the workbook.')
}
