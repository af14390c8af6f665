import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { protocol, session } from 'electron'
import { fileFor } from './page-files.ts'
import { testSetting } from './test-settings.ts'

/** Where the page comes from. */
export const PAGE_ORIGIN = 'app://ninefold'

/** The page may load only what the app ships; nothing from the network, and no inline script. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

/** Tells Chromium what kind of scheme ours is. Before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built page at `app://ninefold/`, and nothing outside its folder. */
export function setupAppProtocol(): void {
  const folder = testSetting('NINEFOLD_PAGE_FOLDER') ?? join(__dirname, '../renderer')
  protocol.handle('app', async request => {
    const file = fileFor(request.url, folder)
    if (!file) return plain(404)
    try {
      return new Response(new Uint8Array(await readFile(file)), { headers: headersOf(file) })
    } catch {
      return plain(404)
    }
  })
  refuseTheNetwork()
}

function headersOf(file: string): Record<string, string> {
  return {
    'Content-Type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
  }
}

function plain(status: number): Response {
  return new Response('', { status, headers: { 'Content-Security-Policy': POLICY } })
}

/** Ninefold never speaks to the network, so a request that leaves is a mistake or worse. */
function refuseTheNetwork(): void {
  session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !/^(app|blob|data|devtools|chrome-extension):/.test(url) })
  })
}
