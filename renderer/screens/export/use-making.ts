import type { ReactNode } from 'react'
import type { Leaving } from '../../../shared/contract/identifier.ts'
import type { Saved } from '../../boot/shell.ts'
import { useIdentifiersFirst } from '../../components/use-identifiers-first.tsx'
import { useRemembered } from '../../state/hooks.ts'
import type { Made } from './way.tsx'

/**
 * Runs one way out: what is typed is saved first, likely identifiers are listed before anything leaves, problems are said,
 * and the last file made is remembered. `list` has to be drawn in the way.
 */
export function useMaking(
  key: string,
  leaving: () => Leaving,
  work: () => Promise<Saved | null>,
): {
  readonly made: Made | null
  readonly isBusy: boolean
  readonly make: () => void
  readonly list: ReactNode
} {
  const [made, setMade] = useRemembered<Made | null>(key, null)
  const first = useIdentifiersFirst(key, {
    leaving,
    async makeIt() {
      const saved = await work()
      if (saved) setMade({ saved, at: new Date() })
    },
  })
  return { made, isBusy: first.isBusy, make: () => void first.start(), list: first.list }
}
