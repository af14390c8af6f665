import { BOARD_SHEETS } from '../../../shared/text/board-sheets.ts'
import { count } from '../../../shared/text/dates.ts'
import { Button } from '../../components/button.tsx'
import { Select } from '../../components/select.tsx'
import { useStage, useWorkbook } from '../../state/hooks.ts'
import { BoardOptions } from './board-options.tsx'
import { leftOut } from './counts.ts'
import { type HeadingRef, Part } from './part.tsx'
import { suggestedAsks } from './summary-rows.ts'
import { BoardThumb, PageThumb } from './thumbs.tsx'
import type { useBoardOptions, useBoardPicture } from './use-board.ts'
import { useMaking } from './use-making.ts'
import { SavedLine, Way } from './way.tsx'

/** What the board gets: the workbook in Excel and the summary on paper, told the same things first. */
export function BoardWays(props: {
  headingRef: HeadingRef
  board: ReturnType<typeof useBoardOptions>
  picture: ReturnType<typeof useBoardPicture>
  isPreviewed: boolean
  onPreview: (isPreviewed: boolean) => void
}) {
  const { shell } = useStage()
  const { cells, worries } = props.picture
  const { options, latest, set } = props.board
  const evidence = useWorkbook(state => state.rows.evidence)
  const actions = useWorkbook(state => state.rows.actions)
  const workbook = useMaking(
    'export.board',
    () => ({ way: 'export', request: { kind: 'board', options: latest() } }),
    () => shell.exportFile({ kind: 'board', options: latest() }),
  )
  const printing = useMaking(
    'export.print',
    () => ({ way: 'print', options: latest() }),
    async () => {
      await shell.print()
      return null
    },
  )
  const levels = cells.map(cell => cell.level)
  const late = worries.filter(worry => worry.kind === 'late' || worry.kind === 'late-green').length
  const split = worries.filter(worry => worry.kind === 'split').length
  const waiting = worries.filter(worry => worry.kind === 'waiting').length
  return (
    <Part title="For the board" headingRef={props.headingRef}>
      <BoardOptions options={options} onChange={set} suggested={suggestedAsks(worries, cells)} />
      <div className="ways">
        <Way
          thumb={<BoardThumb levels={levels} />}
          title="Board workbook"
          what="One Excel file for the partnership board: what you ask, where you are, what worries you."
          holds={
            <p>
              {BOARD_SHEETS.length} sheets: {BOARD_SHEETS.join(', ')}. {count(actions.size, 'action')},{' '}
              {count(evidence.size, 'item')} of evidence
              {options.view === 'board' ? '' : ', every column of the plan'}.
            </p>
          }
          leavesOut={leftOut(evidence.values(), cells, options.readers).map(sentence => (
            <p key={sentence}>{sentence}</p>
          ))}
        >
          <Button
            variant="primary"
            offBecause={workbook.isBusy ? 'It is being made.' : null}
            onPress={workbook.make}
          >
            {workbook.isBusy ? 'Making the workbook' : 'Make board workbook'}
          </Button>
          <Select
            label="Plan"
            className="field-inline"
            value={options.view}
            choices={[
              { value: 'board', label: 'Board view, A4' },
              { value: 'full', label: 'Full, A3' },
            ]}
            onChange={view => set({ view })}
          />
          {workbook.list}
          {workbook.made && <SavedLine made={workbook.made} />}
        </Way>
        <Way
          thumb={<PageThumb levels={levels} />}
          title="Summary to print"
          what="Two A4 pages: the nine, exceptions first, and what the board is asked to do."
          holds={
            <p>
              The nine now, target and last round; {late} late, {split} split, {waiting} waiting; the key and
              the credits.
            </p>
          }
          leavesOut={<p>The plan row by row: it does not fit two pages. Attach the board workbook.</p>}
        >
          <Button icon="print" onPress={printing.make}>
            Print
          </Button>
          {printing.list}
          <Button isExpanded={props.isPreviewed} onPress={() => props.onPreview(!props.isPreviewed)}>
            {props.isPreviewed ? 'Put it away' : 'Look at it first'}
          </Button>
        </Way>
      </div>
    </Part>
  )
}
