import { shownShortcut } from '../../commands/keys.ts'
import { useAllCommands } from '../../commands/use-commands.ts'
import { Checkbox } from '../../components/checkbox.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { setPreference, usePreferences } from '../../state/preferences.ts'

/** Every key that does something here and now. */
export function KeysPanel({ onClose }: { onClose: () => void }) {
  const commands = useAllCommands().filter(command => command.shortcuts?.length)
  const groups = [...new Set(commands.map(command => command.group))]
  const { singleKeys } = usePreferences()
  return (
    <Dialog isOpen onClose={onClose} title="Keys" isWide>
      {groups.map(group => (
        <section key={group} className="keys-group">
          <h3>{group}</h3>
          <dl className="keys-list">
            {commands
              .filter(command => command.group === group)
              .map(command => (
                <div key={command.id}>
                  <dt>
                    {command.shortcuts!.map((shortcut, index) => (
                      <span key={shortcut}>
                        {index > 0 && ' or '}
                        <kbd>{shownShortcut(shortcut)}</kbd>
                      </span>
                    ))}
                  </dt>
                  <dd>{command.label.split(':')[0]}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <Checkbox
        label="Single keys, such as 0 to 4 and ?, do something outside text fields"
        isChecked={singleKeys}
        onChange={isOn => setPreference('singleKeys', isOn)}
      />
    </Dialog>
  )
}
