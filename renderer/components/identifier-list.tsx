import '../styles/identifiers.css'
import { useId } from 'react'
import type { Finding, FindingPlace, IdentifierReport } from '../../shared/contract/identifier.ts'
import { count } from '../../shared/text/dates.ts'
import { identifierWords, ONLY_A_HELP } from '../../shared/text/identifiers.ts'
import { useSession } from '../state/hooks.ts'
import { hrefOf } from '../state/route.ts'
import { useCanEdit } from '../state/select.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

/** What may point at patients or staff in what is about to leave. The user decides; nothing is sent anywhere. */
export function IdentifierList(props: {
  report: IdentifierReport
  onClear: (key: string) => void
  /** The user follows a place; the list is to come back afterwards. */
  onLook: () => void
  onCancel: () => void
  onGoOn: () => void
}) {
  const { report } = props
  const all = report.findings.length + report.more
  return (
    <Dialog
      isOpen
      isWide
      onClose={props.onCancel}
      title={titleOf(all)}
      actions={
        <>
          <Button onPress={props.onCancel}>Cancel</Button>
          <Button variant="primary" onPress={props.onGoOn}>
            {all === 0 ? 'Make it' : 'Go on all the same'}
          </Button>
        </>
      }
    >
      <p>
        {all === 0
          ? 'Nothing is left that looks like an identifier.'
          : 'What is about to leave holds this. Follow a place to mend it there; you come back to this list.'}{' '}
        {ONLY_A_HELP} Nothing is sent anywhere.
      </p>
      {report.findings.length > 0 && (
        <ul className="identifiers">
          {report.findings.map(finding => (
            <Line
              key={finding.key}
              finding={finding}
              onLook={props.onLook}
              onStay={props.onCancel}
              onClear={() => props.onClear(finding.key)}
            />
          ))}
        </ul>
      )}
      {report.more > 0 && (
        <p>And {count(report.more, 'more', 'more')}: mend or clear these, and they are listed next.</p>
      )}
      {report.notRead.map(sentence => (
        <p key={sentence} className="quiet">
          {sentence}
        </p>
      ))}
    </Dialog>
  )
}

function titleOf(all: number): string {
  if (all === 0) return 'Nothing left to look at'
  return all === 1 ? '1 likely identifier' : `${all.toLocaleString('en-GB')} likely identifiers`
}

function Line(props: {
  finding: Finding
  onLook: () => void
  /** The place is on the screen behind the list. */
  onStay: () => void
  onClear: () => void
}) {
  const { finding } = props
  const canEdit = useCanEdit()
  const id = useId()
  const [first, ...others] = finding.places
  const rest = finding.placeCount - finding.places.length
  return (
    <li className="identifier">
      <div className="identifier-words" id={id}>
        <p className="identifier-kind">
          {identifierWords[finding.kind].name} <span className="quiet">{finding.why}</span>
        </p>
        <p className="identifier-text">
          <bdi>
            {first!.before}
            <mark>{finding.text}</mark>
            {first!.after}
          </bdi>
        </p>
        <p className="identifier-places">
          {[first!, ...others].map((place, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a text can hold the same words twice
            <PlaceLink key={index} place={place} onLook={props.onLook} onStay={props.onStay} />
          ))}
          {rest > 0 && <span className="quiet">and {count(rest, 'other place')}</span>}
        </p>
      </div>
      <Button
        variant="quiet"
        describedBy={id}
        offBecause={canEdit ? null : 'This workbook may only be read.'}
        onPress={props.onClear}
      >
        Not an identifier
      </Button>
    </li>
  )
}

/** Goes to where the words stand, with the area and round they belong to. */
function PlaceLink(props: { place: FindingPlace; onLook: () => void; onStay: () => void }) {
  const { place } = props
  const choose = useSession(state => state.choose)
  const href = hrefOf(place.screen, place.id ?? undefined)
  if (place.screen === '') return <span>{place.words}</span>
  function follow(): void {
    choose({
      ...(place.areaId ? { areaId: place.areaId } : {}),
      ...(place.roundId ? { roundId: place.roundId } : {}),
    })
    if (href === window.location.hash) props.onStay()
    else props.onLook()
  }
  return (
    <a href={href} onClick={follow}>
      {place.words}
    </a>
  )
}
