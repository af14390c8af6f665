import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'

/** Something to know about the settings of this computer, once. Nothing waits for it. */
export function NewsDialog({ sentence, onClose }: { sentence: string; onClose: () => void }) {
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Settings"
      actions={
        <Button variant="primary" isAutoFocused onPress={onClose}>
          I have read this
        </Button>
      }
    >
      <p>{sentence}</p>
    </Dialog>
  )
}
