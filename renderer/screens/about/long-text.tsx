import type { ReactNode } from 'react'

/** A text of its own that scrolls in its place, by the keyboard too. */
export function LongText({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
    <section className="about-text" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
