import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../root.ts'
import { nativeFiles } from './natives.ts'
import type { Target } from './targets.ts'

/** What is put together: the desktop app, its engine alone, or what a browser and a command line need. */
export type Kind = 'app' | 'engine' | 'host'

/** The programs of each kind; the threads of the engine go with all of them. */
const PROGRAMS: Record<Kind, readonly string[]> = {
  app: ['main.cjs', 'preload.cjs', 'engine.mjs'],
  engine: ['engine.mjs'],
  host: ['host.mjs', 'cli.mjs'],
}

/** What better-sqlite3 and resvg need at run time; the rest of them is for compiling. */
const MODULE_FILES = [
  'better-sqlite3/{LICENSE,package.json}',
  'better-sqlite3/lib/**/*.js',
  '@resvg/resvg-js/{LICENSE,package.json,index.js,js-binding.js}',
]

/** Puts together, in a fresh folder, every file that is shipped and no other: the whole list is here. */
export function stage(folder: string, kind: Kind, targets: readonly Target[]): void {
  rmSync(folder, { recursive: true, force: true })
  const copy = (from: string, to: string) => {
    mkdirSync(dirname(join(folder, to)), { recursive: true })
    cpSync(from, join(folder, to), { dereference: true })
  }
  const dist = join(root, 'dist')
  for (const path of [
    ...PROGRAMS[kind].map(name => `electron/${name}`),
    ...globSync('electron/*-worker.cjs', { cwd: dist }),
    ...(kind === 'engine' ? [] : filesIn('renderer/**', dist)),
  ])
    copy(join(dist, path), `dist/${path}`)
  const modules = join(root, 'node_modules')
  for (const path of MODULE_FILES.flatMap(pattern => filesIn(pattern, modules)))
    copy(join(modules, path), `node_modules/${path}`)
  for (const target of targets)
    for (const { from, to } of nativeFiles(target)) copy(from, `node_modules/${to}`)
  writeFileSync(join(folder, 'package.json'), packageOf(kind))
}

/** What package.json says of the product, which goes into installers and into the app itself. */
export function product(): { name: string; version: string; description: string; license: string } {
  const { name, version, description, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return { name, version, description, license }
}

function packageOf(kind: Kind): string {
  const of = {
    ...product(),
    productName: 'Ninefold',
    author: 'The Ninefold authors',
    // What joins a window to its entry in the menu of a Linux desktop.
    desktopName: 'ninefold.desktop',
    ...(kind === 'app' ? { main: 'dist/electron/main.cjs' } : {}),
  }
  return `${JSON.stringify(of, null, 2)}\n`
}

function filesIn(pattern: string, cwd: string): string[] {
  const found = globSync(pattern, { cwd, withFileTypes: true })
  return found
    .filter(entry => entry.isFile() && !entry.name.endsWith('.map'))
    .map(entry => join(entry.parentPath, entry.name).slice(cwd.length + 1))
    .sort()
}
