import { useState } from 'react'
import { count } from '../../../shared/text/dates.ts'
import { useAllCommands, useRunCommand } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { useSession } from '../../state/hooks.ts'
import { hrefOf } from '../../state/route.ts'

/** So many are listed; a file that was changed all over would fill the screen. */
const LISTED = 20

/** What a check found wrong, above every screen: calm, since nothing gets worse by itself, and with what to do. */
export function DamageBanner() {
  const damage = useSession(state => state.damage)
  const setDamage = useSession(state => state.setDamage)
  const [isOpen, setIsOpen] = useState(false)
  const run = useRunCommand()
  const restore = useAllCommands().find(command => command.id === 'go.restore' && !command.offBecause)
  if (damage.length === 0) return null
  return (
    <section className="banner damage" role="status" aria-label="Damage found">
      <p>
        <strong>{`This workbook is not as Ninefold wrote it: ${count(damage.length, 'thing')} found.`}</strong>{' '}
        {restore
          ? 'What you see may be wrong. Look at an earlier state before you go on.'
          : 'What you see may be wrong. Compare it with the newest copy you have before you go on.'}
      </p>
      {isOpen && (
        <ul>
          {damage.slice(0, LISTED).map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
          {damage.length > LISTED && <li>{`And ${damage.length - LISTED} more.`}</li>}
        </ul>
      )}
      <p className="damage-ways">
        <Button variant="link" isExpanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
          {isOpen ? 'Hide what was found' : 'Show what was found'}
        </Button>
        {restore && (
          <Button variant="link" onPress={() => run(restore.id)}>
            Restore an earlier state
          </Button>
        )}
        <Button variant="link" onPress={() => run('workbook.copy')}>
          Save a copy
        </Button>
        <a href={hrefOf('guide', 'trouble.a-damaged-file')}>What to do</a>
        <Button variant="link" onPress={() => setDamage([])}>
          Put this message away
        </Button>
      </p>
    </section>
  )
}
