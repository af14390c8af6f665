import { useMemo, useState } from 'react'
import {
  Dialog as AriaDialog,
  Autocomplete,
  Header,
  Input,
  Label,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { refOf } from '../../../shared/text/names.ts'
import { shownShortcut } from '../../commands/keys.ts'
import { useAllCommands } from '../../commands/use-commands.ts'
import { useSession } from '../../state/hooks.ts'
import { goTo } from '../../state/route.ts'
import { useAreas, useRows } from '../../state/select.ts'

type Entry = {
  readonly id: string
  readonly label: string
  readonly detail?: string
  readonly shortcut?: string
  readonly group: string
  readonly run: () => unknown
}

/** How many lines are shown; more typing shortens the list. */
const MOST = 40

/** Find anything or do anything, by typing. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const entries = useEntries()
  const shown = useMemo(() => matching(entries, text), [entries, text])
  const groups = [...new Set(shown.map(entry => entry.group))]
  function run(key: string | number) {
    onClose()
    void shown.find(entry => entry.id === key)?.run()
  }
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={isOpen => !isOpen && onClose()} isDismissable>
      <Modal className="modal modal-wide">
        <AriaDialog className="dialog palette" aria-label="Find or do">
          <Autocomplete inputValue={text} onInputChange={setText}>
            {/* Esc leaves at once; the search field alone would only empty itself. */}
            <SearchField autoFocus onKeyDown={event => event.key === 'Escape' && onClose()}>
              <Label className="hidden-words">Find or do</Label>
              <Input className="palette-input" placeholder="A principle, an action, or what you want to do" />
            </SearchField>
            <Menu
              className="list-box palette-list"
              aria-label="Found"
              onAction={run}
              renderEmptyState={() => <p className="palette-none">Nothing is called that here.</p>}
            >
              {groups.map(group => (
                <MenuSection key={group}>
                  <Header className="list-group">{group}</Header>
                  {shown
                    .filter(entry => entry.group === group)
                    .map(entry => (
                      <MenuItem
                        key={entry.id}
                        id={entry.id}
                        textValue={entry.label}
                        className="list-item palette-item"
                      >
                        <span className="grow">
                          {entry.label}
                          {entry.detail && <span className="quiet"> {entry.detail}</span>}
                        </span>
                        {entry.shortcut && <kbd>{shownShortcut(entry.shortcut)}</kbd>}
                      </MenuItem>
                    ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

function useEntries(): readonly Entry[] {
  const commands = useAllCommands()
  const areas = useAreas()
  const rows = useRows()
  const choose = useSession(state => state.choose)
  return useMemo(() => {
    const doable = commands
      .filter(command => !command.isHidden && !command.offBecause)
      .map((command): Entry => {
        const shortcut = command.shortcuts?.[0]
        return { ...command, ...(shortcut ? { shortcut } : {}) }
      })
    const places = areas.map(
      (area): Entry => ({
        id: `area.${area.id}`,
        label: area.kind === 'system' ? 'Show the whole system' : `Show ${area.name}`,
        group: 'Areas',
        run: () => choose({ areaId: area.id }),
      }),
    )
    const actions = [...rows.actions.values()].map(
      (action): Entry => ({
        id: `action.${action.id}`,
        label: `${refOf('action', action.ref)} ${action.title}`,
        detail: action.owner,
        group: 'Actions',
        run: () => goTo('actions', action.id),
      }),
    )
    const evidence = [...rows.evidence.values()].map(
      (item): Entry => ({
        id: `evidence.${item.id}`,
        label: `${refOf('evidence', item.ref)} ${item.title}`,
        group: 'Evidence',
        run: () => goTo('evidence', item.id),
      }),
    )
    return [...doable, ...places, ...actions, ...evidence]
  }, [commands, areas, rows.actions, rows.evidence, choose])
}

/** Every word typed must begin a word of the entry. Without typing: what can be done, not every row. */
function matching(entries: readonly Entry[], text: string): readonly Entry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0)
    return entries.filter(entry => entry.group !== 'Actions' && entry.group !== 'Evidence').slice(0, MOST)
  const found: Entry[] = []
  for (const entry of entries) {
    const all = ` ${entry.label} ${entry.detail ?? ''} ${entry.group}`.toLowerCase()
    if (words.every(word => all.includes(` ${word}`) || all.includes(`-${word}`))) found.push(entry)
    if (found.length === MOST) break
  }
  return found
}
