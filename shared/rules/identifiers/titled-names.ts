import type { Found } from './found.ts'

/** A title, as people type it. `MR` and the like count only before a name in capitals; `MS` never (MS Teams). */
const TITLE =
  '(?:Mr|mr|MR|Mrs|mrs|MRS|Ms|Miss|MISS|Mx|Dr|dr|DR|Prof|prof|PROF|Professor|Rev|Revd|Reverend|Sir|Dame|Cllr|cllr|CLLR|Councillor)'
/** O’Neill, Al-Khalili, McDonald, SMITH, J. or J */
const PART = "\\p{Lu}[\\p{L}\\p{M}'\u2019\u2018\\-\u2010\u2011]{0,40}\\.?"
const PARTICLE = '(?:de|da|di|del|della|van|von|der|den|la|le|al|el|bin|ibn|ap|ten|ter|y)'
const SPACE = '[ \\t\\u00a0]{1,3}'
const NAME = new RegExp(
  `(?<![\\p{L}\\p{N}'\u2019])(?:${TITLE}\\.?${SPACE}){1,3}((?:${PARTICLE}${SPACE}){0,2}${PART}(?:${SPACE}(?:${PARTICLE}${SPACE}){0,2}${PART}){0,3})`,
  'gu',
)

/** After a name these make it that of a place or an organisation: Sir Robert Peel Hospital, Dr Foster Intelligence. */
const ORGANISATIONS = new Set(
  (
    'Academy Appeal Associates Award Building Centre Center Charity Clinic College Court Foundation Fund Guide Hall ' +
    'Hospital Hospitals House Institute Intelligence Library Limited Ltd LLP Medal Partnership PLC Practice Prize ' +
    'Road School Street Surgery Theatre Trust Unit University Ward Wing'
  ).split(' '),
)

/** Words with a capital that follow a title and are nobody: headings, programs, roles. */
const NOBODY = new Set(
  (
    'Access And Appointment Appointments Chair Excel Lead Leads Madam Member Members No Office Office365 On Or Outlook ' +
    'Portfolio PowerPoint Project Representative Representatives SharePoint Teams The To Word'
  ).split(' '),
)

/**
 * People by their title: Dr Anna Whitcombe, Mrs O’Neill, Cllr J. van der Berg. A single letter is nobody (Mr A in a case
 * study), and a name that goes on as that of a place or an organisation is not a person.
 */
export function findTitledNames(text: string): Found[] {
  const finds: Found[] = []
  for (const match of text.matchAll(NAME)) {
    const words = match[1]!.split(/[ \t\u00a0]+/)
    const end = match.index + match[0].length
    if (!isPerson(words, match[0]) || words.some(word => ORGANISATIONS.has(plain(word)))) continue
    if (/^[ \t\u00a0]+(?:&|and)[ \t\u00a0]+(?:Partners|Associates)\b/.test(text.slice(end, end + 20)))
      continue
    const start = match.index
    const found = match[0].replace(/(?:['\u2019]s|\.)$/u, '')
    finds.push({
      kind: 'name',
      start,
      end: start + found.length,
      text: found,
      why: 'A title, and a word with a capital after it.',
    })
  }
  return finds
}

function isPerson(words: readonly string[], whole: string): boolean {
  const [first] = words
  if (NOBODY.has(plain(first!))) return false
  if (!words.some(word => (word.match(/\p{L}/gu) ?? []).length >= 2)) return false
  const title = /^\p{L}+/u.exec(whole)![0]
  const isShouted = title.length > 1 && title === title.toUpperCase()
  return !isShouted || plain(first!) === plain(first!).toUpperCase()
}

function plain(word: string): string {
  return word.replace(/(?:['\u2019]s)?[.]?$/u, '')
}
