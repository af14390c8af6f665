import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openSession } from '../../electron/engine/open.ts'
import { checkSession } from '../../electron/engine/verify.ts'
import { WHO } from '../helpers/engine.ts'
import { type Bench, benchIn, WORKBOOK } from './bench.ts'
import { copyPrepared, type Work } from './io-works.ts'
import type { Fault, openControl } from './shim.ts'
import { hashAt } from './workloads.ts'

/** Where the attempts of one work happen. */
export type Places = { readonly prepared: string; readonly outside: string; readonly folder: string }

/** What came of one attempt. */
export type Attempt = {
  /** Calls that could have failed, and how many were made to. */
  readonly seen: number
  readonly hit: number
  /** What the user was told; none when the work was done all the same. */
  readonly sentences: readonly string[]
  /** Whether work went on in the same session, or only after the workbook was closed and opened again. */
  readonly goesOn: boolean
  readonly wrong: readonly string[]
}

/** What the files made by a work look like when nothing failed: the bytes of an export differ each time by its clock. */
export type Whole = (path: string) => Promise<boolean>

/** A call that never comes. */
export const NEVER = 1_000_000

/** Does the work once while the disk fails as said, then looks at everything a user would find. */
export async function attempt(
  work: Work,
  places: Places,
  control: ReturnType<typeof openControl>,
  fault: Fault,
  isWhole: Whole,
): Promise<Attempt> {
  const { folder } = places
  const wrong: string[] = []
  rmSync(folder, { recursive: true, force: true })
  copyPrepared(places.prepared, folder)
  const before = new Map((work.makes ?? []).map(name => [name, hashOf(join(folder, name))]))
  const bench = await benchIn(folder, places.outside, { firstId: 1_000_000 })
  if (work.begin) {
    await bench.open()
    await work.begin(bench)
  }
  let acked = work.begin ? bench.seq() : 0
  const told: number[] = []
  bench.engine.state.session?.changes.subscribe('changed', ({ edit }) => void told.push(edit.seq))
  const first = acked + 1
  control.arm(fault)
  const sentences = await sentencesOf(work, bench, wrong)
  const { seen, hit } = control.disarm()
  if (hit === 0 && sentences.length > 0) wrong.push('It failed although nothing was made to fail.')
  const isDone = sentences.length === 0
  if (isDone) acked += work.edits
  const most = acked + (isDone ? 0 : work.edits)
  if (isDone && bench.engine.state.session && bench.seq() !== acked && work.begin)
    wrong.push('It says it was done, and its edit is not there.')
  const goesOn = await goOn(bench, wrong)
  const { session } = bench.engine.state
  const made = session ? Array.from({ length: bench.seq() - first + 1 }, (_, index) => first + index) : []
  if (goesOn && work.begin && made.join() !== told.join())
    wrong.push(`Edits ${made.join()} were made, and windows were told of ${told.join()}.`)
  if (work.begin && !goesOn) wrong.push('Work goes on only after the workbook was opened again.')
  const last = bench.engine.state.session ? bench.seq() : 0
  await bench.close().catch(error => wrong.push(`It does not close: ${wordsOf(error)}`))

  await lookAgain(folder, { acked: last, most: most + 1, isOlder: !work.begin }, wrong)
  for (const [name, hash] of before) {
    const path = join(folder, name)
    const isAsBefore = hashOf(path) === hash
    if (isDone && (isAsBefore || !(await isWhole(path))))
      wrong.push(`${name} was answered for and is not there.`)
    else if (!isDone && !isAsBefore && !(await isWhole(path))) wrong.push(`${name} is not whole.`)
  }
  const mayLeave = hit > 0 && (fault.times === 0 || fault.kinds.includes('unlink'))
  wrong.push(...strays(folder, work, mayLeave).map(name => `Something was left behind: ${name}`))
  return { seen, hit, sentences, goesOn, wrong }
}

async function sentencesOf(work: Work, bench: Bench, wrong: string[]): Promise<readonly string[]> {
  try {
    const sentences = await work.run(bench)
    wrong.push(
      ...sentences.filter(sentence => !isSentence(sentence)).map(sentence => `No sentence: ${sentence}`),
    )
    return sentences
  } catch (error) {
    const sentence = wordsOf(error)
    if ((error as { defined?: unknown }).defined !== true || !isSentence(sentence))
      wrong.push(`No sentence: ${error instanceof Error ? error.stack : sentence}`)
    return [sentence]
  }
}

/** Something else is done when the fault is over: in the same session, or else once it was closed and opened again. */
async function goOn(bench: Bench, wrong: string[]): Promise<boolean> {
  const write = async () => {
    const { seq } = await bench.page.rating.set({ ...bench.key(), set: { reason: 'After the fault' } })
    if (seq !== bench.seq()) wrong.push('An edit was answered with a number that is not its own.')
  }
  try {
    if (bench.engine.state.session) {
      await write()
      return true
    }
  } catch (error) {
    const sentence = wordsOf(error)
    if (!isSentence(sentence)) wrong.push(`No sentence afterwards: ${sentence}`)
  }
  try {
    if (bench.engine.state.session) await bench.close()
    if (!existsSync(bench.path)) await bench.createAndOpen()
    else await bench.open()
    await write()
  } catch (error) {
    wrong.push(`It cannot be opened again and gone on with: ${wordsOf(error)}`)
  }
  return false
}

/** Opens it as the next user would. */
async function lookAgain(
  folder: string,
  { acked, most, isOlder }: { acked: number; most: number; isOlder: boolean },
  wrong: string[],
): Promise<void> {
  try {
    const deps = { now: () => '2031-01-01T00:00:00.000Z', newId: () => crypto.randomUUID() }
    const session = openSession(join(folder, WORKBOOK), WHO, 'edit', deps)
    try {
      const report = await checkSession(session)
      if (!report.ok) wrong.push(`It is not sound: ${report.problems.slice(0, 3).join(' ')}`)
      const found = session.lastEdit?.seq ?? 0
      const unnamed =
        "SELECT count(*) FROM content WHERE hash NOT IN (SELECT content_hash FROM evidence WHERE kind = 'file')"
      if (session.db.prepare(unnamed).pluck().get() !== 0)
        wrong.push('A file is in the workbook that nothing names.')
      if (found < acked) wrong.push(`Edit ${acked} was answered, and only ${found} are there.`)
      if (found > most && !isOlder) wrong.push(`There are ${found} edits, and only ${most} were asked for.`)
    } finally {
      session.close()
    }
  } catch (error) {
    wrong.push(`It does not open: ${wordsOf(error)}`)
  }
}

function strays(folder: string, work: Work, mayLeave: boolean): string[] {
  const known = [WORKBOOK, ...(work.makes ?? [])]
  // Where nothing can be taken away, hidden files stay; a copy too many of the workbook as it was is better than none.
  const excused = mayLeave ? /^\.|^~\$|-journal$|\(before update/ : /^$/
  return readdirSync(folder).filter(name => !known.includes(name) && !excused.test(name))
}

function hashOf(path: string): string {
  return existsSync(path) ? hashAt(path) : ''
}

/** What people may be shown: one or two plain sentences, nothing of the machine. */
export function isSentence(text: string): boolean {
  const isPlain =
    !/SQLITE|E[A-Z]{3,}\b|errno|Error:|undefined|\n| at .*:\d+|\/dev\/|node:|went wrong in Ninefold/.test(
      text,
    )
  return isPlain && /^[A-Z“v].*\.$/.test(text) && text.length < 400
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
