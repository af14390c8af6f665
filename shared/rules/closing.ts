import type { Action } from '../model/action.ts'

/** The status ids of two-step closing. Their words and colours are a setting of each workbook; the ids are not. */
export const DONE = 'done'
/** The status that wants another person’s check. */
export const EMBEDDED = 'embedded'

/**
 * Why an action may not be embedded, in one sentence, or `null` when it may. The owner says *done*; only a named
 * person other than the owner, on a date, makes it *embedded*. Says nothing about an action of another status.
 */
export function whyNotEmbedded(
  action: Pick<Action, 'statusId' | 'owner' | 'verifiedBy' | 'verifiedOn'>,
): string | null {
  if (action.statusId !== EMBEDDED) return null
  return whyNotChecked(action)
}

/** What is still missing before anyone may call the action embedded, whatever its status is now. */
export function whyNotChecked(action: Pick<Action, 'owner' | 'verifiedBy' | 'verifiedOn'>): string | null {
  if (!isNamed(action.verifiedBy))
    return 'Name the person who checked that it works in practice; then it can be embedded.'
  if (samePerson(action.verifiedBy, action.owner))
    return 'The owner cannot be the one who checks. Name someone else; then it can be embedded.'
  if (action.verifiedOn === null) return 'Give the date of the check; then it can be embedded.'
  return null
}

/** Whether two typed names mean one person: letter case and spaces do not tell people apart. */
export function samePerson(one: string, other: string): boolean {
  return isNamed(one) && personKey(one) === personKey(other)
}

/** The same for every way to type one name; empty when nobody is named. */
export function personKey(name: string): string {
  const seen = name.normalize('NFKC').replace(/\p{DI}/gu, '')
  return seen.replace(/\s+/g, ' ').trim().toLocaleLowerCase('en-GB')
}

function isNamed(name: string): boolean {
  return personKey(name) !== ''
}
