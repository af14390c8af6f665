import { type HistoryFilter, HistoryThing } from '../../../shared/model/edit.ts'
import type { AreaId } from '../../../shared/model/ids.ts'
import { historyThingWords } from '../../../shared/text/history.ts'
import { shortTitleOf } from '../../../shared/text/principles.ts'
import { Button } from '../../components/button.tsx'
import { DateField } from '../../components/date-field.tsx'
import { PlainTextField } from '../../components/plain-text-field.tsx'
import { Select } from '../../components/select.tsx'
import { useAreas, usePrinciples } from '../../state/select.ts'
import { isNarrowed } from './use-history.ts'

/** Nothing left out. */
export const EVERYTHING: HistoryFilter = {
  about: {},
  who: undefined,
  thing: undefined,
  from: undefined,
  to: undefined,
  words: '',
}

/** Narrows the timeline: words, the nine as switches, an area, a person, a kind of thing, days. */
export function FilterPanel(props: {
  filter: HistoryFilter
  people: readonly string[]
  onChange: (more: Partial<HistoryFilter>) => void
}) {
  const { filter, onChange } = props
  const { principleId, areaId } = filter.about
  const principles = usePrinciples()
  const areas = useAreas()
  return (
    <aside className="paper history-filter" aria-labelledby="show-changes">
      <h2 id="show-changes">Show changes to</h2>
      <PlainTextField
        label="Words"
        type="search"
        value={filter.words}
        onChange={words => onChange({ words })}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: nine switches, not fields of a form */}
      <div className="pick-nine" role="group" aria-label="Principles">
        {principles.map(principle => {
          const isOn = principle.id === principleId
          return (
            <button
              key={principle.id}
              type="button"
              aria-pressed={isOn}
              onClick={() =>
                onChange({ about: { ...filter.about, principleId: isOn ? undefined : principle.id } })
              }
            >
              <span className="number">{principle.number}</span> {shortTitleOf(principle)}
            </button>
          )
        })}
      </div>
      <div className="history-selects">
        <Select
          label="Area"
          value={areaId ?? ''}
          choices={[
            { value: '', label: 'All areas' },
            ...areas.map(area => ({ value: area.id, label: area.name })),
          ]}
          onChange={id =>
            onChange({ about: { ...filter.about, areaId: id === '' ? undefined : (id as AreaId) } })
          }
        />
        <Select
          label="Person"
          value={filter.who ?? ''}
          choices={[
            { value: '', label: 'Everyone' },
            ...props.people.filter(Boolean).map(name => ({ value: name, label: name })),
          ]}
          onChange={who => onChange({ who: who === '' ? undefined : who })}
        />
        <Select
          label="Kind of thing"
          value={filter.thing ?? ''}
          choices={[
            { value: '' as const, label: 'Everything' },
            ...HistoryThing.options.map(value => ({ value, label: historyThingWords[value] })),
          ]}
          onChange={thing => onChange({ thing: thing === '' ? undefined : thing })}
        />
        <DateField
          label="From"
          example="1 September 2026"
          value={filter.from ?? null}
          onSave={from => onChange({ from: from ?? undefined })}
        />
        <DateField
          label="To"
          example="30 November 2026"
          value={filter.to ?? null}
          onSave={to => onChange({ to: to ?? undefined })}
        />
      </div>
      {isNarrowed(filter) && (
        <Button variant="link" onPress={() => onChange(EVERYTHING)}>
          Show every change
        </Button>
      )}
    </aside>
  )
}
