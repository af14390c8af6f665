import { useMemo, useState } from 'react'
import { drawDotPlot } from '../../../shared/pictures/dot-plot.ts'
import { tallyOf } from '../../../shared/rules/agreement.ts'
import { agreementWordsOf } from '../../../shared/text/agreement.ts'
import { Button } from '../../components/button.tsx'
import { Drawing } from '../../components/drawing.tsx'
import { PictureTable } from '../../components/picture-table.tsx'
import { useFramework } from '../../state/select.ts'
import { AgreeForm } from './agree-form.tsx'
import type { RoomView } from './use-room.ts'

/** After the reveal: the hands, the verdict and how the rule came to it, the first count beside the second, and what is agreed. */
export function AfterCount({ view }: { view: RoomView }) {
  const { votes, count, first, principle, stage } = view
  const levelNames = useFramework().scale.levels.map(level => level.label)
  const [open, setOpen] = useState<'rule' | 'table' | null>(null)
  const picture = useMemo(
    () =>
      drawDotPlot({
        tally: tallyOf(votes),
        levelNames,
        title: `${count === 1 ? 'First' : 'Second'} count: ${principle.title}`,
        ...(count === 2 && first.length > 0 ? { first: tallyOf(first) } : {}),
      }),
    [votes, count, first, principle.title, levelNames],
  )
  const said = agreementWordsOf(tallyOf(votes))
  const toggle = (which: 'rule' | 'table') => setOpen(open === which ? null : which)
  return (
    <>
      <section className="paper room-part" aria-labelledby="verdict">
        <div className="room-verdict">
          <h2 id="verdict" aria-live="polite">
            {said.verdict}
            {said.median && `. ${said.median}, ${said.range.toLowerCase()}`}
          </h2>
          {/* Under the words on a laptop nothing is left for these: they open when asked for. */}
          <Button variant="link" onPress={() => toggle('rule')} isExpanded={open === 'rule'}>
            The rule
          </Button>
          <Button
            variant="link"
            onPress={() => toggle('table')}
            isExpanded={open === 'table'}
            label={`${open === 'table' ? 'Hide table' : 'Show as table'}: ${picture.title}`}
          >
            {open === 'table' ? 'Hide table' : 'Show as table'}
          </Button>
        </div>
        {open === 'rule' && <p className="small">{said.rule}</p>}
        {open === 'table' && <PictureTable table={picture.table} />}
        <Drawing picture={picture} />
        <p className="quiet small">
          {said.why}
          {count === 2 && first.length > 0 && ` ${firstSentence(view)}`}
        </p>
      </section>
      <AgreeForm key={`${principle.id} ${count} ${stage}`} view={view} />
    </>
  )
}

function firstSentence({ first }: RoomView): string {
  const { verdict, median, range } = agreementWordsOf(tallyOf(first))
  return `First count: ${verdict.toLowerCase()}, ${median.toLowerCase()}, ${range.toLowerCase()}.`
}
