import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

/** Every name of a folder and what is under it: enough to see that nothing in it was touched. */
export function folderState(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true }) as string[]
  return Object.fromEntries(names.sort().map(name => [name, stateOf(join(folder, name))]))
}

function stateOf(path: string): string {
  const found = lstatSync(path)
  if (found.isSymbolicLink()) return `link to ${readlinkSync(path)}`
  if (!found.isFile()) return found.isDirectory() ? 'folder' : 'special'
  // A terabyte of nothing is told by its size and blocks.
  if (found.size > 64 * 1024 ** 2) return `${found.size} bytes in ${found.blocks} blocks`
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
