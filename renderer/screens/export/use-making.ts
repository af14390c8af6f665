import { useState } from 'react'
import type { Saved } from '../../boot/shell.ts'
import { flushDrafts } from '../../components/draft.ts'
import { sentenceOf, useRemembered, useStage } from '../../state/hooks.ts'
import type { Made } from './way.tsx'

/** Runs one way out: what is typed is saved first, problems are said, and the last file made is remembered. */
export function useMaking(key: string) {
  const { session } = useStage()
  const [made, setMade] = useRemembered<Made | null>(key, null)
  const [isBusy, setIsBusy] = useState(false)
  async function make(work: () => Promise<Saved | null>) {
    if (isBusy) return
    setIsBusy(true)
    try {
      await flushDrafts()
      const saved = await work()
      if (saved) setMade({ saved, at: new Date() })
    } catch (error) {
      session.getState().say({ tone: 'problem', sentence: sentenceOf(error) })
    } finally {
      setIsBusy(false)
    }
  }
  return { made, isBusy, make: (work: () => Promise<Saved | null>) => void make(work) }
}
