import '../styles/identifiers.css'
import { useEffect } from 'react'
import { useRemembered, useSession } from '../state/hooks.ts'
import { useRoute } from '../state/route.ts'
import { Button } from './button.tsx'
import { askingKeyOf, WENT_TO_LOOK, type WentToLook } from './use-identifiers-first.tsx'

/** On a screen that a likely identifier was followed to: the way back to the list of them. */
export function WayBack() {
  const [went, setWent] = useRemembered<WentToLook | null>(WENT_TO_LOOK, null)
  const remember = useSession(state => state.remember)
  const route = useRoute()
  // Back by whatever way: the list opens again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when the address changes
  useEffect(() => {
    if (went && window.location.hash === went.hash) setWent(null)
  }, [route.screen, route.id])
  if (!went || window.location.hash === went.hash) return null
  function leave(): void {
    remember(askingKeyOf(went!.key), false)
    setWent(null)
  }
  return (
    <div className="way-back-bar" role="status">
      <p>
        You came from the list of likely identifiers. <a href={went.hash}>Back to the list</a>
      </p>
      <Button variant="quiet" onPress={leave}>
        Leave it
      </Button>
    </div>
  )
}
