import { useState } from 'react'
import type { FilePlace, FilePlaceId } from '../../../shared/contract/about.ts'
import { LARGEST_LOG_WORDS } from '../../../shared/text/log-line.ts'
import type { Shell } from '../../boot/shell.ts'
import { Button } from '../../components/button.tsx'
import { sentenceOf } from '../../state/hooks.ts'

const NAMES: Readonly<Record<FilePlaceId, { name: string; what: string }>> = {
  workbook: { name: 'Workbook', what: 'One file that holds everything, evidence included.' },
  snapshots: { name: 'Snapshots', what: 'Dated copies of the workbook.' },
  settings: {
    name: 'Settings',
    what: 'Your name and the list of recent workbooks; of their content only what the list shows.',
  },
  log: {
    name: 'Log',
    what: `What went wrong, by places in the program. It holds nothing you wrote and at most ${LARGEST_LOG_WORDS}.`,
  },
  working: {
    name: 'Private working copies',
    what: 'Of workbooks in synchronised folders and on network drives, while they are brought there.',
  },
}

/** Where files are kept. A place opens by its name; where it lies is only words here. */
export function FilePlaces({ places, shell }: { places: readonly FilePlace[]; shell: Shell }) {
  const [trouble, setTrouble] = useState<string | null>(null)
  async function open(id: FilePlaceId) {
    setTrouble(null)
    try {
      await shell.openPlace(id)
    } catch (error) {
      setTrouble(sentenceOf(error))
    }
  }
  return (
    <section aria-labelledby="about-places">
      <h3 id="about-places">Where files are kept</h3>
      {trouble && <p role="alert">{trouble}</p>}
      <ul className="about-places">
        {places.map(({ id, where }) => (
          <li key={id}>
            <div>
              <p>
                <strong>{NAMES[id].name}</strong> <span className="about-where">{where}</span>
              </p>
              <p className="quiet small">{NAMES[id].what}</p>
            </div>
            {shell.can.openPlaces && (
              <Button label={`Show ${NAMES[id].name.toLowerCase()}`} onPress={() => open(id)}>
                Show
              </Button>
            )}
          </li>
        ))}
        {!places.some(({ id }) => id === 'snapshots') && (
          <li>
            <div>
              <p>
                <strong>{NAMES.snapshots.name}</strong>{' '}
                <span className="about-where">in a folder beside each workbook, named after it</span>
              </p>
              <p className="quiet small">{NAMES.snapshots.what}</p>
            </div>
          </li>
        )}
      </ul>
    </section>
  )
}
