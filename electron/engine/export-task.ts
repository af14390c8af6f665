import { isAbort } from './exchange/file-trouble.ts'
import type { TaskAbout, TaskHandle, Tasks } from './tasks.ts'
import { Trouble } from './trouble.ts'

/** Runs an export as a task. Cancelled, it says so in a sentence, since whoever waits may not be who cancelled it. */
export async function exportTask<T>(
  tasks: Tasks,
  about: TaskAbout,
  work: (task: TaskHandle) => Promise<T>,
): Promise<T> {
  try {
    return await tasks.run(about, work)
  } catch (error) {
    if (isAbort(error)) throw new Trouble('REFUSED', 'The export was cancelled, so nothing was made.')
    throw error
  }
}
