import './about.css'
import { useEffect, useState } from 'react'
import shipped from '../../../resources/framework/nine-principles.json'
import type { AboutApp } from '../../../shared/contract/about.ts'
import type { Shell } from '../../boot/shell.ts'
import { AppMark } from '../../components/app-mark.tsx'
import { Button } from '../../components/button.tsx'
import { CreditWords } from '../../components/credit-words.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { sentenceOf } from '../../state/hooks.ts'
import { showOverApp } from '../../state/over-app.ts'
import { FilePlaces } from './file-places.tsx'
import { Licences } from './licences.tsx'

/** What this is, what it runs on, under which licence, whose words it shows, and where its files are. */
export function AboutDialog({ shell, onClose }: { shell: Shell; onClose: () => void }) {
  const [about, setAbout] = useState<AboutApp | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  useEffect(() => {
    shell.about().then(setAbout, error => setTrouble(sentenceOf(error)))
  }, [shell])
  return (
    <Dialog
      isOpen
      isWide
      onClose={onClose}
      title="About Ninefold"
      actions={
        <>
          <Button onPress={() => showOverApp('support')}>Copy details for support</Button>
          <Button variant="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div className="about">
        <div className="about-head">
          <AppMark size={64} />
          <div>
            <p className="about-name">Ninefold{about && ` ${about.version}`}</p>
            <p>A self-assessment workbook for building mental health into local health and care.</p>
            <p className="quiet small">
              Works without a network. Nothing leaves this computer unless you send it.
            </p>
          </div>
        </div>
        {trouble && <p role="alert">{trouble}</p>}
        {about && (
          <>
            <section aria-labelledby="about-runs">
              <h3 id="about-runs">What it runs on</h3>
              <dl className="about-facts">
                {about.runsOn.map(({ name, version }) => (
                  <Fact key={name} name={name} words={version} />
                ))}
                <Fact name="System" words={about.system} />
                <Fact name="Workbook schema" words={String(about.schemaVersion)} />
                <Fact name="Framework" words={`${about.framework.id}, version ${about.framework.version}`} />
              </dl>
            </section>
            <FilePlaces places={about.places} shell={shell} />
          </>
        )}
        <Licences />
        <section aria-labelledby="about-credits">
          <h3 id="about-credits">Credits</h3>
          <CreditWords source={shipped.framework.source} notes={shipped.scale.notes} />
        </section>
      </div>
    </Dialog>
  )
}

function Fact({ name, words }: { name: string; words: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{words}</dd>
    </div>
  )
}
