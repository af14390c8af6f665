import { base } from './base.ts'

/** Long work, as the page follows and cancels it. */
export const task = {
  watch: base.task.watch.handler(({ context: { engine }, signal }) => engine.tasks.watch(signal)),
  cancel: base.task.cancel.handler(({ context: { engine }, input: { id } }) => engine.tasks.cancel(id)),
}
