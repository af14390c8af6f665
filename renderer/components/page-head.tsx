import type { ReactNode } from 'react'

/** The head of a screen. The title answers: "6 of 9 discussed. 2 split." rather than "Overview", where it can. */
export function PageHead(props: {
  title: ReactNode
  /** A quiet line under the title. */
  lead?: ReactNode
  /** Buttons to the right; at most one primary. */
  actions?: ReactNode
}) {
  return (
    <header className="page-head">
      <div className="grow">
        <h1>{props.title}</h1>
        {props.lead && <p className="quiet">{props.lead}</p>}
      </div>
      {props.actions && <div className="page-actions">{props.actions}</div>}
    </header>
  )
}
