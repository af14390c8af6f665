import { useMemo } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { nameOfArea } from '../../../shared/text/names.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { Select } from '../../components/select.tsx'
import { useAreas, usePrinciples } from '../../state/select.ts'
import type { Plan } from './use-plan.ts'
import { ownersOf, type PlanView } from './view.ts'

/** Narrows the list by principle, place and owner, together if need be. */
export function FilterMenu({ plan }: { plan: Plan }) {
  const { view } = plan
  const count = [view.principleId, view.areaId, view.owner].filter(Boolean).length
  return (
    <DialogTrigger>
      <AriaButton className="button button-quiet">
        {count === 0 ? 'Filter' : `Filter, ${count}`}
        <Icon name="down" size={12} />
      </AriaButton>
      <Popover
        className="popover"
        placement="bottom end"
        offset={4}
        // Inside the page, so that it lies in a landmark.
        UNSTABLE_portalContainer={document.getElementById('main') ?? document.body}
      >
        <Dialog className="filter-menu" aria-label="Filter">
          <Filters plan={plan} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** Drawn only while the menu is open: to know every owner takes a while. */
function Filters({ plan }: { plan: Plan }) {
  const { view } = plan
  const areas = useAreas()
  const principles = usePrinciples()
  const owners = useMemo(() => ownersOf(plan.all), [plan.all])
  const set = (more: Partial<PlanView>) => plan.setView({ ...view, ...more })
  const all = (label: string) => ({ value: '', label })
  return (
    <>
      <Select
        label="Principle"
        value={view.principleId}
        choices={[
          all('All principles'),
          ...principles.map(each => ({
            value: each.id as string,
            label: `${each.number} ${each.title}`,
          })),
        ]}
        onChange={principleId => set({ principleId })}
      />
      <Select
        label="Place"
        value={view.areaId}
        choices={[
          all('The system and its places'),
          ...areas.map(area => ({ value: area.id as string, label: nameOfArea(area) })),
        ]}
        onChange={areaId => set({ areaId })}
      />
      <Select
        label="Owner"
        value={view.owner}
        choices={[all('All owners'), ...owners.map(owner => ({ value: owner, label: owner }))]}
        onChange={owner => set({ owner })}
      />
      <Button onPress={() => set({ principleId: '', areaId: '', owner: '' })}>Clear these</Button>
    </>
  )
}
