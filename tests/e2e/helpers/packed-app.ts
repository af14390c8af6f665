import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { electronToPack } from '../../../scripts/pack/electron-source.ts'
import { thisTarget } from '../../../scripts/pack/targets.ts'
import { packageDir } from '../../../scripts/package.ts'
import { root } from '../../../scripts/root.ts'
import { testElectron } from '../../../scripts/test-electron.ts'
import { desktopEnv, electronFlags, freshFolder } from './desktop-app.ts'
import { doorTo, type PageDoor } from './page-door.ts'

/** An unpacked app as users get it, but for the Electron it is packed around, and a run of it. */
export type PackedApp = {
  /** The run's own: its settings, workbooks and temporary files. */
  readonly folder: string
  readonly unpacked: string
  readonly executable: string
  readonly electronHome: string
  readonly app: ChildProcess
  readonly page: PageDoor
  /** Starts it once more with the same settings; gives its exit code. */
  startAgain(argument: string): Promise<number | null>
}

/** Packs the app around the test Electron and starts it with a workbook. */
export async function startPacked(workbook: string, folder = freshFolder()): Promise<PackedApp> {
  const { home: electronHome } = await testElectron()
  const output = join(folder, 'release')
  const electron = await electronToPack(electronHome, false, () => {})
  const { folder: unpacked } = await packageDir({ output, target: thisTarget(), electron })
  const executable = join(unpacked, 'ninefold')
  const temporary = join(folder, 'temporary')
  mkdirSync(temporary)
  // What only tests set is not heard by a packed app.
  const env = await desktopEnv({ TMPDIR: temporary, NINEFOLD_ENGINE_ENTRY: join(folder, 'no-engine.mjs') })
  const start = (argument: string, more: readonly string[] = []) =>
    spawn(executable, [...electronFlags(folder), ...more, argument], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
  const app = start(workbook, ['--remote-debugging-port=0'])
  const page = await doorTo(app)
  const startAgain = (argument: string) =>
    new Promise<number | null>(resolve => start(argument).once('exit', resolve))
  return { folder, unpacked, executable, electronHome, app, page, startAgain }
}

/** A workbook with a script as evidence that would leave `ran` behind if it were run; gives the id of the evidence. */
export function workbookWithScript(file: string, ran: string): string {
  const script = join(freshFolder(), 'minutes.sh')
  writeFileSync(script, `#!/bin/sh\ntouch '${ran}'\n`, { mode: 0o755 })
  ninefold('new', file, '--system', 'Dorset')
  ninefold('attach', file, script, '--principle', 'parity-of-esteem')
  const database = new Database(file, { readonly: true })
  const { id } = database.prepare('SELECT id FROM evidence').get() as { id: string }
  database.close()
  return id
}

/** The command line of the build; throws when it ends with another code than 0. */
export function ninefold(...args: string[]): string {
  return execFileSync(process.execPath, [join(root, 'dist/electron/cli.mjs'), ...args], { encoding: 'utf8' })
}
