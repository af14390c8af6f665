import type { SentFile } from '../../../shared/model/sent-file.ts'
import { ageOf, count, localDay, longDate, shortDate } from '../../../shared/text/dates.ts'
import { sentKindWords } from '../../../shared/text/words.ts'
import { Button } from '../../components/button.tsx'
import { useAct, useSession, useWorkbook } from '../../state/hooks.ts'
import { useCanEdit, useToday } from '../../state/select.ts'

/** Files that were sent, a row each: for whom, what, when, whether it came back, and whether it is waited for. */
export function SentTable({ files, caption }: { files: readonly SentFile[]; caption: string }) {
  const areas = useWorkbook(state => state.rows.areas)
  const today = useToday()
  const canEdit = useCanEdit()
  const act = useAct()
  const say = useSession(state => state.say)
  async function setAwaited(file: SentFile, isAwaited: boolean) {
    const done = await act(client => client.sentFile.setAwaited({ id: file.id, isAwaited }))
    if (!done) return
    const who = whomOf(file)
    say({
      tone: 'done',
      sentence: isAwaited ? `Waiting for ${who} again.` : `No longer waiting for ${who}.`,
      commandId: 'edit.undo',
    })
  }
  return (
    <table className="sent-table">
      <caption className="hidden-words">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">For</th>
          <th scope="col">What</th>
          <th scope="col">Sent</th>
          <th scope="col">Back</th>
          <th scope="col">
            <span className="hidden-words">Waiting</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {files.map(file => (
          <tr key={file.id}>
            <th scope="row">{whomOf(file)}</th>
            <td>{whatOf(file, areas.get(file.areaId ?? '')?.name)}</td>
            <td>
              <span className="nowrap">{shortDate(file.madeOn)}</span>{' '}
              <span className="quiet nowrap">{agoOf(file, today)}</span>
            </td>
            <td>{backOf(file)}</td>
            <td className="sent-do">
              {canEdit && (
                <Button
                  variant="link"
                  label={`${file.isAwaited ? 'Stop waiting' : 'Wait again'} for ${whomOf(file)}`}
                  onPress={() => void setAwaited(file, !file.isAwaited)}
                >
                  {file.isAwaited ? 'Stop waiting' : 'Wait again'}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function whomOf(file: SentFile): string {
  return file.forWhom || (file.kind === 'slip' ? 'Someone not named' : 'Everyone')
}

function whatOf(file: SentFile, area: string | undefined): string {
  const { one } = sentKindWords[file.kind]
  if (file.kind === 'slip') return area ? `${one}, ${area}` : one
  if (file.kind === 'owner') return `${one}, ${count(file.rowCount, 'action')}`
  return file.kind === 'plan' && file.hasRatings ? `${one}, with ratings` : one
}

function agoOf(file: SentFile, today: string): string {
  return file.madeOn < today ? `${ageOf(file.madeOn, today)} ago` : 'today'
}

function backOf(file: SentFile) {
  if (file.returnedAt === null)
    return file.isAwaited ? 'Not yet' : <span className="quiet">Not waited for</span>
  const came = `Came back on ${longDate(localDay(new Date(file.returnedAt)))}`
  return (
    <>
      {came}
      {file.returnedName && (
        <>
          {' as '}
          <span className="sent-name">{file.returnedName}</span>
        </>
      )}
      {file.isAwaited && '; waited for again'}
    </>
  )
}
