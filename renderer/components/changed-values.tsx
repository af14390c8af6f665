import '../styles/changed-values.css'
import { useEffect, useState } from 'react'
import type { HistoryValues } from '../../shared/contract/history.ts'
import { count } from '../../shared/text/dates.ts'
import { useAct } from '../state/hooks.ts'

/** What an edit changed: each old value and the new one. Read when it is drawn. */
export function ChangedValues({ seq }: { seq: number }) {
  const act = useAct()
  const [found, setFound] = useState<HistoryValues | null>(null)
  useEffect(() => {
    let isHere = true
    void act(client => client.history.values({ seq })).then(answer => answer && isHere && setFound(answer))
    return () => {
      isHere = false
    }
  }, [act, seq])
  if (!found) return <p className="changed-values quiet">Reading what changed</p>
  const { values, more, isHidden } = found
  return (
    <div className="changed-values">
      {values.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Was</th>
              <th scope="col">Became</th>
            </tr>
          </thead>
          <tbody>
            {values.map((value, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: values of one edit, in order
              <tr key={index}>
                <th scope="row">
                  {value.field}
                  {value.subject && <span className="quiet"> {value.subject}</span>}
                </th>
                <td>{value.was ? <bdi>{value.was}</bdi> : <span className="quiet">Nothing</span>}</td>
                <td>{value.is ? <bdi>{value.is}</bdi> : <span className="quiet">Nothing</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more > 0 && <p className="quiet">And {count(more, 'more value')}: the export has them.</p>}
      {isHidden && <p className="quiet">Hands and slips are not shown here.</p>}
      {values.length === 0 && !isHidden && <p className="quiet">No value to show.</p>}
    </div>
  )
}
