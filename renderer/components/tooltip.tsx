import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'

/** Words shown on hover and on keyboard focus. The child must be a button of ours or another focusable of react-aria. */
export function Tooltip(props: {
  words: string
  /** The words repeat the child's own name, so they are not read out twice. */
  isName?: boolean
  /** Above the child unless told: below, where what it would cover is the next thing to press. */
  placement?: 'top' | 'bottom'
  children: ReactElement
}) {
  return (
    <TooltipTrigger delay={400} closeDelay={0}>
      {props.children}
      <AriaTooltip className="tooltip" offset={8} placement={props.placement ?? 'top'}>
        {props.isName ? <span aria-hidden="true">{props.words}</span> : props.words}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
