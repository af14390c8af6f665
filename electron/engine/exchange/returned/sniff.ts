import { Refusal } from './refusals.ts'

/** Refuses by its first bytes what is no zip file, and says what it is. */
export function refuseByStart(bytes: Buffer): void {
  if (bytes.length === 0) throw new Refusal('empty')
  const start = bytes.subarray(0, 1024)
  if (isAt(start, 'PK\x03\x04')) return
  if (start.every(byte => byte === 0)) throw new Refusal('cut')
  if (isAt(start, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw new Refusal(kindOfCompound(bytes))
  if (isAt(start, 'SQLite format 3\0')) throw new Refusal('ninefold')
  if (start.includes('%PDF-')) throw new Refusal('pdf')
  const text = textOf(start)
  if (text === null) throw new Refusal(isAt(start, 'PK') ? 'cut' : 'unknown')
  if (/^\s*<(!doctype\s+html|html|head|table|body|meta|\?xml[^>]*>\s*<html)/i.test(text))
    throw new Refusal('webPage')
  if (/<(\w+:)?Workbook|progid="Excel\.Sheet"/.test(text)) throw new Refusal('xls')
  if (/<office:document/.test(text)) throw new Refusal('ods')
  throw new Refusal('text')
}

/**
 * What an OLE compound file holds, by the names in its directory, which are UTF-16. A protected workbook is one with the
 * zip file encrypted inside.
 */
function kindOfCompound(bytes: Buffer): 'rights' | 'password' | 'xls' | 'oldOffice' {
  const holds = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'))
  if (holds('DRMEncryptedDataSpace') || holds('DRMEncryptedTransform') || holds('\tDRMContent'))
    return 'rights'
  if (holds('EncryptedPackage')) return 'password'
  if (holds('Workbook') || holds('Book\0')) return 'xls'
  return 'oldOffice'
}

/** The start as text; `null` when it is not text. */
function textOf(start: Buffer): string | null {
  if (isAt(start, '\xff\xfe')) return start.toString('utf16le')
  if (isAt(start, '\xfe\xff')) return ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they tell text from other files
  return /[\x00-\x08\x0e-\x1a]/.test(start.toString('latin1'))
    ? null
    : start.toString('utf8').replace(/^\ufeff/, '')
}

function isAt(start: Buffer, signature: string): boolean {
  return start.subarray(0, signature.length).equals(Buffer.from(signature, 'latin1'))
}
