import type { IdentifierKind } from '../model/identifier.ts'

/** What each kind of likely identifier is called. */
export const identifierWords: Record<IdentifierKind, { readonly name: string; readonly a: string }> = {
  'nhs-number': { name: 'NHS number', a: 'an NHS number' },
  'chi-number': { name: 'CHI number', a: 'a CHI number' },
  'date-of-birth': { name: 'Date of birth', a: 'a date of birth' },
  name: { name: 'Name with a title', a: 'a person' },
  postcode: { name: 'Postcode', a: 'a postcode of somebody' },
  email: { name: 'E-mail address', a: 'an e-mail address of somebody' },
  phone: { name: 'Telephone number', a: 'a telephone number of somebody' },
}

/** What the list never lets anyone forget. */
export const ONLY_A_HELP = 'This list is a help and no guarantee: read what you send.'
