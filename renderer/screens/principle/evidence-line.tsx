import { useEffect, useState } from 'react'
import type { Evidence } from '../../../shared/model/evidence.ts'
import type { Area } from '../../../shared/model/workbook.ts'
import { longDate } from '../../../shared/text/dates.ts'
import { strengthWords } from '../../../shared/text/words.ts'
import { Button } from '../../components/button.tsx'
import type { Place } from '../../components/long-list.tsx'
import { TextArea } from '../../components/text-field.tsx'
import { useAct } from '../../state/hooks.ts'
import { hrefOf } from '../../state/route.ts'

/** One item in a principle's list. What it shows can be said on the spot; the rest is on its own page. */
export function EvidenceLine(props: {
  item: Evidence
  place: Place
  areas: readonly Area[]
  isReadOnly: boolean
  /** Just attached: what it shows is asked at once. */
  isNew: boolean
}) {
  const { item } = props
  const act = useAct()
  const [isOpen, setIsOpen] = useState(props.isNew)
  // The row may be here before the answer that says it is the new one.
  useEffect(() => {
    if (props.isNew) setIsOpen(true)
  }, [props.isNew])
  const reach = props.areas.map(area => (area.kind === 'system' ? 'Whole system' : area.name)).join(', ')
  const date = item.refersOn ? longDate(item.refersOn) : 'no date'
  return (
    <li {...props.place}>
      <div className="line">
        <div className="grow">
          <a className="evidence-title" href={hrefOf('evidence', item.id)}>
            <bdi>{item.title}</bdi>
          </a>
          <p className="small quiet">
            {strengthWords[item.strength]}, {date}
          </p>
        </div>
        <span className="small quiet evidence-reach">{reach || 'No area named'}</span>
      </div>
      {isOpen ? (
        <TextArea
          label="What it shows"
          className="evidence-shows"
          value={item.shows}
          onSave={shows => act(client => client.evidence.set({ id: item.id, set: { shows } }))}
          isReadOnly={props.isReadOnly}
          rows={2}
        />
      ) : (
        item.shows && (
          <p className="evidence-said" dir="auto">
            {item.shows}
          </p>
        )
      )}
      {!props.isReadOnly && !isOpen && (
        <Button
          variant="link"
          className="small"
          label={`${item.shows ? 'Edit what it shows' : 'Say what it shows'}: ${item.title}`}
          onPress={() => setIsOpen(true)}
        >
          {item.shows ? 'Edit what it shows' : 'Say what it shows'}
        </Button>
      )}
    </li>
  )
}
