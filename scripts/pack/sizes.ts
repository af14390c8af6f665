import { globSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../root.ts'
import type { Contents } from './contents.ts'

/** What the page may weigh, gzipped, until its first screen shows; in bytes. */
export const FIRST_LOAD_LIMIT = 450_000

/** What an installed app may take beyond the bare Electron; in bytes. */
export const PACKAGED_LIMIT = 30_000_000

/** What shows first: either shell, the start screen, and the overview of a workbook that was double-clicked. */
const FIRST = [
  'renderer/index.html',
  'renderer/boot/desktop-shell.ts',
  'renderer/boot/browser-shell.ts',
  'renderer/screens/start/start-screen.tsx',
  'renderer/screens/overview/overview-screen.tsx',
]

/** A file of the page with its size on the way, gzipped, and on the disk. */
export type PageFile = { readonly file: string; readonly gzipped: number; readonly bytes: number }

/** The files the page loads until its first screen shows, largest first. Both shells and both first screens count. */
export function firstLoad(contents: Contents): PageFile[] {
  const chunks = Object.keys(contents).filter(file => FIRST.includes(contents[file]!.source ?? ''))
  if (chunks.length < FIRST.length)
    throw new Error('The page has no chunk of its own for each of its first screens.')
  return weigh(['renderer/index.html', ...withImports(contents, chunks)])
}

/** The files of the page that load only when they are wanted, largest first. */
export function laterLoad(contents: Contents): PageFile[] {
  const first = new Set(firstLoad(contents).map(({ file }) => file))
  const files = globSync('renderer/**', { cwd: join(root, 'dist'), withFileTypes: true }).filter(entry =>
    entry.isFile(),
  )
  const paths = files.map(({ parentPath, name }) => relative(join(root, 'dist'), join(parentPath, name)))
  return weigh(paths.map(path => path.replaceAll('\\', '/')).filter(file => !first.has(file)))
}

/** What some files of the page are made of: bytes on the way by package, each file's shared out as its sources were. */
export function byPackage(contents: Contents, files: readonly PageFile[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { file, gzipped } of files) {
    const parts = contents[file]?.parts ?? { ours: 1 }
    const whole = Object.values(parts).reduce((sum, size) => sum + size, 0) || 1
    for (const [part, size] of Object.entries(parts))
      sums[part] = (sums[part] ?? 0) + (gzipped * size) / whole
  }
  return sums
}

/** The chunks, everything they load with them, and their style sheets. */
function withImports(contents: Contents, chunks: readonly string[]): string[] {
  const found = new Set<string>()
  const visit = (file: string) => {
    if (found.has(file)) return
    found.add(file)
    for (const next of [...(contents[file]?.imports ?? []), ...(contents[file]?.styles ?? [])]) visit(next)
  }
  for (const chunk of chunks) visit(chunk)
  return [...found]
}

function weigh(files: readonly string[]): PageFile[] {
  return files
    .map(file => {
      const path = join(root, 'dist', file)
      return { file, gzipped: gzipSync(readFileSync(path)).length, bytes: statSync(path).size }
    })
    .sort((a, b) => b.gzipped - a.gzipped)
}
