import { LONGEST_TEXT } from '../../shared/model/fields.ts'

/** What a paste or a drop turned out to hold. */
export type Pasted =
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | { readonly kind: 'links'; readonly urls: readonly string[] }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'too-long'; readonly length: number }
  | { readonly kind: 'nothing' }

/** Files before text: copying from a spreadsheet puts both on the clipboard, a file manager only files. */
export function pastedOf(files: readonly File[], text: string): Pasted {
  const isSpreadsheet = text.trim() !== '' && files.every(file => file.type.startsWith('image/'))
  if (files.length > 0 && !isSpreadsheet) return { kind: 'files', files }
  const lines = text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(Boolean)
  if (lines.length === 0) return { kind: 'nothing' }
  if (lines.every(isAddress)) return { kind: 'links', urls: [...new Set(lines)] }
  if (text.length > LONGEST_TEXT) return { kind: 'too-long', length: text.length }
  return { kind: 'note', text: text.trim() }
}

/** An address a link may have: `http` and `https`, and nothing that only looks like one. */
export function isAddress(text: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(text)) return false
  try {
    // `URL.canParse` is younger than the browsers we support.
    return Boolean(new URL(text))
  } catch {
    return false
  }
}

/** A name for a note: its first line, cut at a word. */
export function titleOfNote(text: string): string {
  const line = text.trim().split(/\r?\n/, 1)[0]!.trim()
  if ([...line].length <= 80) return line
  const start = [...line].slice(0, 80).join('')
  const atWord = start.replace(/\s+\S*$/u, '')
  return `${atWord === '' ? start : atWord}…`
}

/** True where a paste or a key belongs to the field it lands in. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable]:not([contenteditable="false"])') !== null
  )
}
