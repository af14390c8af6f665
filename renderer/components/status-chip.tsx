import type { Status } from '../../shared/model/workbook.ts'

/** A declared status: always letter, word and colour, as the workbook's own key has them. */
export function StatusChip(props: {
  status: Pick<Status, 'code' | 'label' | 'fill' | 'textColour'> | undefined
  /** Letter only, for narrow cells; the word stays its name. */
  isShort?: boolean
}) {
  const { status } = props
  if (!status) return <span className="quiet">No status</span>
  return (
    <span
      className="status"
      style={{ background: status.fill, color: status.textColour }}
      title={props.isShort ? status.label : undefined}
    >
      <b aria-hidden="true">{status.code}</b>
      <span className={props.isShort ? 'hidden-words' : undefined}>{status.label}</span>
    </span>
  )
}
