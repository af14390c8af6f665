import type { AreaId, PrincipleId } from '../../../shared/model/ids.ts'
import { shortTitleOf } from '../../../shared/text/principles.ts'
import { Select } from '../../components/select.tsx'
import { useAreas, usePrinciples } from '../../state/select.ts'

/** Narrows the timeline: the nine as switches, one area, one person. */
export function HistoryFilter(props: {
  principleId: PrincipleId | null
  areaId: AreaId | null
  who: string
  people: readonly string[]
  onPrinciple: (id: PrincipleId | null) => void
  onArea: (id: AreaId | null) => void
  onWho: (who: string) => void
}) {
  const principles = usePrinciples()
  const areas = useAreas()
  return (
    <aside className="paper history-filter" aria-labelledby="show-changes">
      <h2 id="show-changes">Show changes to</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: nine switches, not fields of a form */}
      <div className="pick-nine" role="group" aria-label="Principles">
        {principles.map(principle => {
          const isOn = principle.id === props.principleId
          return (
            <button
              key={principle.id}
              type="button"
              aria-pressed={isOn}
              onClick={() => props.onPrinciple(isOn ? null : principle.id)}
            >
              <span className="number">{principle.number}</span> {shortTitleOf(principle)}
            </button>
          )
        })}
      </div>
      <div className="history-selects">
        <Select
          label="Area"
          value={props.areaId ?? ''}
          choices={[
            { value: '', label: 'All areas' },
            ...areas.map(area => ({ value: area.id, label: area.name })),
          ]}
          onChange={id => props.onArea(id === '' ? null : (id as AreaId))}
        />
        <Select
          label="Person"
          value={props.who}
          choices={[
            { value: '', label: 'Everyone' },
            ...props.people.filter(Boolean).map(name => ({ value: name, label: name })),
          ]}
          onChange={props.onWho}
        />
      </div>
    </aside>
  )
}
