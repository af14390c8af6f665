import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReadReturned } from '../../../shared/contract/control.ts'
import { ARRIVING } from '../../../shared/rules/folder-files.ts'
import { shownName } from '../../../shared/text/safe-name.ts'
import { keepArriving } from '../arriving.ts'
import { attachFiles } from '../attach.ts'
import { type IncomingFile, openIncoming, requireIncoming, withIncoming } from '../incoming.ts'
import { readReturned } from '../review/read-returned.ts'
import type { Session } from '../session.ts'
import type { Tasks } from '../tasks.ts'
import { Trouble } from '../trouble.ts'
import { base } from './base.ts'

/** Dropped and pasted files, by their bytes. */
export const incoming = {
  open: base.incoming.open.handler(({ context: { session }, input: { name, size } }) => ({
    id: openIncoming(session, name, size),
  })),

  attach: base.incoming.attach.handler(
    ({ context: { session, engine, person }, input: { ids, targets }, signal }) =>
      withIncoming(session, ids, signal, files => {
        const found = files.map(({ name, size, pieces }) => ({ name, size, from: pieces }))
        return attachFiles(session, engine.tasks, found, { targets, person, signal })
      }),
  ),

  returned: base.incoming.returned.handler(({ context: { session, engine }, input: { ids }, signal }) =>
    withIncoming(session, ids, signal, files => readArriving(session, engine.tasks, files, signal)),
  ),

  piece: base.incoming.piece.handler(({ context: { session }, input: { id, bytes, isLast } }) =>
    requireIncoming(session, id).put(bytes, isLast),
  ),
}

/** Keeps the files in a folder of ours and reads them together; one that did not arrive is told with the others. */
async function readArriving(
  session: Session,
  tasks: Tasks,
  files: readonly IncomingFile[],
  signal: AbortSignal | undefined,
): Promise<ReadReturned> {
  const folderOfOurs = await mkdtemp(join(tmpdir(), ARRIVING))
  const paths: string[] = []
  const problems: ReadReturned['problems'] = []
  try {
    for (const [index, file] of files.entries()) {
      try {
        paths.push(await keepArriving(folderOfOurs, index, file))
      } catch (error) {
        if (!(error instanceof Trouble) || error.code === 'DISK_FULL') throw error
        problems.push({ name: shownName(file.name), sentence: error.message })
      }
    }
    if (paths.length === 0) {
      await rm(folderOfOurs, { recursive: true, force: true })
      return { read: 0, refused: 0, wasCancelled: false, problems }
    }
    const read = await readReturned(session, tasks, paths, { folderOfOurs, signal })
    return { ...read, problems: [...problems, ...read.problems] }
  } catch (error) {
    await rm(folderOfOurs, { recursive: true, force: true })
    throw error
  }
}
