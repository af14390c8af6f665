import './settings.css'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { Checkbox } from '../../components/checkbox.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { setPreference, usePreferences } from '../../state/preferences.ts'
import { useAbout } from '../../state/select.ts'
import { PersonPart } from './person-part.tsx'
import { PlacesPart } from './places-part.tsx'
import { RoundPart } from './round-part.tsx'
import { SnapshotsPart } from './snapshots-part.tsx'
import { StatusPart } from './status-part.tsx'
import { SystemPart } from './system-part.tsx'

/** What the workbook is about, its round, its words, and who is at the keyboard. Everything saves as you type. */
export function SettingsScreen() {
  const about = useAbout()
  return (
    <div className="settings">
      <PageHead
        title="Settings"
        lead={`${about.systemName}. What you change here is saved at once and can be undone.`}
      />
      <div className="settings-columns">
        <div>
          <Part title="The system">
            <SystemPart />
          </Part>
          <Part
            title="Places"
            lead="Each place is rated on its own and shown beside the system. Nothing is averaged."
          >
            <PlacesPart />
          </Part>
          <Part title="This round">
            <RoundPart />
          </Part>
          <Part title="You" lead="Kept on this laptop, and written into history beside what you change.">
            <PersonPart />
          </Part>
          <Part
            title="Snapshots"
            lead="A dated copy is kept after each session and every hour while you work. All of today stay, then one a day for a month, then one a month."
          >
            <SnapshotsPart />
          </Part>
          <Part title="Keys">
            <KeysPart />
          </Part>
        </div>
        <div>
          <Part
            title="Status words"
            lead="Organisations use these colours differently. Your words are printed as a key on every export."
          >
            <StatusPart />
          </Part>
        </div>
      </div>
    </div>
  )
}

function Part(props: { title: string; lead?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className="paper settings-part" aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      {props.lead && <p className="hint">{props.lead}</p>}
      {props.children}
    </section>
  )
}

function KeysPart() {
  const { singleKeys } = usePreferences()
  return (
    <Checkbox
      label="Single keys, such as 0 to 4 and ?, do something outside text fields"
      isChecked={singleKeys}
      onChange={isOn => setPreference('singleKeys', isOn)}
    />
  )
}
