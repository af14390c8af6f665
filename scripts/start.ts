import { type SpawnOptions, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { build, root } from './build.ts'
import { checkNode } from './check-node.ts'
import { openUrl } from './open-url.ts'
import { canFetchElectron } from './pack/reach.ts'

/** A download of Electron that has not ended by then is given up, and the app opens in the browser. */
const FETCH_WITHIN_MS = 5 * 60_000

/** An app that ends with an error this soon could not start here. */
const SETTLED_AFTER_MS = 5_000

checkNode()
await build({ ifStale: true, quiet: true })
const why = await openDesktop(process.argv.slice(2))
if (why) openInBrowser(why)

/** Opens the desktop app and gives null, or says why it cannot be opened here, as the end of a sentence. */
async function openDesktop(args: readonly string[]): Promise<string | null> {
  if (process.env.NINEFOLD_SHELL === 'browser') return 'you asked for the browser'
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return 'there is no display for a window'
  const electron = await electronBinary()
  if (!electron) return 'Electron, which the desktop app needs, could not be downloaded'
  const started = Date.now()
  const code = await run(electron, [...sandboxFlags(), root, ...args])
  if (code === 0 || Date.now() - started > SETTLED_AFTER_MS) process.exit(code)
  return `Electron, which the desktop app needs, ended at once with code ${code}`
}

/** The Electron binary, fetched by its own package on first use; null when it cannot be had in reasonable time. */
async function electronBinary(): Promise<string | null> {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const binary = () => {
    const pathFile = join(folder, 'path.txt')
    if (!existsSync(pathFile)) return null
    const path = join(folder, 'dist', readFileSync(pathFile, 'utf8'))
    return existsSync(path) ? path : null
  }
  if (binary()) return binary()
  if (!(await canFetchElectron())) return null
  console.error('Fetching Electron, once…')
  await fetchElectron(join(folder, 'install.js'))
  return binary()
}

/** Chromium refuses to start as root with its sandbox. */
function sandboxFlags(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** The package's own installer, which checks what it fetches; its errors are for developers. */
function fetchElectron(installer: string): Promise<number> {
  return run(process.execPath, [installer], {
    stdio: 'ignore',
    timeout: FETCH_WITHIN_MS,
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
  })
}

/** Serves the same page on this computer, says where and why, and opens a browser on it if there is one. */
function openInBrowser(why: string): void {
  const folders = process.argv.slice(2).map(path => (path.endsWith('.ninefold') ? dirname(path) : path))
  const host = spawn(process.execPath, [join(root, 'dist/electron/host.mjs'), ...folders], {
    stdio: ['inherit', 'pipe', 'inherit'],
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => host.kill(signal))
  host.once('exit', code => process.exit(code ?? 1))
  let said = ''
  const listen = (piece: Buffer) => {
    said += piece
    const url = said.match(/http:\/\/\S+/)?.[0]
    if (!url || !said.includes('\n')) return
    host.stdout.off('data', listen).resume()
    console.log(`Ninefold is at this address in your browser, because ${why}; Ctrl+C here stops it.\n${url}`)
    openUrl(url)
  }
  host.stdout.on('data', listen)
}

function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise(resolve => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal))
    child.once('error', () => resolve(1))
    child.once('exit', code => resolve(code ?? 1))
  })
}
