import { useMemo } from 'react'
import type { SentFile } from '../../../shared/model/sent-file.ts'
import { sentInOrder, whomOf } from '../../../shared/rules/sent.ts'
import { momentWords } from '../../../shared/text/dates.ts'
import { sentKindWords } from '../../../shared/text/words.ts'
import { Button } from '../../components/button.tsx'
import { useAct, useReviewing, useWorkbook } from '../../state/hooks.ts'
import { useCanEdit, useToday } from '../../state/select.ts'

/** What was sent and is waited for, the longest first; without what lies here to be decided. */
export function useAwaited(): readonly SentFile[] {
  const sentFiles = useWorkbook(state => state.rows.sentFiles)
  const files = useReviewing(state => state.review?.files)
  return useMemo(() => {
    const here = new Set(files?.map(file => file.sentFileId))
    return sentInOrder({ sentFiles }).awaited.filter(file => !here.has(file.id))
  }, [sentFiles, files])
}

/** The list of it: for whom, what, when, and a way to stop waiting. */
export function SentOut({ awaited }: { awaited: readonly SentFile[] }) {
  const act = useAct()
  const today = useToday()
  const canEdit = useCanEdit()
  return (
    <ul className="review-out">
      {awaited.map(file => {
        const who = whomOf(file)
        return (
          <li key={file.id}>
            <span className="review-out-words">
              <strong>
                <bdi>{who}</bdi>
              </strong>{' '}
              <span className="quiet">
                {sentKindWords[file.kind].one}, sent {momentWords(new Date(file.madeAt), today)}
              </span>
              <span className="quiet small review-out-name">
                <bdi>{file.fileName}</bdi>
              </span>
            </span>
            {canEdit && (
              <Button
                variant="link"
                className="small"
                label={`Stop waiting for ${who}: ${file.fileName}`}
                onPress={() =>
                  void act(client => client.sentFile.setAwaited({ id: file.id, isAwaited: false }))
                }
              >
                Stop waiting
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
