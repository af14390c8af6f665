import { useState } from 'react'
import type { OrganisationType } from '../../../shared/model/rating.ts'
import { organisationWords } from '../../../shared/text/words.ts'

/** How many of one type are here: typed, with the arrow keys, or with the two buttons. */
export function PeopleCount(props: {
  type: OrganisationType
  number: number
  /** Said once anybody is here; before that everybody is missing. */
  isMissing: boolean
  onSet: (type: OrganisationType, number: number) => void
}) {
  const { type, number, isMissing, onSet } = props
  const [typed, setTyped] = useState<string | null>(null)
  function keep() {
    const wanted = Number(typed?.trim() || '0')
    if (typed !== null && Number.isInteger(wanted) && wanted !== number) onSet(type, wanted)
    setTyped(null)
  }
  function step(by: 1 | -1) {
    setTyped(null)
    if (number + by >= 0) onSet(type, number + by)
  }
  const name = organisationWords[type]
  return (
    <li>
      <span className="grow">{name}</span>
      {isMissing && <span className="late small">No one</span>}
      {/* Not `disabled` at nought: the focus would be lost. */}
      <button
        type="button"
        className="button button-secondary room-step"
        aria-label={`One fewer: ${name}`}
        aria-disabled={number === 0}
        onClick={() => step(-1)}
      >
        −
      </button>
      <input
        className="input room-number"
        inputMode="numeric"
        aria-label={`${name}, how many`}
        value={typed ?? number}
        onChange={event => setTyped(event.target.value)}
        onFocus={event => event.target.select()}
        onBlur={keep}
        onKeyDown={event => {
          if (event.key === 'Enter') keep()
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
          event.preventDefault()
          step(event.key === 'ArrowUp' ? 1 : -1)
        }}
      />
      <button
        type="button"
        className="button button-secondary room-step"
        aria-label={`One more: ${name}`}
        onClick={() => step(1)}
      >
        +
      </button>
    </li>
  )
}
