import { useState } from 'react'
import { LICENCE } from '../../../shared/text/licence.ts'
import { Button } from '../../components/button.tsx'
import { LongText } from './long-text.tsx'

/** Under which licence Ninefold is, and what it is built with. The texts are long and come only when they are asked for. */
export function Licences() {
  const [isOwnOpen, setOwnOpen] = useState(false)
  const [others, setOthers] = useState<'closed' | 'none' | { readonly text: string }>('closed')
  async function toggleOthers() {
    if (others !== 'closed') return setOthers('closed')
    const text = await readLicences()
    setOthers(text === null ? 'none' : { text })
  }
  return (
    <section aria-labelledby="about-licence">
      <h3 id="about-licence">Licence</h3>
      <p>
        Ninefold is free to use, change and pass on under the MIT licence. It is built with the work of
        others.
      </p>
      <p className="about-ways">
        <Button variant="link" isExpanded={isOwnOpen} onPress={() => setOwnOpen(!isOwnOpen)}>
          {isOwnOpen ? 'Hide the licence of Ninefold' : 'Show the licence of Ninefold'}
        </Button>
        <Button variant="link" isExpanded={others !== 'closed'} onPress={toggleOthers}>
          {others === 'closed' ? 'Show the licences of what it is built with' : 'Hide those licences'}
        </Button>
      </p>
      {isOwnOpen && (
        <LongText label="Licence of Ninefold">
          {LICENCE.map(paragraph => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </LongText>
      )}
      <div role="status">
        {others === 'none' && (
          <p>
            This is a development build, which carries no list of licences: each package in node_modules has
            its own.
          </p>
        )}
      </div>
      {typeof others === 'object' && (
        <LongText label="Licences of what Ninefold is built with">
          <pre>{others.text}</pre>
        </LongText>
      )}
    </section>
  )
}

/** The list the release was built with, or `null`. */
async function readLicences(): Promise<string | null> {
  try {
    const response = await fetch('licences.txt')
    if (!response.ok || !response.headers.get('content-type')?.startsWith('text/plain')) return null
    const text = await response.text()
    return text.trim() === '' ? null : text
  } catch {
    return null
  }
}
