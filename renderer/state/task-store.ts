import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Task } from '../../shared/contract/task.ts'

/** The long work that runs now. */
export type TaskState = {
  /** Long work by id, as last told. */
  readonly tasks: ReadonlyMap<string, Task>
  put(task: Task): void
  clear(): void
}

/** The store of it. */
export type TaskStore = StoreApi<TaskState>

/** Nothing running yet. */
export function createTaskStore(): TaskStore {
  return createStore<TaskState>()(set => ({
    tasks: new Map(),
    put: task =>
      set(state => {
        const tasks = new Map(state.tasks)
        if (task.state === 'running') tasks.set(task.id, task)
        else tasks.delete(task.id)
        return { tasks }
      }),
    clear: () => set({ tasks: new Map() }),
  }))
}
