import type { Level } from '../../../shared/model/fields.ts'

type Levels = { levels: readonly (Level | null)[] }

/** The first sheet of the board workbook, as small as a stamp, with the nine as they are. */
export function BoardThumb({ levels }: Levels) {
  return (
    <Thumb>
      <rect className="thumb-dark" x="8" y="8" width="84" height="6" />
      <rect className="thumb-line" x="8" y="18" width="60" height="3" />
      <NineCells levels={levels} x={8} y={30} edge={13} step={15} />
      {[60, 44, 70, 38, 56, 60].map((width, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a drawing
        <g key={`${row} ${width}`}>
          <rect className="thumb-desk" x="62" y={30 + row * 8} width="98" height="5" />
          <rect className="thumb-line" x="62" y={30 + row * 8} width={width} height="5" />
        </g>
      ))}
      <rect className="thumb-desk" x="0" y="90" width="168" height="14" />
      <rect className="thumb-paper" x="4" y="90" width="30" height="11" />
      {[38, 64, 90, 116, 142].map(x => (
        <rect key={x} className="thumb-edge" x={x} y="94" width="20" height="4" />
      ))}
    </Thumb>
  )
}

/** The first printed page. */
export function PageThumb({ levels }: Levels) {
  return (
    <Thumb>
      <rect className="thumb-desk" x="0" y="0" width="168" height="104" />
      <rect className="thumb-page" x="44" y="4" width="80" height="104" />
      <rect className="thumb-dark" x="50" y="10" width="44" height="4" />
      <rect className="thumb-line" x="50" y="17" width="60" height="2" />
      <NineCells levels={levels} x={50} y={26} edge={12} step={14} />
      {[26, 33, 40, 47, 54, 61].map(y => (
        <rect key={y} className="thumb-line" x="94" y={y} width="24" height="3" />
      ))}
      {[74, 80, 86, 92].map((y, row) => (
        <rect key={y} className="thumb-line" x="50" y={y} width={row % 2 ? 68 : 56} height="3" />
      ))}
    </Thumb>
  )
}

/** The workbook as a file. */
export function CopyThumb({ levels }: Levels) {
  return (
    <Thumb>
      <rect className="thumb-desk" x="0" y="0" width="168" height="104" />
      <path className="thumb-page" d="M56 10h40l16 16v68H56z" />
      <path className="thumb-fold" d="M96 10v16h16" />
      <NineCells levels={levels} x={66} y={38} edge={10} step={13} />
    </Thumb>
  )
}

/** A pile of small workbooks, each with its cells to fill in. */
export function OwnersThumb() {
  return (
    <Thumb>
      <rect className="thumb-page" x="34" y="6" width="122" height="72" />
      <rect className="thumb-page" x="22" y="16" width="122" height="72" />
      <rect className="thumb-page" x="10" y="26" width="122" height="72" />
      <rect className="thumb-dark" x="18" y="34" width="60" height="5" />
      <Rows x={18} y={46} width={108} count={4} />
    </Thumb>
  )
}

/** A wide table with cells to fill in. */
export function PlanThumb() {
  return (
    <Thumb>
      <rect className="thumb-dark" x="8" y="8" width="84" height="6" />
      <rect className="thumb-line" x="8" y="18" width="60" height="3" />
      <Rows x={8} y={30} width={152} count={7} />
    </Thumb>
  )
}

/** Nine lines with a box each. */
export function SlipThumb() {
  return (
    <Thumb>
      <rect className="thumb-desk" x="0" y="0" width="168" height="104" />
      <rect className="thumb-page" x="44" y="4" width="80" height="104" />
      <rect className="thumb-dark" x="50" y="10" width="44" height="4" />
      {[20, 29, 38, 47, 56, 65, 74, 83, 92].map((y, row) => (
        <g key={y}>
          <rect className="thumb-line" x="50" y={y} width={row % 2 ? 44 : 36} height="4" />
          <rect className="thumb-fill" x="104" y={y - 1} width="14" height="6" />
        </g>
      ))}
    </Thumb>
  )
}

/** Lines of a table: quiet where nothing may change, yellow where something is asked. */
function Rows(props: { x: number; y: number; width: number; count: number }) {
  const { x, y, width } = props
  return Array.from({ length: props.count }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of a drawing
    <g key={row}>
      <rect className="thumb-desk" x={x} y={y + row * 9} width={width} height="6" />
      <rect className="thumb-edge" x={x + width - 42} y={y + row * 9} width="18" height="6" />
      <rect className="thumb-fill" x={x + width - 22} y={y + row * 9} width="20" height="6" />
    </g>
  ))
}

function Thumb(props: { children: React.ReactNode }) {
  return (
    <svg className="thumb" viewBox="0 0 168 104" aria-hidden="true">
      {props.children}
    </svg>
  )
}

function NineCells(props: Levels & { x: number; y: number; edge: number; step: number }) {
  const { x, y, edge, step } = props
  return (
    <g className="thumb-nine nine">
      {props.levels.map((level, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: the nine stand in their order
          key={index}
          className={level === null ? 'nine-none' : `nine-${level}`}
          x={x + (index % 3) * step}
          y={y + Math.floor(index / 3) * step}
          width={edge}
          height={edge}
        />
      ))}
    </g>
  )
}
