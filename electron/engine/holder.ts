import { existsSync, lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'

/**
 * Who has a workbook open, in a small file beside it. It only puts a name to the lock: the lock itself is SQLite's,
 * which the system drops when a process dies, so a file left by a crash never locks anyone out.
 */
export const Holder = z.object({
  name: z.string().max(200),
  computer: z.string().max(200),
  since: z.iso.datetime(),
})
export type Holder = z.infer<typeof Holder>

const SOMEONE = 'someone else, or another window'

const LONGEST_MARK = 4096

/** `~$name` is how Office marks an open file; sync programs know to leave such files alone. */
export function markPath(workbookPath: string): string {
  return join(dirname(workbookPath), `~$${basename(workbookPath)}`)
}

/** Puts the mark beside a workbook just opened. */
export function markHeld(workbookPath: string, name: string, since: string): void {
  try {
    const mark = markPath(workbookPath)
    // What lies there may be a link that came with the workbook: it is taken away, never followed.
    rmSync(mark, { force: true })
    writeFileSync(mark, JSON.stringify({ name, computer: hostname(), since }), { flag: 'wx' })
  } catch {
    // The mark is a courtesy. A folder that refuses it must not stop anyone from working.
  }
}

/** Takes it away again. */
export function unmarkHeld(workbookPath: string): void {
  try {
    rmSync(markPath(workbookPath), { force: true })
  } catch {
    // A folder that may not be written to any more keeps nobody from closing.
  }
}

/** Whether someone seems to have it open: enough to keep from writing over it, not to keep anyone out. */
export function isMarked(workbookPath: string): boolean {
  return existsSync(markPath(workbookPath))
}

/** Who holds it, for a sentence: a name and its computer, as in `… on LAPTOP-7`, or `someone else`. */
export function describeHolder(workbookPath: string): string {
  try {
    const mark = markPath(workbookPath)
    const found = lstatSync(mark)
    // A pipe would keep us waiting, and a mark of ours is one short line.
    if (!found.isFile() || found.size > LONGEST_MARK) return SOMEONE
    const holder = Holder.parse(JSON.parse(readFileSync(mark, 'utf8')))
    return `${holder.name || 'someone'} on ${holder.computer}`
  } catch {
    return SOMEONE
  }
}
