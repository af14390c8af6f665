import { useEffect, useState } from 'react'
import type { Person } from '../../../shared/contract/control.ts'
import { ComboBox } from '../../components/combo-box.tsx'
import { TextField } from '../../components/text-field.tsx'
import { sentenceOf, useSession, useStage } from '../../state/hooks.ts'
import { useFramework } from '../../state/select.ts'

/** Who is at the keyboard. Belongs to the laptop, so undo does not reach it. */
export function PersonPart() {
  const { shell } = useStage()
  const { roles } = useFramework()
  const say = useSession(state => state.say)
  const [person, setPerson] = useState<Person | null>(null)
  const [role, setRole] = useState('')

  useEffect(() => {
    shell.person().then(
      found => {
        setPerson(found)
        setRole(found.role)
      },
      error => say({ tone: 'problem', sentence: sentenceOf(error) }),
    )
  }, [shell, say])

  async function save(set: Partial<Person>) {
    const next = { ...person!, ...set }
    try {
      await shell.setPerson(next)
      setPerson(next)
      return next
    } catch (error) {
      say({ tone: 'problem', sentence: sentenceOf(error) })
      return undefined
    }
  }

  if (!person) return null
  return (
    <div className="settings-pair">
      <TextField label="Your name" value={person.name} onSave={name => save({ name: name.trim() })} />
      <ComboBox
        label="Your role"
        text={role}
        options={roles.map(one => ({ id: one.id, label: one.label, detail: one.organisation }))}
        onChange={(text, option) => {
          setRole(text)
          if (option) void save({ role: text })
        }}
        onBlur={() => role !== person.role && void save({ role: role.trim() })}
      />
    </div>
  )
}
