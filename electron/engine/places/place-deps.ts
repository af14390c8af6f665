import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Deps } from '../deps.ts'
import { gatherFacts } from './facts.ts'
import { type Recognised, recognise } from './recognise.ts'

/** A file's place, and its path with every link followed. */
export type Looked = Recognised & { readonly path: string; readonly real: string }

/** What the treatment of shared places takes from the world. */
export type PlaceDeps = {
  readonly look: (path: string) => Looked
  /** Where working copies are kept unless the shell says otherwise: private to this user. */
  readonly workingFolder: string
  /** After so long without a change, the working copy goes to its place. */
  readonly idleMs: number
  /** While changes come without a pause, no rarer than this. */
  readonly everyMs: number
  /** How long until a place that could not be reached or written is tried again. */
  readonly retryMs: number
  /** Long copying is not begun again at once: so many times as long as it took is left for other things. */
  readonly rest: number
  /** When other copies beside the workbook are looked for, first and then again. */
  readonly firstLookMs: number
  readonly lookEveryMs: number
  /** Called between the steps of publishing, by their names. For tests that stop there or change something meanwhile. */
  readonly between: (step: string) => Promise<void> | void
}

/** What was given by hand, and this computer's own answers for the rest. */
export function placeDepsOf(deps: Deps): PlaceDeps {
  return { ...own, workingFolder: join(settingsFolder(), 'working'), ...deps.places }
}

const own: Omit<PlaceDeps, 'workingFolder'> = {
  look(path) {
    const facts = gatherFacts(path)
    return { ...recognise(facts), path: resolve(path), real: facts.real }
  },
  idleMs: 5_000,
  everyMs: 60_000,
  retryMs: 15_000,
  rest: 10,
  firstLookMs: 500,
  lookEveryMs: 60_000,
  between() {},
}

/** The folder of the host's and the command line's settings: this user's, on this computer. */
export function settingsFolder(): string {
  if (process.env.NINEFOLD_SETTINGS) return process.env.NINEFOLD_SETTINGS
  const home = homedir()
  if (process.platform === 'win32')
    return join(process.env.APPDATA ?? join(home, 'AppData/Roaming'), 'ninefold-host')
  if (process.platform === 'darwin') return join(home, 'Library/Application Support/ninefold-host')
  return join(process.env.XDG_CONFIG_HOME ?? join(home, '.config'), 'ninefold-host')
}
