import { exportThreads } from '../exchange/export-thread.ts'
import { readingThreads } from '../exchange/returned/read-returned-file.ts'
import { base } from './base.ts'

const threads = { export: exportThreads, review: readingThreads } as const

/** Long work, as the page follows and cancels it. */
export const task = {
  watch: base.task.watch.handler(({ context: { engine }, signal }) => engine.tasks.watch(signal)),
  prepare: base.task.prepare.handler(({ input: { work } }) => threads[work].prepare()),
  cancel: base.task.cancel.handler(({ context: { engine }, input: { id } }) => engine.tasks.cancel(id)),
}
