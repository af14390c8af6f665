import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import { z } from 'zod'
import type { CopyBeside } from '../../../shared/model/place.ts'
import { mayBeCopy } from '../../../shared/rules/conflict-copies.ts'
import { shownName } from '../../../shared/text/safe-name.ts'
import type { Session } from '../session.ts'
import { sealAt } from '../store/as-at.ts'
import { listRows } from '../store/rows.ts'
import { lookAt, type TargetIdentity, within } from './target.ts'
import { fetchTheirs, type Theirs } from './theirs.ts'

/** Copies of the open workbook that lie beside it and hold something it does not. */
export type CopiesBeside = {
  look(): Promise<readonly CopyBeside[]>
  pathOf(id: string): string | undefined
  /** Not told of again until it changes, by this user of this computer. */
  leave(id: string): void
}

type Known = { readonly stamp: string; readonly found: { copy: CopyBeside; seal: Theirs['seal'] } | null }

/** A folder with more of them than this is no accident of a sync program. */
const MOST = 12

/**
 * Looks for copies that sync programs made when two saved at once: by their names first, then by what is in them. A file is
 * only believed after the full order of opening, in a copy of it, and is offered only when its history is not all in ours.
 */
export function copiesBeside(session: Session, workingFolder: string): CopiesBeside {
  const known = new Map<string, Known>()
  const left = leftIn(workingFolder)

  async function lookInto(path: string, stamp: string): Promise<Known['found']> {
    const was = known.get(path)
    if (was?.stamp === stamp) return was.found
    const found = await read(path).catch(() => null)
    known.set(path, { stamp, found })
    return found
  }

  async function read(path: string): Promise<Known['found']> {
    const folder = await mkdtemp(join(tmpdir(), 'ninefold-look-'))
    try {
      const theirs = await fetchTheirs(path, join(folder, 'copy'), session.person, session.deps)
      const [workbook] = listRows(session.db, 'workbook')
      if (theirs.uid !== workbook!.uid) return null
      const { at, who } = theirs.lastEdit
      const copy = { id: idOf(path), name: shownName(nameOf(path)), changedAt: at, by: who }
      return { copy, seal: theirs.seal }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  return {
    async look() {
      const own = session.path
      const names = await within(readdir(dirname(own)), []).catch(() => [])
      const paths = names
        .filter(name => isWorkbook(name) && name !== basename(own) && mayBeCopy(nameOf(own), nameOf(name)))
        .slice(0, MOST)
        .map(name => join(dirname(own), name))
      const found: CopyBeside[] = []
      for (const path of paths) {
        const there = await lookAt(path)
        if (there.kind !== 'there') continue
        const stamp = stampOf(there.identity)
        const other = await lookInto(path, stamp)
        // Asked each time: what was brought in or published may be in our history by now.
        const isNew = other && sealAt(session.db, other.seal.seq) !== other.seal.hash
        if (isNew && !left.has(path, stamp)) found.push(other.copy)
      }
      return found
    },
    pathOf: id => [...known].find(([, { found }]) => found?.copy.id === id)?.[0],
    leave(id) {
      for (const [path, { stamp, found }] of known) if (found?.copy.id === id) left.add(path, stamp)
    },
  }
}

function isWorkbook(name: string): boolean {
  return /\.ninefold$/i.test(name) && !/^(\.|~\$)/.test(name)
}

function nameOf(path: string): string {
  return basename(path, extname(path))
}

function idOf(path: string): string {
  return createHash('sha256').update(path).digest('base64url').slice(0, 16)
}

function stampOf({ size, mtimeMs, counter }: TargetIdentity): string {
  return `${size} ${mtimeMs} ${counter}`
}

/** Which copies were left, and in which state: remembered by this user's computer, not by the workbook. */
function leftIn(workingFolder: string) {
  const file = join(workingFolder, 'left.json')
  const read = (): Record<string, string> => {
    try {
      return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      return {}
    }
  }
  return {
    has: (path: string, stamp: string) => read()[path] === stamp,
    add(path: string, stamp: string) {
      try {
        mkdirSync(workingFolder, { recursive: true, mode: 0o700 })
        writeFileSync(`${file}.new`, JSON.stringify({ ...read(), [path]: stamp }), { mode: 0o600 })
        renameSync(`${file}.new`, file)
      } catch {
        // Then it is asked about once more.
      }
    },
  }
}
