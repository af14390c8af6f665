import { type OpenMode, type Person, SnapshotSettings } from '../../shared/contract/control.ts'
import { controlRouter } from './control/router.ts'
import { type Deps, realDeps } from './deps.ts'
import type { CallContext } from './handlers/base.ts'
import { router } from './handlers/router.ts'
import type { OpenSession } from './open.ts'
import { openAnywhere } from './places/open-anywhere.ts'
import { createKeeper, type Keeper, type KeepSettings } from './snapshots/keeper.ts'
import { createTasks } from './tasks.ts'

/** What the doors share: the one open workbook, its long work, and how to change which it is. */
export type EngineState = CallContext['engine'] & {
  readonly session: OpenSession | null
  readonly keeper: Keeper | null
  readonly deps: Deps
  /** Opens it in place of the one that is open, which is let go of first. */
  open(path: string, person: Person, mode: OpenMode, keeping?: Keeping): Promise<OpenSession>
  /**
   * Lets go of the open workbook; long work is stopped first, and then a snapshot kept if the session changed anything.
   * False when none was open.
   */
  close(): Promise<boolean>
}

/** How snapshots are kept of a workbook being opened, and whether it was made just now. */
export type Keeping = {
  readonly snapshots?: SnapshotSettings | undefined
  readonly isNew?: boolean
  /** Where this shell keeps working copies; the engine's own otherwise. */
  readonly workingFolder?: string | undefined
}

/** An engine owns one workbook at a time and knows neither Electron nor HTTP. Mounts give each call `context`. */
export type Engine = {
  readonly state: EngineState
  /** The page's door. */
  readonly contract: typeof router
  /** The shells' door: paths. */
  readonly control: typeof controlRouter
  context(person?: Person): CallContext & { readonly engine: EngineState }
}

/** An engine with nothing open yet. */
export function createEngine(deps: Deps = realDeps): Engine {
  const state = createState(deps)
  return {
    state,
    contract: router,
    control: controlRouter,
    context: person => (person ? { engine: state, person } : { engine: state }),
  }
}

function createState(deps: Deps): EngineState {
  let session: OpenSession | null = null
  let keeper: Keeper | null = null
  const tasks = createTasks()
  let last: Promise<unknown> = Promise.resolve()

  /** One opening or closing after the other: two at once would each keep a lock. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work)
    last = turn.catch(() => {})
    return turn
  }

  async function close(): Promise<boolean> {
    const closing = session
    if (!closing) return false
    keeper?.stop()
    await tasks.stop()
    // Before the snapshot, in case nobody waits for that.
    await closing.place.send()
    // A task like any other: whoever will not wait cancels it.
    await keeper?.take('closing')
    await tasks.stop()
    // From here on nothing is taken any more; what was taken goes to its place.
    session = null
    keeper = null
    try {
      await closing.place.settle()
    } finally {
      closing.close()
    }
    return true
  }

  return {
    deps,
    tasks,
    get session() {
      return session
    },
    get keeper() {
      return keeper
    },
    open: (path, person, mode, { snapshots, workingFolder, isNew = false } = {}) =>
      inTurn(async () => {
        await close()
        const opened = await openAnywhere(path, person, mode, withWorkingFolder(deps, workingFolder))
        session = opened
        keeper = createKeeper(opened, tasks, settingsFor(opened, snapshots), isNew)
        return opened
      }),
    close: () => inTurn(close),
  }
}

function settingsFor({ access }: OpenSession, given: SnapshotSettings | undefined): KeepSettings {
  const isKeeping = given !== undefined && access.mode === 'edit'
  return { ...SnapshotSettings.parse(given ?? {}), isKeeping }
}

/** A shell that keeps working copies in a folder of its own says so with each opening, since an engine may be a new one. */
function withWorkingFolder(deps: Deps, workingFolder: string | undefined): Deps {
  return workingFolder ? { ...deps, places: { ...deps.places, workingFolder } } : deps
}
