import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { PasswordField } from '../../components/password-field.tsx'

/** Asks for the password of a locked workbook. It is handed on once and kept nowhere. */
export function LockedDialog(props: {
  /** Why the last password did not open it; empty at first. */
  problem: string
  isBusy: boolean
  onOpen: (password: string) => void
  onClose: () => void
}) {
  const [password, setPassword] = useState('')
  const why = props.isBusy
    ? 'The password is being tried.'
    : password === ''
      ? 'Type the password first.'
      : null
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title="This workbook is locked"
      actions={
        <>
          <Button onPress={props.onClose}>Cancel</Button>
          <Button variant="primary" offBecause={why} onPress={() => props.onOpen(password)}>
            {props.isBusy ? 'Opening' : 'Open'}
          </Button>
        </>
      }
    >
      <form
        onSubmit={event => {
          event.preventDefault()
          if (!why) props.onOpen(password)
        }}
      >
        <PasswordField
          label="Password"
          value={password}
          onChange={setPassword}
          error={props.problem}
          isAutoFocused
        />
        <p className="hint">
          It opens as a new workbook beside the locked file, which stays as it is. Whoever sent it knows the
          password; nobody can recover a lost one.
        </p>
      </form>
    </Dialog>
  )
}
