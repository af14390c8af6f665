import { useMemo, useState } from 'react'
import { type Challenge, challengesOf } from '../../../shared/rules/challenge.ts'
import { Button } from '../../components/button.tsx'
import { useWorkbook } from '../../state/hooks.ts'
import { hrefOf } from '../../state/route.ts'
import { useArea, useFramework, useRound, useToday } from '../../state/select.ts'

const FIRST = 8

/** Questions a non-executive will ask, from what is missing, old, weak or local. */
export function ChallengeList() {
  const rows = useWorkbook(state => state.rows)
  const framework = useFramework()
  const area = useArea()
  const round = useRound()
  const today = useToday()
  const [isWhole, setIsWhole] = useState(false)
  const questions = useMemo(
    () => challengesOf(rows, framework, { roundId: round.id, areaId: area.id }, today),
    [rows, framework, round.id, area.id, today],
  )
  const shown = isWhole ? questions : questions.slice(0, FIRST)
  return (
    <section className="paper panel" aria-labelledby="challenge-title">
      <h2 id="challenge-title" className="panel-title">
        Questions you may be asked
      </h2>
      <p className="small quiet">
        About {area.kind === 'system' ? 'the whole system' : area.name}, from what is missing, old, weak or
        local.
      </p>
      {questions.length === 0 ? (
        <p className="challenge-none">None that this workbook can see.</p>
      ) : (
        <ul className="challenges">
          {shown.map(question => (
            <li key={question.words}>
              <a href={placeOf(question)}>{question.words}</a>
            </li>
          ))}
        </ul>
      )}
      {questions.length > FIRST && (
        <Button variant="link" isExpanded={isWhole} onPress={() => setIsWhole(!isWhole)}>
          {isWhole ? 'Show fewer' : `Show all ${questions.length}`}
        </Button>
      )}
    </section>
  )
}

function placeOf(question: Challenge): string {
  if (question.principleId) return hrefOf('principle', question.principleId)
  const [action] = question.actionIds
  return action ? hrefOf('actions', action) : hrefOf('actions')
}
