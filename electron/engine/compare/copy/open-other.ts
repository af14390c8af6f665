import { basename } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Edit } from '../../../../shared/model/edit.ts'
import type { Rows } from '../../../../shared/model/snapshot.ts'
import { assertNotOpenHere } from '../../file-identity.ts'
import { type OpenSession, openSession } from '../../open.ts'
import type { Session } from '../../session.ts'
import { rowsAsAt } from '../../store/as-at.ts'
import { checkHistory } from '../../store/check.ts'
import { findContent } from '../../store/content.ts'
import { getEdit, lastSeal } from '../../store/edits.ts'
import { listAllRows, listRows } from '../../store/rows.ts'
import { Trouble } from '../../trouble.ts'
import { type ChangedBy, changesAfter, type Maker } from './changed-there.ts'
import { lastCommonEdit } from './common-edit.ts'
import { type Differences, differencesOf } from './differences.ts'
import { assertFits } from './fits.ts'

/**
 * Another copy of the open workbook, as it was read: pure data. Its file is closed again, so that whoever owns it can
 * go on; only evidence files are fetched from it later, by `path`.
 */
export type OtherCopy = {
  /** From its last seal: the same state of the workbook has the same id under any name. */
  readonly id: string
  readonly path: string
  readonly name: string
  /** The last edit both share. */
  readonly common: Edit
  /** Edits made there since, and by whom. */
  readonly editsThere: number
  readonly makers: readonly Maker[]
  readonly changedBy: ChangedBy
  readonly rows: Rows
  readonly differences: Differences
  /** Hashes of evidence files it names and does not hold. */
  readonly missingContent: ReadonlySet<string>
}

/**
 * Reads another copy of `ours`, in the full order of opening and without altering it. Throws a `Trouble` whose sentence
 * names the file: it is ours itself, another workbook's, damaged, newer, or changed by another program.
 */
export async function openOther(path: string, ours: Session, signal?: AbortSignal): Promise<OtherCopy> {
  const other = openToCompare(path, ours)
  try {
    assertCopyOf(ours, other)
    const name = basename(path)
    await nextTurn()
    const { problems } = await checkHistory(other.db, signal)
    if (problems.length > 0) throw notAsWritten(name)
    const last = lastSeal(other.db)
    const seq = lastCommonEdit(ours.db, other.db)
    if (seq === 0) throw notShared(name)
    const base = rowsAsAt(ours.db, seq)
    await nextTurn()
    const rows = listAllRows(other.db)
    await nextTurn()
    const differences = differencesOf(base, rows)
    assertFits(differences, ours.framework, name)
    await nextTurn()
    return {
      id: last.hash.slice(0, 16),
      path,
      name,
      common: getEdit(ours.db, seq),
      editsThere: last.seq - seq,
      ...changesAfter(other.db, seq),
      rows,
      differences,
      missingContent: missingIn(other, differences),
    }
  } finally {
    other.close()
  }
}

/** Opens a file beside the open workbook to read it, and refuses that very workbook. */
export function openToCompare(path: string, ours: Session): OpenSession {
  assertNotOpenHere(ours, path)
  try {
    return openSession(path, ours.person, 'read', ours.deps)
  } catch (error) {
    if (error instanceof Trouble && error.code === 'IN_USE')
      throw new Trouble(
        'IN_USE',
        `${basename(path)} is open elsewhere. Close it there and bring it in again.`,
      )
    throw error
  }
}

function assertCopyOf(ours: Session, other: Session): void {
  const here = listRows(ours.db, 'workbook')[0]!
  const there = listRows(other.db, 'workbook')[0]
  const name = basename(other.path)
  if (!there) throw notAsWritten(name)
  if (listRows(other.db, 'origins').some(({ kind, fromUid }) => kind === 'redacted' && fromUid === here.uid))
    throw new Trouble(
      'REFUSED',
      `${name} is a redacted copy of this workbook, with a history of its own, so nobody can tell what was changed in it. Open it by itself.`,
    )
  if (here.uid !== there.uid)
    throw new Trouble(
      'REFUSED',
      `${name} is the workbook of ${there.systemName}, not a copy of ${basename(ours.path)} of ${here.systemName}. Open it by itself, or choose a copy of this one.`,
    )
  if (here.frameworkHash !== there.frameworkHash)
    throw new Trouble(
      'REFUSED',
      `${name} asks other questions than this workbook, so the two cannot be compared. Open it by itself.`,
    )
}

function missingIn(other: Session, { changed }: Differences): Set<string> {
  const hashes = changed.flatMap(({ collection, was, there }) =>
    collection === 'evidence' && !was && there.kind === 'file' ? [String(there.contentHash)] : [],
  )
  return new Set(hashes.filter(hash => !findContent(other.db, hash)))
}

function notAsWritten(name: string): Trouble {
  return new Trouble(
    'BAD_FILE',
    `${name} is damaged or was changed by another program: it is not what its own history says. Ask for a fresh copy of it.`,
  )
}

function notShared(name: string): Trouble {
  return new Trouble(
    'REFUSED',
    `${name} shares no history with this workbook, so nobody can tell what was changed in it. Open it by itself.`,
  )
}
