import { createHash } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { createEngine } from '../../../electron/engine/engine.ts'
import { WHO } from '../engine.ts'

/** What a door answered: a sentence when it refused, what a check found, or nothing to say. */
export type Answer = { readonly refused: string | null; readonly problems: readonly string[] }

/** The same, and a digest of everything that a reader sees of it. */
export type ReadAnswer = Answer & { readonly content: string }

/** Opens and reads all of a workbook, checks it and lets go of it. */
export async function throughOpening(path: string, mode: 'edit' | 'read'): Promise<ReadAnswer> {
  const engine = createEngine()
  const context = engine.context()
  const shell = createRouterClient(engine.control, { context })
  const page = createRouterClient(engine.contract, { context })
  try {
    await shell.file.open({ path, who: WHO, mode })
    const { rows, framework } = await page.workbook.read()
    const summary = await shell.file.summary()
    const { entries } = await page.history.list({ limit: 500 })
    const { problems } = await shell.file.check()
    const content = createHash('sha256')
      .update(JSON.stringify([rows, framework, summary, entries]))
      .digest('hex')
    return { refused: null, problems, content }
  } catch (error) {
    return { refused: (error as Error).message, problems: [], content: '' }
  } finally {
    await engine.state.close()
  }
}

/** Opens a workbook to edit, reads all of it, changes something and lets go of it. */
export async function throughEditing(path: string): Promise<Answer> {
  const engine = createEngine()
  const context = engine.context()
  const shell = createRouterClient(engine.control, { context })
  const page = createRouterClient(engine.contract, { context })
  try {
    await shell.file.open({ path, who: WHO })
    await page.workbook.read()
    await page.evidence.addNote({ title: 'Added', note: 'Afterwards.', targets: {} })
    await page.edit.undo()
    return { refused: null, problems: [] }
  } catch (error) {
    return { refused: (error as Error).message, problems: [] }
  } finally {
    await engine.state.close()
  }
}

/** The door of a review: brings files in as other copies of one workbook that stays open. */
export type ReviewDoor = { bringIn(path: string): Promise<Answer>; close(): Promise<void> }

/** Opens a copy of `ours` in `folder`, into whose review files are brought. */
export async function openReviewDoor(ours: string, folder: string): Promise<ReviewDoor> {
  const open = join(folder, 'ours.ninefold')
  copyFileSync(ours, open)
  const engine = createEngine()
  const context = engine.context()
  const shell = createRouterClient(engine.control, { context })
  const page = createRouterClient(engine.contract, { context })
  await shell.file.open({ path: open, who: WHO })
  return {
    async bringIn(path) {
      try {
        await shell.review.read({ paths: [path] })
        const review = await page.review.get()
        return { refused: review?.files.find(file => file.problem)?.problem ?? null, problems: [] }
      } finally {
        await page.review.close()
      }
    },
    close: async () => void (await engine.state.close()),
  }
}

/** Brings one file in as another copy of `ours`, which is opened from a copy of its own in `folder`. */
export async function throughReview(path: string, ours: string, folder: string): Promise<Answer> {
  const door = await openReviewDoor(ours, folder)
  try {
    return await door.bringIn(path)
  } finally {
    await door.close()
  }
}
