import { useState } from 'react'
import { suggestedMeasures } from '../../../../shared/rules/measures.ts'
import { Button } from '../../../components/button.tsx'
import { useAct } from '../../../state/hooks.ts'
import { OneLineForm } from '../one-line-form.tsx'
import type { PrincipleView } from '../use-principle.ts'
import { MeasureCard } from './measure-card.tsx'
import './measures.css'

type Suggestion = PrincipleView['principle']['measures'][number]

/** What is counted for this principle here, what the framework suggests counting, and room for one's own. */
export function MeasuresTab({ view }: { view: PrincipleView }) {
  const act = useAct()
  const [isWriting, setIsWriting] = useState(false)
  // What was just added opens, with the focus in what is missing.
  const [newId, setNewId] = useState<string | null>(null)
  const { measures, principle, area } = view
  const suggestions = suggestedMeasures(principle, measures)

  async function add(
    name: string,
    set: Partial<Pick<Suggestion, 'unit' | 'direction'>> & { source?: string },
  ) {
    const where = { areaId: area.id, principleId: principle.id }
    const edited = await act(client => client.measure.add({ ...where, name, set }))
    if (edited) setNewId(edited.id)
    return edited
  }

  return (
    <>
      {measures.length === 0 ? (
        <p>
          Nothing is counted here yet. A measure shows whether anything changes for people: where it began,
          where it should be and what was counted since.
        </p>
      ) : (
        <ul className="rows">
          {measures.map(measure => (
            <MeasureCard
              key={measure.id}
              measure={measure}
              note={principle.measures.find(({ name }) => name === measure.name)?.note ?? ''}
              isNew={measure.id === newId}
              isReadOnly={view.readOnly !== ''}
            />
          ))}
        </ul>
      )}
      {suggestions.length > 0 && (
        <>
          <h3 className="tab-part">Suggested measures</h3>
          <ul className="rows">
            {suggestions.map(suggestion => (
              <SuggestedLine
                key={suggestion.name}
                suggestion={suggestion}
                onAdd={
                  view.readOnly
                    ? null
                    : ({ name, unit, direction, dataSource }) =>
                        void add(name, { unit, direction, source: dataSource })
                }
              />
            ))}
          </ul>
        </>
      )}
      {!view.readOnly &&
        (isWriting ? (
          <OneLineForm
            label="What is counted"
            missing="Say what is counted first."
            submit="Add the measure"
            onAdd={name => add(name, {})}
            onClose={() => setIsWriting(false)}
          />
        ) : (
          <p className="tab-part">
            <Button icon="add" onPress={() => setIsWriting(true)}>
              Write your own
            </Button>
          </p>
        ))}
    </>
  )
}

function SuggestedLine(props: { suggestion: Suggestion; onAdd: ((suggestion: Suggestion) => void) | null }) {
  const { suggestion, onAdd } = props
  const { name, unit, direction, dataSource, note } = suggestion
  return (
    <li>
      <div className="line">
        <div className="grow">
          <p>{name}</p>
          <p className="small quiet">
            In {unit}, better when {direction === 'up' ? 'higher' : 'lower'}. From: {dataSource}. {note}
          </p>
        </div>
        {onAdd && (
          <Button icon="add" label={`Add the measure: ${name}`} onPress={() => onAdd(suggestion)}>
            Add
          </Button>
        )}
      </div>
    </li>
  )
}
