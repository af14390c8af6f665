import { bitsOf, passphraseFrom, strengthWords } from '../../../shared/rules/passphrase.ts'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { PasswordField } from '../../components/password-field.tsx'
import { useFramework } from '../../state/select.ts'

/** Whether a password locks the copy, and which. `null`: none. It is kept nowhere, not even in this window. */
export function CopyPassword(props: {
  password: string | null
  onChange: (password: string | null) => void
}) {
  const framework = useFramework()
  const { password, onChange } = props
  return (
    <div className="copy-password">
      <Checkbox
        label="Lock it with a password"
        isChecked={password !== null}
        onChange={isLocked => onChange(isLocked ? '' : null)}
      />
      {password !== null && (
        <>
          <PasswordField
            label="Password"
            hint={
              password === ''
                ? 'Six words that have nothing to do with each other are best.'
                : strengthWords(bitsOf(password))
            }
            value={password}
            onChange={onChange}
            isNew
          />
          <Button variant="link" onPress={() => onChange(passphraseFrom(framework, random))}>
            Suggest six words
          </Button>
          <p className="hint">
            Write it down before you send the copy, and send it by another way. A lost password cannot be
            recovered, by us or by anyone.
          </p>
        </>
      )}
    </div>
  )
}

/** A whole number below `below`, all of them as likely. */
function random(below: number): number {
  const most = Math.floor(2 ** 32 / below) * below
  for (;;) {
    const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
    if (number < most) return number % below
  }
}
