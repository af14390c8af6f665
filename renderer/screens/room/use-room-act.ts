import { useCallback } from 'react'
import { useAct } from '../../state/hooks.ts'

let last: Promise<unknown> = Promise.resolve()

/**
 * Like `useAct`, one after another: a hand taken back must not overtake the hand, nor *Reveal* the last hand of a count (RM17).
 * The browser sends calls side by side and a busy machine answers them in any order.
 */
export function useRoomAct(): ReturnType<typeof useAct> {
  const act = useAct()
  return useCallback(
    work => {
      const done = last.then(() => act(work))
      last = done
      return done
    },
    [act],
  )
}
