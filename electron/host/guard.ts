import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { PAGE_POLICY } from '../../shared/contract/page-files.ts'

/** Why a request is not served. Looked at before its body is read. */
export type Refusal = { readonly status: number; readonly sentence: string }

/** The one address and the one key that are answered. */
export type GuardSettings = { readonly port: number; readonly token: string }

/** Sent with every answer: nothing from elsewhere, no framing, no guessing of types, no address passed on. */
export const strictHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': PAGE_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

/**
 * Judges requests by their head alone. Another program on this computer, or a page of another site, must get nothing:
 * exact `Host` (a name that was pointed here has its own), our own origin, and for all but the page's files the token.
 */
export function createGuard({ port, token }: GuardSettings): (request: IncomingMessage) => Refusal | null {
  const host = `127.0.0.1:${port}`
  const origin = `http://${host}`
  const expected = digest(`Bearer ${token}`)

  return request => {
    const { method = 'GET', url = '/', headers } = request
    if (!isPlainAddress(url)) return { status: 400, sentence: 'That is not an address of Ninefold.' }
    const hosts = request.rawHeaders.filter((name, index) => index % 2 === 0 && /^host$/i.test(name))
    if (hosts.length !== 1 || headers.host !== host) return elsewhere
    if (headers.upgrade) return elsewhere
    if (headers.origin !== undefined && headers.origin !== origin) return elsewhere
    const site = headers['sec-fetch-site']
    const isReading = method === 'GET' || method === 'HEAD'
    if (site !== undefined && site !== 'same-origin' && !(site === 'none' && isReading)) return elsewhere
    if (!isReading && method !== 'POST' && method !== 'PUT')
      return { status: 405, sentence: 'Ninefold does not answer that.' }
    if (!isReading && headers.origin === undefined) return elsewhere
    if (isReading && isPublic(url)) return null
    // Equal lengths, and a comparison that takes as long whatever is wrong.
    if (!timingSafeEqual(digest(headers.authorization ?? ''), expected)) return noToken
    if (!isReading && !hasRightType(method, headers['content-type']))
      return { status: 415, sentence: 'Ninefold does not take that kind of message.' }
    return null
  }
}

const elsewhere: Refusal = { status: 403, sentence: 'Ninefold answers only its own page on this computer.' }
const noToken: Refusal = {
  status: 401,
  sentence: 'Open the link that Ninefold printed when it started: it carries the key to your workbooks.',
}

/** The page's own files hold no secret, and a ticket is its own key. */
function isPublic(url: string): boolean {
  return !/^\/(host|w)\//.test(url)
}

/** No climbing, no doubled or encoded separators: nothing that another reader could take for another address. */
function isPlainAddress(url: string): boolean {
  const [path = ''] = url.split('?')
  return /^\/[\w./~@-]*$/.test(path) && !path.includes('//') && !/(^|\/)\.\.?(\/|$)/.test(path)
}

/** Types a form on another site cannot send without being asked first. */
function hasRightType(method: string, type: string | undefined): boolean {
  const [kind = ''] = (type ?? '').split(';')
  return kind.trim().toLowerCase() === (method === 'PUT' ? 'application/octet-stream' : 'application/json')
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
