import type { ReactNode, Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Icon, type IconName } from './icon.tsx'
import { Tooltip } from './tooltip.tsx'

type Variant = 'primary' | 'secondary' | 'quiet' | 'link'

type Looks = {
  /** `primary` once a screen; `quiet` has no edge; `link` reads as a link in running text. */
  variant?: Variant
  /** 40 pixels high instead of 32, for the one main thing to do. */
  isBig?: boolean
  icon?: IconName
  className?: string
}

export type ButtonProps = Looks & {
  children: ReactNode
  onPress?: () => void
  /** Off, and why, in a sentence. The button stays reachable so that the reason can be read. */
  offBecause?: string | null | undefined
  /** Where that reason is shown; above unless told. */
  offPlacement?: 'top' | 'bottom'
  /** Pressed state of a button that toggles. */
  isPressed?: boolean
  /** Of a button that opens something in the page. */
  isExpanded?: boolean
  /** A fuller name for screen readers; it must contain the visible words. */
  label?: string
  type?: 'button' | 'submit'
  /** The id of what is read after its name. */
  describedBy?: string
  slot?: string | null
  isAutoFocused?: boolean
  buttonRef?: Ref<HTMLButtonElement>
}

/** Something to do. */
export function Button(props: ButtonProps) {
  const { offBecause } = props
  const button = (
    <AriaButton
      ref={props.buttonRef}
      className={classOf(props)}
      type={props.type ?? 'button'}
      onPress={() => !offBecause && props.onPress?.()}
      aria-disabled={offBecause ? true : undefined}
      aria-pressed={props.isPressed}
      aria-expanded={props.isExpanded}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      autoFocus={props.isAutoFocused}
      {...(props.slot === undefined ? {} : { slot: props.slot })}
    >
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </AriaButton>
  )
  if (!offBecause) return button
  return (
    <Tooltip words={offBecause} placement={props.offPlacement ?? 'top'}>
      {button}
    </Tooltip>
  )
}

export type IconButtonProps = {
  icon: IconName
  /** What it does, in words: its name and its tooltip. */
  label: string
  /** Shown in the tooltip after the label, such as `Ctrl+Z`. */
  shortcut?: string
  onPress?: () => void
  isDisabled?: boolean
  isPressed?: boolean
  className?: string
  slot?: string | null
}

/** A button with a drawing only. Use it where space is short and the drawing is well known. */
export function IconButton(props: IconButtonProps) {
  return (
    <Tooltip words={props.shortcut ? `${props.label} (${props.shortcut})` : props.label} isName>
      <AriaButton
        className={`button button-quiet button-icon ${props.className ?? ''}`}
        onPress={() => props.onPress?.()}
        isDisabled={props.isDisabled ?? false}
        aria-label={props.label}
        aria-pressed={props.isPressed}
        {...(props.slot === undefined ? {} : { slot: props.slot })}
      >
        <Icon name={props.icon} />
      </AriaButton>
    </Tooltip>
  )
}

/** A link that looks like a button: it goes to another screen. */
export function ButtonLink(props: Looks & { href: string; children: ReactNode }) {
  return (
    <a className={classOf(props)} href={props.href}>
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </a>
  )
}

function classOf({ variant = 'secondary', isBig, className }: Looks): string {
  const look = variant === 'link' ? 'link-button' : `button button-${variant}`
  return [look, isBig && 'button-big', className].filter(Boolean).join(' ')
}
