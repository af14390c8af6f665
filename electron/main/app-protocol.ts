import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { protocol, session } from 'electron'
import { PAGE_POLICY, pageTypeOf } from '../../shared/contract/page-files.ts'
import { fileFor } from './page-files.ts'
import { testSetting } from './test-settings.ts'

/** Where the page comes from. */
export const PAGE_ORIGIN = 'app://ninefold'

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
    'Content-Type': pageTypeOf(file),
    'Content-Security-Policy': PAGE_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
  }
}

function plain(status: number): Response {
  return new Response('', { status, headers: { 'Content-Security-Policy': PAGE_POLICY } })
}

/** Ninefold never speaks to the network, so a request that leaves is a mistake or worse. */
function refuseTheNetwork(): void {
  session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !/^(app|blob|data|devtools|chrome-extension):/.test(url) })
  })
}
