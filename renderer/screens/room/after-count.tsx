import { useMemo } from 'react'
import { drawDotPlot } from '../../../shared/pictures/dot-plot.ts'
import { tallyOf } from '../../../shared/rules/agreement.ts'
import { agreementWordsOf } from '../../../shared/text/agreement.ts'
import { Drawing } from '../../components/drawing.tsx'
import { PictureTable } from '../../components/picture-table.tsx'
import { ShowAsTable } from '../../components/show-as-table.tsx'
import { useFramework } from '../../state/select.ts'
import { AgreeForm } from './agree-form.tsx'
import type { RoomView } from './use-room.ts'

/** After the reveal: the hands, the verdict with its rule, the first count beside the second, and what is agreed. */
export function AfterCount({ view }: { view: RoomView }) {
  const { votes, count, first, principle, stage } = view
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
