import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { Level } from '../../../shared/model/fields.ts'
import type { Framework, Principle } from '../../../shared/model/framework.ts'
import { LevelTile } from '../../components/level-tile.tsx'
import { levelOf } from './rating-view.ts'

const LEVELS: readonly Level[] = [0, 1, 2, 3, 4]

export type LevelCardsProps = {
  principle: Principle
  names: Framework['scale']['levels']
  level: Level | null
  target: Level | null
  isFixed: boolean
  onChoose: (level: Level) => unknown
}

/**
 * The five descriptors side by side, one of which stands. Arrows only move: reading along must not rate. Space,
 * Enter, a click or the number chooses.
 */
export function LevelCards(props: LevelCardsProps) {
  const id = useId()
  const cards = useRef<(HTMLButtonElement | null)[]>([])
  const [visited, setVisited] = useState<Level | null>(null)
  const entry = visited ?? props.level ?? 0

  function moveTo(level: number) {
    cards.current[Math.min(4, Math.max(0, level))]?.focus()
  }

  function press(event: KeyboardEvent, level: Level) {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const to = { ArrowLeft: level - 1, ArrowUp: level - 1, ArrowRight: level + 1, ArrowDown: level + 1 }[
      event.key
    ]
    const place = event.key === 'Home' ? 0 : event.key === 'End' ? 4 : to
    if (place !== undefined) {
      event.preventDefault()
      moveTo(place)
      return
    }
    const chosen = levelOf(event.key)
    if (chosen === null) return
    // Handled here, so that it works while the cards have the focus even if single keys are turned off.
    event.preventDefault()
    moveTo(chosen)
    if (!props.isFixed && chosen !== props.level) props.onChoose(chosen)
  }

  return (
    <div className="levels" role="radiogroup" aria-label="Level now" aria-describedby={`${id}-keys`}>
      <span className="hidden-words" id={`${id}-keys`}>
        Press 0 to 4 to choose. Left and Right move, Space chooses.
      </span>
      {LEVELS.map(level => {
        const isNow = level === props.level
        const isTarget = level === props.target
        return (
          // biome-ignore lint/a11y/useSemanticElements: a card holds a paragraph, and arrows must not choose
          <button
            key={level}
            type="button"
            role="radio"
            ref={card => {
              cards.current[level] = card
            }}
            className={`level${isTarget && !isNow ? ' is-target' : ''}`}
            aria-checked={isNow}
            aria-disabled={props.isFixed || undefined}
            aria-labelledby={`${id}-name-${level}`}
            aria-describedby={`${id}-tag-${level} ${id}-text-${level}`}
            tabIndex={level === entry ? 0 : -1}
            data-level={level}
            onFocus={() => setVisited(level)}
            onBlur={() => setVisited(null)}
            onKeyDown={event => press(event, level)}
            onClick={() => !props.isFixed && !isNow && props.onChoose(level)}
          >
            <span className="level-tag" id={`${id}-tag-${level}`}>
              {tagOf(isNow, isTarget)}
            </span>
            <span className="level-cap">
              <LevelTile level={level} size="medium" isDecoration />
              <span id={`${id}-name-${level}`}>
                <span className="hidden-words">{level} </span>
                {props.names[level]?.label}
              </span>
            </span>
            <span className="level-text" id={`${id}-text-${level}`}>
              {props.principle.levels.find(one => one.value === level)?.descriptor}
            </span>
          </button>
        )
      })}
    </div>
  )
}

function tagOf(isNow: boolean, isTarget: boolean): string {
  if (isNow) return isTarget ? 'Now and target' : 'Now'
  return isTarget ? 'Target' : ''
}
