import type { Found } from './found.ts'

const LOCAL = /[\p{L}\p{N}._%+'-]/u
const DOMAIN = /[\p{L}\p{N}.-]/u
/** The longest that mail allows before and behind the sign. */
const LONGEST_LOCAL = 64
const LONGEST_DOMAIN = 253
/** A picture for sharp screens is called `logo@2x.png`. */
const FILE_ENDINGS = /\.(?:png|jpe?g|gif|svg|webp|ico|css|js|ts|pdf|docx?|xlsx?|pptx?|csv|txt)$/i

/** E-mail addresses. Looked for from each `@` outwards, so that no text takes long. */
export function findEmails(text: string): Found[] {
  const finds: Found[] = []
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    if (!DOMAIN.test(text[at + 1] ?? '') || !LOCAL.test(text[at - 1] ?? '')) continue
    let start = at
    while (start > 0 && at - start < LONGEST_LOCAL && LOCAL.test(text[start - 1]!)) start--
    while (start < at && /[.'\-+%_]/.test(text[start]!)) start++
    let end = at + 1
    while (end < text.length && end - at <= LONGEST_DOMAIN && DOMAIN.test(text[end]!)) end++
    while (end > at + 1 && /[.-]/.test(text[end - 1]!)) end--
    const domain = text.slice(at + 1, end)
    const isAddress =
      start < at &&
      text[at - 1] !== '.' &&
      /^[\p{L}\p{N}][\p{L}\p{N}-]*(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,24}$/u.test(domain) &&
      !FILE_ENDINGS.test(domain)
    if (isAddress)
      finds.push({
        kind: 'email',
        start,
        end,
        text: text.slice(start, end),
        why: 'Words on both sides of an @.',
      })
  }
  return finds
}
