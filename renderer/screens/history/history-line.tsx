import { Fragment, memo, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { ChangedValues } from '../../components/changed-values.tsx'
import { Icon } from '../../components/icon.tsx'
import { Nine } from '../../components/nine.tsx'
import { usePrinciples } from '../../state/select.ts'
import type { Line } from './timeline.ts'

type Props = { readonly line: Line; readonly onGoBack: ((line: Line) => void) | null }

/** One change: when, where among the nine, what, who, and the way back to it. Drawn again only when it says something else. */
export const HistoryLine = memo(
  Drawn,
  (was, is) =>
    was.onGoBack === is.onGoBack &&
    was.line.entry === is.line.entry &&
    was.line.time === is.line.time &&
    was.line.standing === is.line.standing &&
    was.line.undoneWords === is.line.undoneWords,
)

function Drawn({ line, onGoBack }: Props) {
  const principles = usePrinciples()
  const { entry, standing } = line
  const [isOpen, setIsOpen] = useState(false)
  const number = principles.find(principle => principle.id === entry.about.principleId)?.number
  return (
    <li className={`edit edit-${standing}`}>
      <span className="edit-time">{line.time}</span>
      <span className="edit-where">
        {number ? (
          <Nine size={16} here={number} />
        ) : (
          <Icon name={standing === 'note' ? 'export' : entry.about.evidenceId ? 'evidence' : 'actions'} />
        )}
      </span>
      <span className="edit-words">
        {standing === 'undone' && <span className="hidden-words">Undone: </span>}
        <button type="button" className="edit-open" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          <Emphasised words={entry.words} names={principles.map(principle => principle.title)} />
        </button>
      </span>
      <span className="edit-who">{entry.who || 'Not named'}</span>
      <span className="edit-act">
        {standing === 'now' && <span className="quiet">Now</span>}
        {standing === 'note' && <span className="quiet">No change</span>}
        {standing === 'undone' && <span className="quiet">{line.undoneWords}</span>}
        {standing === 'past' && onGoBack && (
          <Button variant="link" label={`Back to here: ${entry.words}`} onPress={() => onGoBack(line)}>
            Back to here
          </Button>
        )}
      </span>
      {isOpen && <ChangedValues seq={entry.seq} />}
    </li>
  )
}

/** The words of an edit with the principle's title in bold, so that a list can be scanned. */
function Emphasised({ words, names }: { words: string; names: readonly string[] }) {
  const name = names.find(one => words.includes(one))
  if (!name) return words
  const parts = words.split(name)
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence, in order
    <Fragment key={index}>
      {index > 0 && <strong>{name}</strong>}
      {part}
    </Fragment>
  ))
}
