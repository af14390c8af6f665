import type { Person } from '../../shared/contract/control.ts'
import { PERSON_HEADER } from '../../shared/contract/host.ts'

export type HostFetch = (request: Request | string, init?: RequestInit) => Promise<Response>

/** Fetches from the host with the key and the person at the keyboard. Rejects with a sentence when it is not there. */
export function createHostFetch(token: string, person: () => Person): HostFetch {
  return async (request, init) => {
    const isRequest = request instanceof Request
    const headers = new Headers(isRequest ? request.headers : init?.headers)
    headers.set('authorization', `Bearer ${token}`)
    headers.set(PERSON_HEADER, encodeURIComponent(JSON.stringify(person())))
    try {
      return await fetch(request, { ...init, headers, credentials: 'omit', cache: 'no-store' })
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') throw error
      throw new Error(
        'Ninefold stopped for a moment, so that was not done. Everything before it is saved; try it once more.',
      )
    }
  }
}
