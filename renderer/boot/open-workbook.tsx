import { useEffect, useMemo, useState } from 'react'
import { createCommands } from '../commands/registry.ts'
import { CommandsContext } from '../commands/use-commands.ts'
import { loadedWhenShown } from '../components/loaded-when-shown.tsx'
import { type Stage, StageContext, sentenceOf } from '../state/hooks.ts'
import { createReviewStore } from '../state/review-store.ts'
import { useRoute } from '../state/route.ts'
import { createTaskStore } from '../state/task-store.ts'
import { follow } from './follow.ts'
import { Frame } from './frame/frame.tsx'
import type { Current, Shell } from './shell.ts'

const Presenter = loadedWhenShown(async () => (await import('../screens/room/presenter.tsx')).Presenter)

/** An open workbook: its mirror, its commands and the frame around its screens. */
export function OpenWorkbook(props: {
  shell: Shell
  current: Current
  onClosed: () => void
  onFailed: (sentence: string) => void
}) {
  const { shell, onFailed } = props
  const [stage, setStage] = useState<Stage | null>(null)
  const tasks = useMemo(createTaskStore, [])
  const commands = useMemo(createCommands, [])
  const route = useRoute()
  const isPresenting = route.screen === 'present'
  // The window on the projector is told only what the room may see.
  const seenBy = isPresenting && route.id === 'window' ? 'room' : 'scribe'

  // biome-ignore lint/correctness/useExhaustiveDependencies: one line for each opening
  useEffect(() => {
    const leaving = new AbortController()
    follow(shell, tasks, seenBy, leaving.signal).then(
      followed => !leaving.signal.aborted && setStage({ shell, ...followed, review: createReviewStore() }),
      error => !leaving.signal.aborted && onFailed(sentenceOf(error)),
    )
    return () => {
      leaving.abort()
      setStage(null)
    }
  }, [shell, tasks, seenBy])

  if (!stage) return <p className="alone quiet">Opening {props.current.name}</p>
  return (
    <StageContext value={stage}>
      <CommandsContext value={commands}>
        {isPresenting ? (
          <Presenter />
        ) : (
          <Frame current={props.current} tasks={tasks} onClosed={props.onClosed} />
        )}
      </CommandsContext>
    </StageContext>
  )
}
