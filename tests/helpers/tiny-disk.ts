import { execFileSync } from 'node:child_process'
import { onTestFinished } from 'vitest'
import { freshFolder } from './engine.ts'

/** A disk of so many megabytes until the test ends; null where we may not make one. */
export function tinyDisk(megabytes: number): string | null {
  const folder = freshFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  // Unmounted at once from sight, and for good when the last file in it is closed.
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]))
  return folder
}
