import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { Icon } from '../../components/icon.tsx'
import { DEFAULT_COLUMNS } from './columns.ts'
import type { Plan } from './use-plan.ts'

/** Which of the framework's columns are shown. The action itself always is. */
export function ColumnsMenu({ plan }: { plan: Plan }) {
  const { allColumns, columns, view } = plan
  const show = (columnIds: readonly string[]) => plan.setView({ ...view, columnIds })
  const isShown = (id: string) => view.columnIds.includes(id)
  return (
    <DialogTrigger>
      <AriaButton className="button button-quiet">
        Columns, {columns.length} of {allColumns.length}
        <Icon name="down" size={12} />
      </AriaButton>
      <Popover
        className="popover"
        placement="bottom end"
        offset={4}
        // Inside the page, so that it lies in a landmark.
        UNSTABLE_portalContainer={document.getElementById('main') ?? document.body}
      >
        <Dialog className="columns-menu" aria-label="Columns">
          <div className="columns-menu-list">
            {allColumns.map(column => (
              <Checkbox
                key={column.id}
                label={<span title={column.why}>{column.header}</span>}
                isChecked={isShown(column.id)}
                isDisabled={column.id === 'action'}
                onChange={isOn =>
                  show(allColumns.map(each => each.id).filter(id => (id === column.id ? isOn : isShown(id))))
                }
              />
            ))}
          </div>
          <div className="columns-menu-foot">
            <Button onPress={() => show(allColumns.map(each => each.id))}>Show all</Button>
            <Button onPress={() => show(DEFAULT_COLUMNS)}>Show the usual ones</Button>
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
