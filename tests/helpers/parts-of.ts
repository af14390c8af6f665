import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

/** The text parts of a zip file by name, read without the library that wrote it. */
export function partsOf(path: string): Map<string, string> {
  const file = readFileSync(path)
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const parts = new Map<string, string>()
  let at = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = file.readUInt16LE(at + 28)
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    const local = file.readUInt32LE(at + 42)
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const packed = file.subarray(start, start + file.readUInt32LE(at + 20))
    const bytes = file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)
    if (/\.(xml|rels)$/.test(name)) parts.set(name, bytes.toString('utf8'))
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return parts
}
