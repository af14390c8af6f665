import './export.css'
import './print.css'
import { useEffect, useRef, useState } from 'react'
import { awaitedWords } from '../../../shared/rules/sent.ts'
import { Button } from '../../components/button.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { useWorkbook } from '../../state/hooks.ts'
import { useAbout, useRound } from '../../state/select.ts'
import { usePrepared } from '../../state/use-prepared.ts'
import { BackWays } from './back-ways.tsx'
import { BoardWays } from './board-ways.tsx'
import { CopyWay } from './copy-way.tsx'
import { PrintedSummary } from './printed-summary.tsx'
import { SentList } from './sent-list.tsx'
import { useBoardOptions, useBoardPicture } from './use-board.ts'

/** The ways out of the workbook: for the board, to people who send it back, and whole; and what has not come back. */
export function ExportScreen() {
  usePrepared('export')
  const about = useAbout()
  const round = useRound()
  const board = useBoardOptions()
  const picture = useBoardPicture()
  const sentFiles = useWorkbook(state => state.rows.sentFiles)
  const [isPreviewed, setIsPreviewed] = useState(false)
  const summary = useRef<HTMLDivElement>(null)
  const parts = {
    board: useRef<HTMLHeadingElement>(null),
    back: useRef<HTMLHeadingElement>(null),
    sent: useRef<HTMLHeadingElement>(null),
    whole: useRef<HTMLHeadingElement>(null),
  }
  const notBack = awaitedWords(sentFiles.values())
  const jumps: (readonly [keyof typeof parts, string])[] = [
    ['board', 'For the board'],
    ['back', 'Out and back'],
    ...(notBack ? [['sent', notBack] as const] : []),
    ['whole', 'Copies for others'],
  ]
  function jump(to: keyof typeof parts) {
    parts[to].current?.scrollIntoView({ block: 'start' })
    parts[to].current?.focus({ preventScroll: true })
  }

  // The pages open below the button, mostly below what is in sight.
  useEffect(() => {
    if (isPreviewed) summary.current?.scrollIntoView({ block: 'start' })
  }, [isPreviewed])

  return (
    <div className="export">
      <div className="not-printed">
        <PageHead
          title="Six ways to send it out"
          lead={`${about.systemName}, ${round.name}. Every copy prints the status key, the agreement rule and the as-at date.${
            about.isRehearsal ? ' This is a rehearsal: every copy is stamped REHEARSAL.' : ''
          }`}
        />
        <ul className="export-jumps" aria-label="On this page">
          {jumps.map(([to, words]) => (
            <li key={to}>
              <Button variant="link" onPress={() => jump(to)}>
                {words}
              </Button>
            </li>
          ))}
        </ul>
        <BoardWays
          headingRef={parts.board}
          board={board}
          picture={picture}
          isPreviewed={isPreviewed}
          onPreview={setIsPreviewed}
        />
      </div>
      <div className={isPreviewed ? 'summary is-previewed' : 'summary'} ref={summary}>
        <PrintedSummary options={board.options} cells={picture.cells} worries={picture.worries} />
      </div>
      <div className="not-printed">
        <BackWays headingRef={parts.back} />
        <SentList headingRef={parts.sent} />
        <CopyWay headingRef={parts.whole} />
        <p className="export-credits">
          The principles come from The King’s Fund and the Royal College of Psychiatrists, 2017. The levels,
          questions, measures and actions were written for this workbook and are not endorsed by either.
        </p>
      </div>
    </div>
  )
}
