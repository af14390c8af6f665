import { useState, useSyncExternalStore } from 'react'
import { PlainTextField } from '../../components/plain-text-field.tsx'
import { hrefOf } from '../../state/route.ts'
import { hrefOfPlace } from './place.ts'
import { searchGuide } from './search.ts'
import { type Chapter, type Guide, plainOf } from './tokens.ts'

/** As in guide.css. */
const NARROW = '(max-width: 860px)'

/** Beside the text: search, and the chapters with the sections of the one that is open. */
export function Contents({ guide, chapter }: { guide: Guide; chapter: Chapter | null }) {
  const [typed, setTyped] = useState('')
  const isNarrow = useSyncExternalStore(whenWidthChanges, () => window.matchMedia(NARROW).matches)
  return (
    <div className="guide-side">
      {/* biome-ignore lint/a11y/useSemanticElements: Chrome knows the search element from 118 on only */}
      <div role="search">
        <PlainTextField label="Search the guide" type="search" value={typed} onChange={setTyped} />
      </div>
      {typed.trim() !== '' ? (
        <Results guide={guide} typed={typed} />
      ) : (
        <nav aria-label="Chapters">
          {/* In a narrow window the list would stand before every text. */}
          <details key={`${isNarrow} ${chapter?.id}`} open={!isNarrow}>
            <summary>Chapters</summary>
            <ol className="guide-contents">
              {guide.map(one => (
                <li key={one.id}>
                  <a href={hrefOf('guide', one.id)} aria-current={one === chapter ? 'page' : undefined}>
                    {one.title}
                  </a>
                  {one === chapter && <Sections chapter={one} />}
                </li>
              ))}
            </ol>
          </details>
        </nav>
      )}
    </div>
  )
}

function whenWidthChanges(notify: () => void): () => void {
  const query = window.matchMedia(NARROW)
  query.addEventListener('change', notify)
  return () => query.removeEventListener('change', notify)
}

function Sections({ chapter }: { chapter: Chapter }) {
  const sections = chapter.blocks.filter(block => block.kind === 'heading' && block.depth === 2)
  if (sections.length === 0) return null
  return (
    <ul>
      {sections.map(
        section =>
          section.kind === 'heading' && (
            <li key={section.id}>
              <a href={hrefOfPlace({ chapter: chapter.id, section: section.id })}>{plainOf(section.spans)}</a>
            </li>
          ),
      )}
    </ul>
  )
}

function Results({ guide, typed }: { guide: Guide; typed: string }) {
  const found = searchGuide(guide, typed)
  return (
    <div className="guide-found">
      <p role="status" className="small quiet">
        {found.length === 0
          ? 'Nothing in the guide has these words. Try fewer, or only their beginnings.'
          : `${found.length === 1 ? '1 place' : `${found.length} places`} found`}
      </p>
      <ul>
        {found.map(one => (
          <li key={`${one.chapter} ${one.section}`}>
            <a href={hrefOfPlace(one)}>{one.title}</a>
            <span className="small quiet">
              {one.section === null ? one.excerpt : `${one.chapterTitle}. ${one.excerpt}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
