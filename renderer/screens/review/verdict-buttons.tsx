import type { Verdict } from './decide.ts'

/** *Refuse* and *Accept* side by side. Pressing the one that stands takes the decision back. */
export function VerdictButtons(props: {
  verdict: Verdict
  /** What it is about, for screen readers. */
  of: string
  isReachable: boolean
  canAccept: boolean
  onVerdict: (verdict: Verdict) => void
}) {
  const button = (verdict: 'refused' | 'accepted', words: string) => (
    <button
      type="button"
      className={props.verdict === verdict ? 'segment is-chosen' : 'segment'}
      tabIndex={props.isReachable ? 0 : -1}
      aria-pressed={props.verdict === verdict}
      aria-label={`${words} ${props.of}`}
      onClick={() => props.onVerdict(props.verdict === verdict ? 'open' : verdict)}
    >
      <span>{words}</span>
    </button>
  )
  return (
    <span className="segments review-verdict">
      {button('refused', 'Refuse')}
      {props.canAccept && button('accepted', 'Accept')}
    </span>
  )
}
