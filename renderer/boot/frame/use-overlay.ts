import { useState } from 'react'

export type OverlayName = 'palette' | 'keys' | 'menu'

/** What lies over the page: one thing at a time. */
export type Overlay = {
  readonly shown: OverlayName | null
  open(name: OverlayName): void
  close(): void
}

export function useOverlay(): Overlay {
  const [shown, setShown] = useState<OverlayName | null>(null)
  return { shown, open: setShown, close: () => setShown(null) }
}
