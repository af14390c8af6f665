import type { ReadReturned } from '../../shared/contract/control.ts'
import { askForReturned } from './dialogs.ts'
import type { WorkbookWindow } from './windows.ts'

/** Asks for files that came back, or a folder of them, and reads them into the review. */
export async function readReturned(
  { window, engine }: WorkbookWindow,
  folder: boolean,
): Promise<ReadReturned | null> {
  const paths = await askForReturned(window, folder)
  return paths && (await engine.ready()).control.review.read({ paths })
}
