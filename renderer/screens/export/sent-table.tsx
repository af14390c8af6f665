import type { SentFile } from '../../../shared/model/sent-file.ts'
import { whomOf } from '../../../shared/rules/sent.ts'
import { shortDate } from '../../../shared/text/dates.ts'
import { Button } from '../../components/button.tsx'
import { useAct, useSession, useWorkbook } from '../../state/hooks.ts'
import { useCanEdit, useToday } from '../../state/select.ts'
import { agoOf, backOf, whatOf } from './sent-words.ts'

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
            <th scope="row">
              <span className="sent-who" title={whomOf(file)}>
                {whomOf(file)}
              </span>
            </th>
            <td>{whatOf(file, areas.get(file.areaId ?? '')?.name)}</td>
            <td>
              <span className="nowrap">{shortDate(file.madeOn)}</span>{' '}
              <span className="quiet nowrap">{agoOf(file, today)}</span>
            </td>
            <td className={file.isAwaited || file.returnedAt ? 'sent-back' : 'sent-back quiet'}>
              {backOf(file)}
            </td>
            <td className="sent-do">
              {canEdit && (
                <Button
                  variant="link"
                  label={`${waitWords(file)} for ${whomOf(file)}`}
                  onPress={() => void setAwaited(file, !file.isAwaited)}
                >
                  {waitWords(file)}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A board workbook is not waited for unless somebody says so. */
function waitWords(file: SentFile): string {
  if (file.isAwaited) return 'Stop waiting'
  return file.kind === 'board' && file.returnedAt === null ? 'Wait' : 'Wait again'
}
