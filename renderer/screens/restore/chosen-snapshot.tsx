import { useEffect, useState } from 'react'
import type { SnapshotChanges, SnapshotLine } from '../../../shared/contract/snapshot.ts'
import { count, momentWords } from '../../../shared/text/dates.ts'
import { stampWords } from '../../../shared/text/snapshot-names.ts'
import { Button } from '../../components/button.tsx'
import { SidePanel } from '../../components/dialog.tsx'
import { flushDrafts } from '../../components/draft.ts'
import { sentenceOf, useAct, useSession, useStage, useWorkbook } from '../../state/hooks.ts'
import { useToday } from '../../state/select.ts'
import { contentWords } from './snapshot-list.tsx'

/** One snapshot: what was in it, what going back would change, and the two ways. */
export function ChosenSnapshot({ snapshot, onGone }: { snapshot: SnapshotLine; onGone: () => void }) {
  const changes = useChanges(snapshot)
  const { shell } = useStage()
  const [doing, setDoing] = useState<string | null>(null)
  const act = useAct()
  const say = useSession(state => state.say)
  const when = stampWords(snapshot)

  async function goBack() {
    setDoing('The workbook is being put back.')
    await flushDrafts()
    const done = await act(client => client.snapshot.goBack({ id: snapshot.id }))
    setDoing(null)
    if (!done) return onGone()
    say({
      tone: 'done',
      sentence: `The workbook is as it was on ${when}. Nothing is lost: undo brings the rest back.`,
      commandId: 'edit.undo',
    })
  }

  async function openBeside() {
    setDoing('The snapshot is being copied.')
    try {
      await flushDrafts()
      const outcome = await shell.openSnapshot(snapshot.id, null)
      if (outcome.kind === 'failed' || outcome.kind === 'in-use')
        say({ tone: 'problem', sentence: outcome.sentence })
      else if (outcome.kind === 'opened') {
        // This page shows the other workbook from now on.
        window.location.hash = ''
        window.location.reload()
      } else if (outcome.kind === 'opened-elsewhere')
        say({ tone: 'done', sentence: `The snapshot of ${when} is open in another window.` })
    } catch (error) {
      say({ tone: 'problem', sentence: sentenceOf(error) })
    }
    setDoing(null)
  }

  const isSame = snapshot.standing === 'same'
  return (
    <SidePanel className="restore-chosen" kicker="Snapshot" title={when}>
      <p>{contentWords(snapshot)}.</p>
      <h3>What would change</h3>
      {changes === null && <p className="quiet">Comparing</p>}
      {changes && changes.sentences.length === 0 && (
        <p>{isSame ? 'Nothing: the workbook stands just so now.' : 'Nothing that the workbook shows.'}</p>
      )}
      {changes && changes.sentences.length > 0 && (
        <ul className="restore-changes">
          {changes.sentences.map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {changes && <Since changes={changes} />}
      <div className="restore-way">
        <Button
          variant="primary"
          onPress={goBack}
          offBecause={
            doing ??
            (isSame
              ? 'The workbook stands just so now.'
              : (changes?.cannotGoBack ?? (changes ? null : 'Comparing.')))
          }
        >
          Go back to this in this workbook
        </Button>
        <p className="small quiet">
          Done as one change, which undo takes back. Files already sent stay noted.
        </p>
      </div>
      <div className="restore-way">
        <Button onPress={openBeside} offBecause={doing}>
          Open it as a workbook of its own
        </Button>
        <p className="small quiet">
          Copied beside this workbook under a name with its date. This workbook stays as it is.
        </p>
      </div>
    </SidePanel>
  )
}

function Since({ changes }: { changes: SnapshotChanges }) {
  const today = useToday()
  if (changes.edits === 0) return null
  return (
    <details className="restore-since">
      <summary>{`${count(changes.edits, 'change')} made since`}</summary>
      <ol>
        {changes.since.map((edit, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes its order
          <li key={index} className="small">
            <span className="quiet">
              {momentWords(new Date(edit.at), today)}
              {edit.who && `, ${edit.who}`}:
            </span>{' '}
            {edit.words}
          </li>
        ))}
      </ol>
      {changes.edits > changes.since.length && (
        <p className="small quiet">{`And ${count(changes.edits - changes.since.length, 'earlier change')}; History has them all.`}</p>
      )}
    </details>
  )
}

function useChanges({ id }: SnapshotLine): SnapshotChanges | null {
  const act = useAct()
  const seq = useWorkbook(state => state.seq)
  const [changes, setChanges] = useState<SnapshotChanges | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew at every edit
  useEffect(() => {
    let isCurrent = true
    void act(client => client.snapshot.compare({ id })).then(found => {
      if (isCurrent && found) setChanges(found)
    })
    return () => {
      isCurrent = false
    }
  }, [act, id, seq])
  return changes
}
