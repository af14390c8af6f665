import type { Person } from '../../shared/contract/control.ts'
import { PERSON_HEADER } from '../../shared/contract/person-header.ts'

/** `fetch`, to the host. */
export type HostFetch = (request: Request | string, init?: RequestInit) => Promise<Response>

/** Fetches from the host with the key and the person at the keyboard. Rejects with a sentence when it is not there. */
export function createHostFetch(token: string, person: () => Person): HostFetch {
  return async (request, init) => {
    const isRequest = request instanceof Request
    const headers = new Headers(isRequest ? request.headers : init?.headers)
    headers.set('authorization', `Bearer ${token}`)
    headers.set(PERSON_HEADER, encodeURIComponent(JSON.stringify(person())))
    const response = await reach(() =>
      fetch(request, { ...init, headers, credentials: 'omit', cache: 'no-store' }),
    )
    // Calls answer in JSON, also when they refuse; a sentence alone comes from the host itself.
    if (!response.ok && response.headers.get('content-type')?.startsWith('text/plain'))
      throw new Error(await response.text())
    return response
  }
}

async function reach(send: () => Promise<Response>): Promise<Response> {
  try {
    return await send()
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error
    throw new Error(
      'Ninefold stopped for a moment, so that was not done. Everything before it is saved; try it once more.',
    )
  }
}
