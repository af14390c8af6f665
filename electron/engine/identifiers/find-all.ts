import type { Day } from '../../../shared/model/fields.ts'
import { findBirthDates } from '../../../shared/rules/identifiers/birth-dates.ts'
import { findEmails } from '../../../shared/rules/identifiers/emails.ts'
import { type Found, withoutOverlaps } from '../../../shared/rules/identifiers/found.ts'
import { findNhsNumbers } from '../../../shared/rules/identifiers/nhs-numbers.ts'
import { findTitledNames } from '../../../shared/rules/identifiers/titled-names.ts'
import { findPhones } from './phones.ts'
import { findPostcodes } from './postcodes.ts'

/** Every likely identifier in a text, in its order, none overlapping another. Takes time in step with the text. */
export function findIdentifiers(text: string, today: Day): Found[] {
  if (text.length < 5) return []
  const hasDigit = /\d/.test(text)
  const names = findTitledNames(text)
  return withoutOverlaps([
    ...names,
    ...findEmails(text),
    ...(hasDigit
      ? [
          ...findNhsNumbers(text),
          ...findBirthDates(text, names, today),
          ...findPhones(text),
          ...findPostcodes(text),
        ]
      : []),
  ])
}
