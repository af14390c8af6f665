import type { ReactNode } from 'react'

/** Where a preview would be: why there is none, or that it is on its way. */
export function PreviewWords(props: { children: ReactNode }) {
  return (
    <div className="preview">
      <p className="quiet">{props.children}</p>
    </div>
  )
}
