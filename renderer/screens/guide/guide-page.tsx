import './guide.css'
import { useEffect, useRef, useState } from 'react'
import type { Shell } from '../../boot/shell.ts'
import { Button } from '../../components/button.tsx'
import { Callout } from '../../components/notices.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { sentenceOf } from '../../state/hooks.ts'
import { hrefOf } from '../../state/route.ts'
import { Blocks } from './blocks.tsx'
import { Contents } from './contents.tsx'
import { guide } from './guide.ts'
import { placeIn } from './place.ts'
import type { Chapter } from './tokens.ts'

/** The chapter that is one printed page. */
const ONE_PAGE = 'quick-start'

/** The guide: contents and search beside a chapter. It needs no workbook. */
export function GuidePage({ id, shell }: { id: string | null; shell: Shell }) {
  const place = placeIn(guide, id)
  const chapter = guide.find(one => one.id === place?.chapter) ?? null
  return (
    <div className={chapter?.id === ONE_PAGE ? 'guide is-one-page' : 'guide'}>
      <Contents guide={guide} chapter={chapter} />
      <div className="guide-main">
        {chapter ? (
          <ChapterText key={chapter.id} chapter={chapter} section={place?.section ?? null} shell={shell} />
        ) : (
          <AllChapters />
        )}
      </div>
    </div>
  )
}

/** The list of chapters with what each is for. */
function AllChapters() {
  return (
    <article className="guide-text">
      <PageHead
        title="Guide"
        lead="Step by step, for the first time and for bad days. It is inside the app and needs no network."
      />
      <ol className="guide-all">
        {guide.map(chapter => (
          <li key={chapter.id}>
            <a href={hrefOf('guide', chapter.id)}>{chapter.title}</a>
            <p>{chapter.about}</p>
          </li>
        ))}
      </ol>
    </article>
  )
}

function ChapterText(props: { chapter: Chapter; section: string | null; shell: Shell }) {
  const { chapter, section, shell } = props
  const text = useRef<HTMLElement>(null)
  const [problem, setProblem] = useState('')
  useEffect(() => {
    const heading = section === null ? null : document.getElementById(section)
    if (heading && text.current?.contains(heading)) {
      heading.scrollIntoView({ block: 'start' })
      heading.focus({ preventScroll: true })
    } else {
      // A chapter followed from another starts at its top, and is read from there.
      document.getElementById('main')?.scrollTo(0, 0)
      window.scrollTo(0, 0)
      text.current?.focus({ preventScroll: true })
    }
  }, [section])

  async function print() {
    setProblem('')
    try {
      await shell.print('A4')
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }

  return (
    <article className="guide-text" ref={text} tabIndex={-1} aria-label={chapter.title}>
      <PageHead
        title={chapter.title}
        lead={chapter.about}
        actions={
          <Button icon="print" onPress={() => void print()}>
            {chapter.id === ONE_PAGE ? 'Print on one page' : 'Print this chapter'}
          </Button>
        }
      />
      {problem && (
        <div role="alert">
          <Callout tone="problem">
            <p>{problem}</p>
          </Callout>
        </div>
      )}
      <div className="guide-blocks">
        <Blocks blocks={chapter.blocks} />
      </div>
      <Neighbours chapter={chapter} />
    </article>
  )
}

function Neighbours({ chapter }: { chapter: Chapter }) {
  const at = guide.indexOf(chapter)
  const [before, after] = [guide[at - 1], guide[at + 1]]
  return (
    <nav className="guide-foot" aria-label="Chapters before and after">
      {before ? <a href={hrefOf('guide', before.id)}>Previous: {before.title}</a> : <span />}
      {after ? (
        <a href={hrefOf('guide', after.id)}>Next: {after.title}</a>
      ) : (
        <a href={hrefOf('guide')}>All chapters</a>
      )}
    </nav>
  )
}
