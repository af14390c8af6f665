/** The most a cell of Excel holds, in UTF-16 units and in line breaks. */
export const LONGEST_CELL = 32_767
export const MOST_LINE_BREAKS = 253

/** Characters that XML cannot carry, and delete, which writers drop without a word. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Anything of which the others are, and every line end that is not Excel's: most texts have none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SUSPICIOUS = /[\u0000-\u0008\u000b-\u001f\u007f\ud800-\udfff\ufffe\uffff]/

/**
 * Text as an Excel file can carry it, and how many characters had to be replaced by U+FFFD. Line ends become the one
 * that Excel knows, which is no replacement.
 */
export function cleanText(text: string): { readonly text: string; readonly replaced: number } {
  if (!SUSPICIOUS.test(text)) return { text, replaced: 0 }
  let replaced = 0
  const mark = () => {
    replaced++
    return '\ufffd'
  }
  const clean = text.replace(/\r\n?/g, '\n').replace(FORBIDDEN, mark).replace(LONE_SURROGATE, mark)
  return { text: clean, replaced }
}

/** Whether a text has room in one cell. */
export function fitsOneCell(text: string): boolean {
  return text.length <= LONGEST_CELL && breaksIn(text) <= MOST_LINE_BREAKS
}

/** Cuts a text into a first piece of at most so many characters and line breaks, and the rest. None is halved. */
export function cutText(
  text: string,
  most: { readonly characters: number; readonly breaks: number },
): { readonly head: string; readonly rest: string } {
  let end = Math.min(text.length, most.characters)
  let breaks = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    breaks++
    if (breaks > most.breaks) end = at
  }
  const last = text.charCodeAt(end - 1)
  if (end < text.length && last >= 0xd800 && last <= 0xdbff) end--
  return { head: text.slice(0, end), rest: text.slice(end) }
}

/** Text that a spreadsheet would take for a formula if it were typed in again. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text)
}

function breaksIn(text: string): number {
  let breaks = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) breaks++
  return breaks
}
