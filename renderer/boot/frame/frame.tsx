import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { listenForKeys } from '../../commands/keys.ts'
import { runCommand } from '../../commands/registry.ts'
import { useAllCommands, useCommandStore } from '../../commands/use-commands.ts'
import { flushDrafts } from '../../components/draft.ts'
import { type NoticeItem, Notices } from '../../components/notices.tsx'
import { TaskStrip } from '../../components/task-strip.tsx'
import { WayBack } from '../../components/way-back.tsx'
import { sentenceOf, useAct, useSession, useStage, useWorkbook } from '../../state/hooks.ts'
import { preferences } from '../../state/preferences.ts'
import { useRoute } from '../../state/route.ts'
import { useFilesLeftOut, useRedacted } from '../../state/select.ts'
import type { Notice } from '../../state/session-store.ts'
import type { TaskStore } from '../../state/task-store.ts'
import { workbookNumbers } from '../../state/workbook-numbers.ts'
import { type WorkbookStore, whenTrue } from '../../state/workbook-store.ts'
import { Over } from '../over.tsx'
import type { Current } from '../shell.ts'
import { Bar } from './bar.tsx'
import { DamageBanner } from './damage-banner.tsx'
import { useFrameCommands } from './frame-commands.ts'
import { KeysPanel } from './keys-panel.tsx'
import { Palette } from './palette.tsx'
import { PlaceBanner } from './place-banner.tsx'
import { Rail } from './rail.tsx'
import { ScreenOf } from './screen-of.tsx'
import { TroubleBoundary } from './trouble-boundary.tsx'
import { useOverlay } from './use-overlay.ts'

/** Everything around a screen: bar, rail, messages, long work, palette, list of keys. */
export function Frame(props: { current: Current; tasks: TaskStore; onClosed: () => void }) {
  const { shell, workbook, session } = useStage()
  const commands = useCommandStore()
  const overlay = useOverlay()
  const isFolded = useSession(state => state.isRailFolded)
  const listed = useFrameCommands({ onClosed: props.onClosed, overlay })

  useEffect(() => listenForKeys(commands, () => preferences().singleKeys), [commands])
  useEffect(() => shell.onCommand(id => void (undoTyping(id) || runCommand(commands, id))), [shell, commands])
  useEffect(() => {
    // Before the window goes, or another one has the attention.
    const flush = () => void flushDrafts()
    const stop = shell.onLeaving(() => saveAll(workbook))
    window.addEventListener('blur', flush)
    return () => {
      stop()
      window.removeEventListener('blur', flush)
    }
  }, [shell, workbook])

  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: a true link to a part of the page; the address itself is the route's */}
      <a className="skip-link" href="#main" onClick={skipToPage}>
        Skip to the page
      </a>
      <div className={isFolded ? 'app app-folded' : 'app'}>
        <Bar onOpenMenu={() => overlay.open('menu')} />
        <Rail isMenuOpen={overlay.shown === 'menu'} onCloseMenu={overlay.close} />
        <Page tasks={props.tasks} />
      </div>
      <Messages />
      {listed}
      <Over shell={shell} isAlone={false} numbersOf={one => workbookNumbers(workbook, session, one)} />
      {overlay.shown === 'palette' && <Palette onClose={overlay.close} />}
      {overlay.shown === 'keys' && <KeysPanel onClose={overlay.close} />}
    </>
  )
}

function Page({ tasks }: { tasks: TaskStore }) {
  const route = useRoute()
  const main = useRef<HTMLElement>(null)
  // A principle is a page of its own; elsewhere the id is only what is selected, and the focus stays in the list.
  const where = route.screen === 'principle' ? `principle/${route.id}` : route.screen
  const isFirst = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new screen starts at its top, with the focus on it
  useEffect(() => {
    if (!isFirst.current) main.current?.focus({ preventScroll: true })
    isFirst.current = false
    main.current?.scrollTo(0, 0)
    window.scrollTo(0, 0)
  }, [where])
  return (
    <main className="page" id="main" tabIndex={-1} ref={main}>
      <ReadOnlyBanner />
      <DamageBanner />
      <CopyBanner />
      <WayBack />
      <PlaceBanner />
      <Tasks tasks={tasks} />
      <TroubleBoundary key={where}>
        <ScreenOf route={route} />
      </TroubleBoundary>
    </main>
  )
}

/** Why nothing can be changed, if so. */
function ReadOnlyBanner() {
  const access = useWorkbook(state => state.access)
  if (access.mode === 'edit') return null
  return (
    <p className="banner" role="status">
      <strong>You can read this workbook, not change it.</strong> {access.why}
    </p>
  )
}

/** What this copy does not hold, on every screen: what is missing must not pass as never having been there. */
function CopyBanner() {
  const redacted = useRedacted()
  const leftOut = useFilesLeftOut()
  const sentences = [redacted, leftOut].filter(sentence => sentence !== null)
  if (sentences.length === 0) return null
  return <p className="banner banner-copy">{sentences.join(' ')}</p>
}

function Tasks({ tasks }: { tasks: TaskStore }) {
  const running = useStore(tasks, state => state.tasks)
  const act = useAct()
  return (
    <TaskStrip tasks={[...running.values()]} onCancel={id => act(client => client.task.cancel({ id }))} />
  )
}

function Messages() {
  const notices = useSession(state => state.notices)
  const dismiss = useSession(state => state.dismiss)
  const store = useCommandStore()
  const commands = useAllCommands()
  const { shell } = useStage()
  const say = useSession(state => state.say)
  const offerOf = ({ commandId, saved }: Notice) => {
    const command = commands.find(one => one.id === commandId && !one.offBecause)
    if (command) return { label: command.label.split(':')[0]!, run: () => runCommand(store, command.id) }
    if (!saved || !shell.can.openSaved) return
    const problem = (error: unknown) => say({ tone: 'problem', sentence: sentenceOf(error) })
    return { label: 'Open', run: () => void shell.openSaved(saved.token).catch(problem) }
  }
  const items = notices.map((notice): NoticeItem => {
    const offer = offerOf(notice)
    const run = () => {
      dismiss(notice.id)
      offer?.run()
    }
    return { ...notice, offer: offer && { ...offer, run } }
  })
  return <Notices items={items} onDismiss={dismiss} />
}

/** The menu's Undo, like the key, first takes back letters in a field whose typing is not yet saved. */
function undoTyping(commandId: string): boolean {
  if (!document.activeElement?.hasAttribute('data-unsaved')) return false
  if (commandId !== 'edit.undo' && commandId !== 'edit.redo') return false
  return document.execCommand(commandId === 'edit.undo' ? 'undo' : 'redo')
}

/** Saves what is still being typed; if the line to the workbook breaks on the way, once it is back. */
async function saveAll(workbook: WorkbookStore): Promise<void> {
  await flushDrafts()
  await new Promise(resolve => setTimeout(resolve))
  if (workbook.getState().isConnected) return
  await whenTrue(workbook, state => state.isConnected)
  await flushDrafts()
}

function skipToPage(event: { preventDefault(): void }) {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
