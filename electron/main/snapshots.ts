import type { OpenOutcome, SnapshotPlaceWords } from '../../shared/contract/outcome.ts'
import type { Snapshots } from '../../shared/contract/snapshot.ts'
import { askForSnapshotFolder } from './dialogs.ts'
import { describeFolder, type Recents } from './recents.ts'
import { PlainError } from './sentence.ts'
import type { SettingsFile } from './settings.ts'
import { allWindows, type WorkbookWindow } from './windows.ts'
import type { Workbooks } from './workbooks.ts'

/** Snapshots as the page asks for them: of the workbook in its window, or of one on the list. */
export function snapshotCalls(settings: SettingsFile, recents: Recents, workbooks: Workbooks) {
  function workbookOf(from: WorkbookWindow, recentId: string | null) {
    const { folder } = settings.now.snapshots
    if (recentId !== null) return { path: recents.pathOf(recentId), uid: recents.uidOf(recentId), folder }
    if (!from.opened) throw new PlainError('No workbook is open in this window: open one first.')
    return { path: from.opened.path, uid: from.opened.summary.uid, folder }
  }

  function place(): SnapshotPlaceWords {
    const { folder, limitBytes } = settings.now.snapshots
    return { where: folder && describeFolder(folder), limitBytes }
  }

  async function change(set: Partial<SettingsFile['now']['snapshots']>): Promise<SnapshotPlaceWords> {
    settings.change({ snapshots: { ...settings.now.snapshots, ...set } })
    for (const one of allWindows())
      if (one.opened) await (await one.engine.ready()).control.snapshot.configure(settings.now.snapshots)
    return place()
  }

  return {
    async list(from: WorkbookWindow, recentId: string): Promise<Snapshots> {
      const { control } = await from.engine.ready()
      return control.snapshot.listFor(workbookOf(from, recentId))
    },

    async open(from: WorkbookWindow, id: string, recentId: string | null): Promise<OpenOutcome> {
      const { control } = await from.engine.ready()
      const { path } = await control.snapshot.restore({ ...workbookOf(from, recentId), id })
      return workbooks.open(from, path)
    },

    place,

    async setPlace(from: WorkbookWindow, beside: boolean): Promise<SnapshotPlaceWords> {
      if (beside) return change({ folder: null })
      const folder = await askForSnapshotFolder(from.window)
      return folder ? change({ folder }) : place()
    },

    setLimit: (_from: WorkbookWindow, limitBytes: number) => change({ limitBytes }),
  }
}

/** An engine that says nothing for this long is not waited for. */
const ANSWER_WITHIN_MS = 5_000

/**
 * Keeps a last snapshot while the window still shows how far it is. Ends early when it is cancelled there, when the window is
 * asked to close once more, or when the engine does not answer.
 */
export async function keepBeforeClosing({ window, engine }: WorkbookWindow): Promise<void> {
  const askedAgain = new Promise<void>(resolve => {
    window.once('close', () => resolve())
    window.once('closed', () => resolve())
  })
  try {
    const { control } = await within(ANSWER_WITHIN_MS, engine.ready())
    const kept = control.snapshot.beforeClosing().then(() => true)
    while (!(await Promise.race([kept, askedAgain.then(() => true), pause(ANSWER_WITHIN_MS)])))
      await within(ANSWER_WITHIN_MS, control.snapshot.isWorking())
    kept.catch(() => {})
  } catch {
    // Then there is none of this session; the workbook itself was saved with each change.
  }
}

function pause(ms: number): Promise<boolean> {
  return new Promise(resolve => setTimeout(resolve, ms, false))
}

async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  const late = pause(ms).then(() => {
    throw new Error('The engine does not answer')
  })
  late.catch(() => {})
  return Promise.race([answer, late])
}
