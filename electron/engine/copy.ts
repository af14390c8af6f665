import { renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { syncFolder } from './create.ts'
import { assertNotItself } from './file-identity.ts'
import { describeHolder, isMarked } from './holder.ts'
import { edit, type Session } from './session.ts'
import type { Tasks } from './tasks.ts'
import { Trouble, troubleOf } from './trouble.ts'
import { makeWholeCopy } from './whole-copy.ts'

/**
 * Saves a copy of the open workbook, evidence and history included: under a temporary name beside the target, synced,
 * read back, then renamed. Gives its size in bytes. A failure or a cancel leaves nothing behind.
 */
export async function saveCopy(session: Session, tasks: Tasks, to: string): Promise<number> {
  const name = basename(to)
  assertNotItself(session, to)
  if (isMarked(to))
    throw new Trouble(
      'IN_USE',
      `${name} is open elsewhere (${describeHolder(to)}). Choose another name for the copy.`,
    )
  const temporary = join(dirname(to), `.${name.slice(0, 80)}.${session.deps.newId().slice(0, 8)}.copy`)
  try {
    await tasks.run({ words: `Saving a copy as ${name}`, unit: 'steps' }, async task => {
      await makeWholeCopy(session.db, temporary, task)
      renameSync(temporary, to)
      syncFolder(dirname(to))
      // Within the task, since a workbook is closed only after those: a copy that was made is always known.
      if (session.access.mode === 'edit')
        edit(session, undefined, { words: `Saved a copy as ${name}`, kind: 'note' }, () => {})
    })
  } catch (error) {
    rmSync(temporary, { force: true })
    throw troubleOf(error) ?? error
  }
  return statSync(to).size
}
