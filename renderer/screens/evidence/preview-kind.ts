import type { Evidence } from '../../../shared/model/evidence.ts'

export type PreviewKind = 'image' | 'pdf' | 'text' | 'none'

/** The most bytes of a text that are shown. */
export const TEXT_PREVIEW_BYTES = 256 * 1024
/** An image is held in memory to be drawn; beyond this it is saved out and opened by its own program. */
export const LARGEST_IMAGE_BYTES = 64 * 1024 * 1024

/** Pictures the browser draws itself. SVG is not among them: it is a program as much as a picture. */
const images: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
  avif: 'image/avif',
}

const texts = new Set(
  (
    'txt text md markdown csv tsv json jsonl xml yaml yml toml ini log html htm xhtml svg css js mjs ts py r sql sh bat ' +
    'ps1 vbs eml ics vcf rtf tex'
  ).split(' '),
)

/** How a file can be shown: by the end of its name, as its owner named it. Nothing is ever run. */
export function previewKindOf(item: Pick<Evidence, 'kind' | 'fileName'>): PreviewKind {
  if (item.kind !== 'file') return 'none'
  const end = endOf(item.fileName)
  if (end in images) return 'image'
  if (end === 'pdf') return 'pdf'
  return texts.has(end) ? 'text' : 'none'
}

/** The type given to the browser for an image: by the end of its name, never what came with the file. */
export function imageTypeOf(fileName: string): string {
  return images[endOf(fileName)] ?? 'application/octet-stream'
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

function endOf(fileName: string): string {
  return /\.([^.]+)$/.exec(fileName.trim())?.[1]?.toLowerCase() ?? ''
}
