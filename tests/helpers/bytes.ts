import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

/** Which of these texts are anywhere in a file: as UTF-8 or UTF-16, composed or not, and in zip files inside it. */
export function foundIn(path: string, texts: readonly string[]): string[] {
  const haystacks: Buffer[] = [readFileSync(path)]
  haystacks.push(...inflated(haystacks[0]!))
  return texts.filter(text =>
    spellings(text).some(spelling => haystacks.some(bytes => bytes.includes(spelling))),
  )
}

function spellings(text: string): Buffer[] {
  const forms = new Set([text, text.normalize('NFC'), text.normalize('NFD')])
  // As JSON writes it inside the change log, too.
  for (const form of [...forms]) forms.add(JSON.stringify(form).slice(1, -1))
  return [...forms].flatMap(form => {
    const utf16 = Buffer.from(form, 'utf16le')
    return [Buffer.from(form), utf16, Buffer.from(utf16).swap16()]
  })
}

/** What the entries of zip files in there hold. */
function inflated(bytes: Buffer): Buffer[] {
  const found: Buffer[] = []
  for (let at = bytes.indexOf('PK\x03\x04'); at >= 0; at = bytes.indexOf('PK\x03\x04', at + 4)) {
    if (at + 30 > bytes.length || bytes.readUInt16LE(at + 8) !== 8) continue
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    try {
      found.push(inflateRawSync(bytes.subarray(start), { finishFlush: 2 }))
    } catch {
      // Cut by the end of a page: what is before it is in the file as it is.
    }
  }
  return found
}
