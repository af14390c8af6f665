import type { CopyBeside } from '../../../shared/model/place.ts'
import type { Session } from '../session.ts'
import { copiesBeside } from './copies.ts'
import type { PlaceDeps } from './place-deps.ts'
import type { PlaceState, SessionPlace } from './session-place.ts'

/** The place of a session that looks for other copies beside the workbook now and then, until it is settled. */
export function withCopies(
  session: Session,
  place: PlaceState & Pick<SessionPlace, 'send' | 'settle'>,
  deps: PlaceDeps,
): SessionPlace {
  const copies = copiesBeside(session, deps.workingFolder)
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  let isOver = false
  lookIn(deps.firstLookMs)
  // Two versions were kept: the other one lies beside it now.
  let { file } = place.now()
  const stopListening = place.changes.subscribe('place', now => {
    if (now.file !== file) lookIn(0)
    file = now.file
  })

  function lookIn(ms: number): void {
    clearTimeout(timer)
    if (isOver) return
    timer = setTimeout(() => {
      looking = look()
    }, ms)
    timer.unref()
  }

  async function look(): Promise<void> {
    try {
      const found = await copies.look()
      if (!isOver) tell(found)
    } catch {
      // The folder is away, or the workbook was closed: there is nothing to tell of.
    }
    lookIn(deps.lookEveryMs)
  }

  function tell(found: readonly CopyBeside[]): void {
    if (JSON.stringify(found) !== JSON.stringify(place.now().copies)) place.say({ copies: [...found] })
  }

  return {
    ...place,
    async settle() {
      isOver = true
      stopListening()
      clearTimeout(timer)
      await looking
      await place.settle()
    },
    pathOfCopy: copies.pathOf,
    leaveCopy(id) {
      copies.leave(id)
      place.say({ copies: place.now().copies.filter(copy => copy.id !== id) })
    },
  }
}
