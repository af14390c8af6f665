import { mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Evidence } from '../../shared/model/evidence.ts'
import type { EvidenceId } from '../../shared/model/ids.ts'
import { isSafeToOpen } from '../../shared/rules/media-type.ts'
import { safeFileName } from '../../shared/text/safe-name.ts'
import { assertHeld } from './copies/held.ts'
import { copyContentToFile } from './exchange/copy-out.ts'
import { assertNotItself } from './file-identity.ts'
import { requireRow } from './handlers/require-row.ts'
import type { Session } from './session.ts'
import { readPiece } from './store/content.ts'
import type { Tasks } from './tasks.ts'
import { Trouble } from './trouble.ts'

/** What a file of the workbook may be called outside it, with its real extension. */
export function suggestName(session: Session, id: EvidenceId): string {
  return safeFileName(fileOf(session, id).fileName)
}

/** Writes a file of the workbook to exactly this path, checked against its hash. */
export async function saveOut(
  session: Session,
  tasks: Tasks,
  id: EvidenceId,
  to: string,
  signal?: AbortSignal,
): Promise<void> {
  const item = fileOf(session, id)
  assertNotItself(session, to)
  const words = `Saving ${safeFileName(item.fileName)}`
  await tasks.run({ words, unit: 'bytes', total: item.size, signal }, task =>
    copyContentToFile(session.db, item.contentHash, to, {
      signal: task.signal,
      onProgress: task.report,
    }),
  )
  await markAsReceived(to)
}

/** Writes a file into a fresh folder under `parent`, under a name of ours. `isSafeToOpen`: its kind is on the list. */
export async function saveOutForOpening(
  session: Session,
  tasks: Tasks,
  id: EvidenceId,
  parent: string,
  signal?: AbortSignal,
): Promise<{ path: string; isSafeToOpen: boolean }> {
  const { contentHash } = fileOf(session, id)
  const name = suggestName(session, id)
  const path = join(await mkdtemp(join(parent, 'evidence-')), name)
  await saveOut(session, tasks, id, path, signal)
  const head = readPiece(session.db, contentHash, 0, 4096)
  return { path, isSafeToOpen: isSafeToOpen(name, head) }
}

/**
 * Writes the mark that Windows puts on what came from elsewhere, so that Office opens it in protected view. Inside the
 * workbook the mark a file once had is lost. Drives that know no such marks refuse it, and then there is none.
 */
export async function markAsReceived(
  path: string,
  platform: NodeJS.Platform = process.platform,
): Promise<void> {
  if (platform !== 'win32') return
  await writeFile(`${path}:Zone.Identifier`, '[ZoneTransfer]\r\nZoneId=3\r\n').catch(() => {})
}

function fileOf(session: Session, id: EvidenceId): Evidence {
  const item = requireRow(session, 'evidence', id)
  if (item.kind === 'file') {
    assertHeld(session, item)
    return item
  }
  throw new Trouble('REFUSED', `${item.title} is a ${item.kind}, not a file, so there is nothing to save.`)
}
