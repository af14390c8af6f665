import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { openSession } from '../../electron/engine/open.ts'
import { checkSession } from '../../electron/engine/verify.ts'
import { WHO } from '../helpers/engine.ts'
import { type Ack, SNAPSHOTS, WORKBOOK } from './bench.ts'
import { hashAt } from './workloads.ts'

/** What must be found after a cut. */
export type Expected = {
  /** The seals of all edits the run went on to make. */
  readonly chain: readonly string[]
  /** The newest edit of which an answer was given; 0 before the first. */
  readonly acked: number
  /** Whether the workbook itself was there when the run began, or was answered for. */
  readonly mustExist: boolean
  /** What stood under a name at any time, in order, and the number of the newest that was answered for; -1 for none. */
  readonly files: ReadonlyMap<string, { readonly versions: readonly string[]; readonly acked: number }>
}

/** What was found wrong, and of which kind; null when all is well. */
export type Verdict = { readonly kind: 'lost' | 'torn' | 'corrupt' | 'stray'; readonly words: string } | null

const REOPENED = '2031-01-01T00:00:00.000Z'
/** What is not finished is called so. */
export const TEMPORARY = /^(\..*\.(copy|new|before-update|tmp|part)(-journal)?|~\$.*\.tmp)$/

/** Opens what a cut left as a user would, and holds it against what the run had been told. */
export async function judge(folder: string, expected: Expected, alsoReads: boolean): Promise<Verdict> {
  const path = join(folder, WORKBOOK)
  if (!existsSync(path)) {
    if (expected.mustExist) return { kind: 'lost', words: 'The workbook is gone.' }
  } else {
    const verdict =
      (alsoReads ? await readWithoutChange(path) : null) ?? (await judgeWorkbook(path, expected))
    if (verdict) return verdict
  }
  return judgeFiles(folder, expected)
}

async function judgeWorkbook(path: string, { chain, acked }: Expected): Promise<Verdict> {
  let session: ReturnType<typeof open>
  try {
    session = open(path, 'edit')
  } catch (error) {
    return { kind: 'corrupt', words: `It does not open: ${wordsOf(error)}` }
  }
  try {
    const report = await checkSession(session)
    if (!report.ok) return { kind: 'corrupt', words: report.problems.slice(0, 3).join(' ') }
    const found = session.db.prepare('SELECT hash FROM edit WHERE at <> ? ORDER BY seq').pluck().all(REOPENED)
    const other = found.findIndex((hash, index) => hash !== chain[index])
    if (other >= 0) return { kind: 'torn', words: `Edit ${other + 1} is not one that was made.` }
    if (found.length < acked)
      return { kind: 'lost', words: `Edit ${acked} was answered, and only ${found.length} are there.` }
    return null
  } catch (error) {
    return { kind: 'corrupt', words: `It does not check: ${wordsOf(error)}` }
  } finally {
    session.close()
  }
}

/** Reading what a cut left must not mend it. */
export async function readWithoutChange(path: string): Promise<Verdict> {
  const before = readFileSync(path)
  try {
    const session = open(path, 'read')
    const report = await checkSession(session)
    session.close()
    if (!report.ok) return { kind: 'corrupt', words: `To read: ${report.problems.slice(0, 3).join(' ')}` }
  } catch (error) {
    return { kind: 'corrupt', words: `It does not open to be read: ${wordsOf(error)}` }
  }
  const isSame = readFileSync(path).equals(before)
  return isSame ? null : { kind: 'torn', words: 'Reading what the cut left has changed the file.' }
}

/** Under its final name a copy or an export is whole, or not there. */
async function judgeFiles(folder: string, { files }: Expected): Promise<Verdict> {
  const all = readdirSync(folder)
  const names = [...all.filter(name => name !== SNAPSHOTS), ...namesIn(folder, all)]
  for (const [name, { versions, acked }] of files) {
    if (!names.includes(name)) {
      if (acked >= 0) return { kind: 'lost', words: `${name} was answered for and is gone.` }
      continue
    }
    const version = versions.lastIndexOf(hashAt(join(folder, name)))
    if (version < 0) return { kind: 'corrupt', words: `${name} is not whole.` }
    if (version < acked) return { kind: 'lost', words: `${name} is an older one than was answered for.` }
  }
  for (const name of names) {
    if (name === WORKBOOK || name === `~$${WORKBOOK}` || files.has(name) || TEMPORARY.test(basename(name)))
      continue
    // A journal that was never synced says nothing; the next save writes over it.
    if (name === `${WORKBOOK}-journal` && !saysSomething(join(folder, name))) continue
    // Opening again updates again, and keeps a copy again.
    if (name.includes('(before update 1 January 2031)')) continue
    return { kind: 'stray', words: `Something was left behind: ${name}` }
  }
  return null
}

function namesIn(folder: string, all: readonly string[]): string[] {
  return all.includes(SNAPSHOTS)
    ? readdirSync(join(folder, SNAPSHOTS)).map(name => `${SNAPSHOTS}/${name}`)
    : []
}

/** SQLite plays a journal back unless it begins with a zero. */
function saysSomething(journal: string): boolean {
  const bytes = readFileSync(journal)
  return bytes.length > 0 && bytes[0] !== 0
}

function open(path: string, mode: 'edit' | 'read') {
  return openSession(path, WHO, mode, { now: () => REOPENED, newId: () => crypto.randomUUID() })
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** What is expected after so many acknowledgements. */
export function expectedAfter(
  acks: readonly Ack[],
  count: number,
  chain: readonly string[],
  existedBefore: boolean,
): Expected {
  const files = new Map<string, { versions: string[]; acked: number }>()
  for (const [index, ack] of acks.entries()) {
    for (const { name, hash } of ack.files) {
      const entry = files.get(name) ?? { versions: [], acked: -1 }
      files.set(name, entry)
      entry.versions.push(hash)
      if (index < count) entry.acked = entry.versions.length - 1
    }
  }
  const acked = acks[count - 1]?.seq ?? 0
  return { chain, acked, mustExist: existedBefore || count > 0, files }
}
