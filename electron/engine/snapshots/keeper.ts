import { dirname } from 'node:path'
import { isDue } from '../../../shared/rules/snapshots.ts'
import { logFault } from '../../log/fault-log.ts'
import { everyByClock } from '../deps.ts'
import { isAbort } from '../exchange/file-trouble.ts'
import type { Session } from '../session.ts'
import { sealAt } from '../store/as-at.ts'
import { lastSeal } from '../store/edits.ts'
import type { Tasks } from '../tasks.ts'
import { type FoundSnapshots, findSnapshots } from './find.ts'
import { folderFor, foldersToLookIn, type SnapshotPlace } from './place.ts'
import { sweepLeftovers, takeSnapshot } from './take.ts'
import { thinSnapshots } from './thin.ts'
import { whyNotKept } from './why-not.ts'

const HOUR_MS = 60 * 60 * 1000
const LOOK_EVERY_MS = 60 * 1000

/** How snapshots of a workbook are kept. */
export type KeepSettings = {
  /** The folder the user chose; `null` is the one beside the workbook. */
  readonly folder: string | null
  /** What all of them may take together. */
  readonly limitBytes: number
  /** Room to leave on the disk; the rule's own if left out. */
  readonly leaveFree?: number | undefined
  /** Whether they are kept by themselves: not of a workbook that is only read. */
  readonly isKeeping: boolean
}

/** Keeps the snapshots of one open workbook. */
export type Keeper = {
  readonly settings: KeepSettings
  /** Where they go now: a workbook in a shared place may get another name while it is open. */
  readonly place: SnapshotPlace
  /** Keeps them otherwise from now on. */
  configure(settings: KeepSettings): void
  /** Whether one is being kept just now. */
  readonly isWorking: boolean
  /** Why the last one was not kept. */
  readonly problem: string | null
  /**
   * Keeps one unless nothing changed since the newest. Gives whether one was kept; `asked` throws why not, the others say it
   * and work goes on.
   */
  take(why: 'asked' | 'hour' | 'closing'): Promise<boolean>
  find(): Promise<FoundSnapshots>
  /** No more of them by the hour. */
  stop(): void
}

/** The keeper of an open workbook. `isNew`: it was made just now, which is a change. */
export function createKeeper(session: Session, tasks: Tasks, first: KeepSettings, isNew: boolean): Keeper {
  let settings = first
  const { deps, db } = session
  const openedAs = isNew ? '' : lastSeal(db).hash
  let countedFrom = deps.now()
  let problem: string | null = null
  let givenUp = ''
  let taking: Promise<boolean> | null = null
  const tick = () => {
    if (!taking && isDue(countedFrom, deps.now(), HOUR_MS)) void take('hour')
  }
  const stop = settings.isKeeping ? (deps.every ?? everyByClock)(LOOK_EVERY_MS, tick) : () => {}
  const placeNow = (): SnapshotPlace => ({ path: session.path, folder: settings.folder })
  // What a crash left; nobody else writes here while this one is open to edit.
  if (session.access.mode === 'edit') sweepLeftovers(session, placeNow())
  const find = () =>
    findSnapshots(foldersToLookIn(placeNow()), {
      uid: db.prepare('SELECT uid FROM workbook').pluck().get() as string,
      except: session.file,
    })

  /** Changes of a session that broke off count too: then there are snapshots, and none of them is up to date. */
  async function isWanted(why: 'asked' | 'hour' | 'closing'): Promise<boolean> {
    const { hash } = lastSeal(db)
    if (why !== 'asked' && !settings.isKeeping) return false
    if (why === 'closing' && hash === givenUp) return false
    const { files } = await find()
    const ofOurs = files.filter(({ seq, seal }) => sealAt(db, seq) === seal)
    if (ofOurs.some(({ seal }) => seal === hash)) return false
    return why === 'asked' || hash !== openedAs || ofOurs.length > 0
  }

  async function takeNow(why: 'asked' | 'hour' | 'closing'): Promise<boolean> {
    countedFrom = deps.now()
    try {
      if (why === 'asked' || settings.isKeeping) sweepLeftovers(session, placeNow())
      if (!(await isWanted(why))) return false
      await tasks.run(
        { words: 'Keeping a snapshot', unit: 'steps', isUnasked: why !== 'asked' },
        async task => {
          try {
            await takeSnapshot(session, placeNow(), task, settings.leaveFree)
          } catch (error) {
            throw task.signal.aborted ? error : whyNotKept(error, placeNow())
          }
        },
      )
      problem = null
      await thin()
      return true
    } catch (error) {
      if (isAbort(error)) {
        // Whoever cancelled it while the workbook was being closed does not want to wait for another.
        if (why === 'closing') givenUp = lastSeal(db).hash
        return false
      }
      const trouble = whyNotKept(error, placeNow())
      problem = trouble.message
      logFault(trouble)
      if (why === 'asked') throw trouble
      return false
    }
  }

  async function thin(): Promise<void> {
    try {
      const here = (await find()).files.filter(({ path }) => dirname(path) === folderFor(placeNow()))
      thinSnapshots(here, db, { now: deps.now(), limitBytes: settings.limitBytes })
    } catch (error) {
      // Too many are better than none.
      logFault(error)
    }
  }

  function take(why: 'asked' | 'hour' | 'closing'): Promise<boolean> {
    const before = taking ?? Promise.resolve(false)
    const mine = before.then(() => takeNow(why))
    const settled = mine
      .catch(() => false)
      .finally(() => {
        if (taking === settled) taking = null
      })
    taking = settled
    return mine
  }

  return {
    get settings() {
      return settings
    },
    get place() {
      return placeNow()
    },
    get isWorking() {
      return taking !== null
    },
    configure(next) {
      settings = next
      problem = null
    },
    get problem() {
      return problem
    },
    take,
    find,
    stop,
  }
}
