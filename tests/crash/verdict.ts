import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { openSession } from '../../electron/engine/open.ts'
import { lastSeal } from '../../electron/engine/store/edits.ts'
import { checkSession } from '../../electron/engine/verify.ts'
import type { Rows } from '../../shared/model/snapshot.ts'
import { WORKBOOK } from '../faults/bench.ts'
import { readWithoutChange, TEMPORARY } from '../faults/judge.ts'
import { hashAt } from '../faults/workloads.ts'
import { isSentence } from '../helpers/cli.ts'
import { startEngineFor, WHO } from '../helpers/engine.ts'
import { type Activity, depsFor, PASSWORD } from './activities.ts'
import type { Told } from './answers.ts'

/** What a killed process left, and what it had been told. */
export type Scene = {
  readonly activity: Activity
  readonly folder: string
  readonly outside: string
  readonly told: Told
  /** The last edit before this process began; 0 when nobody had opened it. */
  readonly seqBefore: number
  /** Whether it is read first, which must not mend it. */
  readonly alsoReads: boolean
}

/** What was found: everything wrong in words, none when it survived, and the last edit now in it. */
export type Verdict = { readonly wrong: readonly string[]; readonly seq: number }

/** The note of an update, and that of a copy kept. */
const NOTES = 1

/** Opens what a kill left as the next user would, and holds it against what had been answered. */
export async function judgeScene(scene: Scene): Promise<Verdict> {
  const { activity, folder, outside, told, alsoReads } = scene
  const path = join(folder, WORKBOOK)
  const wrong = told.refusals
    .filter(({ sentence, isTold }) => !isTold || !isSentence(`${sentence}\n`))
    .map(({ sentence }) => `It was told in no sentence: ${sentence}`)
    .filter((words, at, all) => all.indexOf(words) === at)
  if (!existsSync(path)) return { wrong: [...wrong, 'The workbook is gone.'], seq: 0 }
  if (alsoReads && !activity.deps) {
    const read = await readWithoutChange(path)
    if (read) wrong.push(read.words)
  }
  const { engine, page, shell } = startEngineFor(depsFor(activity, folder, outside))
  let seq = 0
  try {
    const { access } = await shell.file.open({ path, who: WHO })
    if (access.mode !== 'edit') wrong.push(`Nobody may write to it any more: ${access.why}`)
    const report = await shell.file.check()
    if (!report.ok) wrong.push(`It is not sound: ${report.problems.slice(0, 3).join(' ')}`)
    const db = engine.state.session!.db
    seq = lastSeal(db).seq
    wrong.push(...lostAnswers(scene, db, seq))
    const { rows } = await page.workbook.read()
    wrong.push(...foreignEvidence(rows.evidence, outside))
    await page.rating.set({ ...keyOf(rows), set: { reason: `Opened again after ${seq}` } })
    await page.edit.undo()
    wrong.push(...(await undoneAcrossKill(page, rows)))
    seq = lastSeal(db).seq
    await shell.file.close()
  } catch (error) {
    wrong.push(`It does not open and go on: ${error instanceof Error ? error.message : String(error)}`)
    await engine.state.close().catch(() => {})
  }
  wrong.push(...(await madeFiles(scene)))
  return { wrong, seq }
}

/** The last thing the killed process did is taken back and brought again. */
async function undoneAcrossKill(
  page: ReturnType<typeof startEngineFor>['page'],
  before: Rows,
): Promise<string[]> {
  const { undo } = await page.workbook.read()
  if (!undo.undo) return []
  await page.edit.undo()
  await page.edit.redo()
  const { rows } = await page.workbook.read()
  return sorted(rows) === sorted(before) ? [] : ['Undo and redo across the kill changed something.']
}

/** A row that was put back stands last in its table. */
function sorted(rows: Rows): string {
  const lists = Object.values(rows) as readonly (readonly { id: string }[])[]
  return JSON.stringify(lists.map(list => [...list].sort((a, b) => (a.id < b.id ? -1 : 1))))
}

type Db = NonNullable<ReturnType<typeof startEngineFor>['engine']['state']['session']>['db']

/** Every answer is there as it was sealed, and nothing that nobody had asked for. */
function lostAnswers({ told, seqBefore }: Scene, db: Db, last: number): string[] {
  const seals = new Map(
    (db.prepare('SELECT seq, hash FROM edit').all() as { seq: number; hash: string }[]).map(
      ({ seq, hash }) => [seq, hash],
    ),
  )
  const find = db.prepare('SELECT 1 FROM change WHERE edit_seq = ? AND instr(new_value, ?) > 0')
  const isThere = ({ seq, hash, said }: Told['answers'][number]) =>
    seals.has(seq) && (hash ? seals.get(seq) === hash : said === '' || find.get(seq, said) !== undefined)
  const lost = told.answers.filter(answer => !isThere(answer))
  const answered = Math.max(seqBefore, ...told.answers.map(({ seq }) => seq))
  const most = answered + told.underWay.length + NOTES
  return [
    ...lost.map(({ seq }) => `Edit ${seq} was answered, and is not there as it was.`),
    ...(seqBefore > 0 && last > most
      ? [`There are ${last} edits, and at most ${most} had been asked for.`]
      : []),
  ]
}

/** Evidence files are those that were attached, byte for byte; `check` has read their bytes. */
function foreignEvidence(
  items: readonly { readonly kind: string; readonly title: string; readonly contentHash?: unknown }[],
  outside: string,
): string[] {
  const large = readdirSync(outside).filter(name => name.startsWith('Large '))
  const known = new Map(large.map(name => [name.replace('.bin', ''), hashAt(join(outside, name))]))
  return items
    .filter(({ title, contentHash }) => known.has(title) && known.get(title) !== contentHash)
    .map(({ title }) => `The evidence ${title} is not the file that was attached.`)
}

function keyOf(rows: {
  readonly rounds: readonly { readonly id: string }[]
  readonly areas: readonly { readonly id: string }[]
}) {
  return {
    roundId: rows.rounds.at(-1)!.id as never,
    areaId: rows.areas[0]!.id as never,
    principleId: 'parity-of-esteem' as never,
  }
}

/** Whatever stands under a name that a person would see is whole; the next opening has swept away the rest. */
async function madeFiles({ activity, folder, told }: Scene): Promise<string[]> {
  // Of restored ones only the last is left where it was.
  const kept = activity.tidies ? told.made.slice(-1) : told.made
  const wrong = kept
    .filter(path => path.startsWith(folder) && !existsSync(path))
    .map(path => `${basename(path)} was answered for and is gone.`)
  for (const path of filesIn(folder)) {
    const name = basename(path)
    if (path === join(folder, WORKBOOK)) continue
    if (/-journal$/.test(name) && statSync(path).size === 0) continue
    if (TEMPORARY.test(name) || name.startsWith('~$') || /-journal$/.test(name))
      wrong.push(`Something was left behind: ${name}`)
    else if (!(await isWhole(path).catch(() => false))) wrong.push(`${name} is not whole.`)
  }
  return wrong
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
}

async function isWhole(path: string): Promise<boolean> {
  if (path.endsWith('.xlsx')) return endsAsZip(readFileSync(path))
  if (path.endsWith('.txt')) return readFileSync(path).length > 100
  if (path.endsWith('.age')) return isWholeLocked(path)
  const session = openSession(path, WHO, 'read', { now: () => '2031-01-01T00:00:00.000Z', newId: () => 'x' })
  try {
    return (await checkSession(session)).ok
  } finally {
    session.close()
  }
}

async function isWholeLocked(path: string): Promise<boolean> {
  const { shell } = startEngineFor()
  const opened = join(mkdtempSync(join(tmpdir(), 'ninefold-crash-locked-')), 'Opened.ninefold')
  try {
    await shell.file.unlock({ path, password: PASSWORD, to: opened })
    return await isWhole(opened)
  } finally {
    rmSync(dirname(opened), { recursive: true, force: true })
  }
}

/** The last record of a zip, at its very end, tells where its directory begins and how long it is. */
function endsAsZip(bytes: Buffer): boolean {
  const end = bytes.length - 22
  return (
    end > 0 &&
    bytes.readUInt32LE(end) === 0x06054b50 &&
    bytes.readUInt32LE(end + 12) + bytes.readUInt32LE(end + 16) === end
  )
}
