import { decodeText } from './decode-text.ts'
import { textOfPage } from './marked-text.ts'

/** Parts inside parts, and parts side by side, beyond these are left as they stand. */
const DEEPEST = 6
const MOST_PARTS = 300

/** The words of a letter: who wrote it to whom about what, and its parts of text as a person reads them. */
export function textOfMail(letter: string, depth = 0): string {
  const gap = /\r?\n\r?\n/.exec(letter)
  const head = (gap ? letter.slice(0, gap.index) : letter).replace(/\r?\n[ \t]+/g, ' ')
  const body = gap ? letter.slice(gap.index + gap[0].length) : ''
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(head)?.[1] ?? ''
  const said = ['From', 'To', 'Cc', 'Bcc', 'Reply-To', 'Subject'].map(field).filter(Boolean)
  const kind = field('Content-Type') || 'text/plain'
  const boundary = /\bboundary="?([^";\r\n]{1,200})"?/i.exec(kind)?.[1]
  if (boundary && depth < DEEPEST) {
    const parts = body.split(`--${boundary}`, MOST_PARTS).slice(1)
    const texts = parts
      .filter(part => !part.startsWith('--'))
      .map(part => textOfMail(part.replace(/^\r?\n/, ''), depth + 1))
    return [...said.map(encodedWords), ...texts].join('\n')
  }
  if (/^message\/rfc822/i.test(kind) && depth < DEEPEST)
    return [...said.map(encodedWords), textOfMail(body, depth + 1)].join('\n')
  if (!/^text\//i.test(kind)) return said.map(encodedWords).join('\n')
  const charset = /\bcharset="?([\w.-]+)"?/i.exec(kind)?.[1]
  const text = decodeText(bytesOf(body, field('Content-Transfer-Encoding')), charset)
  return [...said.map(encodedWords), /^text\/html/i.test(kind) ? textOfPage(text) : text].join('\n')
}

/** The letter itself came as Latin 1, so that every byte is a character. */
function bytesOf(body: string, encoding: string): Buffer {
  if (/^base64/i.test(encoding)) return Buffer.from(body.replace(/[^A-Za-z0-9+/=]/g, ''), 'base64')
  if (/^quoted-printable/i.test(encoding))
    return Buffer.from(unquoted(body.replace(/[ \t]*=\r?\n/g, '')), 'latin1')
  return Buffer.from(body, 'latin1')
}

function unquoted(text: string): string {
  return text.replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** `=?utf-8?Q?Zo=C3=AB?=` */
function encodedWords(text: string): string {
  return text.replace(
    /=\?([\w.-]{1,40})\?([BQ])\?([^?\s]{0,400})\?=/gi,
    (_, charset: string, how: string, word: string) =>
      decodeText(
        how.toUpperCase() === 'B'
          ? Buffer.from(word, 'base64')
          : Buffer.from(unquoted(word.replaceAll('_', ' ')), 'latin1'),
        charset,
      ),
  )
}
