import { useMemo, useState } from 'react'
import { useStage } from '../../state/hooks.ts'
import { acceptances, canAdd, refusals, tallyOf, verdictOf } from './decide.ts'
import type { Handlers } from './handlers.ts'

/** Decides, and says to a screen reader what was decided and how far it is. */
export function useHandlers(): { on: Handlers; said: string } {
  const { review: store } = useStage()
  const [said, setSaid] = useState('')
  const on = useMemo((): Handlers => {
    function tell(words: string) {
      const { review, decisions } = store.getState()
      if (!review) return
      const { decided, total } = tallyOf(review, decisions)
      setSaid(`${words}, ${decided.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} decided.`)
    }
    return {
      choose(change, optionId) {
        store.getState().decide([[change.id, optionId]])
        const at = change.options.findIndex(option => option.id === optionId)
        const verdict = verdictOf(optionId ?? undefined)
        if (verdict === 'open') tell('Decision taken back')
        else if (change.state === 'conflict' && at >= 0) tell(`Chosen ${at + 1}`)
        else tell(verdict === 'accepted' ? 'Accepted' : 'Refused')
      },
      add(addition, accept, principleId) {
        store.getState().decideAddition(addition.id, accept, principleId)
        tell(accept === null ? 'Decision taken back' : accept ? 'Accepted' : 'Refused')
      },
      acceptAll(changes, additions) {
        const { decisions, decide, decideAddition } = store.getState()
        const choices = acceptances(changes, decisions)
        decide(choices)
        let added = 0
        for (const addition of additions) {
          if (decisions.additions[addition.id] || !canAdd(addition, null)) continue
          decideAddition(addition.id, true)
          added++
        }
        tell(`Accepted ${choices.length + added}`)
      },
      refuseAll(changes, additions) {
        const { decide, decideAddition } = store.getState()
        const choices = refusals(changes)
        decide(choices)
        for (const addition of additions) decideAddition(addition.id, false)
        tell(`Refused ${choices.length + additions.length}`)
      },
      open: (id, isOpen) => store.getState().open(id, isOpen),
      say: setSaid,
    }
  }, [store])
  return { on, said }
}
