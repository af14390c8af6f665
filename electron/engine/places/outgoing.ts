import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Session } from '../session.ts'
import { makeWholeCopy } from '../whole-copy.ts'
import { type Base, OUTGOING } from './working-folder.ts'

/**
 * A whole copy of the working copy as it is now, on this computer, read back: the open file itself is never read with plain
 * calls. Gives its path and the last edit in it. It is there until the next one is made.
 */
export async function makeOutgoing(
  session: Session,
  folder: string,
): Promise<{ readonly file: string; readonly seal: Base['seal'] }> {
  const file = join(folder, OUTGOING)
  for (const name of [file, `${file}-journal`]) rmSync(name, { force: true })
  const { signal } = new AbortController()
  const { seq, hash } = await makeWholeCopy(session.db, file, { signal, report() {} })
  return { file, seal: { seq, hash } }
}
