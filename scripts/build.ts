import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build as bundle } from 'esbuild'

/** The folder of package.json. */
export const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')
const stamp = join(dist, '.built')

/** Packages that stay outside the bundles: native modules, and exceljs, which is loaded only when it is needed. */
const external = ['electron', 'better-sqlite3', 'exceljs', '@resvg/resvg-js']

type Entry = { readonly from: string; readonly to: string; readonly kind: 'electron' | 'node' | 'worker' }

const entries: readonly Entry[] = [
  { from: 'electron/main/main.ts', to: 'main.cjs', kind: 'electron' },
  { from: 'electron/preload/preload.ts', to: 'preload.cjs', kind: 'electron' },
  { from: 'electron/engine/process.ts', to: 'engine.mjs', kind: 'node' },
  { from: 'electron/engine/exchange/export-worker.ts', to: 'export-worker.cjs', kind: 'worker' },
  { from: 'electron/engine/read-back-worker.ts', to: 'read-back-worker.cjs', kind: 'worker' },
  { from: 'electron/engine/exchange/returned/read-worker.ts', to: 'read-worker.cjs', kind: 'worker' },
  { from: 'electron/engine/identifiers/office-worker.ts', to: 'office-worker.cjs', kind: 'worker' },
  { from: 'electron/engine/copies/age-worker.ts', to: 'age-worker.cjs', kind: 'worker' },
  { from: 'electron/host/main.ts', to: 'host.mjs', kind: 'node' },
  { from: 'electron/cli/main.ts', to: 'cli.mjs', kind: 'node' },
]

/** What a build may be told. `forTests` makes a build that honours the settings only tests use. */
export type BuildChoices = {
  readonly ifStale?: boolean
  readonly quiet?: boolean
  readonly forTests?: boolean
}

/** Builds everything into dist: the Electron parts, the engine, the host, the command line and the page. */
export async function build(choices: BuildChoices = {}): Promise<void> {
  if (choices.ifStale && !isStale()) return
  const say = choices.quiet ? () => {} : (line: string) => console.log(line)
  await Promise.all(entries.map(entry => buildEntry(entry, choices, say)))
  await buildPage(say)
  mkdirSync(dist, { recursive: true })
  writeFileSync(stamp, '')
}

/** Whether any source is newer than the last whole build. */
function isStale(): boolean {
  if (!existsSync(stamp)) return true
  const built = statSync(stamp).mtimeMs
  const sources = ['electron', 'renderer', 'shared', 'resources', 'package.json', 'scripts/build.ts']
  return sources.some(source => newestIn(join(root, source)) > built)
}

async function buildEntry(entry: Entry, choices: BuildChoices, say: (line: string) => void): Promise<void> {
  if (!existsSync(join(root, entry.from))) {
    say(`skipped dist/electron/${entry.to}: ${entry.from} is not there yet`)
    return
  }
  await bundle({
    ...settings[entry.kind],
    entryPoints: [join(root, entry.from)],
    outfile: join(dist, 'electron', entry.to),
    bundle: true,
    platform: 'node',
    external,
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
    define: {
      __BUILT_FOR_TESTS__: String(choices.forTests === true),
      ...(entry.to === 'engine.mjs' ? { __NATIVE_SHA256__: JSON.stringify(nativeSums()) } : {}),
    },
  })
  say(`built dist/electron/${entry.to}`)
}

/** CommonJS for Node 18: the test Electron is an old one, see docs/decisions/test-electron.md. */
const forElectron: BuildOptions = { format: 'cjs', target: 'node18' }

/** ES modules for Node 24. Bundled CommonJS packages expect a `require`. */
const forNode: BuildOptions = {
  format: 'esm',
  target: 'node24',
  banner: {
    js: "import { createRequire as createRequireOf } from 'node:module'; const require = createRequireOf(import.meta.url);",
  },
}

/**
 * CommonJS for Node 24, without `import()`: in a thread of a packaged app only `require` is known to look into the
 * archive (tried: an ES module there is not found by Electron 25).
 */
const forWorker: BuildOptions = { format: 'cjs', target: 'node24', supported: { 'dynamic-import': false } }

const settings = { electron: forElectron, node: forNode, worker: forWorker } as const satisfies Record<
  Entry['kind'],
  BuildOptions
>

/** SHA-256 of every native module the app may load, by its path in `node_modules` (electron/engine/native-modules.ts). */
export function nativeSums(): Record<string, string> {
  const modules = join(root, 'node_modules')
  const found = globSync(['better-sqlite3/prebuilds/*.node', '@resvg/*/*.node'], { cwd: modules })
  return Object.fromEntries(
    found.sort().map(path => {
      const sum = createHash('sha256')
        .update(readFileSync(join(modules, path)))
        .digest('hex')
      return [path.replaceAll('\\', '/'), sum]
    }),
  )
}

async function buildPage(say: (line: string) => void): Promise<void> {
  const configFile = join(root, 'renderer/vite.config.ts')
  if (!existsSync(configFile)) {
    say('skipped dist/renderer: renderer/vite.config.ts is not there yet')
    return
  }
  const vite = await import('vite')
  // Under the test runner NODE_ENV is "test", and the page would be built with React's slow development code.
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  await vite.build({ configFile, mode: 'production', logLevel: 'warn' }).finally(() => {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = NODE_ENV
  })
  say(`built ${relative(root, join(dist, 'renderer'))}`)
}

function newestIn(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) return 0
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(path).map(name => newestIn(join(path, name))))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const flags = new Set(process.argv.slice(2))
  await build({
    ifStale: flags.has('--if-stale'),
    quiet: flags.has('--quiet'),
    forTests: flags.has('--for-tests'),
  })
}
