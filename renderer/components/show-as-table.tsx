import { type ReactNode, useState } from 'react'
import { Button } from './button.tsx'

/** A chart's foot: opens the same figures as a table under the chart, with other tools beside the switch. */
export function ShowAsTable(props: {
  /** The chart's name: "Levels now and target". */
  of: string
  table: ReactNode
  /** Copy and save, to the right. */
  tools?: ReactNode
}) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div className="as-table">
      <div className="as-table-line">
        <Button
          variant="link"
          onPress={() => setIsOpen(!isOpen)}
          isExpanded={isOpen}
          label={`${isOpen ? 'Hide table' : 'Show as table'}: ${props.of}`}
        >
          {isOpen ? 'Hide table' : 'Show as table'}
        </Button>
        {props.tools}
      </div>
      <div className="as-table-body" hidden={!isOpen}>
        {props.table}
      </div>
    </div>
  )
}
