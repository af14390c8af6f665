import './restore.css'
import { useEffect, useState } from 'react'
import type { SnapshotLine, Snapshots } from '../../../shared/contract/snapshot.ts'
import { todayHere } from '../../../shared/text/dates.ts'
import { stampWords } from '../../../shared/text/snapshot-names.ts'
import type { RecentWorkbook, Shell } from '../../boot/shell.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { SidePanel } from '../../components/dialog.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Callout } from '../../components/notices.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { sentenceOf } from '../../state/hooks.ts'
import { placeWords, unreadableWords } from './place-words.ts'
import { contentWords, SnapshotList } from './snapshot-list.tsx'

/** The snapshots of a workbook that is not open: perhaps damaged, perhaps gone. The one way is a workbook of its own. */
export function RestoreAlone(props: { shell: Shell; recentId: string; onOpened: () => void }) {
  const { shell, recentId } = props
  const [workbook, setWorkbook] = useState<RecentWorkbook | null>(null)
  const [found, setFound] = useState<Snapshots | null>(null)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const chosen = found?.snapshots.find(({ id }) => id === chosenId) ?? found?.snapshots[0]
  const name = workbook?.summary?.systemName ?? chosen?.systemName ?? workbook?.name ?? 'this workbook'

  useEffect(() => {
    shell.listSnapshots(recentId).then(setFound, error => setProblem(sentenceOf(error)))
    shell.listRecent().then(
      all => setWorkbook(all.find(({ id }) => id === recentId) ?? null),
      () => {},
    )
  }, [shell, recentId])

  async function open(snapshot: SnapshotLine) {
    setIsBusy(true)
    setProblem(null)
    try {
      const outcome = await shell.openSnapshot(snapshot.id, recentId)
      if (outcome.kind === 'failed' || outcome.kind === 'in-use') setProblem(outcome.sentence)
      else if (outcome.kind === 'opened') {
        window.location.hash = ''
        props.onOpened()
      }
    } catch (error) {
      setProblem(sentenceOf(error))
    }
    setIsBusy(false)
  }

  return (
    <main className="restore-alone" id="main">
      <PageHead
        title={`Snapshots of ${name}`}
        lead={found ? placeWords(found) : 'Looking for snapshots'}
        actions={<ButtonLink href="#/">All workbooks</ButtonLink>}
      />
      {problem && (
        <div role="alert">
          <Callout tone="problem">
            <p>{problem}</p>
          </Callout>
        </div>
      )}
      <div className="restore">
        <section className="paper restore-list" aria-label="Snapshots" aria-busy={found === null && !problem}>
          {found?.snapshots.length === 0 && (
            <EmptyState title="No snapshots were found">
              None lie in “{found.folderName}”. If you moved the workbook, look for them where it was, or open
              the newest copy you have.
            </EmptyState>
          )}
          {found && (
            <SnapshotList
              snapshots={found.snapshots}
              chosenId={chosen?.id ?? null}
              today={todayHere()}
              onChoose={setChosenId}
            />
          )}
          {found && found.unreadable > 0 && (
            <p className="restore-foot small quiet">{unreadableWords(found.unreadable)}</p>
          )}
        </section>
        {chosen && (
          <SidePanel className="restore-chosen" kicker={chosen.systemName} title={stampWords(chosen)}>
            <p>{contentWords(chosen)}.</p>
            <div className="restore-way">
              <Button
                variant="primary"
                onPress={() => open(chosen)}
                offBecause={isBusy ? 'The snapshot is being copied.' : null}
              >
                Open it as a workbook of its own
              </Button>
              <p className="small quiet">
                Copied beside the workbook under a name with its date. Whatever is left of the workbook stays
                where it is.
              </p>
            </div>
          </SidePanel>
        )}
      </div>
    </main>
  )
}
