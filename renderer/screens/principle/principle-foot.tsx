import type { Principle } from '../../../shared/model/framework.ts'
import { listOf } from '../../../shared/text/sizes.ts'
import { Icon } from '../../components/icon.tsx'
import { hrefOf } from '../../state/route.ts'
import { usePrinciples } from '../../state/select.ts'
import { neighboursOf } from './rating-view.ts'
import type { PrincipleView } from './use-principle.ts'

/** The way to the neighbours, and what is still missing here. */
export function PrincipleFoot({ view }: { view: PrincipleView }) {
  const { before, after } = neighboursOf(usePrinciples(), view.principle.id)
  return (
    <footer className="principle-foot">
      {before ? <Neighbour principle={before} icon="left" /> : <a href={hrefOf('overview')}>Overview</a>}
      <p aria-live="polite">
        {view.missing.length > 0 ? (
          <>
            Missing here: <strong>{listOf(view.missing.map(one => one.words))}</strong>
          </>
        ) : (
          'Nothing is missing here.'
        )}
      </p>
      {after ? <Neighbour principle={after} icon="right" /> : <a href={hrefOf('overview')}>Overview</a>}
    </footer>
  )
}

function Neighbour({ principle, icon }: { principle: Principle; icon: 'left' | 'right' }) {
  return (
    <a
      href={hrefOf('principle', principle.id)}
      aria-keyshortcuts={icon === 'left' ? 'Alt+PageUp' : 'Alt+PageDown'}
    >
      {icon === 'left' && <Icon name="left" />}
      <span className="hidden-words">{icon === 'left' ? 'Previous: ' : 'Next: '}</span>
      <span className="principle-foot-name">
        {principle.number} {principle.title}
      </span>
      {icon === 'right' && <Icon name="right" />}
    </a>
  )
}
