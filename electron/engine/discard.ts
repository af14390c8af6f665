import { rmSync } from 'node:fs'

/**
 * Takes away a temporary file or folder, and the journal SQLite may have left beside it. One that cannot be taken away must
 * not stand for what happened: not for a failure before it, nor for work that was done.
 */
export function discard(path: string): void {
  for (const name of [path, `${path}-journal`]) tried(() => removed(name))
}

function removed(name: string): void {
  try {
    rmSync(name, { force: true })
  } catch {
    // A folder. Not asked first: a disk that fails may still let a file go, but not be looked at.
    rmSync(name, { recursive: true, force: true })
  }
}

function tried(work: () => void): void {
  try {
    work()
  } catch {
    // The disk refuses; the file is hidden, and nobody reads it.
  }
}
