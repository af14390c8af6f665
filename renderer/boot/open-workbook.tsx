import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { createCommands } from '../commands/registry.ts'
import { CommandsContext } from '../commands/use-commands.ts'
import { type Stage, StageContext, sentenceOf } from '../state/hooks.ts'
import { createReviewStore } from '../state/review-store.ts'
import { useRoute } from '../state/route.ts'
import { createTaskStore } from '../state/task-store.ts'
import { follow } from './follow.ts'
import { Frame } from './frame/frame.tsx'
import type { Current, Shell } from './shell.ts'

const Presenter = lazy(async () => ({
  default: (await import('../screens/room/presenter.tsx')).Presenter,
}))

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
  const isPresenting = useRoute().screen === 'present'

  // biome-ignore lint/correctness/useExhaustiveDependencies: one line for each opening
  useEffect(() => {
    const leaving = new AbortController()
    follow(shell, tasks, leaving.signal).then(
      followed => !leaving.signal.aborted && setStage({ shell, ...followed, review: createReviewStore() }),
      error => !leaving.signal.aborted && onFailed(sentenceOf(error)),
    )
    return () => leaving.abort()
  }, [shell, tasks])

  if (!stage) return <p className="alone quiet">Opening {props.current.name}</p>
  return (
    <StageContext value={stage}>
      <CommandsContext value={commands}>
        {isPresenting ? (
          <Suspense fallback={null}>
            <Presenter />
          </Suspense>
        ) : (
          <Frame current={props.current} tasks={tasks} onClosed={props.onClosed} />
        )}
      </CommandsContext>
    </StageContext>
  )
}
