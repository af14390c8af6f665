import { useMemo } from 'react'
import { drawDotPlot } from '../../../shared/pictures/dot-plot.ts'
import { tallyOf } from '../../../shared/rules/agreement.ts'
import { agreementWordsOf } from '../../../shared/text/agreement.ts'
import { count as counted } from '../../../shared/text/dates.ts'
import { useRunCommand } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { Drawing } from '../../components/drawing.tsx'
import { PictureTable } from '../../components/picture-table.tsx'
import { ShowAsTable } from '../../components/show-as-table.tsx'
import { useFramework } from '../../state/select.ts'
import { AgreeForm } from './agree-form.tsx'
import type { RoomView } from './use-room.ts'

/** After the reveal: the hands, the verdict with its rule, the first count beside the second, and what is agreed. */
export function AfterCount({ view }: { view: RoomView }) {
  const { votes, count, first, principle, stage } = view
  const run = useRunCommand()
  const levelNames = useFramework().scale.levels.map(level => level.label)
  const picture = useMemo(
    () =>
      drawDotPlot({
        tally: tallyOf(votes),
        levelNames,
        title: `${count === 1 ? 'First' : 'Second'} count: ${principle.title}`,
      }),
    [votes, count, principle.title, levelNames],
  )
  const said = agreementWordsOf(tallyOf(votes))
  return (
    <>
      <section className="paper room-part" aria-labelledby="verdict">
        <h2 id="verdict" aria-live="polite">
          {said.verdict}
          {said.median && `. ${said.median}, ${said.range.toLowerCase()}`}
        </h2>
        <Drawing picture={picture} />
        <p className="quiet small">
          {said.why} {said.rule}
        </p>
        {count === 2 && first.length > 0 && <FirstBeside view={view} />}
        <ShowAsTable of={picture.title} table={<PictureTable table={picture.table} />} />
      </section>
      <AgreeForm key={`${principle.id} ${count} ${stage}`} view={view} />
      {stage !== 'agreed' && (
        <div className="room-foot">
          <p className="quiet small grow">
            <kbd>S</kbd> second count, <kbd>R</kbd> hide again, <kbd>P</kbd> park it, <kbd>N</kbd> next
          </p>
          <Button onPress={() => run('room.show')}>Hide again</Button>
          {stage === 'first-shown' && (
            <Button isBig onPress={() => run('room.second')}>
              Count a second time
            </Button>
          )}
        </div>
      )}
      {stage === 'agreed' && (
        <div className="room-foot">
          <p className="grow">
            <strong>Agreed.</strong>{' '}
            {counted(
              votes.reduce((sum, vote) => sum + vote.hands, 0),
              'hand',
            )}{' '}
            counted.
          </p>
          <Button variant="primary" isBig onPress={() => run('room.next')}>
            Go on to the next
          </Button>
        </div>
      )}
    </>
  )
}

function FirstBeside({ view: { first } }: { view: RoomView }) {
  const tally = tallyOf(first)
  const said = agreementWordsOf(tally)
  return (
    <p className="small">
      <strong>First count:</strong> {tally.map((hands, level) => `${hands} at ${level}`).join(', ')}.{' '}
      {said.verdict}. {said.median}.
    </p>
  )
}
