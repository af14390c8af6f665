import { useSyncExternalStore } from 'react'

/** Where the user is. Kept in the address after `#/`, so that back and forward work. */
export type Route = { readonly screen: string; readonly id: string | null }

/** `#/principle/parity-of-esteem` gives screen `principle` and that id; nothing gives `overview`. */
export function parseRoute(hash: string): Route {
  const [screen, id] = hash.replace(/^#\/?/, '').split('/')
  return { screen: screen || 'overview', id: id ? decoded(id) : null }
}

/** An address typed or pasted by hand may hold a lone `%`. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The address of a screen, for a link. */
export function hrefOf(screen: string, id?: string): string {
  return id === undefined ? `#/${screen}` : `#/${screen}/${encodeURIComponent(id)}`
}

/** Goes there. */
export function goTo(screen: string, id?: string): void {
  window.location.hash = hrefOf(screen, id)
}

/** Where the user is now. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(
    notify => {
      window.addEventListener('hashchange', notify)
      return () => window.removeEventListener('hashchange', notify)
    },
    () => window.location.hash,
  )
  return parseRoute(hash)
}
