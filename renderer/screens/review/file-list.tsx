import { useMemo, useState } from 'react'
import type { Review, ReviewFile } from '../../../shared/model/review.ts'
import { count } from '../../../shared/text/dates.ts'
import { Button } from '../../components/button.tsx'
import { MenuButton } from '../../components/menu-button.tsx'
import { useAct, useReviewing, useStage } from '../../state/hooks.ts'
import { useToday } from '../../state/select.ts'
import type { Returning } from '../../state/use-review.ts'
import { isOfFile } from './decide.ts'
import type { Handlers } from './handlers.ts'
import { Choosing } from './nothing-back.tsx'
import { SentOut, useAwaited } from './sent-out.tsx'
import { type FileTally, fileCounts, fileTallies, fileWords } from './words.ts'

/** Remarks shown before the rest is asked for. */
const FEW = 3

/** The files: what each contains, any problem in words, and what can be done with each. */
export function FileList(props: { review: Review; on: Handlers; returning: Returning }) {
  const { review, on } = props
  const { shell, review: store } = useStage()
  const act = useAct()
  const awaited = useAwaited()
  const tallies = useMemo(() => fileTallies(review), [review])

  async function leaveOut(fileId: string) {
    await act(client => client.review.leaveOut({ fileId }))
    store.getState().askAgain()
  }
  async function close() {
    await act(client => client.review.close())
    store.getState().askAgain()
  }

  return (
    <div className="review-files">
      <section className="paper" aria-labelledby="review-files">
        <h2 id="review-files" className="review-title">
          {count(review.files.length, 'file')}
        </h2>
        <ul>
          {review.files.map(file => (
            <FileLine
              key={file.id}
              file={file}
              review={review}
              tally={tallies.get(file.id)!}
              on={on}
              onLeaveOut={() => void leaveOut(file.id)}
            />
          ))}
        </ul>
        <div className="review-add">
          <Choosing returning={props.returning} canFolder={shell.can.attachFolder} />
          {review.files.length > 1 && (
            <Button variant="link" className="small" onPress={() => void close()}>
              Put all files aside
            </Button>
          )}
        </div>
      </section>
      {awaited.length > 0 && (
        <details className="paper review-more">
          <summary>
            {awaited.length === 1
              ? '1 more file is'
              : `${awaited.length.toLocaleString('en-GB')} more files are`}{' '}
            still out
          </summary>
          <SentOut awaited={awaited} />
        </details>
      )}
    </div>
  )
}

type LineProps = {
  file: ReviewFile
  review: Review
  tally: FileTally
  on: Handlers
  onLeaveOut: () => void
}

function FileLine(props: LineProps) {
  const { file, tally } = props
  const { review: store } = useStage()
  const today = useToday()
  const isChosen = useReviewing(state => state.fileId === file.id)
  const [isWhole, setIsWhole] = useState(false)
  const hasRows = tally.changed + tally.added > 0
  const what = fileWords(file, today)
  const words = (
    <>
      <strong>
        <bdi>{file.name}</bdi>
      </strong>
      {what && <span className="quiet small">{what}</span>}
      {file.state === 'refused' ? (
        <span className="late">Not read</span>
      ) : (
        <span>{fileCounts(file, tally)}</span>
      )}
    </>
  )
  const remarks = isWhole ? file.remarks : file.remarks.slice(0, FEW)
  return (
    <li className={isChosen ? 'review-file is-chosen' : 'review-file'}>
      <div className="review-file-head">
        {hasRows ? (
          <button
            type="button"
            className="review-file-words"
            aria-pressed={isChosen}
            title={isChosen ? 'Show all files' : 'Show only what came back in this file'}
            onClick={() => store.getState().narrow(isChosen ? null : file.id)}
          >
            {words}
          </button>
        ) : (
          <div className="review-file-words">{words}</div>
        )}
        <FileMenu {...props} hasRows={hasRows} />
      </div>
      {file.problem && <p className="quiet small">{file.problem}</p>}
      {remarks.map(remark => (
        <p key={remark} className="quiet small">
          {remark}
        </p>
      ))}
      {file.remarks.length > FEW && (
        <Button variant="link" className="small" isExpanded={isWhole} onPress={() => setIsWhole(!isWhole)}>
          {isWhole ? 'Show less' : `Show ${file.remarks.length - FEW} more`}
        </Button>
      )}
    </li>
  )
}

function FileMenu({ file, review, tally, on, onLeaveOut, hasRows }: LineProps & { hasRows: boolean }) {
  const changes = () => review.changes.filter(change => isOfFile(change, file.id))
  const additions = () => review.additions.filter(addition => addition.fileId === file.id)
  const safe = tally.changed - tally.conflicts - tally.unreadable + tally.added
  const detail = tally.conflicts > 0 ? { detail: 'But conflicts, which you choose in one by one' } : {}
  return (
    <MenuButton
      icon="more"
      hasNoArrow
      className="button button-quiet button-icon"
      label={`What to do with ${file.name}`}
      choices={[
        ...(hasRows && safe > 0 ? [{ id: 'accept', label: 'Accept all of this file', ...detail }] : []),
        ...(hasRows ? [{ id: 'refuse', label: 'Refuse all of this file', ...detail }] : []),
        { id: 'aside', label: 'Put this file aside', detail: 'It is not read, and can be added again' },
      ]}
      onChoose={id => {
        if (id === 'accept') on.acceptAll(changes(), additions())
        else if (id === 'refuse') on.refuseAll(changes(), additions())
        else onLeaveOut()
      }}
    />
  )
}
