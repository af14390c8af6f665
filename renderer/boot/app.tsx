import { useCallback, useEffect, useState } from 'react'
import { Button } from '../components/button.tsx'
import { loadedWhenShown } from '../components/loaded-when-shown.tsx'
import { goTo, useRoute } from '../state/route.ts'
import { OpenWorkbook } from './open-workbook.tsx'
import { Over } from './over.tsx'
import type { Current, Shell } from './shell.ts'

const StartScreen = loadedWhenShown(
  async () => (await import('../screens/start/start-screen.tsx')).StartScreen,
)

const RestoreAlone = loadedWhenShown(
  async () => (await import('../screens/restore/restore-alone.tsx')).RestoreAlone,
)

const GuideAlone = loadedWhenShown(async () => (await import('../screens/guide/guide-alone.tsx')).GuideAlone)

type Phase =
  | { readonly kind: 'asking' }
  | { readonly kind: 'start' }
  | { readonly kind: 'workbook'; readonly current: Current; readonly turn: number }
  | { readonly kind: 'problem'; readonly sentence: string }

/** The whole page: no workbook gives the start screens, a workbook gives the frame around the screen of the route. */
export function App({ shell }: { shell: Shell }) {
  const [phase, setPhase] = useState<Phase>({ kind: 'asking' })
  const route = useRoute()

  const ask = useCallback(async () => {
    try {
      const current = await shell.current()
      setPhase(old =>
        current
          ? { kind: 'workbook', current, turn: old.kind === 'workbook' ? old.turn + 1 : 0 }
          : { kind: 'start' },
      )
    } catch (error) {
      setPhase({ kind: 'problem', sentence: (error as Error).message })
    }
  }, [shell])

  useEffect(() => void ask(), [ask])

  useEffect(() => {
    if (phase.kind === 'start') shell.setTitle('Ninefold')
  }, [phase.kind, shell])

  const isOpen = phase.kind === 'workbook'
  // An open workbook has commands of its own.
  useEffect(() => (isOpen ? undefined : listenForGuide(shell)), [isOpen, shell])

  if (phase.kind === 'asking') return null
  if (!isOpen && route.screen === 'guide')
    return (
      <>
        <GuideAlone id={route.id} shell={shell} />
        <Over shell={shell} isAlone />
      </>
    )
  if (phase.kind === 'start' && route.screen === 'restore' && route.id !== null)
    return <RestoreAlone shell={shell} recentId={route.id} onOpened={ask} />
  if (phase.kind === 'start')
    return (
      <>
        <StartScreen shell={shell} onOpened={ask} />
        <Over shell={shell} isAlone />
      </>
    )
  if (phase.kind === 'workbook')
    return (
      <OpenWorkbook
        key={phase.turn}
        shell={shell}
        current={phase.current}
        onClosed={ask}
        onFailed={sentence => setPhase({ kind: 'problem', sentence })}
      />
    )
  return (
    <>
      <Problem sentence={phase.sentence} shell={shell} onDone={ask} />
      <Over shell={shell} isAlone />
    </>
  )
}

/** F1, and the menu's Guide, while no workbook is open. Returns how to stop listening. */
function listenForGuide(shell: Shell): () => void {
  const stop = shell.onCommand(id => id === 'go.guide' && goTo('guide'))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'F1') return
    event.preventDefault()
    goTo('guide')
  }
  window.addEventListener('keydown', onKeyDown)
  return () => {
    stop()
    window.removeEventListener('keydown', onKeyDown)
  }
}

/** The workbook cannot be shown: why, and the two ways on. */
function Problem(props: { sentence: string; shell: Shell; onDone: () => void }) {
  async function leave() {
    await props.shell.closeWorkbook().catch(() => {})
    window.location.hash = ''
    props.onDone()
  }
  return (
    <main className="alone">
      <h1>The workbook could not be opened</h1>
      <p>{props.sentence}</p>
      <div className="page-actions">
        <Button onPress={props.onDone}>Try again</Button>
        <Button variant="primary" onPress={leave}>
          All workbooks
        </Button>
      </div>
    </main>
  )
}
