import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { createEngine } from '../../../electron/engine/engine.ts'
import { WHO } from '../engine.ts'

/** What a door answered: a sentence when it refused, what a check found, or nothing to say. */
export type Answer = { readonly refused: string | null; readonly problems: readonly string[] }

/** Opens and reads all of a workbook, checks it and lets go of it. */
export async function throughOpening(path: string, mode: 'edit' | 'read'): Promise<Answer> {
  const engine = createEngine()
  const context = engine.context()
  const shell = createRouterClient(engine.control, { context })
  const page = createRouterClient(engine.contract, { context })
  try {
    await shell.file.open({ path, who: WHO, mode })
    await page.workbook.read()
    await shell.file.summary()
    await page.history.list({ limit: 20 })
    const { problems } = await shell.file.check()
    return { refused: null, problems }
  } catch (error) {
    return { refused: (error as Error).message, problems: [] }
  } finally {
    await engine.state.close()
  }
}

/** Brings a file in as another copy of `ours`, which is opened from a copy of its own in `folder`. */
export async function throughReview(path: string, ours: string, folder: string): Promise<Answer> {
  const open = join(folder, 'ours.ninefold')
  copyFileSync(ours, open)
  const engine = createEngine()
  const context = engine.context()
  const shell = createRouterClient(engine.control, { context })
  const page = createRouterClient(engine.contract, { context })
  try {
    await shell.file.open({ path: open, who: WHO })
    await shell.review.read({ paths: [path] })
    const review = await page.review.get()
    return { refused: review?.files.find(file => file.problem)?.problem ?? null, problems: [] }
  } finally {
    await engine.state.close()
  }
}
