import { faultWords } from '../../shared/text/fault-places.ts'
import type { Shell } from './shell.ts'

/** A page that is broken all over says so often enough. */
const MOST = 50

let report: (error: unknown) => void = () => {}

/** Tells the shell of each fault of this page nobody caught, by its places alone. */
export function startReporting(shell: Shell): void {
  const told = new Set<string>()
  report = error => {
    const words = faultWords(error)
    if (told.has(words) || told.size >= MOST) return
    told.add(words)
    shell.reportFault(words)
  }
  window.addEventListener('error', event => report(event.error))
  window.addEventListener('unhandledrejection', event => {
    // A stream that was left ends like this, and it is no fault.
    if ((event.reason as { name?: unknown } | null)?.name !== 'AbortError') report(event.reason)
  })
}

/** Tells of one that was caught where a screen is drawn. */
export function reportFault(error: unknown): void {
  report(error)
}
