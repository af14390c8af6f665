import { type ReactNode, useId } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from './button.tsx'

export type DialogProps = {
  isOpen: boolean
  onClose: () => void
  title: string
  children: ReactNode
  /** The buttons at the foot, the main one last. */
  actions?: ReactNode
  /** 640 pixels wide instead of 480. */
  isWide?: boolean
}

/** A window over the page. Only where a panel will not do: Esc closes it and focus goes back where it was. */
export function Dialog(props: DialogProps) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={props.isOpen}
      onOpenChange={isOpen => !isOpen && props.onClose()}
      isDismissable
    >
      <Modal className={props.isWide ? 'modal modal-wide' : 'modal'}>
        <AriaDialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title">{props.title}</Heading>
            <IconButton icon="close" label="Close" onPress={props.onClose} />
          </header>
          <div className="dialog-body">{props.children}</div>
          {props.actions && <footer className="dialog-foot">{props.actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** A panel beside a list: what is selected there, in full. Esc inside it closes it. */
export function SidePanel(props: {
  title: ReactNode
  /** A line over the title: reference, place, principle. */
  kicker?: ReactNode
  onClose?: () => void
  children: ReactNode
  className?: string
}) {
  const id = useId()
  return (
    <aside
      className={`paper panel ${props.className ?? ''}`}
      aria-labelledby={id}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.defaultPrevented) props.onClose?.()
      }}
    >
      {(props.kicker || props.onClose) && (
        <div className="panel-kicker">
          <span className="grow">{props.kicker}</span>
          {props.onClose && <IconButton icon="close" label="Close the panel" onPress={props.onClose} />}
        </div>
      )}
      <h2 id={id} className="panel-title">
        {props.title}
      </h2>
      {props.children}
    </aside>
  )
}
