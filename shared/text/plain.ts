/** Almost every text: printable ASCII without space at either end, so there is nothing to make plain. */
const IS_PLAIN = /^[!-~](?:[ -~\n]*[!-~])?$/

/**
 * A text as it counts when two are compared: composed characters, one kind of line end and of space, nothing invisible,
 * no space at its ends or those of its lines.
 */
export function plainText(text: string): string {
  if (text === '' || (IS_PLAIN.test(text) && !text.includes(' \n'))) return text
  return keptText(text)
    .normalize('NFC')
    .replace(/\p{DI}/gu, '')
    .replace(/[^\S\n]/g, ' ')
    .replace(/ +(?=\n|$)/g, '')
    .trim()
}

/** A typed text as it is kept: one kind of line end, no space at its ends. */
export function keptText(text: string): string {
  return text.replace(/\r\n?|\u2028|\u2029/g, '\n').trim()
}

/** Words alone: neither letter case nor punctuation nor spaces count. For headers and for finding a sentence again. */
export function wordsOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{DI}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLocaleLowerCase('en-GB')
}
