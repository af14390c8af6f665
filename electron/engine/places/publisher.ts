import { rmSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { logFault } from '../../log/fault-log.ts'
import type { Session } from '../session.ts'
import { sealAt } from '../store/as-at.ts'
import { lastSeal } from '../store/edits.ts'
import { listRows } from '../store/rows.ts'
import { troubleOf } from '../trouble.ts'
import { keepBeside } from './keep-both.ts'
import { makeOutgoing } from './outgoing.ts'
import type { PlaceDeps } from './place-deps.ts'
import { type Sent, send } from './send.ts'
import { type PlaceState, placeState, type SessionPlace } from './session-place.ts'
import { lookAt } from './target.ts'
import { fetchIfWorkbook, type Theirs } from './theirs.ts'
import { type Base, type Entry, INCOMING, type Kept } from './working-folder.ts'

/** The place of a session whose file is a working copy, and what is known of it by now. */
export type Publisher = PlaceState &
  Pick<SessionPlace, 'send' | 'settle'> & {
    readonly kept: () => Kept
    /** Whether every edit is at its place. */
    isDone(): boolean
  }

type Start = { readonly entry: Entry; readonly kept: Kept; readonly isAway: boolean; readonly news: string }

/** Brings a working copy to its place after a pause, while editing goes on, and at the end. */
export function publishFrom(session: Session, start: Start, deps: PlaceDeps): Publisher {
  const { entry } = start
  let kept = start.kept
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | null = null
  let waitingSince: number | null = null
  let restUntil = 0
  let isOver = false
  const state = placeState({
    kind: kept.kind,
    name: kept.name,
    file: nameOf(kept),
    state: start.isAway ? 'away' : isDone() ? 'same' : 'waiting',
    copiedAt: kept.copiedAt,
    trouble: '',
    news: start.news,
    copies: [],
  })

  const { now, say } = state

  const stopListening = session.changes.subscribe('changed', () => {
    waitingSince ??= Date.now()
    if (now().state === 'same') say({ state: 'waiting' })
    if (now().state === 'waiting') sendAfterAPause()
  })
  if (!isDone()) sendIn(start.isAway ? deps.retryMs : deps.idleMs)

  function remember(set: Partial<Kept>): void {
    kept = { ...kept, ...set }
    entry.keep(kept)
  }

  function isDone(): boolean {
    return kept.base !== null && isSameSeal(kept.base.seal, lastSeal(session.db))
  }

  function sendAfterAPause(): void {
    const latest = (waitingSince ?? Date.now()) + deps.everyMs
    sendIn(Math.max(Math.min(deps.idleMs, latest - Date.now()), restUntil - Date.now(), 0))
  }

  function sendIn(ms: number): void {
    clearTimeout(timer)
    if (isOver) return
    timer = setTimeout(() => void sendNow(), ms)
    timer.unref()
  }

  /** One at a time: who asks while one is under way waits for it, and for the edits made meanwhile. */
  async function sendNow(): Promise<void> {
    while (running) await running
    if (isDone() && now().state !== 'away') return
    running = attempt().finally(() => {
      running = null
    })
    await running
  }

  async function attempt(): Promise<void> {
    clearTimeout(timer)
    waitingSince = null
    const began = Date.now()
    try {
      if (!isDone()) say({ state: 'copying' })
      const sent = await attemptNow()
      if (sent === 'away') {
        say({ state: 'away', trouble: '' })
        return sendIn(deps.retryMs)
      }
      restUntil = Date.now() + Math.min((Date.now() - began) * deps.rest, 600_000)
      say({ state: isDone() ? 'same' : 'waiting', copiedAt: kept.copiedAt, trouble: '' })
      if (!isDone()) sendAfterAPause()
    } catch (error) {
      const trouble = troubleOf(error)
      if (!trouble) logFault(error)
      say({ state: 'stuck', trouble: whyStuck(trouble?.code, kept) })
      sendIn(deps.retryMs)
    }
  }

  async function attemptNow(): Promise<Sent['kind']> {
    if (!(await isThere())) return 'away'
    return isDone() ? 'sent' : (await bring()).kind
  }

  /** A share that is not mounted leaves an empty folder of this computer in its place, which would take the file. */
  async function isThere(): Promise<boolean> {
    const found = await lookAt(kept.real)
    if (found.kind !== 'gone') return found.kind === 'there'
    return kept.kind !== 'network' || deps.look(kept.path).kind !== 'here'
  }

  async function bring(): Promise<Sent> {
    const { file, seal } = await makeOutgoing(session, entry.folder)
    try {
      await deps.between('made')
      const sent = await sendTo(file, seal, kept.base)
      if (sent.kind !== 'changed') return sent
      const theirs = await whatIsThere()
      if (theirs?.identity && isOurs(theirs)) {
        const again = await sendTo(file, seal, { identity: theirs.identity, seal: theirs.seal })
        if (again.kind !== 'changed') return again
      }
      return await keepBoth(file, seal, theirs)
    } finally {
      rmSync(file, { force: true })
    }
  }

  async function sendTo(from: string, seal: Base['seal'], base: Base | null): Promise<Sent> {
    const expected = base?.identity ?? null
    const { between } = deps
    const sent = await send({ from, to: kept.real, expected, id: entry.id, between })
    if (sent.kind === 'sent')
      remember({ base: { identity: sent.identity, seal }, copiedAt: session.deps.now() })
    return sent
  }

  async function keepBoth(from: string, seal: Base['seal'], theirs: Theirs | null): Promise<Sent> {
    const was = nameOf(kept)
    const sent = await keepBeside({
      from,
      beside: kept.real,
      id: entry.id,
      now: session.deps.now(),
      between: deps.between,
    })
    if (sent.kind !== 'sent') return sent
    remember({
      path: sent.path,
      real: sent.path,
      base: { identity: sent.identity, seal },
      copiedAt: session.deps.now(),
    })
    say({ file: nameOf(kept), news: bothKept(was, nameOf(kept), theirs?.lastEdit.who ?? '', kept.name) })
    return sent
  }

  async function whatIsThere(): Promise<Theirs | null> {
    const folder = join(entry.folder, INCOMING)
    try {
      return await fetchIfWorkbook(kept.real, folder, session.person, session.deps)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  /** Whether all they hold is in our history: then ours only goes on from it. */
  function isOurs({ uid, seal }: Theirs): boolean {
    const [workbook] = listRows(session.db, 'workbook')
    return workbook!.uid === uid && sealAt(session.db, seal.seq) === seal.hash
  }

  return {
    kept: () => kept,
    isDone,
    ...state,
    async send() {
      await sendNow()
      return now()
    },
    async settle() {
      stopListening()
      // Another computer may be putting its own there this moment.
      for (let attempt = 0; attempt < 3 && !isDone(); attempt++) {
        await sendNow()
        if (now().state !== 'waiting') break
      }
      isOver = true
      clearTimeout(timer)
    },
  }
}

/** Whether two seals are of the same state of a workbook. */
export function isSameSeal(a: Base['seal'], b: Base['seal']): boolean {
  return a.seq === b.seq && a.hash === b.hash
}

function nameOf({ path }: Kept): string {
  return basename(path, extname(path))
}

/** What is said when two changed a workbook at the same time. */
export function bothKept(was: string, yours: string, who: string, place: string): string {
  const somebody = who || 'Someone else'
  return `${somebody} changed “${was}” in ${inWords(place)} while you were working on it. Both are kept: you are now in “${yours}”.`
}

/** `OneDrive`, but `the network drive`: names of drives stand alone too. */
function inWords(place: string): string {
  return place
}

function whyStuck(code: string | undefined, kept: Kept): string {
  const where = inWords(kept.name)
  if (code === 'DISK_FULL') return `There is no room in ${where}. Your changes are safe on this computer.`
  return `“${nameOf(kept)}” cannot be written in ${where} now. Your changes are safe on this computer, and it is tried again by itself.`
}
