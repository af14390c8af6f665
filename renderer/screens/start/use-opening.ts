import { useCallback, useState } from 'react'
import type { OpenOutcome } from '../../boot/shell.ts'
import { sentenceOf } from '../../state/hooks.ts'

export type Trouble = {
  readonly sentence: string
  /** A workbook that can still be opened to read. */
  readonly readableId: string | null
  /** A workbook that did not open and may have snapshots. */
  readonly restorableId: string | null
  /** One that may be edited all the same. */
  readonly openableId?: string | null
}

/** A workbook that a password locks, and why the last one did not open it. */
export type Locked = { readonly id: string; readonly sentence: string }

/** Asking for a workbook: one thing at a time, and what to say when it did not open. */
export function useOpening(onOpened: () => void) {
  const [isBusy, setIsBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [locked, setLocked] = useState<Locked | null>(null)
  const open = useCallback(
    async (ask: () => Promise<OpenOutcome>, recentId: string | null = null): Promise<void> => {
      setIsBusy(true)
      setTrouble(null)
      try {
        const outcome = await ask()
        setLocked(old =>
          outcome.kind === 'locked' ? { id: outcome.id, sentence: old ? outcome.sentence : '' } : null,
        )
        if (outcome.kind === 'opened') {
          window.location.hash = ''
          onOpened()
        } else if (outcome.kind === 'opened-elsewhere')
          setTrouble({
            sentence: 'That workbook is open in another window, which is now in front.',
            readableId: null,
            restorableId: null,
          })
        else if (outcome.kind === 'in-use')
          setTrouble({
            sentence: outcome.sentence,
            readableId: outcome.id,
            restorableId: null,
            openableId: outcome.mayOpen ? outcome.id : null,
          })
        else if (outcome.kind === 'failed')
          setTrouble({ sentence: outcome.sentence, readableId: null, restorableId: recentId })
      } catch (error) {
        setTrouble({ sentence: sentenceOf(error), readableId: null, restorableId: recentId })
      } finally {
        setIsBusy(false)
      }
    },
    [onOpened],
  )
  return { isBusy, trouble, open, locked, putAway: () => setLocked(null) }
}
