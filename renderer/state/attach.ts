import { useEffect, useMemo, useRef } from 'react'
import type { Attached } from '../../shared/contract/control.ts'
import { EvidenceTargets } from '../../shared/model/evidence.ts'
import { sentenceOf, useAct, useStage } from './hooks.ts'
import { isTyping, type Pasted, pastedOf } from './pasted.ts'

/** Ways to attach evidence, all tied to the same targets. Each tells the user what became of it. */
export type Attach = {
  files(files: readonly File[] | Promise<readonly File[]>): Promise<void>
  choose(folder: boolean): Promise<void>
  links(urls: readonly string[]): Promise<boolean>
  note(title: string, note: string): Promise<boolean>
}

/** Attaches evidence for the screen. `onAdded` hears the ids of what came in, and what did not come in and why. */
export function useAttach(
  targets: Partial<EvidenceTargets>,
  onAdded: (ids: readonly string[], problems: Attached['problems']) => void,
): Attach {
  const { shell, session } = useStage()
  const act = useAct()
  const latest = useRef({ targets, onAdded, act })
  latest.current = { targets, onAdded, act }

  return useMemo(() => {
    const aims = () => EvidenceTargets.parse(latest.current.targets)

    async function shellWork(work: () => Promise<Attached | null>): Promise<void> {
      try {
        const attached = await work()
        if (!attached) return
        if (attached.wasCancelled)
          session.getState().say({ tone: 'done', sentence: cancelledSentence(attached.evidenceIds.length) })
        latest.current.onAdded(attached.evidenceIds, attached.problems)
      } catch (error) {
        session.getState().say({ tone: 'problem', sentence: sentenceOf(error) })
      }
    }

    return {
      files: files => shellWork(async () => shell.attachFiles(await files, aims())),
      choose: folder => shellWork(() => shell.attachByChoice(aims(), folder)),
      async links(urls) {
        const added: string[] = []
        for (const url of urls) {
          const edited = await latest.current.act(client => client.evidence.addLink({ url, targets: aims() }))
          if (edited?.id) added.push(edited.id)
        }
        if (added.length > 0) latest.current.onAdded(added, [])
        return added.length === urls.length
      },
      async note(title, note) {
        const edited = await latest.current.act(client =>
          client.evidence.addNote({ title, note, targets: aims() }),
        )
        if (edited?.id) latest.current.onAdded([edited.id], [])
        return edited !== undefined
      },
    }
  }, [shell, session])
}

/** Hears what is pasted anywhere on the screen but in a field or a dialog. */
export function usePaste(isOn: boolean, onPaste: (pasted: Pasted) => void): void {
  const latest = useRef(onPaste)
  latest.current = onPaste
  useEffect(() => {
    if (!isOn) return
    function listen(event: ClipboardEvent) {
      const data = event.clipboardData
      const isElsewhere = event.target instanceof Element && event.target.closest('[role="dialog"]')
      if (!data || event.defaultPrevented || isTyping(event.target) || isElsewhere) return
      const pasted = pastedOf([...data.files], data.getData('text/plain'))
      if (pasted.kind === 'nothing') return
      event.preventDefault()
      latest.current(pasted)
    }
    document.addEventListener('paste', listen)
    return () => document.removeEventListener('paste', listen)
  }, [isOn])
}

function cancelledSentence(attached: number): string {
  return attached === 0
    ? 'Attaching was cancelled. Nothing was attached.'
    : `Attaching was cancelled. What was already in stays: ${attached}.`
}
