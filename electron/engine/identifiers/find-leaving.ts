import { setImmediate as nextTurn } from 'node:timers/promises'
import type { IdentifierReport, Leaving } from '../../../shared/contract/identifier.ts'
import { localDay } from '../../../shared/text/dates.ts'
import { exportTask } from '../export-task.ts'
import type { Session } from '../session.ts'
import { listAllRows, listRows } from '../store/rows.ts'
import type { Tasks } from '../tasks.ts'
import { Trouble } from '../trouble.ts'
import { exportPassages, printPassages } from './export-passages.ts'
import { collectFindings, hitsIn } from './look.ts'
import { everything, type Passage, passagesOf } from './passage.ts'

/** Milliseconds of work before everyone else has a turn. */
const SLICE = 12
/** Shorter looks are not told of: a strip that comes and goes only startles. */
const QUICK = 250

const WORDS = 'Looking for what may point at a person'

type Known = { readonly seq: number; readonly of: string; readonly report: IdentifierReport }
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
  const last = known.get(session)
  if (last && last.seq === seq && last.of === of) return last.report
  const steps = look(session, leaving)
  const isDone = await goOn(session, steps, Date.now() + QUICK, signal)
  if (!isDone)
    await exportTask(tasks, { words: WORDS, unit: 'steps', signal }, task =>
      goOn(session, steps, Number.POSITIVE_INFINITY, task.signal),
    )
  const report = { seq, ...steps.result() }
  known.set(session, { seq, of, report })
  return report
}

type Steps = {
  /** A little more of the work; false when there is none left. */
  next(): boolean
  result(): Omit<IdentifierReport, 'seq'>
}

function look(session: Session, leaving: Leaving): Steps {
  const [workbook] = listRows(session.db, 'workbook')
  const cleared = new Set(listRows(session.db, 'clearedFindings').map(({ id }) => id))
  const findings = collectFindings(workbook!.uid, cleared)
  const today = localDay(new Date(session.deps.now()))
  const work = (function* () {
    for (const passage of passages(session, leaving)) {
      for (const hits of hitsIn(passage, today)) {
        for (const hit of hits) findings.add(hit)
        yield
      }
    }
  })()
  return { next: () => !work.next().done, result: () => ({ ...findings.report(), notRead: [] }) }
}

function* passages(session: Session, leaving: Leaving): Generator<Passage> {
  if (leaving.way === 'export') return yield* exportPassages(session, leaving.request)
  if (leaving.way === 'print') return yield* printPassages(session, leaving.options)
  const rows = listAllRows(session.db)
  yield* passagesOf(everything(rows), rows, session.framework)
}

/** True when all is done, false when it is time to say what takes so long. */
async function goOn(
  session: Session,
  steps: Steps,
  until: number,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  for (;;) {
    const end = Date.now() + SLICE
    while (Date.now() < end) if (!steps.next()) return true
    await nextTurn()
    signal?.throwIfAborted()
    if (!session.db.open)
      throw new Trouble('NOT_FOUND', 'The workbook was closed. Open it again from the start screen.')
    if (Date.now() > until) return false
  }
}
