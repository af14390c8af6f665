import type { ReactNode } from 'react'

/** Nothing here yet: what that means and what to do next. */
export function EmptyState(props: {
  /** "No evidence yet". */
  title: string
  /** One or two sentences. */
  children?: ReactNode
  /** The next step. */
  actions?: ReactNode
}) {
  return (
    <div className="empty">
      <h2>{props.title}</h2>
      {props.children && <p>{props.children}</p>}
      {props.actions && <div className="empty-actions">{props.actions}</div>}
    </div>
  )
}
