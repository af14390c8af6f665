import { crc32 } from 'node:zlib'

/** One file inside a zip. */
export type Entry = { readonly name: string; readonly content: string | Uint8Array }

/** 1 January 2026, midnight, as zip writes it: the clock has no say in what these files hold. */
const DOS_DATE = ((2026 - 1980) << 9) | (1 << 5) | 1

/** A zip with its files stored as they are. Deflate would give other bytes on another machine. */
export function zip(entries: readonly Entry[]): Uint8Array {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const { name, content } of entries) {
    const bytes = Buffer.from(content as string)
    const title = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(DOS_DATE, 8)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(bytes.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(title.length, 22)
    const local = Buffer.concat([signature(0x04034b50), common, title, bytes])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    centrals.push(Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), common, tail, title]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(centrals)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, central, signature(0x06054b50), end])
}

/** Text safe inside XML. */
export function xml(text: string | number): string {
  return String(text).replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
