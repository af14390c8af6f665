import type { SourceLine } from './facts.ts'

/** Where a fact or an example comes from, by title. */
export function SourceLines(props: { sources: readonly SourceLine[] }) {
  if (props.sources.length === 0) return null
  return (
    <p className="small quiet">
      {props.sources.length === 1 ? 'Source: ' : 'Sources: '}
      {props.sources.map(source => (source.by ? `${source.title} (${source.by})` : source.title)).join('; ')}
    </p>
  )
}
