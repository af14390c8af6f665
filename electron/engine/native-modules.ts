import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** SHA-256 of each native module the app was built with, by its path in `node_modules`. Put in by scripts/build.ts. */
declare const __NATIVE_SHA256__: Readonly<Record<string, string>> | undefined

/**
 * Why the native modules of an installed app must not be loaded, or `null`. They lie beside the archive, where Electron's own check
 * of the archive does not reach; the sums they are held against lie inside it.
 */
export function nativeModulesProblem(here = import.meta.dirname): string | null {
  const archive = /^(.*[\\/]app\.asar)[\\/]/.exec(here)?.[1]
  if (!archive || typeof __NATIVE_SHA256__ === 'undefined') return null
  const changed = changedModules(join(archive, 'node_modules'), __NATIVE_SHA256__)
  if (changed.length === 0) return null
  return `Ninefold was changed since it was built (${changed.join(', ')}) and does not start. Install it again from where you got it.`
}

/** Those of the expected files that are there and are not what they were. One of another platform may be missing. */
export function changedModules(folder: string, expected: Readonly<Record<string, string>>): string[] {
  return Object.entries(expected).flatMap(([path, sum]) => {
    const found = sumOf(join(folder, path))
    return found === null || found === sum ? [] : [path]
  })
}

function sumOf(path: string): string | null {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  } catch {
    return null
  }
}
