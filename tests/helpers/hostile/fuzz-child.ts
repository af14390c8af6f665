import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { createWorkbooks } from '../../../electron/host/workbooks.ts'
import {
  type Answer,
  openReviewDoor,
  type ReadAnswer,
  type ReviewDoor,
  throughEditing,
  throughOpening,
} from './doors.ts'
import { folderState } from './folder-state.ts'

/** One file to try: where it lies, what it was before it was changed, and the workbook it is brought into. */
export type Trial = { readonly path: string; readonly original: string; readonly ours: string }

/** What became of it. */
export type Outcome = {
  readonly kind: 'refused' | 'found' | 'harmless' | 'unnoticed'
  /** Everything that was said of it. */
  readonly sentences: readonly string[]
  /** What should not have happened. */
  readonly faults: readonly string[]
  /** Of the door that took longest. */
  readonly slowestMs: number
  readonly largestRssMb: number
}

/** A process that tries hostile files, one after the other, and may be killed: it is told of each and answers. */
process.on('message', (trial: Trial) => {
  void tryDoors(trial).then(
    outcome => process.send!(outcome),
    error => process.send!({ fault: String((error as Error).stack ?? error) }),
  )
})
process.send!({ ready: true })

const originals = new Map<string, string>()
let reviewDoor: ReviewDoor | null = null

async function tryDoors({ path, original, ours }: Trial): Promise<Outcome> {
  const folder = dirname(path)
  const before = JSON.stringify(folderState(folder))
  const faults: string[] = []
  let slowestMs = 0
  const timed = async <T>(door: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now()
    const answer = await work()
    slowestMs = Math.max(slowestMs, performance.now() - started)
    if (JSON.stringify(folderState(folder)) !== before) faults.push(`${door} touched its folder`)
    return answer
  }
  const read = await timed('reading', () => throughOpening(path, 'read'))
  await timed('listing', () => createWorkbooks(folder, 'secret').list())
  reviewDoor ??= await openReviewDoor(ours, mkdtempSync(join(dirname(ours), 'review-')))
  const review = await timed('bringing in', () => reviewDoor!.bringIn(path))
  const edit = await aside(async place => {
    cpSync(folder, place, { recursive: true })
    const here = join(place, basename(path))
    const started = JSON.stringify(folderState(place))
    const answer = await timed('editing', () => throughEditing(here))
    if (answer.refused !== null && JSON.stringify(folderState(place)) !== started)
      faults.push(`editing changed what it refused (${answer.refused})`)
    const more = readdirSync(place).filter(name => !readdirSync(folder).includes(name))
    if (more.some(name => !name.includes('before update'))) faults.push(`editing left ${more.join(', ')}`)
    return answer
  })
  return {
    kind: kindOf(read, edit, await contentOf(original)),
    sentences: [read, edit, review].flatMap(saidBy),
    faults,
    slowestMs: Math.round(slowestMs),
    largestRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}

function kindOf(read: ReadAnswer, edit: Answer, original: string): Outcome['kind'] {
  if (read.refused !== null && edit.refused !== null) return 'refused'
  if (saidBy(read).length > 0) return 'found'
  return read.content === original ? 'harmless' : 'unnoticed'
}

async function contentOf(original: string): Promise<string> {
  const known = originals.get(original)
  if (known !== undefined) return known
  const { content } = await throughOpening(original, 'read')
  originals.set(original, content)
  return content
}

function saidBy({ refused, problems }: Answer): readonly string[] {
  return refused === null ? problems : [refused]
}

async function aside<T>(work: (place: string) => Promise<T>): Promise<T> {
  const place = mkdtempSync(join(tmpdir(), 'ninefold-aside-'))
  try {
    return await work(place)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}
