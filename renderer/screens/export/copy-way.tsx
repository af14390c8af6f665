import { CopyRequest } from '../../../shared/contract/copy-request.ts'
import type { Level } from '../../../shared/model/fields.ts'
import { count } from '../../../shared/text/dates.ts'
import { sizeOf } from '../../../shared/text/sizes.ts'
import { Button } from '../../components/button.tsx'
import { useStage, useWorkbook } from '../../state/hooks.ts'
import { hrefOf } from '../../state/route.ts'
import { type HeadingRef, Part } from './part.tsx'
import { CopyThumb } from './thumbs.tsx'
import { useMaking } from './use-making.ts'
import { SavedLine, Way } from './way.tsx'

/** The workbook as it is, for someone who works on with it. */
export function CopyWay(props: { headingRef: HeadingRef; levels: readonly (Level | null)[] }) {
  const { shell } = useStage()
  const evidence = useWorkbook(state => state.rows.evidence)
  const copy = useMaking(
    'export.copy',
    () => ({ way: 'copy', request: CopyRequest.parse({}) }),
    () => shell.saveCopy(),
  )
  const bytes = [...evidence.values()].reduce((sum, item) => sum + item.size, 0)
  return (
    <Part title="The whole workbook" headingRef={props.headingRef}>
      <Way
        thumb={<CopyThumb levels={props.levels} />}
        title="Copy of the workbook"
        what="The whole file, for a colleague or for safe keeping."
        holds={
          <p>
            Everything: {count(evidence.size, 'item')} of evidence, {sizeOf(bytes)} of files, and the whole
            history.
          </p>
        }
        leavesOut={
          <p>
            Nothing. It also holds what is marked <em>keep here</em>: think before it goes outside.
          </p>
        }
      >
        <Button icon="save" offBecause={copy.isBusy ? 'It is being saved.' : null} onPress={copy.make}>
          {copy.isBusy ? 'Saving a copy' : 'Save a copy'}
        </Button>
        <a className="way-back" href={hrefOf('review')}>
          Bring in another copy
        </a>
        {copy.list}
        {copy.made && <SavedLine made={copy.made} />}
      </Way>
    </Part>
  )
}
