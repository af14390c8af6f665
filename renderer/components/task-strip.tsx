import { sizeOf } from '../../shared/text/sizes.ts'
import { Button } from './button.tsx'
import { ProgressBar } from './progress-bar.tsx'

/** What the strip needs to know of a task; the engine's `Task` fits. */
export type TaskLine = {
  readonly id: string
  readonly words: string
  readonly done: number
  readonly total: number
  readonly unit: 'bytes' | 'steps'
  readonly state: string
}

/** Long work under way, each with a way to cancel it. Draws nothing when there is none. */
export function TaskStrip(props: { tasks: readonly TaskLine[]; onCancel: (id: string) => unknown }) {
  const running = props.tasks.filter(task => task.state === 'running')
  if (running.length === 0) return null
  return (
    <section className="tasks" aria-label="Under way">
      {running.map(task => (
        <div key={task.id} className="task">
          <ProgressBar label={task.words} done={task.done} total={task.total} />
          <span className="quiet small nowrap">{progressOf(task)}</span>
          <Button variant="quiet" label={`Cancel: ${task.words}`} onPress={() => props.onCancel(task.id)}>
            Cancel
          </Button>
        </div>
      ))}
    </section>
  )
}

function progressOf(task: TaskLine): string {
  if (task.total === 0) return 'Working'
  if (task.unit === 'bytes') return `${sizeOf(task.done)} of ${sizeOf(task.total)}`
  return `${task.done} of ${task.total}`
}
