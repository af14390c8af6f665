/** How far long work has come, with its words. `total` 0 means unknown. */
export function ProgressBar(props: { label: string; done: number; total: number; isLabelHidden?: boolean }) {
  const share = props.total > 0 ? Math.min(1, props.done / props.total) : null
  return (
    <div className="progress">
      {!props.isLabelHidden && <span aria-hidden="true">{props.label}</span>}
      <div
        className={`progress-track${share === null ? ' is-unknown' : ''}`}
        role="progressbar"
        aria-label={props.label}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(share === null ? {} : { 'aria-valuenow': Math.round(share * 100) })}
      >
        <i style={share === null ? undefined : { width: `${share * 100}%` }} />
      </div>
    </div>
  )
}
