import { useMemo } from 'react'
import { progressOf } from '../../../shared/rules/progress.ts'
import { longDate } from '../../../shared/text/dates.ts'
import { savedWords } from '../../../shared/text/place.ts'
import { shownShortcut } from '../../commands/keys.ts'
import { runCommand } from '../../commands/registry.ts'
import { useAllCommands, useCommandStore } from '../../commands/use-commands.ts'
import { AppMark } from '../../components/app-mark.tsx'
import { IconButton } from '../../components/button.tsx'
import { Icon, type IconName } from '../../components/icon.tsx'
import { MenuButton } from '../../components/menu-button.tsx'
import { useStage, useWorkbook } from '../../state/hooks.ts'
import { hrefOf } from '../../state/route.ts'
import {
  useAbout,
  useArea,
  useAreas,
  usePrinciples,
  useRedacted,
  useRound,
  useRows,
  useToday,
} from '../../state/select.ts'

/** The bar over every screen of a workbook: what it is, which part of it, whether it is saved, back and forth, find. */
export function Bar({ onOpenMenu }: { onOpenMenu: () => void }) {
  const about = useAbout()
  const store = useCommandStore()
  return (
    <header className="bar">
      <IconButton icon="menu" label="Menu" className="bar-button bar-menu" onPress={onOpenMenu} />
      <button
        type="button"
        className="bar-mark"
        title="All workbooks"
        onClick={() => runCommand(store, 'workbook.close')}
      >
        <AppMark size={24} />
        <span className="hidden-words">All workbooks</span>
      </button>
      <a className="bar-name" href={hrefOf('overview')}>
        {about.systemName}
      </a>
      {about.isRehearsal && <span className="bar-stamp">REHEARSAL</span>}
      <RedactedStamp />
      <AreaSwitch />
      <RoundLine />
      <SavedState />
      <CommandButton id="edit.undo" icon="undo" />
      <CommandButton id="edit.redo" icon="redo" />
      <button type="button" className="bar-find" onClick={() => runCommand(store, 'find.open')}>
        <Icon name="find" />
        <span className="grow">Find or do</span> <span className="bar-key">{shownShortcut('Ctrl+K')}</span>
      </button>
    </header>
  )
}

/** Said on every screen, like REHEARSAL, with what it means to be read on hovering and aloud. */
function RedactedStamp() {
  const words = useRedacted()
  if (!words) return null
  return (
    <span className="bar-stamp" title={words}>
      REDACTED
    </span>
  )
}

function AreaSwitch() {
  const areas = useAreas()
  const area = useArea()
  const round = useRound()
  const rows = useRows()
  const principles = usePrinciples()
  const today = useToday()
  const { session } = useStage()
  const progress = useMemo(
    () =>
      new Map(
        areas.map(one => {
          const { discussed, total } = progressOf(
            rows,
            principles,
            { areaId: one.id, roundId: round.id },
            today,
          )
          return [one.id, `${discussed} of ${total}`] as const
        }),
      ),
    [areas, rows, principles, round.id, today],
  )
  const nameOf = (one: typeof area) => (one.kind === 'system' ? 'Whole system' : one.name)
  return (
    <MenuButton
      className="bar-pick"
      chosenId={area.id}
      choices={areas.map(one => ({
        id: one.id,
        label: nameOf(one),
        detail: `${progress.get(one.id)} discussed`,
      }))}
      onChoose={id => session.getState().choose({ areaId: id as typeof area.id })}
    >
      <span>
        <span className="bar-quiet">Area </span>
        {nameOf(area)}, {progress.get(area.id)}
      </span>
    </MenuButton>
  )
}

/** The round's name and as-at date. The only one leads to its page; of several one is chosen. */
function RoundLine() {
  const round = useRound()
  const rounds = useWorkbook(state => state.rows.rounds)
  const { session } = useStage()
  const words = (
    <span>
      <span className="bar-quiet">Round </span>
      {round.name}
      <span className="bar-as-at">, as at {longDate(round.asAt)}</span>
      {round.state === 'signed-off' && <span className="bar-quiet">, read only</span>}
    </span>
  )
  if (rounds.size === 1)
    return (
      <a
        className="bar-pick bar-round"
        href={hrefOf('rounds')}
        title="Sign this round off, or start the next"
      >
        {words}
      </a>
    )
  const newestFirst = [...rounds.values()].sort((a, b) => b.position - a.position)
  return (
    <MenuButton
      className="bar-pick bar-round"
      chosenId={round.id}
      choices={newestFirst.map(one => ({
        id: one.id,
        label: one.name,
        detail: `As at ${longDate(one.asAt)}, ${one.state === 'open' ? 'open' : 'signed off'}`,
      }))}
      onChoose={id => session.getState().choose({ roundId: id as typeof round.id })}
    >
      {words}
    </MenuButton>
  )
}

function SavedState() {
  const at = useWorkbook(state => state.lastSavedAt)
  const isConnected = useWorkbook(state => state.isConnected)
  const today = useToday()
  const place = useWorkbook(state => state.place)
  const { short, full } = isConnected ? savedWords(at, place, today) : RECONNECTING
  return (
    <span className="bar-saved" role="status" aria-live="off" title={short === full ? undefined : full}>
      {short}
      {short !== full && <span className="hidden-words"> ({full})</span>}
    </span>
  )
}

const RECONNECTING = { short: 'Reconnecting', full: 'Reconnecting' }

function CommandButton({ id, icon }: { id: string; icon: IconName }) {
  const command = useAllCommands().find(one => one.id === id)
  const store = useCommandStore()
  if (!command) return null
  const shortcut = command.shortcuts?.[0]
  return (
    <IconButton
      icon={icon}
      label={command.label}
      {...(shortcut ? { shortcut: shownShortcut(shortcut) } : {})}
      className="bar-button"
      isDisabled={Boolean(command.offBecause)}
      onPress={() => runCommand(store, id)}
    />
  )
}
