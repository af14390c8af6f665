import type { Level } from '../../shared/model/fields.ts'

export type NineCell = Level | 'not-discussed' | 'not-applicable'

export type NineProps = {
  /** Nine levels in the order of the principles. Draws the workbook. */
  levels?: readonly NineCell[]
  /** A principle's number, 1 to 9. Draws where it sits. */
  here?: number
  /** Edge in pixels: 16 beside words, 40 in a head, 60 for a workbook. Cells of 18 pixels and more carry digits. */
  size: number
  /** Its name, where no words beside it say the same. */
  label?: string
}

/** The one motif: a 3 × 3 of the principles, with their levels or as a locator. */
export function Nine(props: NineProps) {
  const { size } = props
  const cell = size >= 60 ? Math.round(size * 0.3) : Math.round(size / 4)
  const step = (size - cell) / 2
  const named = props.label
    ? ({ role: 'img', 'aria-label': props.label } as const)
    : ({ 'aria-hidden': true } as const)
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label, or hidden because the words beside it say the same
    <svg
      className={`nine${size < 24 ? ' nine-tiny' : ''}`}
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      {...named}
    >
      {[0, 1, 2, 3, 4, 5, 6, 7, 8].map(index => (
        <Cell
          key={index}
          x={(index % 3) * step}
          y={Math.floor(index / 3) * step}
          edge={cell}
          kind={
            props.here === undefined ? (props.levels?.[index] ?? 'not-discussed') : props.here === index + 1
          }
        />
      ))}
    </svg>
  )
}

function Cell(props: { x: number; y: number; edge: number; kind: NineCell | boolean }) {
  const { x, y, edge, kind } = props
  const className =
    typeof kind === 'boolean'
      ? kind
        ? 'nine-here'
        : 'nine-off'
      : typeof kind === 'number'
        ? `nine-${kind}`
        : kind === 'not-applicable'
          ? 'nine-na'
          : 'nine-none'
  return (
    <>
      <rect className={className} x={x + 0.5} y={y + 0.5} width={edge - 1} height={edge - 1} />
      {kind === 'not-applicable' && (
        <path className="nine-slash" d={`M${x + 3} ${y + edge - 3} ${x + edge - 3} ${y + 3}`} />
      )}
      {typeof kind === 'number' && edge >= 18 && (
        <text className={kind >= 3 ? 'nine-light' : undefined} x={x + edge / 2} y={y + edge / 2 + 4.5}>
          {kind}
        </text>
      )}
    </>
  )
}
