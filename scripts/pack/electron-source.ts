import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root } from '../root.ts'
import { testElectron } from '../test-electron.ts'
import { canFetchElectron } from './reach.ts'

/** The Electron an app is packed around. */
export type ElectronSource = {
  /** Its unpacked folder; electron-builder fetches one of this version itself without. */
  readonly home?: string
  readonly version: string
  /** Its own Node is too old for the engine, so a Node goes beside the app. Never so in a release. */
  readonly needsNode: boolean
}

/** The Node-API version the database module is built for. */
const NEEDED_NAPI = 10

const programs: Record<string, string> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

/**
 * The Electron to pack around: the folder given (`--electron` or ELECTRON_DIST), the one npm fetched, one to fetch, and for an
 * unpacked build where none of these can be had the test Electron. Throws one sentence when there is none.
 */
export async function electronToPack(
  given: string | undefined,
  canBeTest: boolean,
  say: (line: string) => void,
): Promise<ElectronSource> {
  if (given) return electronIn(resolve(process.env.INIT_CWD ?? process.cwd(), given))
  const version = wantedVersion()
  const installed = join(root, 'node_modules/electron/dist')
  const isInstalled = existsSync(join(installed, programOf()))
  // Installers are made for both processors of a Mac, and npm's Electron is for one.
  if ((!isInstalled || !canBeTest) && (await canFetchElectron())) return { version, needsNode: false }
  if (isInstalled) return { home: installed, version, needsNode: false }
  const why = `Electron ${version} could not be fetched and ELECTRON_DIST names no unpacked one`
  if (!canBeTest)
    throw new Error(
      `Nothing was made: ${why}. Name one (ELECTRON_DIST=FOLDER npm run package), or try npm run package:dir.`,
    )
  const { home } = await testElectron().catch((error: Error) => {
    throw new Error(`${why}; ${error.message}.`)
  })
  say(`${why}: packing around the one of the tests, to try out and not to hand on.`)
  return electronIn(home)
}

/** The version users get. */
export function wantedVersion(): string {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.electron
}

/** Asks the Electron in a folder for its versions. */
function electronIn(home: string): ElectronSource {
  const program = join(home, programOf())
  if (!existsSync(program)) throw new Error(`There is no Electron in ${home}: no ${programOf()}.`)
  const { NODE_OPTIONS: _, ...env } = process.env
  const said = execFileSync(program, ['-e', 'console.log(JSON.stringify(process.versions))'], {
    env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  })
  const { electron, napi } = JSON.parse(said) as { electron?: string; napi: string }
  if (!electron) throw new Error(`What is in ${home} does not say which Electron it is.`)
  return { home, version: electron, needsNode: Number(napi) < NEEDED_NAPI }
}

function programOf(): string {
  return programs[process.platform] ?? 'electron'
}
