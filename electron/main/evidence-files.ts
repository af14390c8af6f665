import { shell } from 'electron'
import type { Attached } from '../../shared/contract/control.ts'
import type { Saved } from '../../shared/contract/outcome.ts'
import type { EvidenceTargets } from '../../shared/model/evidence.ts'
import type { EvidenceId } from '../../shared/model/ids.ts'
import { askBeforeOpening, askForCopyOf, askForEvidence } from './dialogs.ts'
import { noteSaved } from './saved-files.ts'
import { forgetTempFolder, freshTempFolder } from './temp-folders.ts'
import type { WorkbookWindow } from './windows.ts'

/** Asks for files or a folder and attaches them. */
export async function attachByChoice(
  { window, engine }: WorkbookWindow,
  targets: EvidenceTargets,
  folder: boolean,
): Promise<Attached | null> {
  const paths = await askForEvidence(window, folder)
  if (!paths) return null
  const { control } = await engine.ready()
  return control.evidence.attach({ paths, targets })
}

/** Saves a copy of an item where the user says. */
export async function saveEvidence(
  { window, engine }: WorkbookWindow,
  id: EvidenceId,
): Promise<Saved | null> {
  const { name } = await (await engine.ready()).control.evidence.suggestName({ id })
  const to = await askForCopyOf(window, name)
  if (!to) return null
  const { path } = await (await engine.ready()).control.evidence.saveOut({ id, to })
  return noteSaved(path, false)
}

/**
 * Opens a copy of an item, after a warning, if its kind of file cannot run; else shows it in its folder. The copy lies in
 * a fresh folder under a name of ours.
 */
export async function openEvidence(
  { window, engine }: WorkbookWindow,
  id: EvidenceId,
): Promise<'opened' | 'shown' | null> {
  const { control } = await engine.ready()
  const { name } = await control.evidence.suggestName({ id })
  const parent = freshTempFolder()
  const { path, isSafeToOpen } = await control.evidence.saveOutForOpening({ id, parent })
  const answer = isSafeToOpen ? await askBeforeOpening(window, name) : 'show'
  if (answer === 'cancel') {
    forgetTempFolder(parent)
    return null
  }
  if (answer === 'open' && !(await shell.openPath(path))) return 'opened'
  shell.showItemInFolder(path)
  return 'shown'
}
