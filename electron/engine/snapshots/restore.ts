import { chmodSync, existsSync, rmSync } from 'node:fs'
import { copyFile, open } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { count } from '../../../shared/text/dates.ts'
import { restoredName, stampWords } from '../../../shared/text/snapshot-names.ts'
import { putInPlace } from '../create.ts'
import type { Deps } from '../deps.ts'
import { readBack } from '../read-back-thread.ts'
import type { Tasks } from '../tasks.ts'
import { temporaryBeside } from '../temporary.ts'
import { Trouble, troubleOf } from '../trouble.ts'
import { findOfAny, type Remembered, requireSnapshot } from './list.ts'
import type { SnapshotFile } from './look.ts'
import { stemOf } from './place.ts'

/**
 * Copies a snapshot to a file of its own, `to` or a fresh name beside the workbook, read back before it gets its name. The
 * workbook, whole, damaged or gone, and the snapshot stay as they are. Gives the path, and what is to be said of it.
 */
export async function restoreSnapshot(
  of: Remembered & { readonly id: string; readonly to?: string | undefined },
  { tasks, deps }: { readonly tasks: Tasks; readonly deps: Deps },
): Promise<{ path: string; remarks: string[] }> {
  const file = requireSnapshot(await findOfAny(of, deps), of.id)
  const temporary = temporaryBeside(of.to ?? of.path, 'part')
  try {
    if (of.to && existsSync(of.to)) throw alreadyThere(of.to)
    const words = `Copying the snapshot of ${stampWords(file.stamp)}`
    return await tasks.run({ words, unit: 'bytes', total: file.size }, async ({ signal, report }) => {
      await copyFile(file.path, temporary)
      // The snapshot is marked as one not to change; this one is to be worked in.
      chmodSync(temporary, 0o644)
      const handle = await open(temporary, 'r+')
      await handle.sync().finally(() => handle.close())
      report(file.size)
      const { version, seq, seal: hash } = file
      const { fault, damagedFiles } = await readBack(temporary, { version, seq, hash }, signal)
      if (fault !== null) throw notWhole(file, fault)
      return { path: nameIt(temporary, of, file), remarks: remarksOn(damagedFiles.length) }
    })
  } catch (error) {
    throw troubleOf(error) ?? error
  } finally {
    rmSync(temporary, { force: true })
  }
}

function nameIt(
  temporary: string,
  { to, path }: { readonly to?: string | undefined; readonly path: string },
  file: SnapshotFile,
): string {
  if (to) {
    putInPlace(temporary, to)
    return to
  }
  for (let number = 1; ; number++) {
    const fresh = join(dirname(path), restoredName(stemOf(path), file.stamp, number))
    if (existsSync(fresh)) continue
    putInPlace(temporary, fresh)
    return fresh
  }
}

/** The rest of it is worth having all the same. */
function remarksOn(damaged: number): string[] {
  if (damaged === 0) return []
  const are = damaged === 1 ? 'is not what it was' : 'are not what they were'
  return [`${count(damaged, 'evidence file')} in it ${are}. Check the workbook to see which.`]
}

function alreadyThere(path: string): Trouble {
  return new Trouble(
    'REFUSED',
    `There is already a file called ${basename(path)} there. Choose another name: Ninefold never writes over a workbook.`,
  )
}

function notWhole(file: SnapshotFile, fault: string): Trouble {
  const trouble = new Trouble(
    'BAD_FILE',
    `The snapshot of ${stampWords(file.stamp)} is damaged and was not opened. Choose the one before or after it.`,
  )
  trouble.cause = new Error(fault)
  return trouble
}
