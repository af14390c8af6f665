import './review.css'
import './review-list.css'
import './review-windows.css'
import { useEffect, useRef } from 'react'
import { WANTED_BACK } from '../../../shared/rules/returned-files.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { DropZone } from '../../components/drop-zone.tsx'
import { Callout } from '../../components/notices.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { useReviewing, useStage } from '../../state/hooks.ts'
import { usePrepared } from '../../state/use-prepared.ts'
import { type Returning, useReturning, useReview } from '../../state/use-review.ts'
import { ApplyPanel } from './apply-panel.tsx'
import { ChangeList } from './change-list.tsx'
import { FileList } from './file-list.tsx'
import { NothingBack } from './nothing-back.tsx'
import { useAwaited } from './sent-out.tsx'
import { useHandlers } from './use-handlers.ts'
import { headingOf } from './words.ts'

/** What came back, beside what is here: looked at cell by cell, and written only by Apply. */
export function ReviewScreen() {
  useReview()
  usePrepared('review')
  const { review: store } = useStage()
  const review = useReviewing(state => state.review)
  const lost = useReviewing(state => state.lost)
  const isBusy = useReviewing(state => state.reading > 0)
  const returning = useReturning()
  const { on, said } = useHandlers()
  const awaited = useAwaited()
  useReadCommand(returning)
  useFocusKept(review)
  const hasFiles = Boolean(review && review.files.length > 0)

  return (
    <DropZone look="area" className="review" wanted={WANTED_BACK} onFiles={returning.files}>
      <PageHead
        title={hasFiles ? headingOf(review!) : emptyTitle(review === undefined, isBusy, awaited.length)}
        lead="Nothing is written until you apply. Applying is one step, and undo takes it all back."
      />
      <p className="hidden-words" role="status">
        {said}
      </p>
      {lost && (
        <div role="alert" className="review-lost">
          <Callout tone="problem">
            <p>{lost}</p>
            <Button variant="quiet" onPress={() => store.getState().forgetLost()}>
              Dismiss
            </Button>
          </Callout>
        </div>
      )}
      {hasFiles ? (
        <div className="review-columns">
          <FileList review={review!} on={on} returning={returning} />
          <section className="review-middle" aria-label="What came back">
            <Narrowed />
            {review!.changes.length + review!.additions.length === 0 ? (
              <p className="paper review-none">
                {review!.files.some(file => file.state === 'read')
                  ? 'There is nothing to decide: every cell that came back says what was sent.'
                  : 'No file could be read. Beside each stands what to do about it.'}
              </p>
            ) : (
              <ChangeList review={review!} on={on} />
            )}
          </section>
          <ApplyPanel review={review!} on={on} />
        </div>
      ) : (
        review === null && <NothingBack returning={returning} />
      )}
    </DropZone>
  )
}

function emptyTitle(isUnknown: boolean, isBusy: boolean, awaited: number): string {
  if (isBusy) return 'Reading what came back'
  if (isUnknown) return 'Returned files'
  if (awaited === 0) return 'Nothing has come back yet'
  return awaited === 1 ? '1 file is still out' : `${awaited.toLocaleString('en-GB')} files are still out`
}

/** Which file the list is narrowed to, and the way back to all. */
function Narrowed() {
  const { review: store } = useStage()
  const fileId = useReviewing(state => state.fileId)
  const file = useReviewing(state => state.review?.files.find(one => one.id === fileId))
  if (!file) return null
  return (
    <p className="review-narrowed" role="status">
      <span>
        Only what came back in <bdi>{file.name}</bdi>.
      </span>{' '}
      <Button variant="link" onPress={() => store.getState().narrow(null)}>
        Show all files
      </Button>
    </p>
  )
}

function useReadCommand(returning: Returning): void {
  useCommands([
    {
      id: 'review.open',
      label: 'Read returned files',
      group: 'Workbook',
      shortcuts: ['Ctrl+Shift+O'],
      run: () => returning.choose(false),
    },
  ])
}

/** What had the focus may be gone after choosing files or applying: then what is to be decided has it, so that keys do, or the page. */
function useFocusKept(review: unknown): void {
  const isFirst = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a fresh review may take controls away
  useEffect(() => {
    const main = document.getElementById('main')
    const { activeElement } = document
    if (!isFirst.current && (activeElement === document.body || activeElement === main)) {
      const here = document.querySelector<HTMLElement>('.review-list [data-row][tabindex="0"]')
      ;(here ?? main)?.focus({ preventScroll: true })
    }
    isFirst.current = false
  }, [review])
}
