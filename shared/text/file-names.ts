import type { Day } from '../model/fields.ts'
import { longDate } from './dates.ts'
import { safeFileName, shownName } from './safe-name.ts'

/** The name of a system may take this many bytes of a file name, so that what follows it is never cut. */
const LONGEST_SYSTEM = 80

/**
 * What the board workbook is called unless the user says otherwise: `Northmoor and Vale - mental health action plan -
 * 2026-11-24.xlsx`. The day is written so that files sort by it.
 */
export function boardFileName(systemName: string, isRehearsal: boolean, day: Day): string {
  const system = firstBytes(shownName(systemName).replace(/^[. ]+/, ''), LONGEST_SYSTEM).trim() || 'System'
  const stamp = isRehearsal ? 'REHEARSAL - ' : ''
  return safeFileName(`${stamp}${system} - mental health action plan - ${day}.xlsx`)
}

/** The rest of a file's name may be as long as it is; what tells the kept copy apart is never cut. */
const LONGEST_STEM = 150

/**
 * What the copy is called that is kept when a file of an earlier version is brought up to date: `Northmoor (before
 * update 23 November 2026).ninefold`, then `…2026, 2).ninefold`.
 */
export function beforeUpdateName(stem: string, day: Day, number: number): string {
  const again = number === 1 ? '' : `, ${number}`
  return `${firstBytes(stem, LONGEST_STEM)} (before update ${longDate(day)}${again}).ninefold`
}

/** As many whole characters as fit; any that is not ASCII counts as long as it can be. */
function firstBytes(text: string, most: number): string {
  let [end, used] = [0, 0]
  for (const character of text) {
    used += character.codePointAt(0)! < 0x80 ? 1 : 4
    if (used > most) break
    end += character.length
  }
  return text.slice(0, end)
}
