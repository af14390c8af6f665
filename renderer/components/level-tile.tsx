import type { Level } from '../../shared/model/fields.ts'

/** 24, 32, 48 or (on wide windows) up to 64 pixels. */
export type TileSize = 'small' | 'medium' | 'large'

export type LevelTileProps = {
  /** A level, or why there is none. */
  level: Level | 'not-discussed' | 'not-applicable'
  /** The level's word of the framework, such as "Developing": it completes the name. */
  levelName?: string | undefined
  size?: TileSize
  /** The same is said in words beside it, so a screen reader need not hear the tile. */
  isDecoration?: boolean
}

/** A level is always in a square, with its number. *Not discussed* is dashed, *not applicable* has a slash. */
export function LevelTile(props: LevelTileProps) {
  const { level, size = 'small' } = props
  const isLevel = typeof level === 'number'
  const words = isLevel ? `Level ${level}${props.levelName ? `, ${props.levelName}` : ''}` : sayings[level]
  return (
    <span
      className={`tile tile-${size} tile-${isLevel ? level : level === 'not-applicable' ? 'na' : 'none'}`}
      title={words}
    >
      <span aria-hidden="true">{isLevel ? level : ''}</span>
      {!props.isDecoration && <span className="hidden-words">{words}</span>}
    </span>
  )
}

const sayings = { 'not-discussed': 'Not discussed yet', 'not-applicable': 'Not applicable' } as const

/** A target is a hollow square. */
export function TargetTile(props: {
  level: Level
  levelName?: string | undefined
  size?: TileSize
  isDecoration?: boolean
}) {
  const words = `Target level ${props.level}${props.levelName ? `, ${props.levelName}` : ''}`
  return (
    <span className={`tile tile-${props.size ?? 'small'} tile-target`} title={words}>
      <span aria-hidden="true">{props.level}</span>
      {!props.isDecoration && <span className="hidden-words">{words}</span>}
    </span>
  )
}
