import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build as bundle, type Plugin } from 'esbuild'
import { contentsOfBundle, type FileContents, tellContents, writeContents } from './pack/contents.ts'
import { licencesText } from './pack/licences.ts'
import { nativeSums } from './pack/natives.ts'
import { oneAtATime } from './pack/one-at-a-time.ts'
import { root } from './root.ts'

export { root } from './root.ts'

const dist = join(root, 'dist')
const stamp = join(dist, '.built')

/** Packages that stay outside the bundles: native modules are files of their own. */
const external = ['electron', 'better-sqlite3', '@resvg/resvg-js']

/**
 * What exceljs needs for CSV, for its streaming side and for zips, none of which is used (yazl packs its parts): most of its
 * packages.
 */
const unused = ['archiver', 'fast-csv', 'jszip', 'tmp', 'unzipper']
const nothing = join(root, 'scripts/pack/nothing.cjs')

type Entry = { readonly from: string; readonly to: string; readonly kind: 'electron' | 'node' | 'worker' }

const entries: readonly Entry[] = [
  { from: 'electron/main/main.ts', to: 'main.cjs', kind: 'electron' },
  { from: 'electron/preload/preload.ts', to: 'preload.cjs', kind: 'electron' },
  { from: 'electron/engine/process.ts', to: 'engine.mjs', kind: 'node' },
  { from: 'electron/engine/exchange/export-worker.ts', to: 'export-worker.cjs', kind: 'worker' },
  { from: 'electron/engine/exchange/hash-worker.ts', to: 'hash-worker.cjs', kind: 'worker' },
  { from: 'electron/engine/read-back-worker.ts', to: 'read-back-worker.cjs', kind: 'worker' },
  { from: 'electron/engine/exchange/returned/read-worker.ts', to: 'read-worker.cjs', kind: 'worker' },
  { from: 'electron/engine/identifiers/office-worker.ts', to: 'office-worker.cjs', kind: 'worker' },
  { from: 'electron/engine/copies/age-worker.ts', to: 'age-worker.cjs', kind: 'worker' },
  { from: 'electron/host/main.ts', to: 'host.mjs', kind: 'node' },
  { from: 'electron/cli/main.ts', to: 'cli.mjs', kind: 'node' },
]

/** What a build may be told. */
export type BuildChoices = {
  readonly ifStale?: boolean
  readonly quiet?: boolean
}

/** Builds everything into dist: the Electron parts, the engine, the host, the command line and the page. */
export async function build(choices: BuildChoices = {}): Promise<void> {
  if (choices.ifStale && !isStale()) return
  mkdirSync(dist, { recursive: true })
  // Tests and programs that find the build stale at the same time would write over each other.
  await oneAtATime(join(dist, '.building'), async () => {
    if (!choices.ifStale || isStale()) await buildAll(choices)
  })
}

async function buildAll(choices: BuildChoices): Promise<void> {
  const say = choices.quiet ? () => {} : (line: string) => console.log(line)
  const contents: Record<string, FileContents> = {}
  const tell = (file: string, made: FileContents) => {
    contents[file] = made
  }
  await Promise.all(entries.map(entry => buildEntry(entry, say, tell)))
  await buildPage(say, tell)
  writeContents(contents)
  // The page shows it too, so it lies where the page is served from.
  writeFileSync(join(dist, 'renderer/licences.txt'), licencesText(contents))
  writeFileSync(stamp, '')
}

/** Whether any source is newer than the last whole build. */
function isStale(): boolean {
  if (!existsSync(stamp)) return true
  const built = statSync(stamp).mtimeMs
  const sources = [
    'electron',
    'renderer',
    'shared',
    'resources',
    'docs/guide',
    'package.json',
    'package-lock.json',
    'scripts/build.ts',
    'scripts/pack',
  ]
  return sources.some(source => newestIn(join(root, source)) > built)
}

type Tell = (file: string, contents: FileContents) => void

async function buildEntry(entry: Entry, say: (line: string) => void, tell: Tell): Promise<void> {
  if (!existsSync(join(root, entry.from))) {
    say(`skipped dist/electron/${entry.to}: ${entry.from} is not there yet`)
    return
  }
  const { metafile } = await bundle({
    ...settings[entry.kind],
    entryPoints: [join(root, entry.from)],
    outfile: join(dist, 'electron', entry.to),
    bundle: true,
    platform: 'node',
    external,
    // The streams of exceljs are an old copy of Node's own.
    alias: { ...Object.fromEntries(unused.map(name => [name, nothing])), 'readable-stream': 'node:stream' },
    metafile: true,
    inject: entry.to === 'engine.mjs' ? [join(root, 'scripts/pack/no-forms.ts')] : [],
    plugins: [leftOut],
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
    define: entry.to === 'engine.mjs' ? { __NATIVE_SHA256__: JSON.stringify(nativeSums()) } : {},
  })
  tell(`electron/${entry.to}`, contentsOfBundle(metafile!))
  say(`built dist/electron/${entry.to}`)
}

/**
 * Parts of packages that every start would read and nothing of ours uses: zod's words in fifty languages (ours are said elsewhere,
 * in one), the log's way over the network, which loads HTTP, and what of exceljs reads, streams and does CSV.
 */
const leftOut: Plugin = {
  name: 'left-out',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js'",
    }))
    const unused =
      /[\\/]exceljs[\\/]lib[\\/](csv[\\/]csv|stream[\\/]xlsx[\\/]workbook-(reader|writer)|utils[\\/]parse-sax)\.js$/
    builder.onLoad({ filter: unused }, () => ({ contents: 'module.exports = class {}' }))
    builder.onLoad({ filter: /[\\/]electron-log[\\/]src[\\/]node[\\/]transports[\\/]remote\.js$/ }, () => ({
      contents: 'module.exports = () => Object.assign(() => {}, { level: false })',
    }))
  },
}

/** CommonJS for Node 18: the test Electron is an old one, see docs/decisions/test-electron.md. */
const forElectron: BuildOptions = { format: 'cjs', target: 'node18' }

/** ES modules for Node 24. Bundled CommonJS packages expect a `require`. */
export const forNode: BuildOptions = {
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

async function buildPage(say: (line: string) => void, tell: Tell): Promise<void> {
  const configFile = join(root, 'renderer/vite.config.ts')
  if (!existsSync(configFile)) {
    say('skipped dist/renderer: renderer/vite.config.ts is not there yet')
    return
  }
  const vite = await import('vite')
  // Under the test runner NODE_ENV is "test", and the page would be built with React's slow development code.
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  const plugins = [tellContents(tell)]
  const page = { configFile, mode: 'production', logLevel: 'warn', plugins } as const
  await vite.build({ ...page, worker: { plugins: () => plugins } }).finally(() => {
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
  await build({ ifStale: flags.has('--if-stale'), quiet: flags.has('--quiet') })
}
