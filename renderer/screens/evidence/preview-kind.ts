import type { Evidence } from '../../../shared/model/evidence.ts'
import { extensionOf } from '../../../shared/text/safe-name.ts'

export type PreviewKind = 'image' | 'pdf' | 'text' | 'none'

/** The most bytes of a text that are shown. */
export const TEXT_PREVIEW_BYTES = 256 * 1024
/** An image is held in memory to be drawn; beyond this it is saved out and opened by its own program. */
export const LARGEST_IMAGE_BYTES = 64 * 1024 * 1024

/** Four bytes a pixel while it is drawn: some 400 MB at the most. */
export const MOST_IMAGE_PIXELS = 100_000_000

/** Pictures every browser draws itself. SVG is not among them: it is a program as much as a picture. */
const images = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'])

/** Texts under types that do not say so, and extensions without a type of their own. */
const textTypes = new Set([
  'application/json',
  'application/xml',
  'application/rtf',
  'message/rfc822',
  'image/svg+xml',
])
const textExtensions = new Set(
  '.text .log .yaml .yml .toml .ini .jsonl .xhtml .css .js .mjs .ts .py .r .sql .sh .bat .ps1 .vbs .ics .vcf .tex'.split(
    ' ',
  ),
)

/** How a file can be shown: by the type the engine found its name and content to agree on. Nothing is ever run. */
export function previewKindOf(item: Pick<Evidence, 'kind' | 'fileName' | 'mediaType'>): PreviewKind {
  if (item.kind !== 'file') return 'none'
  if (images.has(item.mediaType)) return 'image'
  if (item.mediaType === 'application/pdf') return 'pdf'
  if (item.mediaType.startsWith('text/') || textTypes.has(item.mediaType)) return 'text'
  return textExtensions.has(extensionOf(item.fileName)) ? 'text' : 'none'
}

/**
 * Bytes as text: by byte order mark, else UTF-8, else the Windows code page spreadsheets save in. `null` for what is
 * no text at all.
 */
export function decodeText(bytes: Uint8Array, isCut: boolean): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) return null
  try {
    // A cut may fall inside a character: `stream` keeps the piece back instead of calling it an error.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut })
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
