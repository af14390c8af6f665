import { type FileHandle, open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'

/** How long a place may take to answer before it counts as away. */
const ANSWERS_WITHIN_MS = 8_000

/**
 * What tells one state of a file from another without reading all of it. The counter in its header rises with every save, and
 * never falls from one published state to the next, so that two of them never agree by chance.
 */
export const TargetIdentity = z.object({ size: z.number(), mtimeMs: z.number(), counter: z.number() })
export type TargetIdentity = z.infer<typeof TargetIdentity>

/** What is at the place of a workbook. `gone`: its folder is there and it is not. `away`: the place does not answer. */
export type Found =
  | { readonly kind: 'there'; readonly identity: TargetIdentity; readonly isHot: boolean }
  | { readonly kind: 'gone' }
  | { readonly kind: 'away' }

/** Looks at the place of a workbook. Never waits for long, never throws, never opens it in SQLite. */
export async function lookAt(path: string): Promise<Found> {
  return within<Found>(look(path), { kind: 'away' })
}

/** Whether a file is in the state that was remembered. */
export function isSame(a: TargetIdentity, b: TargetIdentity): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.counter === b.counter
}

/** What `work` gives, or `otherwise` when a drive that does not answer keeps it from ending. */
export async function within<T>(work: Promise<T>, otherwise: T, ms = ANSWERS_WITHIN_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<T>(resolve => {
    timer = setTimeout(resolve, ms, otherwise)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

async function look(path: string): Promise<Found> {
  try {
    const file = await open(path, 'r')
    try {
      const identity = await identityOf(file)
      return { kind: 'there', identity, isHot: await isHot(path) }
    } finally {
      await file.close()
    }
  } catch (error) {
    const { code } = error as { code?: string }
    if (code !== 'ENOENT' && code !== 'ENOTDIR') return { kind: 'away' }
    return stat(dirname(path)).then(
      folder => ({ kind: folder.isDirectory() ? 'gone' : 'away' }),
      () => ({ kind: 'away' }),
    )
  }
}

async function identityOf(file: FileHandle): Promise<TargetIdentity> {
  const { size, mtimeMs } = await file.stat()
  const header = Buffer.alloc(28)
  const { bytesRead } = await file.read(header, 0, 28, 0)
  return { size, mtimeMs, counter: bytesRead === 28 ? header.readUInt32BE(24) : -1 }
}

/** Someone writes in place, or a crash left half a save there: the file alone is not the whole of it. */
async function isHot(path: string): Promise<boolean> {
  return stat(`${path}-journal`).then(
    journal => journal.size > 0,
    () => false,
  )
}
