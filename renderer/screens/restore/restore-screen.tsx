import './restore.css'
import { useCallback, useEffect, useState } from 'react'
import type { SnapshotLine, Snapshots } from '../../../shared/contract/snapshot.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Callout } from '../../components/notices.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { useAct, useSession, useWorkbook } from '../../state/hooks.ts'
import { useCanEdit, useToday } from '../../state/select.ts'
import { ChosenSnapshot } from './chosen-snapshot.tsx'
import { placeWords, unreadableWords } from './place-words.ts'
import { SnapshotList } from './snapshot-list.tsx'

/** The dated snapshots of this workbook, what going back to one would change, and the two ways to do it. */
export function RestoreScreen() {
  const { found, refresh } = useSnapshots()
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [isTaking, setIsTaking] = useState(false)
  const today = useToday()
  const canEdit = useCanEdit()
  const act = useAct()
  const say = useSession(state => state.say)
  const chosen = found?.snapshots.find(({ id }) => id === chosenId) ?? firstToRestore(found)

  async function take() {
    setIsTaking(true)
    const done = await act(client => client.snapshot.take())
    setIsTaking(false)
    if (done)
      say({
        tone: 'done',
        sentence: done.wasTaken
          ? 'A snapshot of the workbook as it is now is kept.'
          : 'Nothing has changed since the newest snapshot, so no other was kept.',
      })
    await refresh()
  }

  return (
    <>
      <PageHead
        title="Restore from a snapshot"
        lead={found ? placeWords(found) : 'Looking for snapshots'}
        actions={
          <Button
            onPress={take}
            offPlacement="bottom"
            offBecause={
              canEdit
                ? isTaking
                  ? 'A snapshot is being kept.'
                  : null
                : 'This workbook is open for reading only.'
            }
          >
            Keep a snapshot now
          </Button>
        }
      />
      {found?.problem && (
        <Callout tone="problem">
          <p>{found.problem}</p>
        </Callout>
      )}
      <div className="restore">
        <section className="paper restore-list" aria-label="Snapshots" aria-busy={found === null}>
          {found?.snapshots.length === 0 && (
            <EmptyState title="No snapshots yet">
              The first is kept when you close this workbook, or when you ask for one above.
            </EmptyState>
          )}
          {found && (
            <SnapshotList
              snapshots={found.snapshots}
              chosenId={chosen?.id ?? null}
              today={today}
              onChoose={setChosenId}
            />
          )}
          {found && found.unreadable > 0 && (
            <p className="restore-foot small quiet">{unreadableWords(found.unreadable)}</p>
          )}
        </section>
        {chosen && <ChosenSnapshot key={chosen.id} snapshot={chosen} onGone={refresh} />}
      </div>
    </>
  )
}

/** The newest one that is not what the workbook is already. */
function firstToRestore(found: Snapshots | null): SnapshotLine | undefined {
  return found?.snapshots.find(({ standing }) => standing !== 'same') ?? found?.snapshots[0]
}

function useSnapshots() {
  const act = useAct()
  const seq = useWorkbook(state => state.seq)
  const [found, setFound] = useState<Snapshots | null>(null)
  const refresh = useCallback(async () => {
    const next = await act(client => client.snapshot.list())
    if (next) setFound(next)
  }, [act])
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew at every edit
  useEffect(() => void refresh(), [refresh, seq])
  return { found, refresh }
}
