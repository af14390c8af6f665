/** The mark of Ninefold: nine cells, level = row + column. */
export function AppMark(props: { size: number }) {
  return (
    <svg width={props.size} height={props.size} viewBox="0 0 32 32" aria-hidden="true">
      <rect x="1" y="1" width="30" height="30" rx="5" fill="#fff" stroke="#003087" strokeWidth="1.5" />
      {[0, 1, 2].flatMap(row =>
        [0, 1, 2].map(column => (
          <rect
            key={`${row}${column}`}
            x={4.5 + column * 8}
            y={4.5 + row * 8}
            width="7"
            height="7"
            rx="0.6"
            fill={`var(--l${row + column})`}
            stroke={row + column === 0 ? 'var(--l0-edge)' : 'none'}
            strokeWidth="0.5"
          />
        )),
      )}
    </svg>
  )
}
