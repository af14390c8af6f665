import { cleanText } from '../clean-text.ts'

/** LibreOffice breaks a line of several before it is longer than this, after a word if it can, and saves the break. */
const LONGEST_LINE = 16_367
const LONGEST_WORD = 300

/** A text as Excel means it: `_x000D_` stands for a character, lines end in `\n`, and what cannot be shown is `\ufffd`. */
export function plainText(text: string): string {
  const decoded = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
  const clean = cleanText(decoded).text
  return clean.length > LONGEST_LINE ? unbroken(clean) : clean
}

/** Without the breaks that no person made: those after a line that had no room for the next word. */
function unbroken(text: string): string {
  const lines = text.split('\n')
  return lines.reduce((all, line, at) => {
    const before = lines[at - 1]!.length
    const word = line.search(/\s/) + 1 || line.length
    const isFull =
      before > LONGEST_LINE - LONGEST_WORD && before <= LONGEST_LINE && before + word > LONGEST_LINE
    return isFull ? all + line : `${all}\n${line}`
  })
}
