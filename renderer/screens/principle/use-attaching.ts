import { useState } from 'react'
import type { Attached } from '../../../shared/contract/control.ts'
import { LONGEST_TEXT } from '../../../shared/model/fields.ts'
import type { NoteStart } from '../../components/attach-forms.tsx'
import { type Attach, useAttach, usePaste } from '../../state/attach.ts'
import { useStage } from '../../state/hooks.ts'
import { titleOfNote } from '../../state/pasted.ts'
import type { PrincipleView } from './use-principle.ts'

/** Attaching to one principle and area: by the box, by a drop or a paste anywhere on the page. */
export type Attaching = {
  readonly attach: Attach
  /** What came in since the page was opened. */
  readonly added: ReadonlySet<string>
  readonly problems: Attached['problems']
  readonly offered: NoteStart | null
  dismiss(): void
}

export function useAttaching(view: PrincipleView, onSomething: () => void): Attaching {
  const { session } = useStage()
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set())
  const [problems, setProblems] = useState<Attached['problems']>([])
  const [offered, setOffered] = useState<NoteStart | null>(null)
  const attach = useAttach({ areaIds: [view.area.id], principleIds: [view.principle.id] }, (ids, refused) => {
    setAdded(known => new Set([...known, ...ids]))
    setProblems(refused)
    onSomething()
  })
  usePaste(view.readOnly === '', pasted => {
    if (pasted.kind === 'files') void attach.files(pasted.files)
    else if (pasted.kind === 'links') void attach.links(pasted.urls)
    else if (pasted.kind === 'note') {
      setOffered({ title: titleOfNote(pasted.text), note: pasted.text })
      onSomething()
    } else if (pasted.kind === 'too-long') {
      const most = LONGEST_TEXT.toLocaleString('en-GB')
      const sentence = `The pasted text is ${pasted.length.toLocaleString('en-GB')} characters long and a note holds ${most}. Save it as a file and attach that.`
      session.getState().say({ tone: 'problem', sentence })
    }
  })
  return { attach, added, problems, offered, dismiss: () => setProblems([]) }
}
