const MAGIC = Buffer.from('d9d505f920a163d7', 'hex')
const SECTOR = 512
const PAGE = 16_384

type Pages = readonly (readonly [number: number, bytes: Buffer])[]

/** A rollback journal as SQLite writes one: what it would take the file back to, and the pages it gives back. */
export function journal(pageCount: number, pages: Pages, nonce = 1): Buffer {
  const head = Buffer.alloc(SECTOR)
  MAGIC.copy(head)
  head.writeUInt32BE(pages.length, 8)
  head.writeUInt32BE(nonce, 12)
  head.writeUInt32BE(pageCount, 16)
  head.writeUInt32BE(SECTOR, 20)
  head.writeUInt32BE(PAGE, 24)
  return Buffer.concat([head, ...pages.map(([number, bytes]) => record(number, bytes, nonce))])
}

/** The same with the name of a super-journal at its end, which SQLite takes away when it is done. */
export function superJournal(pageCount: number, pages: Pages, name: string): Buffer {
  const bytes = Buffer.from(name)
  const page = Buffer.alloc(4)
  page.writeUInt32BE(Math.floor(0x40000000 / PAGE) + 1)
  const tail = Buffer.alloc(8)
  tail.writeUInt32BE(bytes.length)
  tail.writeUInt32BE(bytes.reduce((sum, byte) => sum + byte, 0) >>> 0, 4)
  return Buffer.concat([journal(pageCount, pages), page, bytes, tail, MAGIC])
}

function record(number: number, bytes: Buffer, nonce: number): Buffer {
  const whole = Buffer.alloc(PAGE + 8)
  whole.writeUInt32BE(number)
  bytes.copy(whole, 4)
  let sum = nonce
  for (let at = PAGE - 200; at > 0; at -= 200) sum += bytes[at]!
  whole.writeUInt32BE(sum >>> 0, PAGE + 4)
  return whole
}
