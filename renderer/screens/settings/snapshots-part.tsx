import { useEffect, useState } from 'react'
import { sizeOf } from '../../../shared/text/sizes.ts'
import type { SnapshotPlaceWords } from '../../boot/shell.ts'
import { Button } from '../../components/button.tsx'
import { Select } from '../../components/select.tsx'
import { sentenceOf, useSession, useStage } from '../../state/hooks.ts'
import { hrefOf } from '../../state/route.ts'

const MB = 1024 ** 2
const LIMITS = [500 * MB, 1024 * MB, 2 * 1024 * MB, 5 * 1024 * MB, 20 * 1024 * MB]

/** Where snapshots go on this laptop and how much of them is kept. In the browser they are beside the workbook. */
export function SnapshotsPart() {
  const { shell } = useStage()
  const say = useSession(state => state.say)
  const [place, setPlace] = useState<SnapshotPlaceWords | null>(null)

  useEffect(() => {
    shell.snapshotPlace().then(setPlace, () => {})
  }, [shell])

  async function change(work: () => Promise<SnapshotPlaceWords | null>) {
    try {
      setPlace(await work())
    } catch (error) {
      say({ tone: 'problem', sentence: sentenceOf(error) })
    }
  }

  return (
    <>
      <p>
        {place?.where
          ? `They go into ${place.where}.`
          : 'They go into a folder beside each workbook, named after it.'}{' '}
        <a href={hrefOf('restore')}>See them and restore</a>
      </p>
      {place && (
        <>
          <div className="page-actions">
            <Button onPress={() => change(() => shell.setSnapshotPlace(false))}>Choose a folder</Button>
            {place.where && (
              <Button onPress={() => change(() => shell.setSnapshotPlace(true))}>
                Keep them beside each workbook
              </Button>
            )}
          </div>
          <Select
            label="At most, for each workbook"
            value={String(place.limitBytes)}
            choices={[...new Set([...LIMITS, place.limitBytes])]
              .sort((a, b) => a - b)
              .map(bytes => ({ value: String(bytes), label: sizeOf(bytes) }))}
            onChange={bytes => change(() => shell.setSnapshotLimit(Number(bytes)))}
          />
          <p className="small quiet">
            The oldest go first. The newest two always stay, and so does the last one from before an update.
          </p>
        </>
      )}
    </>
  )
}
