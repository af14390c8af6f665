/** Bytes a safe name takes at most: every system takes it, and Windows still has room for the folders before it. */
const LONGEST_NAME_BYTES = 150
const LONGEST_EXTENSION_BYTES = 24

/** What a system might take for a separator, a drive or stream mark, or a pattern, with characters that only look so. */
const FORBIDDEN = /[/\\:*?"<>|\u2044\u2215\u2236\u29f5\u29f8\ufe68\uff0f\uff1a\uff3c\ua789]/g

/** Names that Windows gives to devices, whatever extension follows; the superscript digits count. */
const DEVICE = /^(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[0-9¹²³])$/i

/** Names that a folder's own window obeys. */
const OBEYED = /^(desktop\.ini|autorun\.inf|thumbs\.db|folder\.(jpg|gif)|icon)$/i

/**
 * A file name made from text that anyone may have written: one that Windows, macOS and Linux all take, that stays in
 * its folder, and whose real extension is the one people see. Applying it twice changes nothing more.
 */
export function safeFileName(name: string): string {
  const plain = trimEnd(
    shownName(name)
      .replace(FORBIDDEN, '_')
      .replace(/^[. ]+/, '')
      // A program that is given it would take it for an option, or for somebody's home.
      .replace(/^[-~]+/, '_'),
  )
  const isMarked = DEVICE.test(plain.split('.')[0]!.trim()) || OBEYED.test(plain)
  const { stem, extension } = split(isMarked ? `_${plain}` : plain)
  return (trimEnd(cut(stem, LONGEST_NAME_BYTES - bytesOf(extension))) || 'file') + extension
}

/**
 * A name as it may be shown in a sentence or a list: without what cannot be seen or turns the text around, so that
 * `cod.exe` cannot pass as `exe.doc`, and without long gaps that push the end out of sight.
 */
export function shownName(name: string): string {
  return name
    .replace(/[\t\n\v\f\r\u2028\u2029]/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{DI}\ufff9-\ufffd]/gu, '')
    .normalize('NFC')
    .replace(/[\s\u2800]+/g, ' ')
    .trim()
    .slice(0, 1000)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
}

/** The extension that decides what a system does with a file, lower case with its dot; empty when there is none. */
export function extensionOf(name: string): string {
  return split(safeFileName(name)).extension.toLowerCase()
}

function split(name: string): { stem: string; extension: string } {
  const dot = name.lastIndexOf('.')
  const extension = dot > 0 ? name.slice(dot) : ''
  return bytesOf(extension) > LONGEST_EXTENSION_BYTES || extension === '.'
    ? { stem: name, extension: '' }
    : { stem: name.slice(0, name.length - extension.length), extension }
}

/** Windows drops dots and spaces at the end without a word. */
function trimEnd(text: string): string {
  let end = text.length
  while (end > 0 && (text[end - 1] === '.' || text[end - 1] === ' ')) end--
  return text.slice(0, end)
}

function cut(text: string, bytes: number): string {
  let [length, used] = [0, 0]
  for (const character of text) {
    used += bytesOf(character)
    if (used > bytes) break
    length += character.length
  }
  return text.slice(0, length)
}

/** UTF-8 bytes, which is what Linux counts; UTF-16 units are never more. */
function bytesOf(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
