import { useId } from 'react'
import { count } from '../../../shared/text/dates.ts'
import { evidenceKindWords, handlingWords, strengthWords } from '../../../shared/text/words.ts'
import { Button } from '../../components/button.tsx'
import { type Choice, Select } from '../../components/select.tsx'
import { useAreas, usePrinciples } from '../../state/select.ts'
import { type EvidenceFilters, isNarrowed, noFilters } from './evidence-order.ts'
import { areaWords } from './evidence-rows.ts'

/** What narrows the list, and how many it leaves. */
export function FilterBar(props: {
  filters: EvidenceFilters
  onChange: (filters: EvidenceFilters) => void
  shown: number
  total: number
}) {
  const { filters } = props
  const id = useId()
  const areas = useAreas()
  const principles = usePrinciples()
  const set = (part: Partial<EvidenceFilters>) => props.onChange({ ...filters, ...part })
  return (
    // biome-ignore lint/a11y/useSemanticElements: Chrome knows the search element from 118 on only
    <div role="search" className="evidence-filters" aria-label="Narrow the list">
      <input
        className="input evidence-find"
        type="search"
        id={id}
        aria-label="Find in evidence"
        placeholder="Find"
        value={filters.text}
        onChange={event => set({ text: event.target.value })}
      />
      <Pick
        label="Principle"
        value={filters.principleId}
        choices={[
          ...principles.map(one => ({ value: one.id as string, label: `${one.number} ${one.title}` })),
          { value: 'none', label: 'No principle' },
        ]}
        onChange={principleId => set({ principleId })}
      />
      <Pick
        label="Area"
        value={filters.areaId}
        choices={[
          ...areas.map(one => ({ value: one.id as string, label: areaWords(one) })),
          { value: 'none', label: 'No area' },
        ]}
        onChange={areaId => set({ areaId })}
      />
      <Pick
        label="Strength"
        value={filters.strength}
        choices={choicesOf(strengthWords)}
        onChange={strength => set({ strength })}
      />
      <Pick
        label="Handling"
        value={filters.handling}
        choices={choicesOf(handlingWords)}
        onChange={handling => set({ handling })}
      />
      <Pick
        label="Kind"
        value={filters.kind}
        choices={choicesOf(evidenceKindWords)}
        onChange={kind => set({ kind })}
      />
      <span className="small quiet evidence-shown" aria-live="polite">
        {isNarrowed(filters) && `${props.shown} of ${count(props.total, 'item')} `}
      </span>
      {isNarrowed(filters) && (
        <Button variant="link" onPress={() => props.onChange(noFilters)}>
          Show all
        </Button>
      )}
    </div>
  )
}

function Pick<T extends string>(props: {
  label: string
  value: T | null
  choices: readonly Choice<T>[]
  onChange: (value: T | null) => void
}) {
  return (
    <Select<T | ''>
      label={props.label}
      isLabelHidden
      className={props.value === null ? 'evidence-pick' : 'evidence-pick is-set'}
      value={props.value ?? ''}
      choices={[{ value: '', label: `${props.label}: any` }, ...props.choices]}
      onChange={value => props.onChange(value === '' ? null : value)}
    />
  )
}

function choicesOf<T extends string>(words: Readonly<Record<T, string>>): Choice<T>[] {
  return (Object.entries(words) as [T, string][]).map(([value, label]) => ({ value, label }))
}
