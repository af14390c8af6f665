import { useEffect, useRef } from 'react'
import type { EvidenceFields } from '../../../shared/contract/evidence.ts'
import { Handling, Strength } from '../../../shared/model/evidence.ts'
import { localDay, longDate } from '../../../shared/text/dates.ts'
import { refOf } from '../../../shared/text/names.ts'
import { sizeOf } from '../../../shared/text/sizes.ts'
import {
  evidenceKindWords,
  handlingMeanings,
  handlingWords,
  strengthWords,
} from '../../../shared/text/words.ts'
import { Button } from '../../components/button.tsx'
import { DateField } from '../../components/date-field.tsx'
import { SidePanel } from '../../components/dialog.tsx'
import { Select } from '../../components/select.tsx'
import { TextArea, TextField } from '../../components/text-field.tsx'
import { useAct } from '../../state/hooks.ts'
import { EvidenceHistory } from './evidence-history.tsx'
import { EvidencePreview } from './evidence-preview.tsx'
import type { EvidenceRow } from './evidence-rows.ts'
import { EvidenceTies } from './evidence-ties.tsx'
import { LeaveBar } from './leave-bar.tsx'
import { LinkAddress } from './link-address.tsx'

/** Where a walk through newly attached items stands. */
export type Walk = {
  readonly at: number
  readonly of: number
  readonly onNext: () => void
  readonly onStop: () => void
}

/** One item in full: seen, described, tied, taken out. Key it by the item. */
export function EvidenceDetail(props: {
  row: EvidenceRow
  isReadOnly: boolean
  walk: Walk | null
  /** Seen larger: its picture takes the place of the list. */
  isLarge: boolean
  onLarge: (isLarge: boolean) => void
  onClose: () => void
}) {
  const { item } = props.row
  const { isReadOnly, walk } = props
  const act = useAct()
  const save = (set: EvidenceFields) => act(client => client.evidence.set({ id: item.id, set }))
  const shows = useRef<HTMLTextAreaElement>(null)
  const isWalking = walk !== null
  useEffect(() => {
    if (isWalking) shows.current?.focus()
  }, [isWalking])

  const facts = [
    refOf('evidence', item.ref),
    evidenceKindWords[item.kind],
    item.kind === 'file' ? sizeOf(item.size) : '',
    `added ${longDate(localDay(new Date(item.addedAt)))}`,
  ]
  return (
    <SidePanel
      className="evidence-detail"
      kicker={facts.filter(Boolean).join(', ')}
      title={<bdi>{item.title}</bdi>}
      onClose={props.onClose}
    >
      {walk && <WalkBar walk={walk} />}
      {item.kind === 'file' && (
        <p className="evidence-file small quiet">
          <bdi>{item.fileName}</bdi>
        </p>
      )}
      {item.kind === 'file' && (
        <EvidencePreview
          item={item}
          tools={
            <Button variant="quiet" isPressed={props.isLarge} onPress={() => props.onLarge(!props.isLarge)}>
              Larger
            </Button>
          }
        />
      )}
      {item.kind === 'link' && <LinkAddress url={item.url} />}
      <div className="evidence-fields">
        <TextArea
          label="What it shows"
          areaRef={shows}
          value={item.shows}
          onSave={text => save({ shows: text })}
          isReadOnly={isReadOnly}
          rows={3}
        />
        {item.kind === 'note' && (
          <TextArea
            label="The note"
            value={item.note}
            onSave={note => save({ note })}
            isReadOnly={isReadOnly}
            rows={4}
          />
        )}
        <TextField
          label="Title"
          value={item.title}
          onSave={title => save({ title })}
          isReadOnly={isReadOnly}
          isRequired
          maxLength={1000}
        />
        {item.kind === 'link' && (
          <TextField
            label="Address"
            type="url"
            value={item.url}
            onSave={url => save({ url })}
            isReadOnly={isReadOnly}
            isRequired
          />
        )}
        <DateField
          label="Date it refers to"
          example="30 September 2025"
          hint="The day it speaks about, not the day it was attached."
          value={item.refersOn}
          onSave={refersOn => save({ refersOn })}
          isReadOnly={isReadOnly}
        />
        <div className="evidence-pair">
          <Select
            label="Strength"
            value={item.strength}
            choices={Strength.options.map(value => ({ value, label: strengthWords[value] }))}
            onChange={strength => save({ strength })}
            isDisabled={isReadOnly}
          />
          <Select
            label="Handling"
            value={item.handling}
            choices={Handling.options.map(value => ({ value, label: handlingWords[value] }))}
            onChange={handling => save({ handling })}
            isDisabled={isReadOnly}
          />
        </div>
        <p className="hint">{handlingMeanings[item.handling]}</p>
        <EvidenceTies row={props.row} isReadOnly={isReadOnly} />
      </div>
      <EvidenceHistory id={item.id} />
      <LeaveBar item={item} isReadOnly={isReadOnly} onRemoved={props.onClose} />
    </SidePanel>
  )
}

/** After several files came in: say what each shows, one by one, or leave it for later. */
function WalkBar({ walk }: { walk: Walk }) {
  const isLast = walk.at === walk.of
  return (
    <div className="callout callout-calm evidence-walk">
      <p>
        <strong>
          {walk.of === 1 ? 'Just attached.' : `Just attached, ${walk.at} of ${walk.of}.`} What does it show?
        </strong>
      </p>
      <div className="attach-ways">
        {!isLast && (
          <Button icon="right" onPress={walk.onNext}>
            Next item
          </Button>
        )}
        <Button variant="quiet" onPress={walk.onStop}>
          {isLast ? 'Done' : 'Leave the rest for later'}
        </Button>
      </div>
    </div>
  )
}
