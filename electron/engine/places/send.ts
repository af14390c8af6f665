import { access, constants, type FileHandle, link, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { copyVerified } from './copy-file.ts'
import { type Found, isSame, lookAt, type TargetIdentity } from './target.ts'

/** What came of bringing a file to its place. `changed`: what is there is not what was expected, and was left alone. */
export type Sent =
  | { readonly kind: 'sent'; readonly identity: TargetIdentity }
  | { readonly kind: 'changed'; readonly found: Found }
  | { readonly kind: 'away' }
  /** Another computer puts its own there this moment. */
  | { readonly kind: 'busy' }

type Sending = {
  /** A closed file on this computer, already checked. */
  readonly from: string
  readonly to: string
  /** What must be there for it to be replaced; `null` when nothing may be. */
  readonly expected: TargetIdentity | null
  /** Of the working copy, so that what a crash leaves beside the file is used up by the next attempt. */
  readonly id: string
  readonly between: (step: string) => Promise<void> | void
}

/** A claim older than this was left by a crash: between a claim and its end there are only a few calls. */
const CLAIM_IS_STALE_AFTER_MS = 60_000
/** One that does not say whose it is by then was broken off as it was made. */
const SAYS_WHO_WITHIN_MS = 4_000

/**
 * Brings a checked file to its place: under a name of ours beside it, made durable, read back, and put there in one step,
 * so that at every moment a whole workbook is there under its name. What is there is compared first and never replaced
 * unless it is `expected`. Throws what the system says when it cannot be written.
 */
export async function send({ from, to, expected, id, between }: Sending): Promise<Sent> {
  const folder = dirname(to)
  const found = await lookAt(to)
  if (found.kind === 'away') return { kind: 'away' }
  if (!isExpected(found, expected)) return { kind: 'changed', found }
  if (found.kind === 'there') await access(to, constants.W_OK)
  // Office's mark: sync programs leave such names alone.
  const temporary = join(folder, `~$${basename(to).slice(0, 60)}.${id.slice(0, 8)}.tmp`)
  try {
    await rm(temporary, { force: true })
    await copyVerified(from, temporary)
    await between('copied')
    return await whileClaimed(to, temporary, async () => {
      const now = await lookAt(to)
      if (now.kind === 'away') return { kind: 'away' }
      if (!isExpected(now, expected)) return { kind: 'changed', found: now }
      await between('compared')
      if (now.kind === 'there') await replace(temporary, to)
      else if (!(await putThere(temporary, to))) return { kind: 'changed', found: await lookAt(to) }
      await between('renamed')
      await syncFolderThere(folder)
      const after = await lookAt(to)
      return after.kind === 'there' ? { kind: 'sent', identity: after.identity } : { kind: 'away' }
    })
  } finally {
    await rm(temporary, { force: true }).catch(() => {})
  }
}

/** A file that is not there any more is put back; one that was never expected and is there is somebody's. */
function isExpected(found: Found, expected: TargetIdentity | null): boolean {
  if (found.kind === 'gone') return true
  return found.kind === 'there' && !found.isHot && expected !== null && isSame(found.identity, expected)
}

/** Who has a claim: enough to tell one that was left by a crash here. */
const Claim = z.object({ computer: z.string(), pid: z.int() })

/** One Ninefold at a time compares and replaces, on any computer: the mark is made in one step, or not at all. */
async function whileClaimed(to: string, ours: string, work: () => Promise<Sent>): Promise<Sent> {
  const claim = join(dirname(to), `~$${basename(to).slice(0, 60)}.putting.tmp`)
  const isStale = staleness(claim, ours)
  for (let attempt = 0; attempt < 60; attempt++) {
    if (await tryToClaim(claim)) {
      try {
        return await work()
      } finally {
        await rm(claim, { force: true }).catch(() => {})
      }
    }
    if (await isStale()) await rm(claim, { force: true })
    else await pause(100)
  }
  return { kind: 'busy' }
}

async function tryToClaim(claim: string): Promise<boolean> {
  const mark: z.infer<typeof Claim> = { computer: hostname(), pid: process.pid }
  let file: FileHandle
  try {
    file = await open(claim, 'wx', 0o600)
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return false
    throw error
  }
  try {
    await file.writeFile(JSON.stringify(mark)).finally(() => file.close())
    return true
  } catch (error) {
    // A full disk has room for the name and none for what it says, and would keep everyone waiting.
    await rm(claim, { force: true }).catch(() => {})
    throw error
  }
}

/**
 * Asked again and again while waiting. The times are both those of the place itself, since the clocks of two computers may
 * differ; one that says nothing is watched with our own, because its age there does not grow while we wait.
 */
function staleness(claim: string, ours: string): () => Promise<boolean> {
  let silent = { since: 0, madeAt: -1 }
  return async () => {
    const [theirs, mine, text] = await Promise.all([
      stat(claim).catch(() => null),
      stat(ours),
      readFile(claim, 'utf8').catch(() => ''),
    ])
    if (theirs === null) return false
    if (text !== '') return mine.mtimeMs - theirs.mtimeMs > CLAIM_IS_STALE_AFTER_MS || wasLeftHere(text)
    if (silent.madeAt !== theirs.mtimeMs) silent = { since: performance.now(), madeAt: theirs.mtimeMs }
    return performance.now() - silent.since > SAYS_WHO_WITHIN_MS
  }
}

function wasLeftHere(text: string): boolean {
  try {
    const { computer, pid } = Claim.parse(JSON.parse(text))
    if (computer !== hostname()) return false
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as { code?: string }).code === 'ESRCH'
  }
}

/** Windows refuses while a sync program or a virus scanner looks at the file, which it does for a moment. */
async function replace(temporary: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(temporary, to)
    } catch (error) {
      const { code = '' } = error as { code?: string }
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(code) || attempt === 8) throw error
      await pause(attempt * 100)
    }
  }
}

/** Never over a file that came meanwhile; false when one did. */
async function putThere(temporary: string, to: string): Promise<boolean> {
  try {
    await link(temporary, to)
    return true
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return false
    // Some drives know no links. Ours is the claim, so that no other Ninefold puts one there now.
    if ((await lookAt(to)).kind !== 'gone') return false
    await replace(temporary, to)
    return true
  }
}

/** Many shares and all of Windows know no such call; the file itself is durable already. */
async function syncFolderThere(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {}
}
