import { useState } from 'react'
import type { Attached } from '../../shared/contract/control.ts'
import type { EvidenceTargets } from '../../shared/model/evidence.ts'
import { LONGEST_TEXT } from '../../shared/model/fields.ts'
import { type Attach, useAttach, usePaste } from './attach.ts'
import { useStage } from './hooks.ts'
import { titleOfNote } from './pasted.ts'

/** What a note begins with, such as pasted text. */
export type NoteStart = { readonly title: string; readonly note: string }

/** A screen that evidence can be attached to: by its box, by a drop, or by a paste anywhere on it. */
export type Attaching = {
  readonly attach: Attach
  /** What was not attached last time, and why. */
  readonly problems: Attached['problems']
  /** Pasted text, offered as a note. */
  readonly offered: NoteStart | null
  dismiss(): void
}

/** `onAdded` hears of each lot that came in; `onOffer` that pasted text waits in the note form. */
export function useAttaching(options: {
  targets: Partial<EvidenceTargets>
  isOff: boolean
  onAdded: (ids: readonly string[]) => void
  onOffer: () => void
}): Attaching {
  const { session } = useStage()
  const [problems, setProblems] = useState<Attached['problems']>([])
  const [offered, setOffered] = useState<NoteStart | null>(null)
  const attach = useAttach(options.targets, (ids, refused) => {
    setProblems(refused)
    if (refused.length > 0 && ids.length === 0) options.onOffer()
    if (ids.length > 0) options.onAdded(ids)
  })
  usePaste(!options.isOff, pasted => {
    if (pasted.kind === 'files') void attach.files(pasted.files)
    else if (pasted.kind === 'links') void attach.links(pasted.urls)
    else if (pasted.kind === 'note') {
      setOffered({ title: titleOfNote(pasted.text), note: pasted.text })
      options.onOffer()
    } else if (pasted.kind === 'too-long') {
      session.getState().say({ tone: 'problem', sentence: tooLongSentence(pasted.length) })
    }
  })
  return { attach, problems, offered, dismiss: () => setProblems([]) }
}

function tooLongSentence(length: number): string {
  const [has, most] = [length, LONGEST_TEXT].map(number => number.toLocaleString('en-GB'))
  return `The pasted text is ${has} characters long and a note holds ${most}. Save it as a file and attach that.`
}
