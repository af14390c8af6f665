import type { Rows } from '../../../shared/model/snapshot.ts'
import { mayGoOut } from '../../../shared/rules/copies.ts'
import { organisationWords } from '../../../shared/text/words.ts'

/** What stands where something was mentioned that was left out. */
export const LEFT_OUT = '[left out]'
/** The same for a name. */
export const NAME_LEFT_OUT = '[name left out]'

/** Takes mentions of what is left out of a text; the text itself when there are none. */
export type WithoutMentions = (text: string) => string

/**
 * Mentions of items of evidence that stay behind (their reference, title, file name and address) and of names, whole words
 * only, in any letter case and either spelling of an accent (CO12, CO13).
 */
export function withoutMentions(rows: Rows, names: readonly string[]): WithoutMentions {
  const staying = rows.evidence.filter(item => !mayGoOut(item))
  const said = staying.flatMap(({ title, fileName, url }) => [
    ...(isTelling(title) ? [title] : []),
    ...(fileName ? [fileName, stemOf(fileName)].filter(isTelling) : []),
    ...(url ? [url] : []),
  ])
  const refs = staying.map(({ ref }) => `E[-\u2010\u2011\u2013]?0*${ref}`)
  const ordinary = ordinaryWords(rows)
  const people = names.filter(name => name.trim().length > 1 && !ordinary.has(keyOf(name)))
  const items = patternOf([...said.map(literal), ...refs])
  const persons = patternOf(people.map(literal))
  return text => {
    let left = text
    if (items) left = left.replace(items, LEFT_OUT)
    if (persons) left = left.replace(persons, NAME_LEFT_OUT)
    return left
  }
}

/** A title of one short word, such as *Minutes*, is a word like any other and no mention of the item. */
function isTelling(title: string): boolean {
  const plain = title.trim()
  return plain.length >= 10 || (plain.length >= 4 && /[\s\d_.-]/.test(plain))
}

/** Words that may be typed as a name and must stay words: `Council` as somebody's name would empty half the workbook. */
function ordinaryWords(rows: Rows): Set<string> {
  return new Set([
    ...Object.values(organisationWords).map(keyOf),
    ...rows.areas.map(({ name }) => keyOf(name)),
    ...rows.statuses.map(({ label }) => keyOf(label)),
  ])
}

function patternOf(alternatives: readonly string[]): RegExp | null {
  const longestFirst = [...new Set(alternatives)].sort((a, b) => b.length - a.length)
  if (longestFirst.length === 0) return null
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}

/** Any space for a space, and an accent as one character or as two. */
function literal(text: string): string {
  const forms = [text.trim().normalize('NFC'), text.trim().normalize('NFD')].map(form =>
    form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+'),
  )
  return [...new Set(forms)].join('|')
}

function stemOf(fileName: string): string {
  return fileName.replace(/\.[^.]{1,8}$/, '')
}

function keyOf(text: string): string {
  return text.trim().toLocaleLowerCase('en-GB')
}
