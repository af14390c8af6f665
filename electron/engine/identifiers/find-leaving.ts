import { setImmediate as nextTurn } from 'node:timers/promises'
import type { IdentifierReport, Leaving } from '../../../shared/contract/identifier.ts'
import type { Day } from '../../../shared/model/fields.ts'
import { localDay } from '../../../shared/text/dates.ts'
import { exportTask } from '../export-task.ts'
import type { Session } from '../session.ts'
import { listRows } from '../store/rows.ts'
import type { Tasks } from '../tasks.ts'
import { Trouble } from '../trouble.ts'
import { copyParts } from './copy-parts.ts'
import { exportPassages, printPassages } from './export-passages.ts'
import { type HeldFile, notReadSentences, wordsOf } from './held-files.ts'
import { collectFindings, type Hit, hitsIn } from './look.ts'
import type { Passage } from './passage.ts'

/** Milliseconds of work before everyone else has a turn. */
const SLICE = 12
/** Shorter looks are not told of: a strip that comes and goes only startles. */
const QUICK = 250

const WORDS = 'Looking for what may point at a person'

/** What was found of a workbook: all of it for the last question, and of files, whose bytes never change, for good. */
type Known = {
  last: { readonly seq: number; readonly of: string; readonly report: IdentifierReport } | null
  readonly files: Map<string, readonly Hit[] | null>
}
const known = new WeakMap<Session, Known>()

/**
 * Likely identifiers in what is about to leave. Asked again before anything was edited, the answer is there at once. Cancelled,
 * it refuses with a sentence.
 */
export async function findLeaving(
  session: Session,
  tasks: Tasks,
  leaving: Leaving,
  signal?: AbortSignal,
): Promise<IdentifierReport> {
  const seq = session.lastEdit?.seq ?? 0
  const of = JSON.stringify(leaving)
  const memory = known.get(session) ?? { last: null, files: new Map() }
  known.set(session, memory)
  if (memory.last?.seq === seq && memory.last.of === of) return memory.last.report
  const work = look(session, leaving, memory.files)
  const isDone = await goOn(session, work, Date.now() + QUICK, signal)
  if (!isDone)
    await exportTask(tasks, { words: WORDS, unit: 'steps', signal }, task =>
      goOn(session, work, Number.POSITIVE_INFINITY, task.signal),
    )
  const report = { seq, ...work.result() }
  memory.last = { seq, of, report }
  return report
}

type Look = {
  readonly steps: AsyncGenerator<undefined, void>
  stop(): void
  result(): Omit<IdentifierReport, 'seq'>
}

function look(session: Session, leaving: Leaving, files: Known['files']): Look {
  const [workbook] = listRows(session.db, 'workbook')
  const cleared = new Set(listRows(session.db, 'clearedFindings').map(({ id }) => id))
  const findings = collectFindings(workbook!.uid, cleared)
  const today = localDay(new Date(session.deps.now()))
  const stopping = new AbortController()
  const notRead: HeldFile[] = []
  async function* steps() {
    const parts = partsOf(session, leaving)
    for (const passage of parts.passages) {
      for (const hits of hitsIn(passage, today)) {
        for (const hit of hits) findings.add(hit)
        yield
      }
    }
    for (const file of parts.files) {
      if (!files.has(file.hash))
        files.set(file.hash, yield* hitsOfFile(session, file, today, stopping.signal))
      const hits = files.get(file.hash)
      if (!hits) notRead.push(file)
      for (const hit of hits ?? []) findings.add({ ...hit, place: { ...hit.place, ...file.place } })
      yield
    }
  }
  return {
    steps: steps(),
    stop: () => stopping.abort(),
    result: () => ({ ...findings.report(), notRead: notReadSentences(notRead) }),
  }
}

async function* hitsOfFile(
  session: Session,
  file: HeldFile,
  today: Day,
  signal: AbortSignal,
): AsyncGenerator<undefined, readonly Hit[] | null> {
  const text = yield* wordsOf(session.db, file, signal)
  signal.throwIfAborted()
  if (text === null) return null
  const found: Hit[] = []
  for (const hits of hitsIn({ text, place: file.place }, today)) {
    found.push(...hits)
    yield
  }
  return found
}

function partsOf(
  session: Session,
  leaving: Leaving,
): { readonly passages: Iterable<Passage>; readonly files: readonly HeldFile[] } {
  switch (leaving.way) {
    case 'export':
      return { passages: exportPassages(session, leaving.request), files: [] }
    case 'print':
      return { passages: printPassages(session, leaving.options), files: [] }
    case 'copy':
      return copyParts(session, leaving.request)
  }
}

/** True when all is done, false when it is time to say what takes so long. */
async function goOn(
  session: Session,
  { steps, stop }: Look,
  until: number,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  signal?.addEventListener('abort', stop)
  try {
    for (;;) {
      const end = Date.now() + SLICE
      while (Date.now() < end) if ((await steps.next()).done) return true
      await nextTurn()
      signal?.throwIfAborted()
      if (!session.db.open)
        throw new Trouble('NOT_FOUND', 'The workbook was closed. Open it again from the start screen.')
      if (Date.now() > until) return false
    }
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}
