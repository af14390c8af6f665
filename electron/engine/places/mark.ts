import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { Holder, markPath } from '../holder.ts'
import { within } from './target.ts'

/** A mark that nobody renewed for so long was left by a crash or a laptop that sleeps. */
const FRESH_MS = 45 * 60_000

/** How often it is renewed while the workbook is open. */
export const RENEW_EVERY_MS = 10 * 60_000

/** Who seems to work on a workbook in a shared place from another computer; `null` when nobody. */
export async function holderElsewhere(path: string): Promise<{ holder: string; since: string } | null> {
  return within(readHolder(path), null)
}

async function readHolder(path: string): Promise<{ holder: string; since: string } | null> {
  try {
    const mark = markPath(path)
    const { mtimeMs } = await stat(mark)
    const { name, computer, since } = Holder.parse(JSON.parse(await readFile(mark, 'utf8')))
    // One of this computer was left by a crash: the working copy's own lock tells of another window here.
    if (computer === hostname() || Math.abs(Date.now() - mtimeMs) > FRESH_MS) return null
    return { holder: `${name || 'someone'} on ${computer}`, since }
  } catch {
    return null
  }
}

/** Puts our mark beside a workbook in a shared place, unless somebody else's is there, and takes it away again. */
export function markShared(path: () => string, name: string, since: string): { remove(): Promise<void> } {
  const text = JSON.stringify({ name, computer: hostname(), since } satisfies Holder)
  let marked = path()
  let isOver = false
  const put = async () => {
    marked = path()
    if (isOver || (await holderElsewhere(marked))) return
    try {
      await writeFile(markPath(marked), text)
    } catch (error) {
      // A full disk has room for the name and none for what it says: nobody would know it for ours.
      await rm(markPath(marked), { force: true })
      throw error
    }
  }
  // The mark is a courtesy: a place that refuses it, or is away, keeps nobody from working.
  let last = put().catch(() => {})
  const timer = setInterval(() => {
    if (marked !== path())
      last = removeOurs(marked, text)
        .then(put)
        .catch(() => {})
    else last = utimes(markPath(marked), new Date(), new Date()).catch(() => {})
  }, RENEW_EVERY_MS)
  timer.unref()
  return {
    async remove() {
      isOver = true
      clearInterval(timer)
      await within(last, undefined)
      await within(removeOurs(marked, text), undefined)
    },
  }
}

async function removeOurs(path: string, text: string): Promise<void> {
  try {
    if ((await readFile(markPath(path), 'utf8')) === text) await rm(markPath(path), { force: true })
  } catch {
    // Not there any more.
  }
}
