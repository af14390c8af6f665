import type { ReactNode } from 'react'
import type { KitPiece } from '../../../shared/model/kit.ts'
import { useAbout, useFramework, useRedacted } from '../../state/select.ts'

/** One sheet of paper: what stands on it, whose words they are, and REHEARSAL when the workbook is one. */
export function Sheet(props: {
  paper: KitPiece['paper']
  title: ReactNode
  /** Its name for those who hear the page. */
  name: string
  className?: string
  /** `2 of 9`, where there are several. */
  page?: string
  children: ReactNode
}) {
  const redacted = useRedacted()
  const about = useAbout()
  const { source } = useFramework().framework
  return (
    <article
      className={`kit-sheet kit-sheet-${props.paper.toLowerCase()} ${props.className ?? ''}`}
      aria-label={props.name}
    >
      <header className="kit-sheet-head">
        <h3>{props.title}</h3>
        {about.isRehearsal && <strong className="kit-sheet-stamp">REHEARSAL</strong>}
        {redacted && <strong className="kit-sheet-stamp">REDACTED</strong>}
      </header>
      {props.children}
      <footer className="kit-sheet-foot">
        <span>
          Principles: {source.publisher}, {source.year}, who have not endorsed the levels, the questions or
          this sheet.
        </span>
        {props.page && <span className="nowrap">{props.page}</span>}
      </footer>
    </article>
  )
}

/** A list with dots, in the words of the kit. */
export function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="kit-sheet-lines">
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
