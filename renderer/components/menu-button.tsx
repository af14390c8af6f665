import type { ReactNode } from 'react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Icon, type IconName } from './icon.tsx'

export type MenuChoice = {
  readonly id: string
  readonly label: string
  /** A quiet second line. */
  readonly detail?: string
  readonly isDisabled?: boolean
}

/** A button that opens a list of things to do or to pick. Arrows move, letters find, Esc closes. */
export function MenuButton(props: {
  /** What the button shows. */
  children?: ReactNode
  /** Its name where the words alone do not say it; it must contain them. */
  label?: string
  icon?: IconName
  choices: readonly MenuChoice[]
  /** Marks the one that stands. */
  chosenId?: string
  onChoose: (id: string) => void
  /** The button shows no arrow: its drawing says enough. */
  hasNoArrow?: boolean
  /** Class of the button; a secondary button unless told. */
  className?: string
}) {
  const pick =
    props.chosenId === undefined
      ? {}
      : ({ selectionMode: 'single', selectedKeys: [props.chosenId], disallowEmptySelection: true } as const)
  return (
    <MenuTrigger>
      <AriaButton className={props.className ?? 'button button-secondary'} aria-label={props.label}>
        {props.icon && <Icon name={props.icon} />}
        {props.children}
        {!props.hasNoArrow && <Icon name="down" size={12} />}
      </AriaButton>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Menu
          className="list-box"
          items={props.choices}
          disabledKeys={props.choices.filter(choice => choice.isDisabled).map(choice => choice.id)}
          onAction={key => props.onChoose(String(key))}
          {...pick}
        >
          {choice => (
            <MenuItem id={choice.id} textValue={choice.label} className="list-item">
              <span>{choice.label}</span>
              {choice.detail && <span className="list-detail">{choice.detail}</span>}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
