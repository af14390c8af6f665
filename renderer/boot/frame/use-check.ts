import { useCallback, useEffect } from 'react'
import { leftOutOnPurpose } from '../../../shared/rules/copy-words.ts'
import { count } from '../../../shared/text/dates.ts'
import type { Command } from '../../commands/registry.ts'
import { sentenceOf, useSession, useStage } from '../../state/hooks.ts'

/** Opening comes first: the check begins when people have had time to start. */
const START_AFTER_MS = 15_000

/**
 * Checks the workbook's history and evidence against what was written: once by itself after opening, silent unless
 * something is wrong, and whenever people ask. Opening already checked the structure.
 */
export function useCheck(): Command {
  const { workbook } = useStage()
  const say = useSession(state => state.say)

  const check = useCallback(
    async (isAsked: boolean) => {
      try {
        const { problems, evidenceChecked, editsChecked, filesLeftOut } = await workbook
          .getState()
          .client.workbook.check()
        const [first] = problems
        if (first) {
          const others = problems.length > 1 ? ` and ${count(problems.length - 1, 'other problem')}` : ''
          say({
            tone: 'problem',
            sentence: `This workbook is damaged${others}: ${first} Open the newest copy you have.`,
          })
        } else if (isAsked) {
          const checked = `${count(editsChecked, 'change')} and ${count(evidenceChecked, 'evidence file')}`
          const left = filesLeftOut > 0 ? ` ${leftOutOnPurpose(filesLeftOut)}` : ''
          say({ tone: 'done', sentence: `This workbook is whole: ${checked} checked.${left}` })
        }
      } catch (error) {
        // A check that was cut off says nothing about the workbook, unless someone is waiting for its answer.
        if (isAsked) say({ tone: 'problem', sentence: sentenceOf(error) })
      }
    },
    [workbook, say],
  )

  useEffect(() => {
    const timer = setTimeout(() => void check(false), START_AFTER_MS)
    return () => clearTimeout(timer)
  }, [check])

  return {
    id: 'workbook.check',
    label: 'Check this workbook for damage',
    group: 'Workbook',
    run: () => check(true),
  }
}
