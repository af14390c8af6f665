import { useCallback, useEffect } from 'react'
import { leftOutOnPurpose } from '../../../shared/rules/copy-words.ts'
import { count } from '../../../shared/text/dates.ts'
import type { Command } from '../../commands/registry.ts'
import { sentenceOf, useSession, useStage } from '../../state/hooks.ts'

/** Opening comes first: the check begins when people have had time to see it and start. */
const START_AFTER_MS = 5_000

/**
 * Checks the workbook's structure, history and evidence against what was written: once by itself after opening, silent
 * unless something is wrong, and whenever people ask. What is wrong stays above every screen.
 */
export function useCheck(): Command {
  const { workbook } = useStage()
  const say = useSession(state => state.say)
  const checked = useSession(state => state.checked)

  const check = useCallback(
    async (isAsked: boolean) => {
      try {
        const { problems, evidenceChecked, editsChecked, filesLeftOut } = await workbook
          .getState()
          .client.workbook.check()
        checked(problems)
        if (problems.length === 0 && isAsked) {
          const howMuch = `${count(editsChecked, 'change')} and ${count(evidenceChecked, 'evidence file')}`
          const left = filesLeftOut > 0 ? ` ${leftOutOnPurpose(filesLeftOut)}` : ''
          say({ tone: 'done', sentence: `This workbook is whole: ${howMuch} checked.${left}` })
        }
      } catch (error) {
        // A check that was cut off says nothing about the workbook, unless someone is waiting for its answer.
        if (isAsked) say({ tone: 'problem', sentence: sentenceOf(error) })
      }
    },
    [workbook, say, checked],
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
