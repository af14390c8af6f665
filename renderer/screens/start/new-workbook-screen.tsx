import { useEffect, useRef, useState } from 'react'
import type { SystemKind } from '../../../shared/model/workbook.ts'
import { todayHere } from '../../../shared/text/dates.ts'
import type { Shell } from '../../boot/shell.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { ComboBox } from '../../components/combo-box.tsx'
import { DateField } from '../../components/date-field.tsx'
import { flushDrafts } from '../../components/draft.ts'
import { Callout } from '../../components/notices.tsx'
import { PlainTextField } from '../../components/plain-text-field.tsx'
import { SegmentedChoice } from '../../components/segmented-choice.tsx'
import { hrefOf } from '../../state/route.ts'
import { detailsOf, type Filled, usualFilling, type Wrong, wrongIn } from './new-workbook-form.ts'
import { PlacesField } from './places-field.tsx'
import { knownRoles, knownSystems } from './shipped.ts'
import { useOpening } from './use-opening.ts'

const kinds: readonly { value: SystemKind; label: string; name: string }[] = [
  { value: 'stp', label: 'STP', name: 'Sustainability and transformation partnership' },
  { value: 'ics', label: 'ICS', name: 'Integrated care system' },
  { value: 'other', label: 'Something else', name: 'Something else' },
]

/** One page: which system, its places, the first round, and who you are. */
export function NewWorkbookScreen({ shell, onOpened }: { shell: Shell; onOpened: () => void }) {
  const [filled, setFilled] = useState(() => usualFilling(todayHere()))
  const [wrong, setWrong] = useState<Wrong>({})
  const { isBusy, trouble, open } = useOpening(onOpened)
  const form = useRef<HTMLFormElement>(null)
  const newest = useRef(filled)
  newest.current = filled
  const set = (more: Partial<Filled>) => setFilled(old => ({ ...old, ...more }))

  useEffect(() => {
    shell.person().then(
      person => setFilled(old => (old.person.name || old.person.role ? old : { ...old, person })),
      () => {},
    )
  }, [shell])

  async function create() {
    await flushDrafts()
    const found = wrongIn(newest.current)
    setWrong(found)
    if (Object.keys(found).length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
      return
    }
    const { person } = newest.current
    if (person.name.trim() || person.role.trim()) await shell.setPerson(person)
    await open(() => shell.create(detailsOf(newest.current)))
  }

  return (
    <main className="new-workbook" id="main">
      <h1>New workbook</h1>
      <p className="quiet">
        One file holds everything: ratings, evidence and plan. All of this can be changed later.
      </p>
      {trouble && (
        <div role="alert">
          <Callout tone="problem">{trouble.sentence}</Callout>
        </div>
      )}
      <form
        ref={form}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void create()
        }}
      >
        <fieldset className="paper new-part">
          <legend>The system</legend>
          <ComboBox
            label="Which system"
            hint="Type to pick one of the 44 of 2016, or type any name."
            text={filled.systemName}
            options={knownSystems}
            onChange={systemName => set({ systemName })}
            error={wrong.systemName}
            isAutoFocused
          />
          <SegmentedChoice
            label="What it is called"
            value={filled.systemKind}
            choices={kinds}
            onChange={systemKind => set({ systemKind })}
          />
          {filled.systemKind === 'other' && (
            <PlainTextField
              label="Its kind of name"
              hint="For example: partnership, health and care alliance."
              value={filled.systemKindOther}
              onChange={systemKindOther => set({ systemKindOther })}
              error={wrong.systemKindOther}
            />
          )}
          <PlacesField places={filled.places} onChange={places => set({ places })} />
        </fieldset>
        <fieldset className="paper new-part">
          <legend>The first round</legend>
          <div className="new-pair">
            <PlainTextField
              label="Name of the round"
              value={filled.roundName}
              onChange={roundName => set({ roundName })}
              error={wrong.roundName}
            />
            <DateField label="As at" value={filled.asAt} onSave={asAt => set({ asAt })} error={wrong.asAt} />
          </div>
        </fieldset>
        <fieldset className="paper new-part">
          <legend>You</legend>
          <p className="hint">
            Kept on this laptop and written into the workbook’s history beside what you change.
          </p>
          <div className="new-pair">
            <PlainTextField
              label="Your name"
              value={filled.person.name}
              onChange={name => set({ person: { ...filled.person, name } })}
              autoComplete="name"
            />
            <ComboBox
              label="Your role"
              text={filled.person.role}
              options={knownRoles}
              onChange={role => setFilled(old => ({ ...old, person: { ...old.person, role } }))}
            />
          </div>
        </fieldset>
        <div className="new-actions">
          <Button
            type="submit"
            variant="primary"
            isBig
            offBecause={isBusy ? 'The workbook is being made.' : null}
          >
            Create the workbook
          </Button>
          <ButtonLink href={hrefOf('start')}>Cancel</ButtonLink>
          <p className="quiet small">
            {shell.can.choosePlaces
              ? 'Next you say where the file goes.'
              : 'The file goes into the folder this page was started in.'}
          </p>
        </div>
      </form>
    </main>
  )
}
