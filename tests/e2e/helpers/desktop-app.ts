import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { testElectron } from '../../../scripts/test-electron.ts'
import { display } from './display.ts'
import { namesInUtf8 } from './names-in-utf8.ts'

export type DesktopApp = {
  readonly app: ElectronApplication
  readonly page: Page
  /** A folder of this run alone; the settings lie in `user-data` in it. */
  readonly folder: string
  /** Answers the next dialogs of the system, which no test can press. */
  answerDialogs(answers: DialogAnswers): Promise<void>
  close(): Promise<void>
}

export type DialogAnswers = {
  /** Where to save; `null` cancels. */
  readonly saveTo?: string | null
  /** What to open; none cancels. */
  readonly open?: readonly string[]
  /** The button pressed in a message. */
  readonly button?: number
}

/** Starts the app in the test Electron with settings of its own. */
export async function startDesktop(
  options: {
    folder?: string
    args?: readonly string[]
    env?: Readonly<Record<string, string>>
    /** Runs the real engine under this Node rather than as a utility process. */
    underNode?: boolean
  } = {},
): Promise<DesktopApp> {
  const { executable } = await testElectron()
  const folder = options.folder ?? freshFolder()
  const launching = {
    executablePath: executable,
    args: [...electronFlags(folder), ...(options.args ?? [])],
    env: await desktopEnv({
      ...(options.underNode === false ? {} : { NINEFOLD_ENGINE_NODE: process.execPath }),
      ...options.env,
    }),
    timeout: 20_000,
  }
  // On a busy machine Playwright now and then does not get hold of a window that is there already: once more.
  const app = await _electron.launch(launching).catch(() => _electron.launch(launching))
  if (process.env.NINEFOLD_E2E_VERBOSE) app.process().stderr?.pipe(process.stderr)
  const page = await app.firstWindow()
  return {
    app,
    page,
    folder,
    answerDialogs: answers => answerDialogs(app, answers),
    async close() {
      await app.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A folder of one test's own. */
export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'ninefold-desktop-'))
}

/** Flags for a machine without a graphics card, and without a sandbox where we are root. */
export function electronFlags(folder: string): string[] {
  const flags = [`--user-data-dir=${join(folder, 'user-data')}`, '--disable-gpu', '--lang=en-GB']
  return process.getuid?.() === 0 ? ['--no-sandbox', ...flags] : flags
}

/** The environment an app under test starts with. */
export async function desktopEnv(more: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const { NODE_OPTIONS, ELECTRON_RUN_AS_NODE, ...env } = namesInUtf8()
  return { ...env, DISPLAY: await display(), ...more }
}

async function answerDialogs(app: ElectronApplication, answers: DialogAnswers): Promise<void> {
  await app.evaluate(({ dialog }, { saveTo, open, button }) => {
    const wait = Promise.resolve()
    Object.assign(dialog, {
      showSaveDialog: () => wait.then(() => ({ canceled: !saveTo, filePath: saveTo ?? undefined })),
      showOpenDialog: () => wait.then(() => ({ canceled: !open?.length, filePaths: open ?? [] })),
      showMessageBox: () => wait.then(() => ({ response: button ?? 0, checkboxChecked: false })),
    })
  }, answers)
}
