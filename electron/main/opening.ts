import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app } from 'electron'
import type { OpenOutcome } from '../../shared/contract/outcome.ts'
import { say } from './dialogs.ts'
import type { SettingsFile } from './settings.ts'
import { allWindows, focus, makeWindow, showPage, type WorkbookWindow } from './windows.ts'
import { isWorkbookPath, type Workbooks } from './workbooks.ts'

type Opening = {
  /** Opens what was asked for so far, or the start screen; from then on each file at once. */
  begin(workbooks: Workbooks, settings: SettingsFile): Promise<void>
}

/**
 * Files asked for from outside: arguments, double clicks, a second start. `null` when another Ninefold is running: it has
 * the files now, and this one ends.
 */
export function setupOpening(): Opening | null {
  const asked = filesIn(process.argv, process.cwd())
  if (!app.requestSingleInstanceLock({ files: asked })) {
    app.quit()
    return null
  }
  let openNow: ((path: string) => Promise<void>) | null = null
  let showAnything = () => {}
  const ask = (path: string) => (openNow ? void openNow(path) : void asked.push(path))

  app.on('open-file', (event, path) => {
    event.preventDefault()
    ask(path)
  })
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const { files } = data as { files: string[] }
    if (files.length === 0) showAnything()
    files.forEach(ask)
  })
  app.on('activate', () => showAnything())

  return {
    async begin(workbooks, settings) {
      openNow = path => openFromOutside(path, workbooks, settings)
      showAnything = () => {
        const [inFront] = allWindows()
        if (inFront) focus(inFront)
        else makeWindow(settings)
      }
      if (asked.length === 0) makeWindow(settings)
      for (const path of asked) await openNow(path)
    },
  }
}

/** Into the window with the start screen if there is one, else into a new one. */
async function openFromOutside(path: string, workbooks: Workbooks, settings: SettingsFile): Promise<void> {
  let outcome = { kind: 'cancelled' } as OpenOutcome
  const open = async (into: WorkbookWindow) => {
    outcome = await workbooks.open(into, path)
    return outcome.kind
  }
  const idle = allWindows().find(one => !one.opened)
  if (idle && (await open(idle)) === 'opened') showPage(idle)
  const into = idle ?? makeWindow(settings, { opening: open })
  await into.settled
  if (outcome.kind === 'opened-elsewhere') {
    if (!idle) into.window.destroy()
    return
  }
  focus(into)
  if (outcome.kind === 'failed' || outcome.kind === 'in-use') await say(into.window, outcome.sentence)
  if (outcome.kind === 'locked')
    await say(
      into.window,
      `${outcome.name} is locked with a password. Open it from the start screen, which asks for the password.`,
    )
}

/** Some desktops of Linux name a double-clicked file by its address. */
function filesIn(argv: readonly string[], folder: string): string[] {
  return argv
    .slice(1)
    .filter(isWorkbookPath)
    .map(path => (path.startsWith('file:') ? fileURLToPath(path) : resolve(folder, path)))
}
