import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.ts'
import { checkNode } from './check-node.ts'
import { type Contents, readContents } from './pack/contents.ts'
import {
  byPackage,
  FIRST_LOAD_LIMIT,
  firstLoad,
  laterLoad,
  PACKAGED_LIMIT,
  type PageFile,
} from './pack/sizes.ts'
import { stage } from './pack/stage.ts'
import { thisTarget } from './pack/targets.ts'
import { root } from './root.ts'

/** Files of a folder by the part of the product they belong to, in bytes. */
export function packagedParts(folder: string): Record<string, number> {
  const sums: Record<string, number> = {}
  const files = globSync('**', { cwd: folder, withFileTypes: true }).filter(entry => entry.isFile())
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name)
      .slice(folder.length + 1)
      .replaceAll('\\', '/')
    const part =
      /^dist\/electron\/.*|^dist\/renderer|^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path
    sums[part] = (sums[part] ?? 0) + statSync(join(parentPath, name)).size
  }
  return sums
}

function report(contents: Contents): boolean {
  const first = firstLoad(contents)
  table('The page until its first screen shows, gzipped', filesOf(first))
  table('what that is made of, by package (estimated)', byPackage(contents, first))
  const sent = total(filesOf(first))
  const isLight = limit('first load of the page', sent, FIRST_LOAD_LIMIT)
  table('Loaded only when wanted, gzipped', filesOf(laterLoad(contents)))

  const staged = join(root, 'dist/stage')
  stage(staged, 'app', [thisTarget()])
  const parts = packagedParts(staged)
  // The texts lie beside the program too.
  const licences = { 'licence texts': statSync(join(root, 'dist/renderer/licences.txt')).size }
  table('The packaged app, beyond the bare Electron', { ...parts, ...licences })
  const isSmall = limit('packaged app', total({ ...parts, ...licences }), PACKAGED_LIMIT)
  return isLight && isSmall
}

function filesOf(files: readonly PageFile[]): Record<string, number> {
  return Object.fromEntries(files.map(({ file, gzipped }) => [file.replace('renderer/assets/', ''), gzipped]))
}

function table(title: string, sizes: Record<string, number>): void {
  console.log(`\n${title}`)
  for (const [name, size] of Object.entries(sizes).sort((a, b) => b[1] - a[1]))
    console.log(`${kilobytes(size).padStart(12)}  ${name}`)
}

function limit(what: string, bytes: number, most: number): boolean {
  const isWithin = bytes <= most
  console.log(`${kilobytes(bytes).padStart(12)}  ${what}: ${isWithin ? 'within' : 'OVER'} ${kilobytes(most)}`)
  return isWithin
}

function total(sizes: Record<string, number>): number {
  return Object.values(sizes).reduce((sum, size) => sum + size, 0)
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  checkNode()
  await build({ ifStale: true, quiet: true })
  process.exitCode = report(readContents()) ? 0 : 1
}
