import { type ReactNode, useEffect } from 'react'
import type { CopyRequest } from '../../../shared/contract/copy-request.ts'
import { savedWords } from '../../../shared/text/place.ts'
import type { Command } from '../../commands/registry.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { flushDrafts } from '../../components/draft.ts'
import { useIdentifiersFirst } from '../../components/use-identifiers-first.tsx'
import { sentenceOf, useAct, useSession, useStage, useWorkbook } from '../../state/hooks.ts'
import { showOverApp } from '../../state/over-app.ts'
import { setPreference } from '../../state/preferences.ts'
import { goTo, parseRoute, useRoute } from '../../state/route.ts'
import { useAbout, useArea, useCanEdit, usePrinciples, useRedacted, useToday } from '../../state/select.ts'
import { whenTrue } from '../../state/workbook-store.ts'
import { screens } from './screens.ts'
import { useCheck } from './use-check.ts'
import type { Overlay } from './use-overlay.ts'

/** Registers what can be done from anywhere in a workbook; gives what one of them may have to ask. */
export function useFrameCommands(on: { onClosed: () => void; overlay: Overlay }): ReactNode {
  useTitle()
  const edit = useEditCommands()
  const principles = usePrincipleCommands()
  const copy = useCopy()
  const book = useBookCommands(on.onClosed, copy.start)
  const check = useCheck()
  const { isRailFolded, foldRail } = useSession(state => state)
  const goCommands = screens
    .filter(({ id }) => id !== 'review' && id !== 'guide')
    .map(
      (screen): Command => ({
        id: `go.${screen.id}`,
        label: screen.label,
        group: 'Go to',
        run: () => goTo(screen.id),
      }),
    )
  useCommands([
    ...edit,
    {
      id: 'find.open',
      label: 'Find or do',
      group: 'Anywhere',
      shortcuts: ['Ctrl+K'],
      isHidden: true,
      run: () => on.overlay.open('palette'),
    },
    {
      id: 'rail.fold',
      label: isRailFolded ? 'Unfold the rail' : 'Fold the rail',
      group: 'Anywhere',
      shortcuts: ['Ctrl+B'],
      run: () => {
        foldRail(!isRailFolded)
        setPreference('railFolded', !isRailFolded)
      },
    },
    {
      id: 'help.keys',
      label: 'List the keys',
      group: 'Anywhere',
      shortcuts: ['?'],
      run: () => on.overlay.open('keys'),
    },
    {
      id: 'help.support',
      label: 'Copy details for support',
      group: 'Help',
      run: () => showOverApp('support'),
    },
    { id: 'help.about', label: 'About Ninefold', group: 'Help', run: () => showOverApp('about') },
    ...goCommands,
    {
      id: 'go.guide',
      label: 'Guide',
      group: 'Anywhere',
      shortcuts: ['F1'],
      // Read when it runs: it opens at what is said of the screen people are on.
      run: () => goTo('guide', `for.${parseRoute(window.location.hash).screen}`),
    },
    {
      id: 'review.open',
      label: 'Read returned files, or another copy',
      group: 'Workbook',
      shortcuts: ['Ctrl+Shift+O'],
      run: () => goTo('review'),
    },
    ...principles,
    ...book,
    check,
  ])
  return copy.list
}

function useEditCommands(): Command[] {
  const undo = useWorkbook(state => state.undo)
  const canEdit = useCanEdit()
  const say = useSession(state => state.say)
  const act = useAct()
  const { workbook } = useStage()
  const readOnly = canEdit ? null : 'This workbook is open for reading only.'
  async function take(which: 'undo' | 'redo') {
    await flushDrafts()
    const done = await act(client => client.edit[which]())
    if (!done) return
    await whenTrue(workbook, state => state.seq >= done.seq)
    // What was taken back may have been saved a moment ago, by the flush: only now is it known here.
    const words = workbook.getState().undo[which === 'undo' ? 'redo' : 'undo']?.words
    if (words)
      say({
        tone: 'done',
        sentence: `${which === 'undo' ? 'Undone' : 'Done again'}: ${words}`,
        ...(which === 'undo' ? { commandId: 'edit.redo' } : {}),
      })
  }
  return [
    {
      id: 'edit.undo',
      label: undo.undo ? `Undo: ${undo.undo.words}` : 'Undo',
      group: 'Anywhere',
      shortcuts: ['Ctrl+Z'],
      offBecause: readOnly ?? (undo.undo ? null : 'Nothing to undo.'),
      run: () => take('undo'),
    },
    {
      id: 'edit.redo',
      label: undo.redo ? `Redo: ${undo.redo.words}` : 'Redo',
      group: 'Anywhere',
      shortcuts: ['Ctrl+Y', 'Ctrl+Shift+Z'],
      offBecause: readOnly ?? (undo.redo ? null : 'Nothing to redo.'),
      run: () => take('redo'),
    },
  ]
}

function usePrincipleCommands(): Command[] {
  const principles = usePrinciples()
  const route = useRoute()
  const at = route.screen === 'principle' ? principles.findIndex(one => one.id === route.id) : -1
  const jumps = principles.map(
    (principle): Command => ({
      id: `go.principle.${principle.number}`,
      label: `${principle.number} ${principle.title}`,
      group: 'Go to',
      run: () => goTo('principle', principle.id),
    }),
  )
  const step = (by: 1 | -1): Command => {
    const other = principles[at + by]
    return {
      id: by === 1 ? 'principle.next' : 'principle.previous',
      label: by === 1 ? 'Next principle' : 'Previous principle',
      group: 'On a principle',
      shortcuts: [by === 1 ? 'Alt+PageDown' : 'Alt+PageUp'],
      offBecause: other ? null : `This is the ${by === 1 ? 'last' : 'first'} principle.`,
      run: () => other && goTo('principle', other.id),
    }
  }
  return at < 0 ? jumps : [...jumps, step(1), step(-1)]
}

const WHOLE: CopyRequest = { kind: 'full', hasPlanNames: true, forWhom: '' }

/** A copy of everything, once likely identifiers in it were listed. */
function useCopy() {
  const { shell } = useStage()
  const say = useSession(state => state.say)
  return useIdentifiersFirst('frame.copy', {
    leaving: () => ({ way: 'copy', request: WHOLE }),
    async makeIt() {
      const saved = await shell.saveCopy(WHOLE, null)
      if (saved) say({ tone: 'done', sentence: `Saved a copy: ${saved.name}, in ${saved.where}.` })
    },
  })
}

function useBookCommands(onClosed: () => void, saveCopy: () => Promise<void>): Command[] {
  const { shell, workbook } = useStage()
  const place = useWorkbook(state => state.place)
  const today = useToday()
  const say = useSession(state => state.say)
  async function tell(work: () => Promise<string | null>) {
    try {
      await flushDrafts()
      const sentence = await work()
      if (sentence) say({ tone: 'done', sentence })
    } catch (error) {
      say({ tone: 'problem', sentence: sentenceOf(error) })
    }
  }
  return [
    {
      id: 'workbook.copy',
      label: 'Save a copy of this workbook',
      group: 'Workbook',
      run: () => void saveCopy(),
    },
    ...(place && place.kind !== 'here'
      ? [
          {
            id: 'place.send',
            label: `Copy to ${place.name} now`,
            group: 'Workbook',
            shortcuts: ['Ctrl+S'],
            run: () =>
              tell(async () => {
                const now = await workbook.getState().client.place.sendNow()
                const { full } = savedWords(workbook.getState().lastSavedAt, now, today)
                return now.trouble || `${full}.`
              }),
          },
        ]
      : []),
    {
      id: 'page.print',
      label: 'Print this page',
      group: 'Workbook',
      shortcuts: ['Ctrl+P'],
      run: () =>
        tell(async () => {
          await shell.print()
          return null
        }),
    },
    {
      id: 'workbook.close',
      label: 'Close, and show all workbooks',
      group: 'Workbook',
      run: () =>
        tell(async () => {
          await shell.closeWorkbook()
          window.location.hash = ''
          onClosed()
          return null
        }),
    },
  ]
}

/** "3 Partners beyond the NHS, Northmoor and Vale" in the window's title. */
function useTitle() {
  const { shell } = useStage()
  const about = useAbout()
  const area = useArea()
  const route = useRoute()
  const principle = usePrinciples().find(one => one.id === route.id)
  const screen = screens.find(one => one.id === route.screen)?.label ?? 'Not found'
  const here = principle ? `${principle.number} ${principle.title}` : screen
  const where = area.kind === 'system' ? about.systemName : `${area.name}, ${about.systemName}`
  const redacted = useRedacted()
  const title = `${here}, ${where} - Ninefold${about.isRehearsal ? ' REHEARSAL' : ''}${redacted ? ' REDACTED' : ''}`
  useEffect(() => {
    document.title = title
    shell.setTitle(title)
  }, [shell, title])
}
