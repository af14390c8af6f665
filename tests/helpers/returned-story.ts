import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll } from 'vitest'
import { createEngine } from '../../electron/engine/engine.ts'
import type { Review, ReviewChange, ReviewDecisions } from '../../shared/model/review.ts'
import { freshFolder, startEngine, WHO } from './engine.ts'
import { type SentBack, sendBack } from './send-back.ts'

/** Whom the plan of the story was sent to. */
export const FOR = 'Sunita Rao'

/**
 * The sample workbook after its plan was sent to Sunita Rao, made once for a file of tests. Each test opens a workbook of its
 * own and gets files back as they say.
 */
export function returnedStory() {
  let folder = ''
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ninefold-sent-'))
    const engine = createEngine()
    const shell = createRouterClient(engine.control, { context: engine.context() })
    await shell.file.createRehearsal({ path: join(folder, 'Vale.ninefold'), who: WHO })
    await shell.export.make({
      to: join(folder, 'Plan.xlsx'),
      request: { kind: 'plan', options: { hasRatings: true, forWhom: FOR } },
    })
    await engine.state.close()
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  return async () => {
    const own = freshFolder()
    const path = join(own, 'Vale.ninefold')
    copyFileSync(join(folder, 'Vale.ninefold'), path)
    const doors = startEngine()
    await doors.shell.file.open({ path, who: WHO })
    const { rows } = await doors.page.workbook.read()
    return {
      ...doors,
      folder: own,
      path,
      rows,
      /** The action of this number. */
      action: (ref: number) => rows.actions.find(row => row.ref === ref)!,
      /** The plan as it came back under this name, with what was done to it. */
      back: (name: string, done: SentBack) => sendBack(join(folder, 'Plan.xlsx'), join(own, name), done),
    }
  }
}

/** The change of this action and heading. */
export function changeOf(review: Review | null, ref: string, header: string): ReviewChange {
  const found = review?.changes.find(change => change.subject.ref === ref && change.header === header)
  if (!found) throw new Error(`The review has no change of ${ref} ${header}`)
  return found
}

/** Takes in these changes as they came back. */
export function accepting(...changes: readonly ReviewChange[]): ReviewDecisions {
  const chosen = changes.map(({ id, options }) => [id, options.find(({ from }) => from === 'file')!.id])
  return { changes: Object.fromEntries(chosen), additions: {} }
}
