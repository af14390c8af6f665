import { Fragment, useMemo, useState } from 'react'
import type { Review } from '../../../shared/model/review.ts'
import { Button } from '../../components/button.tsx'
import { useAct, useReviewing, useStage } from '../../state/hooks.ts'
import { usePreferences } from '../../state/preferences.ts'
import { useCanEdit } from '../../state/select.ts'
import { acceptances, canAdd, isOfFile, type Tally, tallyOf } from './decide.ts'
import type { Handlers } from './handlers.ts'
import { appliedWords, applyParts, noteWords, nothingWords } from './words.ts'

/** What Apply will do, in a sentence and in figures, and the button that does it. */
export function ApplyPanel({ review, on }: { review: Review; on: Handlers }) {
  const decisions = useReviewing(state => state.decisions)
  const fileId = useReviewing(state => state.fileId)
  const canEdit = useCanEdit()
  const tally = useMemo(() => tallyOf(review, decisions), [review, decisions])
  const applying = useApplying(review, tally)
  const parts = applyParts(review, tally)
  const notes = noteWords(review, decisions, tally)
  const hasWork = parts.length + notes.length > 0
  const rest = useMemo(() => {
    const changes = fileId ? review.changes.filter(change => isOfFile(change, fileId)) : review.changes
    const additions = review.additions.filter(
      addition =>
        (!fileId || addition.fileId === fileId) &&
        !decisions.additions[addition.id] &&
        canAdd(addition, null),
    )
    return { changes, additions, count: acceptances(changes, decisions).length + additions.length }
  }, [review, decisions, fileId])
  const offBecause = !canEdit
    ? 'This workbook is open for reading only.'
    : applying.isBusy
      ? 'It is being written.'
      : hasWork
        ? null
        : nothingWords(tally)
  const onlyNotes = parts.length === 0 && notes.length > 0

  return (
    <section className="paper review-apply" aria-labelledby="review-apply">
      <h2 id="review-apply" className="review-title">
        What Apply will do
      </h2>
      <div className="review-will">
        {parts.length > 0 && (
          <p>
            {parts.map(part =>
              part.isStrong ? (
                <strong key={part.text}>{part.text}</strong>
              ) : (
                <span key={part.text}>{part.text}</span>
              ),
            )}
          </p>
        )}
        {notes.map(note => (
          <p key={note}>{note}</p>
        ))}
        {!hasWork && <p>{nothingWords(tally)}</p>}
        {hasWork && tally.decided === 0 && tally.total > 0 && (
          <p>Of what changed, {nothingWords(tally).replace(/^N/, 'n')}</p>
        )}
        {tally.unnamed > 0 && hasWork && (
          <p className="late">
            {tally.unnamed === 1 ? '1 new row still wants' : `${tally.unnamed} new rows still want`} a
            principle, and waits.
          </p>
        )}
      </div>
      <Sums review={review} tally={tally} />
      {tally.total > 0 && (
        <p className="quiet review-later">
          What you have not decided stays here until you close the workbook.
        </p>
      )}
      <div className="review-buttons">
        <Button variant="primary" isBig offBecause={offBecause} onPress={applying.apply}>
          {onlyNotes ? 'Note this' : 'Apply these changes'}
        </Button>
        {tally.total > 0 && (
          <Button
            offPlacement="bottom"
            offBecause={rest.count === 0 ? 'Nothing is left that can be accepted without choosing.' : null}
            onPress={() => on.acceptAll(rest.changes, rest.additions)}
          >
            {fileId ? 'Accept the rest of this file' : 'Accept the rest'}
          </Button>
        )}
      </div>
      {tally.total > 0 && <Keys options={mostOptions(review)} />}
    </section>
  )
}

function Sums({ review, tally }: { review: Review; tally: Tally }) {
  if (tally.total === 0) return null
  const line = (words: string, number: number, isLate = false) => (
    <div className={isLate && number > 0 ? 'late' : undefined}>
      <dt>{words}</dt>
      <dd>{number.toLocaleString('en-GB')}</dd>
    </div>
  )
  const newRows = review.additions.length
  return (
    <dl className="review-sums">
      {line('Accepted', tally.accepted)}
      {line('Refused, stays as it is', tally.refused)}
      {line('Not decided', tally.open)}
      {review.changes.some(change => change.state === 'conflict') &&
        line('Conflicts to choose', tally.conflicts, true)}
      {newRows > 0 && (
        <div>
          <dt>New rows accepted</dt>
          <dd>
            {(tally.added + tally.unnamed).toLocaleString('en-GB')} of {newRows.toLocaleString('en-GB')}
          </dd>
        </div>
      )}
    </dl>
  )
}

function Keys({ options }: { options: number }) {
  const { singleKeys } = usePreferences()
  return (
    <p className="review-keys" id="review-keys">
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> next change
      </span>
      {singleKeys ? (
        <>
          <span>
            <kbd>A</kbd> accept, <kbd>R</kbd> refuse
          </span>
          <span>
            with <kbd>Shift</kbd> all of that action
          </span>
          {options > 0 && (
            <span>
              {Array.from({ length: options }, (_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the keys 1, 2 and so on
                <Fragment key={index}>
                  <kbd>{index + 1}</kbd>{' '}
                </Fragment>
              ))}
              choose in a conflict
            </span>
          )}
        </>
      ) : (
        <span>
          <kbd>Tab</kbd> to the buttons of a change
        </span>
      )}
    </p>
  )
}

/** How many answers the widest conflict has: so many keys choose. */
function mostOptions(review: Review): number {
  return review.changes.reduce(
    (most, change) => (change.state === 'conflict' ? Math.max(most, change.options.length) : most),
    0,
  )
}

/** Writes what was accepted as one edit, says so, and offers the way back. */
function useApplying(review: Review, tally: Tally) {
  const { review: store, session } = useStage()
  const act = useAct()
  const [isBusy, setIsBusy] = useState(false)
  async function apply() {
    if (isBusy) return
    setIsBusy(true)
    const { decisions, startApplying, endApplying, askAgain } = store.getState()
    startApplying()
    const done = await act(client =>
      client.review.apply({ seq: review.seq, turn: review.turn, decisions: readyOf(review, decisions) }),
    )
    endApplying(done !== undefined)
    if (done)
      session.getState().say({ tone: 'done', sentence: appliedWords(review, tally), commandId: 'edit.undo' })
    askAgain()
    setIsBusy(false)
  }
  return { isBusy, apply: () => void apply() }
}

/** Only what can be written: a new row that still wants its principle waits. */
function readyOf(review: Review, decisions: Parameters<typeof tallyOf>[1]): typeof decisions {
  const ready = review.additions.filter(addition => {
    const choice = decisions.additions[addition.id]
    return choice && (!choice.accept || canAdd(addition, choice.principleId))
  })
  return {
    changes: decisions.changes,
    additions: Object.fromEntries(ready.map(({ id }) => [id, decisions.additions[id]!])),
  }
}
