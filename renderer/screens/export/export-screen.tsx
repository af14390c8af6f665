import './export.css'
import './print.css'
import { useState } from 'react'
import { count } from '../../../shared/text/dates.ts'
import { sizeOf } from '../../../shared/text/sizes.ts'
import type { Saved } from '../../boot/shell.ts'
import { Button } from '../../components/button.tsx'
import { flushDrafts } from '../../components/draft.ts'
import { PageHead } from '../../components/page-head.tsx'
import { Select } from '../../components/select.tsx'
import { sentenceOf, useRemembered, useStage, useWorkbook } from '../../state/hooks.ts'
import { useAbout, useRound } from '../../state/select.ts'
import { BoardOptions } from './board-options.tsx'
import { leftOut } from './counts.ts'
import { PrintedSummary } from './printed-summary.tsx'
import { suggestedAsks } from './summary-rows.ts'
import { BoardThumb, CopyThumb, PageThumb } from './thumbs.tsx'
import { useBoardOptions, useBoardPicture } from './use-board.ts'
import { type Made, SavedLine, Way } from './way.tsx'

/** The ways out of the workbook: for the board in Excel, for the board on paper, and whole. */
export function ExportScreen() {
  const { shell } = useStage()
  const about = useAbout()
  const round = useRound()
  const board = useBoardOptions()
  const { cells, worries } = useBoardPicture()
  const evidence = useWorkbook(state => state.rows.evidence)
  const actions = useWorkbook(state => state.rows.actions)
  const [isPreviewed, setIsPreviewed] = useState(false)
  const workbookMade = useMaking('export.board')
  const copyMade = useMaking('export.copy')
  const printing = useMaking('export.print')
  const { options } = board
  const bytes = [...evidence.values()].reduce((sum, item) => sum + item.size, 0)
  const levels = cells.map(cell => cell.level)
  const late = worries.filter(worry => worry.kind === 'late' || worry.kind === 'late-green').length
  const split = worries.filter(worry => worry.kind === 'split').length
  const waiting = worries.filter(worry => worry.kind === 'waiting').length

  return (
    <div className="export">
      <div className="not-printed">
        <PageHead
          title="Three ways to send it out"
          lead={`${about.systemName}, ${round.name}. Every copy prints the status key, the agreement rule and the as-at date.${
            about.isRehearsal ? ' This is a rehearsal: every copy is stamped REHEARSAL.' : ''
          }`}
        />
        <BoardOptions options={options} onChange={board.set} suggested={suggestedAsks(worries, cells)} />
        <div className="ways">
          <Way
            thumb={<BoardThumb levels={levels} />}
            title="Board workbook"
            what="One Excel file for the partnership board: what you ask, where you are, what worries you."
            holds={
              <p>
                8 sheets: Summary, Exceptions, Action plan, Ratings, Evidence, Measures, Changes, Key.{' '}
                {count(actions.size, 'action')}, {count(evidence.size, 'item')} of evidence
                {options.view === 'board' ? '' : ', every column of the plan'}.
              </p>
            }
            leavesOut={leftOut(evidence.values(), cells, options.readers).map(sentence => (
              <p key={sentence}>{sentence}</p>
            ))}
          >
            <Button
              variant="primary"
              offBecause={workbookMade.isBusy ? 'It is being made.' : null}
              onPress={() =>
                workbookMade.make(() => shell.exportFile({ kind: 'board', options: board.latest() }))
              }
            >
              {workbookMade.isBusy ? 'Making the workbook' : 'Make board workbook'}
            </Button>
            <Select
              label="Plan"
              className="field-inline"
              value={options.view}
              choices={[
                { value: 'board', label: 'Board view, A4' },
                { value: 'full', label: 'Full, A3' },
              ]}
              onChange={view => board.set({ view })}
            />
            {workbookMade.made && <SavedLine made={workbookMade.made} />}
          </Way>
          <Way
            thumb={<PageThumb levels={levels} />}
            title="Summary to print"
            what="Two A4 pages: the nine, exceptions first, and what the board is asked to do."
            holds={
              <p>
                The nine now, target and last round; {late} late, {split} split, {waiting} waiting; the key
                and the credits.
              </p>
            }
            leavesOut={<p>The plan row by row: it does not fit two pages. Attach the board workbook.</p>}
          >
            <Button
              icon="print"
              onPress={() =>
                printing.make(async () => {
                  await shell.print()
                  return null
                })
              }
            >
              Print
            </Button>
            <Button isExpanded={isPreviewed} onPress={() => setIsPreviewed(!isPreviewed)}>
              {isPreviewed ? 'Put it away' : 'Look at it first'}
            </Button>
          </Way>
          <Way
            thumb={<CopyThumb levels={levels} />}
            title="Copy of the workbook"
            what="The whole file, for a colleague or for safe keeping."
            holds={
              <p>
                Everything: {count(evidence.size, 'item')} of evidence, {sizeOf(bytes)} of files, and the
                whole history.
              </p>
            }
            leavesOut={
              <p>
                Nothing. It also holds what is marked <em>keep here</em>: think before it goes outside.
              </p>
            }
          >
            <Button
              icon="save"
              offBecause={copyMade.isBusy ? 'It is being saved.' : null}
              onPress={() => copyMade.make(() => shell.saveCopy())}
            >
              {copyMade.isBusy ? 'Saving a copy' : 'Save a copy'}
            </Button>
            {copyMade.made && <SavedLine made={copyMade.made} />}
          </Way>
        </div>
        <p className="export-credits">
          The principles come from The King’s Fund and the Royal College of Psychiatrists, 2017. The levels,
          questions, measures and actions were written for this workbook and are not endorsed by either.
        </p>
      </div>
      <div className={isPreviewed ? 'summary is-previewed' : 'summary'}>
        <PrintedSummary options={options} cells={cells} worries={worries} />
      </div>
    </div>
  )
}

/** Runs one way out: what is typed is saved first, problems are said, and the last file made is remembered. */
function useMaking(key: string) {
  const { session } = useStage()
  const [made, setMade] = useRemembered<Made | null>(key, null)
  const [isBusy, setIsBusy] = useState(false)
  async function make(work: () => Promise<Saved | null>) {
    if (isBusy) return
    setIsBusy(true)
    try {
      await flushDrafts()
      const saved = await work()
      if (saved) setMade({ saved, at: new Date() })
    } catch (error) {
      session.getState().say({ tone: 'problem', sentence: sentenceOf(error) })
    } finally {
      setIsBusy(false)
    }
  }
  return { made, isBusy, make: (work: () => Promise<Saved | null>) => void make(work) }
}
