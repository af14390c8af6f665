import { useState } from 'react'
import type { Level } from '../../../shared/model/fields.ts'
import { Button } from '../../components/button.tsx'
import { LevelTile } from '../../components/level-tile.tsx'
import { SegmentedChoice } from '../../components/segmented-choice.tsx'
import { useWorkbook } from '../../state/hooks.ts'
import { otherTieBreak, tieBreakOf } from './tie-break.ts'

/** The question between the chosen level and its neighbour. Answering it sets the level. */
export function TieBreakCard(props: {
  level: Level | null
  isFixed: boolean
  onChoose: (level: Level) => unknown
}) {
  const neighbours = useWorkbook(state => state.framework.scale.choosing.neighbours)
  const [lastLower, setLastLower] = useState<Level | null>(null)
  const asked = tieBreakOf(neighbours, props.level, lastLower)
  const other = otherTieBreak(neighbours, props.level, asked)
  if (!asked) return null
  return (
    <section className="tie" aria-label="Which of two levels">
      <span className="tie-pair">
        <LevelTile level={asked.lower} isDecoration /> or <LevelTile level={asked.upper} isDecoration />
      </span>
      <div>
        <p>{asked.question}</p>
        <p className="small quiet">{asked.watchFor}</p>
      </div>
      <div className="tie-answer">
        <SegmentedChoice
          label={asked.question}
          isLabelHidden
          isDisabled={props.isFixed}
          value={props.level === asked.ifYes ? 'yes' : props.level === asked.ifNo ? 'no' : null}
          choices={[
            { value: 'yes', label: `Yes, ${asked.ifYes}` },
            { value: 'no', label: `No, ${asked.ifNo}` },
          ]}
          onChange={answer => {
            setLastLower(asked.lower)
            return props.onChoose(answer === 'yes' ? asked.ifYes : asked.ifNo)
          }}
        />
        {other && (
          <span className="small">
            <Button
              variant="link"
              label={`${other.lower} or ${other.upper} instead: ask about these levels`}
              onPress={() => setLastLower(other.lower)}
            >
              {other.lower} or {other.upper} instead
            </Button>
          </span>
        )}
      </div>
    </section>
  )
}
