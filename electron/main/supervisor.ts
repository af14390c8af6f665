import { PlainError } from './sentence.ts'

/** A process that may end on its own. */
export type Supervised = {
  readonly whenGone: Promise<void>
  stop(): void
}

export type Supervisor<T extends Supervised> = {
  /** The running engine, once the workbook is open in it again. Rejects with one sentence when it cannot be had. */
  ready(): Promise<T>
  /** The number of the engine's life: it rises each time an engine is gone. */
  life(): number
  /** Ends the engine for good; that is an exit, not a crash. */
  stop(): Promise<void>
}

/** An engine that dies again this soon after coming back would only die again. */
const SETTLED_AFTER_MS = 3_000

/** How long a stopping engine may take to put its file away. */
const STOP_WITHIN_MS = 5_000

/** Said when the engine will not stay up. Nothing is lost, since every change was on the disk at once. */
export const WILL_NOT_STAY_UP =
  'Ninefold could not keep this workbook open. Everything saved is in the file: try again, or close and reopen it.'

/**
 * Keeps an engine running. A crash is answered with one restart, with the workbook opened again; an engine that then
 * dies at once leaves an error, and the next `ready` tries afresh.
 */
export function supervise<T extends Supervised>(make: {
  start(): T
  /** Opens the workbook again in a new engine. */
  reopen(engine: T): Promise<void>
  /** The engine of this life is gone without being asked to; whether another is started. */
  onCrash(life: number, isStartedAgain: boolean): void
  now?(): number
}): Supervisor<T> {
  const now = make.now ?? Date.now
  let life = 1
  let isStopping = false
  let restartedAt = Number.NEGATIVE_INFINITY
  // After giving up, whoever asks first hears why; asking again is the user's "try again".
  let state: 'up' | 'given up' | 'refused' = 'up'
  let engine: T
  let whenReady: Promise<T>

  launch(async () => {})

  function launch(prepare: (engine: T) => Promise<void>) {
    const started = make.start()
    engine = started
    state = 'up'
    const died = started.whenGone.then(() => {
      if (started === engine && !isStopping) crashed()
      throw new PlainError(WILL_NOT_STAY_UP)
    })
    whenReady = Promise.race([prepare(started).then(() => started), died])
    whenReady.catch(() => {
      if (started === engine && state === 'up') state = 'refused'
    })
    died.catch(() => {})
  }

  function crashed() {
    const isStartedAgain = now() - restartedAt >= SETTLED_AFTER_MS
    make.onCrash(life++, isStartedAgain)
    if (isStartedAgain) return restart()
    state = 'given up'
    whenReady = Promise.reject(new PlainError(WILL_NOT_STAY_UP))
    whenReady.catch(() => {})
  }

  function restart() {
    restartedAt = now()
    launch(make.reopen)
  }

  return {
    ready() {
      if (state === 'refused') {
        engine.stop()
        restart()
      } else if (state === 'given up') state = 'refused'
      return whenReady
    },
    life: () => life,
    async stop() {
      isStopping = true
      const gone = engine.whenGone
      engine.stop()
      await Promise.race([gone, new Promise(resolve => setTimeout(resolve, STOP_WITHIN_MS))])
    },
  }
}
