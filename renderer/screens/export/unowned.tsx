import type { Action } from '../../../shared/model/action.ts'
import { count } from '../../../shared/text/dates.ts'
import { refOf } from '../../../shared/text/names.ts'
import { hrefOf } from '../../state/route.ts'

/** How many are named; the Actions screen shows the rest. */
const MOST = 4

/** Open actions that reach nobody, each a link to where an owner is named. */
export function Unowned({ actions }: { actions: readonly Action[] }) {
  if (actions.length === 0) return null
  const more = actions.length - MOST
  return (
    <p>
      {count(actions.length, 'open action')} without an owner:{' '}
      {actions.slice(0, MOST).map((action, at) => (
        <span key={action.id}>
          {at > 0 && ', '}
          <a href={hrefOf('actions', action.id)} title={action.title}>
            {refOf('action', action.ref)}
          </a>
        </span>
      ))}
      {more > 0 && (
        <>
          {' '}
          and <a href={hrefOf('actions')}>{more} more</a>
        </>
      )}
      .
    </p>
  )
}
