import type { SeenBy } from '../../shared/contract/area.ts'
import { flushDrafts } from '../components/draft.ts'
import { sentenceOf } from '../state/hooks.ts'
import { preferences } from '../state/preferences.ts'
import { createSessionStore, type SessionStore } from '../state/session-store.ts'
import type { TaskStore } from '../state/task-store.ts'
import { createWorkbookStore, type WorkbookStore } from '../state/workbook-store.ts'
import type { Client, Shell } from './shell.ts'

const LONGEST_WAIT_MS = 5000

/** About six seconds of trying. */
const TELL_AFTER_REFUSALS = 6

/** The stores of a workbook that is followed. */
export type Followed = { readonly workbook: WorkbookStore; readonly session: SessionStore }

/**
 * Connects, reads the workbook and keeps the mirror up to date until `signal` aborts. A line that breaks is taken up
 * again by itself: nothing is lost, since every change was on the disk. Rejects only if the first reading fails.
 */
export async function follow(
  shell: Shell,
  tasks: TaskStore,
  seenBy: SeenBy,
  signal: AbortSignal,
): Promise<Followed> {
  const first = await shell.connect(seenBy)
  const snapshot = await first.client.workbook.read({ seenBy })
  const workbook = createWorkbookStore(snapshot, first.client)
  const system = snapshot.rows.areas.find(area => area.kind === 'system') ?? snapshot.rows.areas[0]!
  const round = snapshot.rows.rounds.findLast(one => one.state === 'open') ?? snapshot.rows.rounds.at(-1)!
  const session = createSessionStore(system.id, round.id)
  session.getState().foldRail(preferences().railFolded)
  void keepUp({ shell, workbook, session, tasks, seenBy, signal }, first.client, first.whenGone)
  return { workbook, session }
}

type Line = Followed & { shell: Shell; tasks: TaskStore; seenBy: SeenBy; signal: AbortSignal }

async function keepUp(line: Line, client: Client, whenGone: Promise<void>): Promise<void> {
  const { workbook, signal } = line
  while (!signal.aborted) {
    const turn = new AbortController()
    const stop = () => turn.abort()
    signal.addEventListener('abort', stop, { once: true })
    await Promise.race([whenGone, watchEdits(line, client, turn.signal), ended(turn.signal)])
    stop()
    signal.removeEventListener('abort', stop)
    if (signal.aborted) return
    workbook.getState().disconnect()
    const next = await reconnect(line)
    if (!next) return
    client = next.client
    whenGone = next.whenGone
    void flushDrafts()
  }
}

/** Applies edits as they are announced. Ends when the line does, however it does. */
async function watchEdits(line: Line, client: Client, signal: AbortSignal): Promise<void> {
  const { workbook, seenBy } = line
  if (seenBy === 'scribe') {
    void watchTasks(line, client, signal)
    void watchPlace(line, client, signal)
  }
  try {
    const edits = await client.workbook.watch({ seenBy }, { signal })
    // What happened between reading and watching. A large workbook takes a second to read: not twice for nothing.
    if ((await client.workbook.seq()) !== workbook.getState().seq)
      workbook.getState().replace(await client.workbook.read({ seenBy }), client)
    for await (const changed of edits) {
      if (signal.aborted) return
      if (changed.edit.seq > workbook.getState().seq + 1)
        workbook.getState().replace(await client.workbook.read({ seenBy }), client)
      else workbook.getState().apply(changed)
    }
  } catch {
    // The line is gone or we left: `keepUp` decides which.
  }
}

async function watchTasks({ tasks, session }: Line, client: Client, signal: AbortSignal): Promise<void> {
  tasks.getState().clear()
  try {
    for await (const task of await client.task.watch(undefined, { signal })) {
      tasks.getState().put(task)
      // Nobody waits for its answer, so nobody else says what went wrong.
      if (task.state === 'failed' && task.isUnasked && task.problem)
        session.getState().say({ tone: 'problem', sentence: task.problem })
    }
  } catch {
    tasks.getState().clear()
  }
}

async function watchPlace({ workbook, shell }: Line, client: Client, signal: AbortSignal): Promise<void> {
  try {
    for await (const place of await client.place.watch(undefined, { signal })) {
      const was = workbook.getState().place?.file
      workbook.getState().putPlace(place)
      // Two versions were kept: the shell learns the name of the one that is open now.
      if (was !== undefined && was !== place.file) void shell.current().catch(() => {})
    }
  } catch {
    // What was told last stands until the line is back.
  }
}

async function reconnect({ shell, workbook, session, seenBy, signal }: Line) {
  let refusals = 0
  for (let wait = 100; !signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    await new Promise(resolve => setTimeout(resolve, wait))
    try {
      const connection = await shell.connect(seenBy)
      workbook.getState().replace(await connection.client.workbook.read({ seenBy }), connection.client)
      return connection
    } catch (error) {
      // Not back yet. Who waits this long is told why, once.
      if (++refusals === TELL_AFTER_REFUSALS)
        session.getState().say({ tone: 'problem', sentence: sentenceOf(error) })
    }
  }
  return null
}

function ended(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => signal.addEventListener('abort', () => resolve(), { once: true }))
}
