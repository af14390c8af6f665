import { type ReactNode, type RefObject, useId } from 'react'

export type HeadingRef = RefObject<HTMLHeadingElement | null>

/** A part of the page under a heading that the links at its head lead to. */
export function Part(props: {
  title: string
  lead?: ReactNode
  headingRef: HeadingRef
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className="export-part" aria-labelledby={id}>
      <div className="export-part-head">
        <h2 id={id} ref={props.headingRef} tabIndex={-1}>
          {props.title}
        </h2>
        {props.lead && <p className="quiet">{props.lead}</p>}
      </div>
      {props.children}
    </section>
  )
}
