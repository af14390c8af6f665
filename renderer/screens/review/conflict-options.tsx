import { useId } from 'react'
import type { ReviewOption } from '../../../shared/model/review.ts'
import { usePreferences } from '../../state/preferences.ts'
import type { ChangeCardProps } from './change-card.tsx'
import { Value } from './value.tsx'
import { differences } from './word-diff.ts'
import { optionWords } from './words.ts'

/** The ways to settle a conflict, one beside the other. Neither side wins by itself. */
export function ConflictOptions(props: ChangeCardProps) {
  const { change, chosen, isActive, facts, on } = props
  const id = useId()
  const { singleKeys } = usePreferences()
  const base = change.sent ?? change.now
  // One stop for Tab, as radio buttons have it: the chosen one, else the first.
  const stop = change.options.some(option => option.id === chosen) ? chosen : change.options[0]?.id
  return (
    <div
      role="radiogroup"
      className="review-options"
      aria-label={`Which stands for ${change.subject.ref} ${change.header}?`}
    >
      {change.options.map((option, index) => {
        const isBase = option.from === 'sent' || option.from === 'both' || option.value === base
        return (
          <label
            key={option.id}
            className={option.id === chosen ? 'review-option is-chosen' : 'review-option'}
          >
            <span className="review-option-head">
              <input
                type="radio"
                name={id}
                checked={option.id === chosen}
                tabIndex={isActive && option.id === stop ? 0 : -1}
                onChange={() => on.choose(change, option.id)}
              />
              <span className="review-side grow">{optionWords[option.from]}</span>
              {singleKeys && (
                <span aria-hidden="true">
                  <kbd>{index + 1}</kbd>
                </span>
              )}
            </span>
            <Value
              value={option.value}
              columnId={change.columnId}
              facts={facts}
              pieces={isBase ? undefined : differences(base.text, option.value.text)?.after}
              side="after"
              isShort={!props.isOpened}
            />
            <span className="review-side">{byWords(option, props)}</span>
          </label>
        )
      })}
    </div>
  )
}

/** Whose value it is; of a file nobody is named for, its name. */
function byWords(option: ReviewOption, { facts }: ChangeCardProps): string {
  const file = option.fileId === null ? undefined : facts.files.get(option.fileId)
  return option.by || file?.forWhom || file?.name || ''
}
