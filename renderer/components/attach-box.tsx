import { useState } from 'react'
import type { NoteStart } from '../state/use-attaching.ts'
import { LinkForm, NoteForm } from './attach-forms.tsx'
import { Button } from './button.tsx'
import { DropZone } from './drop-zone.tsx'
import { Icon } from './icon.tsx'

export type AttachBoxProps = {
  onFiles: (files: readonly File[] | Promise<readonly File[]>) => unknown
  onChoose: (folder: boolean) => unknown
  /** Give back whether it was taken; the form stays open otherwise. */
  onLink: (url: string) => Promise<boolean>
  onNote: (title: string, note: string) => Promise<boolean>
  canFolder: boolean
  /** Text to start a note with, from a paste. A new object opens the note again. */
  offered: NoteStart | null
}

/** Every way to attach evidence, and the one thing never to attach. */
export function AttachBox(props: AttachBoxProps) {
  const [form, setForm] = useState<'link' | 'note' | null>(null)
  const [offered, setOffered] = useState<NoteStart | null>(null)
  if (props.offered !== offered) {
    setOffered(props.offered)
    if (props.offered) setForm('note')
  }
  const toggle = (which: 'link' | 'note') => setForm(form === which ? null : which)
  const close = () => setForm(null)
  return (
    <div className="attach">
      <DropZone onFiles={props.onFiles} className="attach-drop">
        <Icon name="evidence" />
        <p>
          Drop files here, or paste a file, a link or text anywhere on this page.{' '}
          <strong>No patient-identifiable data.</strong>
        </p>
      </DropZone>
      <div className="attach-ways">
        <Button onPress={() => props.onChoose(false)}>Choose files</Button>
        {props.canFolder && (
          <Button variant="quiet" onPress={() => props.onChoose(true)}>
            Folder
          </Button>
        )}
        <Button variant="quiet" isPressed={form === 'link'} onPress={() => toggle('link')}>
          Link
        </Button>
        <Button variant="quiet" isPressed={form === 'note'} onPress={() => toggle('note')}>
          Note
        </Button>
      </div>
      {form === 'link' && <LinkForm onAdd={props.onLink} onClose={close} />}
      {form === 'note' && (
        <NoteForm
          key={`${offered?.title}\n${offered?.note.length}`}
          start={offered}
          onAdd={props.onNote}
          onClose={close}
        />
      )}
    </div>
  )
}
