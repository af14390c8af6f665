import type { Day } from '../model/fields.ts'
import { clockTime, localDay, longDate } from './dates.ts'
import { safeFileName, shownName } from './safe-name.ts'

/** The name of a system may take this many bytes of a file name, so that what follows it is never cut. */
const LONGEST_SYSTEM = 80

/** So many the name of a person or a place. */
const LONGEST_PART = 40

/**
 * What the board workbook is called unless the user says otherwise: `Northmoor and Vale - mental health action plan -
 * 2026-11-24.xlsx`. The day is written so that files sort by it.
 */
export function boardFileName(of: NamedAfter, day: Day): string {
  return safeFileName(`${start(of)} - mental health action plan - ${day}.xlsx`)
}

/** `Northmoor and Vale - action plan to fill in - 2026-11-24.xlsx`. */
export function planFileName(of: NamedAfter, day: Day): string {
  return safeFileName(`${start(of)} - action plan to fill in - ${day}.xlsx`)
}

/** `Northmoor and Vale - rating slip - Alderbrook - 2026-11-24.xlsx`; of the whole system without a place. */
export function slipFileName(of: NamedAfter, areaName: string, day: Day): string {
  const place = areaName === of.systemName ? '' : ` - ${firstBytes(shownName(areaName), LONGEST_PART).trim()}`
  return safeFileName(`${start(of)} - rating slip${place} - ${day}.xlsx`)
}

/** `Northmoor and Vale - history - 2026-11-24.xlsx`. */
export function historyFileName(of: NamedAfter, day: Day): string {
  return safeFileName(`${start(of)} - history - ${day}.xlsx`)
}

/** The folder of owner workbooks: `Northmoor and Vale - owner workbooks - 2026-11-24`. */
export function ownersFolderName(of: NamedAfter, day: Day): string {
  return safeFileName(`${start(of)} - owner workbooks - ${day}`)
}

/**
 * The workbook of each owner, `Northmoor and Vale action plan, Sunita Rao.xlsx`: safe, and no two the same on a disk
 * that takes capitals for small letters.
 */
export function ownerFileNames(of: NamedAfter, owners: readonly string[]): string[] {
  const taken = new Set<string>()
  return owners.map(owner => {
    const person = firstBytes(shownName(owner), LONGEST_PART).replace(/[. ]+$/, '') || 'owner'
    for (let number = 1; ; number++) {
      const tail = number === 1 ? '' : ` (${number})`
      const name = safeFileName(`${start(of)} action plan, ${person}${tail}.xlsx`)
      const key = name.normalize('NFKC').toLowerCase()
      if (taken.has(key)) continue
      taken.add(key)
      return name
    }
  })
}

/** The workbook a file is named after. */
export type NamedAfter = { readonly systemName: string; readonly isRehearsal: boolean }

function start({ systemName, isRehearsal }: NamedAfter): string {
  const system = firstBytes(shownName(systemName).replace(/^[. ]+/, ''), LONGEST_SYSTEM).trim() || 'System'
  return `${isRehearsal ? 'REHEARSAL - ' : ''}${system}`
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

/**
 * What a version is called that is kept beside the one somebody else saved meanwhile: `Northmoor (yours, 23 November 2026
 * 14.05).ninefold`, then `…14.05, 2).ninefold`. A version that is kept again is not called so twice.
 */
export function yoursName(stem: string, moment: Date, number: number): string {
  const again = number === 1 ? '' : `, ${number}`
  const first = firstBytes(stem.replace(/ \(yours, [^()]*\)$/, ''), LONGEST_STEM)
  return `${first} (yours, ${longDate(localDay(moment))} ${clockTime(moment).replace(':', '.')}${again}).ninefold`
}

/** As many whole characters as fit in so many bytes; any that is not ASCII counts as long as it can be. */
export function firstBytes(text: string, most: number): string {
  let [end, used] = [0, 0]
  for (const character of text) {
    used += character.codePointAt(0)! < 0x80 ? 1 : 4
    if (used > most) break
    end += character.length
  }
  return text.slice(0, end)
}
